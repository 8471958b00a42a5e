/* The letters that a language is written with: the exemplars of CLDR (UTS #35, part 2, 3.1). */
#ifndef MAISON_TEXT_ALPHABET_H
#define MAISON_TEXT_ALPHABET_H

#include "base/arena.h"

struct alphabet_letter {
    const char *letter; /* UTF-8 */
    const char *base;   /* what is left of it without its marks; itself without any */
};

struct alphabet {
    const struct alphabet_letter *at;
    size_t count;
};

/* In the order of code points, all in the arena; empty for a language that CLDR does not know. */
struct alphabet alphabet_of(const char *lang, struct arena *arena);

#endif
