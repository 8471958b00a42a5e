/* What is said of a text on the screen: a phone number by pairs of digits, a time in words, an abbreviation as the pack
 * has it, a middle dot as a pause. Also where each part of it stands on the screen, so that words can be shown as they
 * are said. */
#ifndef MAISON_TEXT_SPOKEN_H
#define MAISON_TEXT_SPOKEN_H

#include "base/arena.h"

/* How a pack says one of its abbreviations: "AME", "A M E". */
struct spoken_short {
    const char *is;
    const char *say;
};

struct spoken_shorts {
    const struct spoken_short *at;
    size_t count;
};

/* A stretch of what is said, and the bytes of the shown text that it stands for. */
struct spoken_piece {
    struct str_range said;
    struct str_range shown;
};

struct spoken {
    const char *text;
    const struct spoken_piece *pieces; /* in order; together they are all of `text` */
    size_t count;
};

/* In the arena. `lang` is the language in which it is said; its words for times come from the interface's catalogue and
 * ICU's spelled-out numbers (CLDR, RBNF). */
struct spoken spoken_of(struct arena *arena, struct str shown, const char *lang, struct spoken_shorts shorts);

/* The part of the shown text that bytes of what is said stand for. */
struct str_range spoken_shown(const struct spoken *spoken, struct str_range said);

/* True for a text without any letter: a number, which is said in the language of whoever listens. */
bool spoken_is_number(struct str shown);

#endif
