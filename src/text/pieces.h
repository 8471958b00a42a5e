/* A paragraph cut into what is placed as a whole, each measured: text of one run between two places where a
 * line may break, and the gap of the spaces behind it. */
#ifndef MAISON_TEXT_PIECES_H
#define MAISON_TEXT_PIECES_H

#include "text/advances.h"
#include "text/bidi.h"
#include "text/breaks.h"
#include "text/itemise.h"

struct piece {
    int32_t start;
    int32_t end;   /* of the text; start == end for spaces at a run's beginning */
    int32_t limit; /* of the spaces too */
    float advance;
    float gap;
    UBiDiLevel level;
    uint8_t after; /* BREAK_NONE, BREAK_ALLOWED or BREAK_FORCED */
    struct item item;
};

/* A paragraph on its way through the steps of layout; everything is in the scratch arena or outlives it. */
struct draft {
    struct wide wide;
    const struct item *items;
    const UBiDiLevel *levels;
    const uint8_t *breaks;
    int size;
    const char *lang;
    struct advances *advances;
    UBreakIterator *clusters;
    struct arena *scratch;
};

struct pieces {
    struct piece *at;
    size_t count;
};

struct pieces pieces_of(const struct draft *draft);

/* The unit for part of a piece's text; its text is borrowed from the draft's. */
struct text_unit piece_unit(const struct draft *draft, const struct piece *piece, int32_t start, int32_t end);

float piece_measure(const struct draft *draft, const struct piece *piece, int32_t start, int32_t end);

#endif
