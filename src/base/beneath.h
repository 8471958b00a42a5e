/* Files in a folder that anybody may have written, such as a stick: plain names only, never through a link, and nothing
 * but regular files is opened. A pipe or a device is not touched at all. */
#ifndef MAISON_BASE_BENEATH_H
#define MAISON_BASE_BENEATH_H

#include "base/arena.h"
#include "base/err.h"

/* A name that can be opened and shown: at most 255 bytes of UTF-8 without control characters or a slash, and not
 * beginning with a point. */
bool beneath_is_name(const char *name);

/* Both want beneath_is_name, and give an open file that the caller closes. ERR_MISSING when it is not there, ERR_FORMAT
 * when it is something else than a regular file or a folder, ERR_IO. */
MUST_USE bool beneath_open_file(int *out, int folder, const char *name, struct err *err);
MUST_USE bool beneath_open_folder(int *out, int folder, const char *name, struct err *err);

/* A whole regular file of at most `cap` bytes, terminated behind its length. */
MUST_USE bool beneath_read(struct str *out, struct arena *arena, int folder, const char *name, size_t cap,
                           struct err *err);

/* Writes the whole file beside its final name, flushes it to disk and puts it in place: what has the name, be it a link
 * or a device, is replaced and never written through. ERR_FORMAT when it is no name, ERR_IO. */
MUST_USE bool beneath_write(int folder, const char *name, struct str content, struct err *err);

/* Closes what *fd holds, if anything; for CLEANUP. */
void beneath_closep(int *fd);

#endif
