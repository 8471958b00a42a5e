/* The guide: pages in a small part of Markdown (CommonMark 0.30), guide/TOPIC/NAME.md, each with a front matter. */
#ifndef MAISON_PUBLISH_GUIDE_H
#define MAISON_PUBLISH_GUIDE_H

#include "content/query.h"
#include "publish/finding.h"
#include "publish/map.h"

struct guide_block {
    enum block_kind kind;
    const char *text;
    const char *target; /* of a link: service:ID, page:ID or topic:ID; else NULL */
    long line;
};

struct guide_source {
    const char *url;
    const char *date; /* YYYY-MM-DD */
};

struct guide_page {
    const char *file;
    const char *topic;   /* its folder */
    const char *id;      /* "" when it has none */
    const char *checked; /* YYYY-MM-DD, "" when never */
    int64_t order;
    bool sensitive;
    const char *title; /* "" when it has none */
    long title_line;
    struct guide_block *blocks;
    size_t block_count;
    struct guide_source *sources;
    size_t source_count;
};

/* Sorted by topic folder, order and id. */
struct guide {
    struct guide_page *pages;
    size_t count;
    struct map ids;
    bool unread; /* of some page not even the id is known */
};

/* Reads one page; file and topic are set by the caller, what is wrong is a finding. */
void guide_read_page(struct guide_page *page, struct findings *findings, struct str bytes);

/* The part behind the front matter; `base` is the whole file, for counting lines. */
void guide_read_body(struct guide_page *page, struct findings *findings, struct str base, struct str body);

/* The 1-based line on which `at` stands within `base`. */
long guide_line_of(struct str base, const char *at);

const struct guide_page *guide_find(const struct guide *guide, const char *id);

#endif
