/* The one error value. It is passed last; a function that returns false has filled it, and writes its outputs
 * only on success. The code picks the sentence that a visitor sees; the detail is English, for the log or the
 * command line. */
#ifndef MAISON_BASE_ERR_H
#define MAISON_BASE_ERR_H

#include "base/def.h"

enum err_code {
    ERR_NONE,
    ERR_USAGE,   /* wrong options or config */
    ERR_MISSING, /* a file, row or thing that is not there */
    ERR_IO,      /* the system said no */
    ERR_FORMAT,  /* bytes that are not what they should be */
    ERR_TOO_NEW, /* a pack made by a later version */
    ERR_FONT,    /* no font for a language */
    ERR_DISPLAY, /* no display, or it went away */
    ERR_REFUSED, /* a pack or signature that may not come in */
    ERR_STOPPED, /* somebody asked to stop */
    ERR_CODE_COUNT
};

struct err {
    enum err_code code;
    char file[256]; /* "" when no file is to blame */
    long row;       /* 1-based line or row of the file, 0 for none */
    char detail[512];
};

/* Fills *err and returns false, so that `return err_set(…)` reads as one step. `err` may be NULL. */
bool err_set(struct err *err, enum err_code code, const char *format, ...) PRINTF_LIKE(3, 4);

/* As err_set, naming the file and row that are wrong. */
bool err_at(struct err *err, enum err_code code, const char *file, long row, const char *format, ...) PRINTF_LIKE(5, 6);

/* Puts "context: " before the detail of an error on its way up. Returns false. */
bool err_add(struct err *err, const char *format, ...) PRINTF_LIKE(2, 3);

/* Writes "FILE:ROW: detail" (what is known of it) into `out` and returns `out`. */
const char *err_text(const struct err *err, char *out, size_t size);

#endif
