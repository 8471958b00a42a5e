#include "text/bidi.h"

#include <stdlib.h>
#include <unicode/uchar.h>

bool bidi_is_rtl(const struct wide *wide, bool rtl)
{
    bool other = false; /* a letter runs against the language */
    int depth = 0;
    for (int32_t i = 0; i < wide->length;) {
        UCharDirection direction = u_charDirection(wide_next(wide, &i));
        bool is_rtl = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
        if (direction == U_LEFT_TO_RIGHT_ISOLATE || direction == U_RIGHT_TO_LEFT_ISOLATE ||
            direction == U_FIRST_STRONG_ISOLATE)
            depth++;
        else if (direction == U_POP_DIRECTIONAL_ISOLATE && depth > 0)
            depth--;
        else if (depth > 0 || (direction != U_LEFT_TO_RIGHT && !is_rtl))
            continue;
        else if (is_rtl == rtl)
            return rtl;
        else
            other = true;
    }
    return other ? !rtl : rtl;
}

bool bidi_is_control(UChar32 codepoint)
{
    return u_hasBinaryProperty(codepoint, UCHAR_BIDI_CONTROL);
}

struct bidi {
    UBiDi *icu;
};

bool bidi_open(struct bidi **out, struct err *err)
{
    struct bidi *bidi = calloc(1, sizeof(*bidi));
    UBiDi *icu = bidi ? ubidi_open() : NULL;
    if (!icu) {
        free(bidi);
        return err_set(err, ERR_IO, "out of memory");
    }
    bidi->icu = icu;
    *out = bidi;
    return true;
}

void bidi_close(struct bidi *bidi)
{
    if (!bidi)
        return;
    ubidi_close(bidi->icu);
    free(bidi);
}

const UBiDiLevel *bidi_levels(struct bidi *bidi, const struct wide *wide, bool rtl)
{
    static const UBiDiLevel none[1];
    UErrorCode status = U_ZERO_ERROR;
    if (wide->length == 0)
        return none; /* ICU has no levels to give then */
    ubidi_setPara(bidi->icu, wide->at, wide->length, rtl ? 1 : 0, NULL, &status);
    const UBiDiLevel *levels = ubidi_getLevels(bidi->icu, &status);
    return U_SUCCESS(status) ? levels : NULL;
}

void bidi_visual_order(const UBiDiLevel *levels, int32_t count, int32_t *order)
{
    ubidi_reorderVisual(levels, count, order);
}
