#include "tool/suggest.h"

#include <string.h>

#define LENGTH_MAX 64

static size_t least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

size_t suggest_distance(const char *a, const char *b)
{
    size_t row[LENGTH_MAX + 1];
    size_t width = strlen(b);
    if (strlen(a) > LENGTH_MAX || width > LENGTH_MAX)
        return 255;
    for (size_t j = 0; j <= width; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1]; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= width; j++) {
            size_t above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[width];
}

void suggest_offer(struct suggestion *suggestion, const char *word)
{
    size_t distance = suggest_distance(suggestion->wanted, word);
    size_t allowed = strlen(word) / 3 + 1;
    if (distance <= allowed && (!suggestion->best || distance < suggestion->distance)) {
        suggestion->best = word;
        suggestion->distance = distance;
    }
}
