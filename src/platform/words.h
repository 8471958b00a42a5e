/* The words that were measured or drawn lately: a hash table whose entries are also in the order of their
 * last use. */
#ifndef MAISON_PLATFORM_WORDS_H
#define MAISON_PLATFORM_WORDS_H

#include "platform/picture.h"

/* A word that is only measured has this in place of a colour. */
#define WORD_UNPAINTED 0xFFFFFFFFu

struct word {
    struct word *next; /* in the same bucket */
    struct word *newer, *older;
    uint64_t hash;
    uint32_t colour;
    int face, size;
    bool rtl;
    char script[5];
    bool known; /* what follows is filled in */
    float advance, rise, fall;
    int glyphs;
    struct picture picture;
    size_t bytes; /* that it costs */
    size_t length;
    char text[]; /* terminated */
};

struct words;

struct words *words_new(void);
void words_free(struct words *words); /* accepts NULL */

/* The word, new (not `known`) or found; it counts as used now. Borrowed until words_trim or words_clear. */
struct word *words_get(struct words *words, const struct text_unit *unit, uint32_t colour);

/* Counts the bytes of a picture that was put into the word. */
void words_count(struct words *words, struct word *word, size_t bytes);

void words_trim(struct words *words, size_t bytes);

/* Overwrites pictures and texts, then forgets them. */
void words_clear(struct words *words);

#endif
