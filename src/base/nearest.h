/* "Did you mean": the word of a list that a mistyped one is closest to, by Levenshtein's distance. */
#ifndef MAISON_BASE_NEAREST_H
#define MAISON_BASE_NEAREST_H

#include <stddef.h>

/* The candidate that the fewest letters have to be added, removed or replaced for, the first of equals; NULL if more
 * than half of the word would change. Borrowed from the list. Candidates of more than 40 bytes are passed over. */
const char *nearest_word(const char *word, const char *const *candidates, size_t count);

#endif
