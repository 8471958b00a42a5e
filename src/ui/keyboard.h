/* Keyboards on the screen: the letters of a language as people there know them from their keyboards (xkeyboard-config's
 * layouts, through libxkbcommon), a syllable picker for Ethiopic, whose layout types marks in an order that nobody
 * expects on glass, and Latin letters for the rest. Searching folds case and accents, so there is no shift. */
#ifndef MAISON_UI_KEYBOARD_H
#define MAISON_UI_KEYBOARD_H

#include "base/arena.h"
#include "base/err.h"

#define KEYBOARD_ROWS 3
#define KEYBOARD_ROW_MAX 14

struct keyboard_row {
    const char *keys[KEYBOARD_ROW_MAX]; /* UTF-8, one letter each */
    size_t count;
};

struct keyboard {
    struct keyboard_row rows[KEYBOARD_ROWS];
    bool is_latin;
    bool is_syllabic; /* Ethiopic: the keys are first forms; keyboard_forms gives the others */
    bool is_digits;
};

/* The keyboard for a language; `latin` asks for Latin letters whatever it is. Strings live in the arena. Without
 * layouts on the machine (xkb-data) it is a built-in Latin one. */
struct keyboard keyboard_for(const char *lang, bool latin, struct arena *arena);

/* Digits as on a telephone: people know services by their short numbers. */
struct keyboard keyboard_of_digits(void);

/* The seven or eight forms of an Ethiopic syllable (Unicode 15, 19.1: each series begins at a multiple of 8), the
 * letter's own among them. 0 for anything else. */
#define KEYBOARD_FORMS_MAX 8
size_t keyboard_forms(const char *forms[KEYBOARD_FORMS_MAX], const char *letter, struct arena *arena);

#endif
