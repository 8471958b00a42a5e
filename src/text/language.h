/* What layout needs to know of a language, looked up once and kept: direction, line height, where lines may
 * break. */
#ifndef MAISON_TEXT_LANGUAGE_H
#define MAISON_TEXT_LANGUAGE_H

#include "text/locale.h"

#include <unicode/ubrk.h>

struct language {
    struct language *next;
    struct locale locale;
    UBreakIterator *lines; /* UAX #14; NULL if ICU's data is missing, then lines break at U+000A only */
};

/* A zeroed struct is ready for use. */
struct languages {
    struct arena arena;
    struct language *first;
};

void languages_destroy(struct languages *languages);

/* Borrowed until languages_destroy. */
const struct language *languages_get(struct languages *languages, const char *tag);

#endif
