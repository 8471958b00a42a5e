/* Full-text search over services and guide pages, as a visitor types. The words of each language are folded
 * and cut (text/fold.h) the same way here as when the pack was built; the pack opens its own `struct fold`
 * for that with the first question and keeps it. */
#ifndef MAISON_CONTENT_SEARCH_H
#define MAISON_CONTENT_SEARCH_H

#include "content/query.h"

/* What is typed beyond these is not looked at. */
#define SEARCH_BYTES_MAX 512
#define SEARCH_WORDS_MAX 16

/* Hits are ranked, and counted, among the first so many in the pack's own order, which is by importance. */
#define SEARCH_RANKED_MAX 1000

/* How close what was found comes to what was typed, the closest first. */
enum search_match {
    SEARCH_EXACT, /* each word stands in the hit's texts as it was typed */
    SEARCH_FOLDED /* but for case, marks and ways to write a letter, or through its topic or address */
};

struct search_hit {
    bool is_page;
    enum search_match matched;
    const char *id;
    const char *topic; /* the first of its topics in the kiosk's order; "" for none */
    const char *topic_icon;
    uint32_t topic_colour; /* 0xRRGGBB */
    struct localized name;
    struct localized local_name; /* in the source language; equal to `name` in that language */
    bool has_hours;              /* false: a page */
    struct hours_state hours;
    bool has_distance;
    double distance_m;
};

struct search_list {
    const struct search_hit *at;
    size_t count; /* up to the limit */
    size_t total; /* up to SEARCH_RANKED_MAX */
};

/* What holds every word of `words`, the last one also as the beginning of a word. Best first: words found in
 * names, then in names of topics, then in all else; then in the pack's order. Any bytes are a question;
 * without a word in them the answer is empty. In a language that the pack does not have, it searches in the
 * source language. Errors as in query.h, and ERR_FORMAT when ICU lacks its data. */
MUST_USE bool query_search(struct search_list *out, const struct query *query, const char *words, size_t limit,
                           struct arena *arena, struct err *err);

#endif
