/* The parts of a build, one subject each; build.c runs them all in one transaction. Each fills tables of its own. */
#ifndef MAISON_PUBLISH_BUILD_PARTS_H
#define MAISON_PUBLISH_BUILD_PARTS_H

#include "publish/source.h"
#include "publish/terms.h"

#include <sqlite3.h>

struct build {
    sqlite3 *db;
    const struct source *source;
    struct terms terms;
    int64_t *service_seq; /* by row of services.csv; 0: not in the pack */
};

typedef bool build_part(const struct build *build, struct err *err);

build_part build_meta;
build_part build_topics;
build_part build_emergency;
build_part build_answers;
build_part build_phrases;
build_part build_steps;
build_part build_notices;
build_part build_kiosks;
build_part build_pages;
build_part build_services;
build_part build_service_topics;
build_part build_service_terms;
build_part build_service_languages;
build_part build_places;
build_part build_service_places;
build_part build_phones;
build_part build_schedules;
build_part build_documents;
build_part build_costs;
build_part build_closures;
build_part build_sources;
build_part build_abbreviations;
build_part build_clips;
build_part build_texts;
build_part build_search;

/* The rows of a table by the number in their column `order`, as many as the table has. */
const struct row **build_in_order(const struct build *build, const struct table *table);

/* Walks a cell that lists ids, each id once: begin with the cell in `rest` and zero the others. */
struct build_words {
    struct str rest;
    struct map seen;
};
bool build_next_word(const char **out, struct build_words *words, struct arena *arena);

/* The seq of a service by its id, 0 when the pack does not have it. */
int64_t build_seq_of(const struct build *build, const char *service_id);

/* Counts rows per owner: 1 for an owner's first row, then 2, … Zeroed it is ready. */
struct build_counter {
    struct map owners;
    int64_t *counts;
    size_t count;
};
int64_t build_count(struct build_counter *counter, struct arena *arena, const char *owner);

#endif
