/* Where a text may be cut: between lines (UAX #14, with ICU's dictionaries for Thai, Khmer, Lao and Myanmar)
 * and, when a word is too long for any line, between grapheme clusters (UAX #29). */
#ifndef MAISON_TEXT_BREAKS_H
#define MAISON_TEXT_BREAKS_H

#include "text/language.h"
#include "text/wide.h"

enum { BREAK_NONE, BREAK_ALLOWED, BREAK_FORCED };

/* For each place 0…length: whether a line may or must end before that unit. Must, only after U+000A, U+2028
 * and U+2029. */
uint8_t *breaks_of_lines(const struct wide *wide, const struct language *language, struct arena *arena);

/* True for a character that ends a line. */
bool breaks_is_newline(UChar32 codepoint);

/* The ends of the clusters between `start` and `end`, ascending; the last is `end`. */
struct clusters {
    const int32_t *ends;
    size_t count;
};
struct clusters breaks_of_clusters(UBreakIterator *iterator, const struct wide *wide, int32_t start, int32_t end,
                                   struct arena *arena);

#endif
