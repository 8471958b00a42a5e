/* Full-text search over services and guide pages, as a visitor types. The words of each language are folded
 * and cut (text/fold.h) the same way here as when the pack was built; the pack opens its own `struct fold`
 * for that with the first question and keeps it. */
#ifndef MAISON_CONTENT_SEARCH_H
#define MAISON_CONTENT_SEARCH_H

#include "content/query.h"

/* What is typed beyond these is not looked at. */
#define SEARCH_BYTES_MAX 512
#define SEARCH_WORDS_MAX 16

/* No more hits are listed, whatever the limit. */
#define SEARCH_LIMIT_MAX 1000

/* With fewer hits than this, words that are a slip or two away are looked for as well. */
#define SEARCH_FEW 5

/* How close what was found comes to what was typed, the closest first. Of several words the least close counts. */
enum search_match {
    SEARCH_EXACT,  /* each word stands in the hit's texts as it was typed */
    SEARCH_FOLDED, /* but for case, marks and ways to write a letter, or through its address */
    SEARCH_LATIN,  /* typed in Latin letters as the word is transliterated */
    SEARCH_SOUND,  /* typed in Latin letters by ear: the consonants are the same, or first letters of Han readings */
    SEARCH_SLIP,   /* one letter off in words from 4 letters, or two in words from 8 */
    SEARCH_SYNONYM, /* only through what people call its topics every day, their names, or taxonomy terms */
    SEARCH_MATCH_COUNT
};

struct search_hit {
    bool is_page;
    enum search_match matched;
    const char *id;
    const char *topic; /* the first of its topics in the kiosk's order; "" for none */
    const char *const *topics; /* all of them, in that order */
    size_t topic_count;
    const char *topic_icon;
    uint32_t topic_colour; /* 0xRRGGBB */
    struct localized name;
    struct str_ranges name_marks;  /* what of the name was searched for */
    struct localized local_name;   /* in the source language; equal to `name` in that language */
    struct str_ranges local_marks; /* only where the name has none */
    bool has_hours;                /* false: a page */
    struct hours_state hours;
    enum service_reach reach;              /* of a service */
    bool has_distance;
    double distance_m;
};

struct search_list {
    const struct search_hit *at;
    size_t count; /* up to the limit */
    size_t total;
    const char *const *near_topics; /* when nothing is found: ids of topics that may help, the nearest first */
    size_t near_topic_count;        /* often 0 */
};

/* What holds every word of `words`, the last one also as the beginning of a word, in the language asked for, in the
 * source language, or in the first fallback language. Best first: the whole name, words of names, of topics and
 * taxonomy terms, of all else, and the same again for each less close match; what is equal by open, then near, then in
 * the pack's order, which is by importance. Any bytes are a question; without a word in them the answer is empty. In a
 * language that the pack does not have, it searches in the others. Errors as in query.h, and ERR_FORMAT when ICU
 * lacks its data. */
MUST_USE bool query_search(struct search_list *out, const struct query *query, const char *words, size_t limit,
                           struct arena *arena, struct err *err);

/* The same among the services that answer yes to every facet that is wanted; those whose answer is not known come last,
 * and pages, which have no answers, are left out. Without a wish it is query_search. */
MUST_USE bool query_search_narrowed(struct search_list *out, const struct query *query, const char *words,
                                    const struct service_wish *wish, struct arena *arena, struct err *err);

#endif
