/* The words of opening hours in plain text. Internal to publish/opening_plain*.c. */
#ifndef MAISON_PUBLISH_OPENING_PLAIN_WORDS_H
#define MAISON_PUBLISH_OPENING_PLAIN_WORDS_H

#include "base/arena.h"

enum plain_kind {
    PLAIN_END,
    PLAIN_DAYS,     /* `days` */
    PLAIN_HOLIDAYS, /* public ones */
    PLAIN_TIME,     /* `minutes` */
    PLAIN_NUMBER,   /* `minutes`: an hour if the other end of the range is a time */
    PLAIN_TO,       /* between the ends of a range */
    PLAIN_AND,      /* between items of a list */
    PLAIN_STOP,     /* between sentences */
    PLAIN_OFF,
    PLAIN_ALWAYS, /* 24 hours */
    PLAIN_FILLER,
    PLAIN_UNKNOWN
};

struct plain_word {
    enum plain_kind kind;
    unsigned days; /* a bit for each, Monday's the lowest */
    int minutes;
    bool is_half_day; /* "am" or "pm" stands behind it */
};

/* Lower case, without accents, with plain spaces, dashes and apostrophes; NULL when letters of another script are left.
 */
const char *opening_plain_text(struct arena *arena, struct str text);

/* The next word of such a text, which moves on. */
struct plain_word opening_plain_next(const char **text);

#endif
