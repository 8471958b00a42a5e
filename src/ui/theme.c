#include "ui/theme.h"

#include <assert.h>
#include <math.h>

static const uint32_t light[] = {
    [COLOUR_PAPER] = 0xFAF7F2,     [COLOUR_CARD] = 0xFFFFFF, [COLOUR_INK] = 0x14213D,
    [COLOUR_MUTED] = 0x48546B,     [COLOUR_LINE] = 0xD8D2C6, [COLOUR_ACCENT] = 0x0A5C63,
    [COLOUR_ON_ACCENT] = 0xFFFFFF, [COLOUR_TINT] = 0xE3F0EF, [COLOUR_RED] = 0xB3261E,
    [COLOUR_RED_TINT] = 0xFFF3F1,  [COLOUR_OPEN] = 0x1B6B3A, [COLOUR_HIGHLIGHT] = 0xFFE08A,
    [COLOUR_KEYS] = 0xECE7DC,
};
static_assert(COUNT(light) == COLOUR_COUNT, "each colour needs a value");

static const float type_units[] = {
    [TYPE_SMALL] = 25, [TYPE_BODY] = 30, [TYPE_TILE] = 34, [TYPE_H2] = 36, [TYPE_H1] = 56, [TYPE_NUMBER] = 60,
};
static_assert(COUNT(type_units) == TYPE_ROLE_COUNT, "each type role needs a size");

struct theme theme_light(float pixels_per_mm)
{
    struct theme theme = { .unit = pixels_per_mm / THEME_UNITS_PER_MM };
    for (size_t i = 0; i < COLOUR_COUNT; i++)
        theme.colours[i] = light[i];
    return theme;
}

int theme_type_size(const struct theme *theme, enum type_role role)
{
    int size = (int)lroundf(type_units[role] * theme->unit);
    return size > 1 ? size : 1;
}

static uint32_t channel(uint32_t colour, unsigned shift)
{
    return (colour >> shift) & 0xFFu;
}

uint32_t theme_pressed(uint32_t colour)
{
    uint32_t out = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8)
        out |= (channel(colour, shift) * 7u / 8u) << shift;
    return out;
}

static double linear(uint32_t value)
{
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * linear(channel(colour, 16)) + 0.7152 * linear(channel(colour, 8)) +
           0.0722 * linear(channel(colour, 0));
}

double theme_contrast(uint32_t a, uint32_t b)
{
    double one = luminance(a), other = luminance(b);
    double bright = one > other ? one : other, dark = one > other ? other : one;
    return (bright + 0.05) / (dark + 0.05);
}
