/* Which language each part of a text is said in: a name in other letters, such as "CPAM" in an Arabic sentence, is said
 * in a language that is written in these. */
#ifndef MAISON_TEXT_TONGUES_H
#define MAISON_TEXT_TONGUES_H

#include "text/locale.h"

/* A stretch of a text, without the spaces at its ends. */
struct tongue {
    struct str_range bytes;
    const char *lang;
};

struct tongues {
    struct tongue *at;
    size_t count;
};

/* Languages to choose from, the first with the letters wins: the local one stands first. */
struct tongue_choice {
    const struct locale *at;
    size_t count;
};

/* In the arena. A text in the letters of `lang` is one stretch; figures are said in `lang`. */
struct tongues tongues_of(struct arena *arena, struct str text, const char *lang, const char *local,
                          struct tongue_choice choice);

#endif
