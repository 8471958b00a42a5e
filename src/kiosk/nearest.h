/* The word that somebody probably meant. */
#ifndef MAISON_KIOSK_NEAREST_H
#define MAISON_KIOSK_NEAREST_H

#include <stddef.h>

/* The candidate fewest edits away, if no more than half of the word has to change; else NULL. */
const char *nearest_word(const char *word, const char *const *candidates, size_t count);

#endif
