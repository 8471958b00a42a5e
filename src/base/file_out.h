/* A file that is written piece by piece beside its final name, and takes the place of an older one in one step at the
 * end: several of them can be finished first and put in place together. */
#ifndef MAISON_BASE_FILE_OUT_H
#define MAISON_BASE_FILE_OUT_H

#include "base/err.h"
#include "base/str.h"

struct file_out;

/* Opens `path`.new. */
MUST_USE bool file_out_open(struct file_out **out, const char *path, struct err *err);

/* Whatever was not put in place is deleted. Accepts NULL. */
void file_out_close(struct file_out *file);
void file_out_closep(struct file_out **file);

/* A failure is kept until file_out_finish. */
void file_out_put(struct file_out *file, struct str bytes);

/* Flushes it to disk; nothing can be put behind it any more. */
MUST_USE bool file_out_finish(struct file_out *file, struct err *err);

/* True if what was finished is not what stands in its place, byte for byte. */
bool file_out_differs(const struct file_out *file);

/* Takes the place of `path`. */
MUST_USE bool file_out_place(struct file_out *file, struct err *err);

#endif
