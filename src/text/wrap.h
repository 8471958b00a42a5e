/* Fills lines with pieces, as many as fit. */
#ifndef MAISON_TEXT_WRAP_H
#define MAISON_TEXT_WRAP_H

#include "text/pieces.h"

struct wrap_line {
    size_t first; /* into wrapped.pieces */
    size_t count;
    float width; /* without the spaces at its end, whose gaps are set to 0 */
};

struct wrapped {
    struct pieces pieces; /* logical order; one that was too long for a line has become several */
    struct wrap_line *lines;
    size_t line_count; /* at least 1 */
    bool cuts_words;
};

/* Everything is in the draft's scratch arena. */
struct wrapped wrap(const struct draft *draft, const struct pieces *pieces, float width);

#endif
