#include "support/fake_measurer.h"

#include <unicode/uchar.h>

static bool has_width(uint32_t codepoint)
{
    UChar32 c = (UChar32)codepoint;
    return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK | U_GC_CF_MASK)) == 0;
}

static struct unit_metrics measure_unit(void *data, const struct text_unit *unit)
{
    struct fake_measurer *fake = data;
    const char *at = unit->text.at;
    const char *end = at + unit->text.len;
    int count = 0;
    while (at < end)
        count += has_width(str_next_codepoint(&at, end));
    fake->unit_calls++;
    float size = (float)unit->size;
    return (struct unit_metrics){ (float)count * fake->advance * size, fake->rise * size, fake->fall * size };
}

static struct face_metrics measure_face(void *data, int face, int size)
{
    const struct fake_measurer *fake = data;
    (void)face;
    return (struct face_metrics){ fake->ascent * (float)size, fake->descent * (float)size };
}

struct text_measurer fake_measurer(struct fake_measurer *fake)
{
    return (struct text_measurer){ fake, measure_unit, measure_face };
}
