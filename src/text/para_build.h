/* One paragraph through all the steps of layout, into one block of memory. */
#ifndef MAISON_TEXT_PARA_BUILD_H
#define MAISON_TEXT_PARA_BUILD_H

#include "text/advances.h"
#include "text/bidi.h"
#include "text/language.h"

#include <unicode/ubrk.h>

/* What layout works with; the cache keeps these open between paragraphs. */
struct para_tools {
    struct fonts *fonts;
    struct advances *advances;
    struct bidi *bidi;
    UBreakIterator *clusters;
    struct languages languages;
    struct arena scratch; /* reset, and so overwritten, after each paragraph */
};

MUST_USE bool para_tools_open(struct para_tools *out, struct fonts *fonts, struct text_measurer measurer,
                              struct err *err);
void para_tools_close(struct para_tools *tools); /* accepts a half-opened one */

/* Everything the paragraph points to is in `block`, `size` bytes long: the caller overwrites and frees it. */
struct para_block {
    void *block;
    size_t size;
    const struct para *para;
};

struct para_block para_build(struct para_tools *tools, struct str text, struct para_style style, float width);

/* See para_marks. */
struct para_marks para_tools_marks(struct para_tools *tools, const struct para *para, struct str_ranges ranges,
                                   struct arena *arena);

#endif
