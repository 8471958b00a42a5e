/* The first 100 bytes of a pack file (https://www.sqlite.org/fileformat2.html, 1.3), read before SQLite sees
 * it: most wrong files are told apart here, in words that say what to do. */
#ifndef MAISON_CONTENT_HEADER_H
#define MAISON_CONTENT_HEADER_H

#include "base/err.h"

/* False: not there, not a regular file, not a pack, of a later format, or not as long as its header says.
 * *size is the file's, in bytes. */
MUST_USE bool header_check(int64_t *size, const char *path, struct err *err);

#endif
