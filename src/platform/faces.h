/* The font files in use, each mapped once and opened twice: for HarfBuzz, which measures, and for SDL2_ttf,
 * which draws. */
#ifndef MAISON_PLATFORM_FACES_H
#define MAISON_PLATFORM_FACES_H

#include "text/fonts.h"

#include <hb.h>
#include <SDL_ttf.h>

struct faces;

/* `fonts` must outlive it. Nothing is opened before it is needed. */
struct faces *faces_new(struct fonts *fonts);
void faces_free(struct faces *faces); /* accepts NULL */

/* A face at a size in pixels, lengths in 1/64 pixel. NULL for FONT_NONE and for a file that can't be read.
 * Borrowed until the next call for the same face. */
hb_font_t *faces_shaper(struct faces *faces, int face, int size);

/* The same for drawing. Few stay open: borrowed until the next call. */
TTF_Font *faces_drawer(struct faces *faces, int face, int size);

#endif
