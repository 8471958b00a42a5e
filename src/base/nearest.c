#include "base/nearest.h"

#include <string.h>

#define WORD_MAX 40

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance, one row at a time. */
static size_t edits(const char *a, const char *b)
{
    size_t row[WORD_MAX + 1];
    size_t length = strlen(b);
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < length; j++) {
            size_t above = row[j + 1];
            size_t change = diagonal + (a[i] != b[j] ? 1 : 0);
            row[j + 1] = least(change, least(above, row[j]) + 1);
            diagonal = above;
        }
    }
    return row[length];
}

const char *nearest_word(const char *word, const char *const *candidates, size_t count)
{
    const char *best = NULL;
    size_t fewest = strlen(word) / 2 + 1;
    for (size_t i = 0; i < count; i++) {
        if (strlen(candidates[i]) > WORD_MAX)
            continue;
        size_t distance = edits(word, candidates[i]);
        if (distance < fewest) {
            fewest = distance;
            best = candidates[i];
        }
    }
    return best;
}
