/* A paragraph laid out: bidi (UAX #9), runs of one script, direction and face, line breaks (UAX #14, with
 * ICU's dictionaries), measured through a callback and cached. Distances are pixels; y grows downwards. */
#ifndef MAISON_TEXT_PARA_H
#define MAISON_TEXT_PARA_H

#include "base/arena.h"
#include "text/fonts.h"

/* The smallest piece that is measured, drawn and cached: what stands between two places where a line may
 * break, within one run. Trailing spaces are left out of the text and counted in the advance of the gap that
 * follows. */
struct text_unit {
    struct str text; /* logical order, UTF-8; borrowed from the paragraph */
    int face;        /* of fonts.h */
    int size;        /* type size in pixels */
    bool rtl;
    char script[5];   /* ISO 15924, for the shaper */
    const char *lang; /* BCP 47, for the shaper */
};

struct unit_metrics {
    float advance;
    float rise; /* of its ink above the baseline, at least 0 */
    float fall; /* of its ink below the baseline, at least 0 */
};

/* Height of a face at a size: both positive, measured from the baseline. */
struct face_metrics {
    float ascent;
    float descent;
};

/* How wide words are; platform/glyphs implements it with HarfBuzz, tests with a fixed width per character. */
struct text_measurer {
    void *data;
    struct unit_metrics (*unit)(void *data, const struct text_unit *unit);
    struct face_metrics (*face)(void *data, int face, int size);
};

struct placed_unit {
    struct text_unit unit;
    float x; /* of its left edge, from the line's left edge */
    float advance;
};

struct para_line {
    const struct placed_unit *units; /* in visual order, left to right */
    size_t count;
    struct str text; /* this line's part of the paragraph, logical order */
    float width;     /* without trailing spaces */
    float top;       /* from the paragraph's top */
    float baseline;  /* from the paragraph's top */
};

struct para {
    struct str text; /* its own copy */
    bool rtl;        /* the paragraph's base direction (bidi_is_rtl) */
    const struct para_line *lines;
    size_t line_count;
    bool cuts_words; /* one was wider than a line */
    float width;     /* of the widest line */
    float height;
};

struct para_style {
    int size; /* type size in pixels */
    enum font_weight weight;
    const char *lang; /* of the text itself */
    bool tight;       /* lines closer together, as large type needs */
};

struct para_cache;

/* `fonts` and the measurer's data must outlive the cache. */
MUST_USE bool para_cache_new(struct para_cache **out, struct fonts *fonts, struct text_measurer measurer,
                             struct err *err);
void para_cache_free(struct para_cache *cache); /* accepts NULL */
void para_cache_freep(struct para_cache **cache);

/* Lays out at most `width` pixels wide (any positive number; INFINITY for a single line per U+000A). A word
 * that is wider than that is broken between grapheme clusters, so nothing ever sticks out. Line height is the
 * language's (locale_of), or more where ink is taller. The text "" gives one empty line. The
 * result is borrowed: it stays until para_cache_trim or para_cache_clear. */
const struct para *para_layout(struct para_cache *cache, struct str text, struct para_style style, float width);

/* A stretch of a line, in pixels from its left edge. */
struct para_mark {
    size_t line;
    float x, width;
};

struct para_marks {
    struct para_mark *at;
    size_t count;
};

/* Where parts of a paragraph's text stand; what is parted by direction or by a place where a line may break gives
 * several marks. In the arena. */
struct para_marks para_marks(struct para_cache *cache, const struct para *para, struct str_ranges ranges,
                             struct arena *arena);

/* Drops what has not been used for the longest time until at most `keep` paragraphs remain. Call between
 * frames. */
void para_cache_trim(struct para_cache *cache, size_t keep);

/* Forgets everything and overwrites it; what a visitor typed must not stay. */
void para_cache_clear(struct para_cache *cache);

#endif
