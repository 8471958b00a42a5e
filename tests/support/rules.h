/* What holds on every screen: targets are large enough and apart, nothing overlaps, nothing is cut off, every character
 * has a font, contrast holds, a low reach gets to everything. Screens are laid out with the real fonts. A broken rule
 * is printed and counted; rules_close_pack fails the test for it. */
#ifndef MAISON_TESTS_RULES_H
#define MAISON_TESTS_RULES_H

#include "platform/glyphs.h"
#include "support/walk.h"

struct rules_size {
    int width, height;
    double diagonal; /* inches */
};

/* All zero but `low_reach_mm` to begin with; it must stay where it is. */
struct rules {
    float low_reach_mm; /* as in the config; 0: half of the screen */
    struct fonts *fonts;
    struct glyphs *glyphs;
    struct para_cache *paras;
    struct arena frame;
    struct theme theme;
    const struct rules_size *size;
    struct walk walk;
    struct draw_list list; /* of the screen checked last */
    unsigned long screens;
    unsigned long marks;
    unsigned long failures;
};

/* Fonts, and the catalogues of the packs of tests/support/make_packs.sh. False after saying why. */
bool rules_open(struct rules *rules);
void rules_close(struct rules *rules);

/* A pack by its name, as in walk_open. */
void rules_open_pack(struct rules *rules, const char *pack);
void rules_close_pack(struct rules *rules);

/* What follows is checked at this size, and shown as this visitor wants it. */
void rules_set(struct rules *rules, const struct rules_size *size, struct display display);

/* Every screen of the pack in each of its languages. */
void rules_check_pack(struct rules *rules);

/* The same in the doubled languages, which are longer than any other. */
void rules_check_doubled(struct rules *rules);

/* The screen that the walk is on, as it opens and scrolled to its end. */
void rules_check_screen(struct rules *rules);

/* After that: on a screen of a kiosk's size no language is hidden. */
void rules_check_languages(struct rules *rules);

#endif
