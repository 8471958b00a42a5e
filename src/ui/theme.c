#include "ui/theme.h"

#include <assert.h>
#include <math.h>

/* By palette: light, dark, black and yellow. */
static const uint32_t colours[][PALETTE_COUNT] = {
    [COLOUR_PAPER] = { 0xFAF7F2, 0x10151F, 0x000000 },     [COLOUR_CARD] = { 0xFFFFFF, 0x1A2130, 0x000000 },
    [COLOUR_INK] = { 0x14213D, 0xF2F0EA, 0xFFFF00 },       [COLOUR_MUTED] = { 0x48546B, 0xB9C2D3, 0xFFFF00 },
    [COLOUR_LINE] = { 0xD8D2C6, 0x3A4458, 0x6B6B00 },      [COLOUR_EDGE] = { 0x857D6C, 0x7E8BA3, 0xFFFF00 },
    [COLOUR_ACCENT] = { 0x0A5C63, 0x6FD3CC, 0xFFFF00 },    [COLOUR_ON_ACCENT] = { 0xFFFFFF, 0x08131A, 0x000000 },
    [COLOUR_TINT] = { 0xE3F0EF, 0x17383B, 0x262600 },      [COLOUR_RED] = { 0xB3261E, 0xFF9C92, 0xFFFF00 },
    [COLOUR_RED_TINT] = { 0xFFF3F1, 0x3A1716, 0x000000 },  [COLOUR_OPEN] = { 0x1B6B3A, 0x7FD89A, 0xFFFF00 },
    [COLOUR_HIGHLIGHT] = { 0xFFE08A, 0x5C4300, 0x4D4D00 }, [COLOUR_KEYS] = { 0xECE7DC, 0x232B3B, 0x1A1A00 },
};
static_assert(COUNT(colours) == COLOUR_COUNT, "each colour needs a value in each palette");

/* By text size. Headings, which are large already, grow less than what is read. */
static const float type_units[][TEXT_SIZE_COUNT] = {
    [TYPE_SMALL] = { 25, 31, 37.5f }, [TYPE_BODY] = { 30, 37, 45 }, [TYPE_TILE] = { 34, 41, 48 },
    [TYPE_H2] = { 36, 43, 51 },       [TYPE_H1] = { 56, 61, 66 },   [TYPE_NUMBER] = { 60, 66, 72 },
};
static_assert(COUNT(type_units) == TYPE_ROLE_COUNT, "each type role needs its sizes");

static const float growths[] = { [TEXT_USUAL] = 1, [TEXT_LARGE] = 1.2f, [TEXT_LARGEST] = 1.4f };
static_assert(COUNT(growths) == TEXT_SIZE_COUNT, "each text size needs its growth");

struct theme theme_of(float pixels_per_mm, struct look look)
{
    struct theme theme = { .look = look,
                           .unit = pixels_per_mm / THEME_UNITS_PER_MM,
                           .growth = growths[look.text_size] };
    for (size_t i = 0; i < COLOUR_COUNT; i++)
        theme.colours[i] = colours[i][look.palette];
    return theme;
}

int theme_type_size(const struct theme *theme, enum type_role role)
{
    float wanted = type_units[role][theme->look.text_size] * theme->unit;
    /* What is promised in millimetres must not be lost to a pixel. */
    int size = theme->look.text_size == TEXT_LARGEST ? (int)ceilf(wanted - 0.01f) : (int)lroundf(wanted);
    return size > 1 ? size : 1;
}

static uint32_t channel(uint32_t colour, unsigned shift)
{
    return (colour >> shift) & 0xFFu;
}

/* `parts` of 16 on the way to black or to white. */
static uint32_t towards(uint32_t colour, bool white, uint32_t parts)
{
    uint32_t out = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        uint32_t from = channel(colour, shift), to = white ? 255u : 0u;
        out |= ((from * (16 - parts) + to * parts) / 16) << shift;
    }
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

#define TOO_DARK 0.2 /* luminance below which darkening is not seen on a dark ground */

uint32_t theme_pressed(const struct theme *theme, uint32_t colour)
{
    bool lighten = theme->look.palette != PALETTE_LIGHT && luminance(colour) < TOO_DARK;
    return towards(colour, lighten, 2);
}

#define READABLE 5.0 /* somewhat over the 4.5:1 of text, since the edges of letters are softer */

uint32_t theme_ground(const struct theme *theme, uint32_t colour)
{
    uint32_t text = theme->colours[COLOUR_ON_ACCENT];
    bool lighten = luminance(text) < 0.5;
    uint32_t ground = colour;
    if (theme->look.palette == PALETTE_BLACK_YELLOW)
        return theme->colours[COLOUR_ACCENT];
    for (uint32_t parts = 1; parts <= 16 && theme_contrast(ground, text) < READABLE; parts++)
        ground = towards(colour, lighten, parts);
    return ground;
}
