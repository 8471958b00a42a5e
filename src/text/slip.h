/* How many slips of a finger lie between two words: letters left out, put in, replaced, or two neighbours swapped
 * (optimal string alignment, the restricted form of Damerau's distance). Made for walking through a sorted list of
 * words: what two neighbours in the list begin with alike is compared once. */
#ifndef MAISON_TEXT_SLIP_H
#define MAISON_TEXT_SLIP_H

#include "base/str.h"

#define SLIP_LETTERS_MAX 48 /* of either word; longer ones are not compared */

struct slip {
    uint32_t typed[SLIP_LETTERS_MAX];
    size_t length;
    int most;
    uint32_t word[SLIP_LETTERS_MAX + 1]; /* letter n at n, from 1 */
    size_t ends[SLIP_LETTERS_MAX + 1];   /* bytes of the word up to and with letter n */
    uint8_t rows[SLIP_LETTERS_MAX + 1][SLIP_LETTERS_MAX + 1];
    uint8_t nearest[SLIP_LETTERS_MAX + 1]; /* the least distance of the word's first n letters or fewer */
    size_t depth;                          /* letters of `word` that are compared */
    size_t hopeless;                       /* bytes: whatever begins alike so far is too far off; SIZE_MAX: none */
};

/* How many slips a word of so many letters may have: none, one from 4, two from 8. */
int slip_allowed(size_t letters);

/* Code points of well-formed UTF-8. */
size_t slip_letters(struct str word);

/* False when the word is too short or too long to be mistyped. */
bool slip_init(struct slip *slip, struct str typed);

struct slip_distance {
    int whole; /* to the whole word */
    int start; /* to the nearest of its beginnings */
    bool same_first;
};

/* The distance to the next word of a sorted list, of which the first `shared` bytes (whole letters) are those of the
 * word before. False when both are beyond what is allowed. */
bool slip_next(struct slip_distance *out, struct slip *slip, struct str word, size_t shared);

#endif
