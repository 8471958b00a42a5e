/* A text in UTF-16, as ICU's bidi and break iterators want it, with the way back to its bytes. */
#ifndef MAISON_TEXT_WIDE_H
#define MAISON_TEXT_WIDE_H

#include "base/arena.h"

#include <unicode/utypes.h>

struct wide {
    struct str bytes;
    UChar *at;
    int32_t length;
    uint32_t *offset; /* of each unit's first byte; offset[length] is the text's length */
};

/* Malformed bytes become U+FFFD. At most WIDE_MAX bytes are taken; the rest of a longer text is left out. */
#define WIDE_MAX (1u << 24)
struct wide wide_of(struct str text, struct arena *arena);

/* The code point at *at, which moves behind it. */
UChar32 wide_next(const struct wide *wide, int32_t *at);

/* The bytes of the UTF-16 units from `start` to before `end`. */
struct str wide_bytes(const struct wide *wide, int32_t start, int32_t end);

#endif
