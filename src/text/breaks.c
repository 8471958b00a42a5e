#include "text/breaks.h"

bool breaks_is_newline(UChar32 codepoint)
{
    return codepoint == '\n' || codepoint == 0x2028 || codepoint == 0x2029;
}

uint8_t *breaks_of_lines(const struct wide *wide, const struct language *language, struct arena *arena)
{
    uint8_t *breaks = ARENA_ARRAY(arena, uint8_t, (size_t)wide->length + 1);
    UErrorCode status = U_ZERO_ERROR;

    if (language->lines)
        ubrk_setText(language->lines, wide->at, wide->length, &status);
    if (language->lines && U_SUCCESS(status)) {
        for (int32_t at = ubrk_first(language->lines); at != UBRK_DONE; at = ubrk_next(language->lines))
            breaks[at] = BREAK_ALLOWED;
    }
    for (int32_t i = 0; i < wide->length; i++) {
        if (breaks_is_newline(wide->at[i]))
            breaks[i + 1] = BREAK_FORCED;
    }
    breaks[0] = BREAK_NONE;
    return breaks;
}

struct clusters breaks_of_clusters(UBreakIterator *iterator, const struct wide *wide, int32_t start, int32_t end,
                                   struct arena *arena)
{
    int32_t *ends = ARENA_ARRAY(arena, int32_t, (size_t)(end - start) + 1);
    struct clusters clusters = { .ends = ends };
    UErrorCode status = U_ZERO_ERROR;

    ubrk_setText(iterator, wide->at + start, end - start, &status);
    if (U_SUCCESS(status)) {
        ubrk_first(iterator);
        for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
            ends[clusters.count++] = start + at;
    }
    if (clusters.count == 0)
        ends[clusters.count++] = end;
    return clusters;
}
