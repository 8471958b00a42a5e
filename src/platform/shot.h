/* Pictures of the screen as PNG files. */
#ifndef MAISON_PLATFORM_SHOT_H
#define MAISON_PLATFORM_SHOT_H

#include "base/err.h"

/* Rows of 0x..RRGGBB pixels, `pitch` bytes apart; written without alpha, lightly compressed. ERR_IO names the
 * file. */
MUST_USE bool shot_write(const char *path, const void *pixels, int width, int height, size_t pitch, struct err *err);

#endif
