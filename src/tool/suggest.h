/* "Did you mean": the word of a list that a mistyped one is closest to. */
#ifndef MAISON_TOOL_SUGGEST_H
#define MAISON_TOOL_SUGGEST_H

#include "base/def.h"

/* How many letters have to be added, removed or replaced (Levenshtein), at most 255. */
size_t suggest_distance(const char *a, const char *b);

/* A finder of the nearest: offer words one by one. */
struct suggestion {
    const char *wanted;
    const char *best; /* NULL while none is close enough to be meant */
    size_t distance;
};

void suggest_offer(struct suggestion *suggestion, const char *word);

#endif
