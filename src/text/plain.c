#include "text/plain.h"

#include "text/bidi.h"

#include <string.h>

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F || c == 0x2009;
}

const char *plain_text(struct arena *arena, struct str text)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t length = 0;
    bool gap = false;
    const char *end = text.at + text.len;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        uint32_t c = str_next_codepoint(&at, end);
        if (bidi_is_control((UChar32)c))
            continue;
        if (is_space(c)) {
            gap = length > 0;
            continue;
        }
        if (gap)
            out[length++] = ' ';
        gap = false;
        memcpy(out + length, start, (size_t)(at - start));
        length += (size_t)(at - start);
    }
    return out;
}
