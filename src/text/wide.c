#include "text/wide.h"

#include <unicode/utf16.h>

struct wide wide_of(struct str text, struct arena *arena)
{
    if (text.len > WIDE_MAX)
        text.len = WIDE_MAX;
    struct wide wide = { .bytes = text };
    wide.at = ARENA_ARRAY(arena, UChar, text.len + 1);
    wide.offset = ARENA_ARRAY(arena, uint32_t, text.len + 1);
    const char *at = text.at;
    const char *end = text.at + text.len;
    while (at < end) {
        uint32_t start = (uint32_t)(at - text.at);
        uint32_t codepoint = str_next_codepoint(&at, end);
        int32_t first = wide.length;
        U16_APPEND_UNSAFE(wide.at, wide.length, codepoint);
        for (int32_t i = first; i < wide.length; i++)
            wide.offset[i] = start;
    }
    wide.offset[wide.length] = (uint32_t)text.len;
    return wide;
}

UChar32 wide_next(const struct wide *wide, int32_t *at)
{
    UChar32 codepoint = wide->at[(*at)++];
    if (U16_IS_LEAD((uint32_t)codepoint)) /* its other half follows: wide_of wrote both */
        codepoint = U16_GET_SUPPLEMENTARY(codepoint, wide->at[(*at)++]);
    return codepoint;
}

struct str wide_bytes(const struct wide *wide, int32_t start, int32_t end)
{
    uint32_t first = wide->offset[start];
    return (struct str){ wide->bytes.at + first, wide->offset[end] - first };
}
