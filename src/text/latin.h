/* How a word of another script is written in Latin letters, by ICU's transliteration rules for its language and script
 * (CLDR). Only what is known when a pack is built is written so: starting ICU's rules takes tens of milliseconds. */
#ifndef MAISON_TEXT_LATIN_H
#define MAISON_TEXT_LATIN_H

#include "base/arena.h"
#include "base/err.h"

struct latin;

/* For words of `lang` (BCP 47). ERR_FORMAT when ICU lacks its data. */
MUST_USE bool latin_open(struct latin **out, const char *lang, struct err *err);
void latin_close(struct latin *latin); /* accepts NULL */
void latin_closep(struct latin **latin);

/* The folded word (text/fold.h) in the letters a–z and digits, in the arena; "" when nothing is left of it. Of several
 * Han characters it gives their readings without spaces, and *initials, when not NULL, their first letters, "" for
 * other scripts. */
const char *latin_of(struct latin *latin, struct str word, const char **initials, struct arena *arena);

#endif
