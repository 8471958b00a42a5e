/* The look: colours, type sizes and measures. Everything scales from one number, pixels per millimetre; the tokens are
 * given in units of 1/3.6 mm (a pixel of a 24-inch screen of 1920x1080). */
#ifndef MAISON_UI_THEME_H
#define MAISON_UI_THEME_H

#include "base/def.h"

enum colour {
    COLOUR_PAPER,
    COLOUR_CARD,
    COLOUR_INK,
    COLOUR_MUTED,
    COLOUR_LINE, /* between things that can't be tapped */
    COLOUR_EDGE, /* around what can be tapped: 3:1 on any ground */
    COLOUR_ACCENT,
    COLOUR_ON_ACCENT, /* text on accent, red and the topics' colours */
    COLOUR_TINT,
    COLOUR_RED,
    COLOUR_RED_TINT,
    COLOUR_OPEN,
    COLOUR_HIGHLIGHT,
    COLOUR_KEYS, /* behind the keyboard */
    COLOUR_COUNT
};

enum type_role { TYPE_SMALL, TYPE_BODY, TYPE_TILE, TYPE_H2, TYPE_H1, TYPE_NUMBER, TYPE_ROLE_COUNT };

/* What a visitor can choose; all zero is the usual look. */
enum palette { PALETTE_LIGHT, PALETTE_DARK, PALETTE_BLACK_YELLOW, PALETTE_COUNT };
enum text_size { TEXT_USUAL, TEXT_LARGE, TEXT_LARGEST, TEXT_SIZE_COUNT };
struct look {
    enum palette palette;
    enum text_size text_size;
};

struct theme {
    struct look look;
    float unit;                     /* pixels per unit */
    float growth;                   /* how much larger than usual pictograms and what holds text are */
    uint32_t colours[COLOUR_COUNT]; /* 0xRRGGBB */
};

#define THEME_UNITS_PER_MM 3.6f

/* Measures in units. */
#define UNITS_TARGET 72.0f  /* 20 mm, the least size of a target */
#define UNITS_GAP 20.0f     /* between targets; 3 mm (10.8) is the least */
#define UNITS_MARGIN 40.0f  /* at the screen's edges */
#define UNITS_BAR_PAD 18.0f /* above and below the buttons of a bar: 108 in all */
#define UNITS_RADIUS 16.0f  /* buttons */
#define UNITS_CARD_RADIUS 24.0f
#define UNITS_LINE 2.0f /* thickness of borders */

struct theme theme_of(float pixels_per_mm, struct look look);

/* Type size in pixels, whole and at least 1. With the largest text the smallest role has capitals of at least 7.3 mm:
 * 0.7 degrees from 60 cm (EN 301 549 V3.2.1, 5.1.4). */
int theme_type_size(const struct theme *theme, enum type_role role);

/* The colour as a pressed control shows it at once: an eighth darker, or lighter where it is too dark for that to
 * be seen. */
uint32_t theme_pressed(const struct theme *theme, uint32_t colour);

/* A colour of the pack (a topic's) as the theme can use it for a ground that COLOUR_ON_ACCENT stands on: as it is where
 * that can be read, else lightened or darkened until it can. */
uint32_t theme_ground(const struct theme *theme, uint32_t colour);

/* WCAG 2.2 contrast ratio of two colours, 1 to 21 ("relative luminance" and "contrast ratio" there). */
double theme_contrast(uint32_t a, uint32_t b);

#endif
