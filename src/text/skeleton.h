/* What is left of a word when it is written in Latin letters by ear: its consonants. "tabib", "tbib" and "toubib" are
 * all "tbb", and so is what a transliteration makes of طبيب, where the short vowels are not written at all. */
#ifndef MAISON_TEXT_SKELETON_H
#define MAISON_TEXT_SKELETON_H

#include "base/arena.h"

/* True for a word of a–z only. */
bool skeleton_is_latin(struct str word);

/* Of a word of a–z, in the arena: vowels and half-vowels fall away except for the first letter, doubles side by side
 * are one, what is written in several ways (q, c, k; ch, sh) is one, and so falls the h at an end. "" when there is
 * nothing but vowels behind the first letter. */
const char *skeleton_of(struct str word, struct arena *arena);

#endif
