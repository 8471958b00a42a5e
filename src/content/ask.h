/* What every part of a query needs, in one value. Internal to the queries. */
#ifndef MAISON_CONTENT_ASK_H
#define MAISON_CONTENT_ASK_H

#include "content/query.h"
#include "content/statement.h"

struct ask {
    const struct query *query;
    struct arena *arena; /* the answer's */
    struct err *err;
};

/* The text of TABLE/ID's field in the visitor's language, else along the fallback chain, else in the source
 * language; absent (text NULL) when none has it. */
MUST_USE bool ask_text(struct localized *out, const struct ask *ask, const char *table, const char *id,
                       const char *field);

/* The same in the source language only: what stands on the door, whoever asks. */
MUST_USE bool ask_local_text(struct localized *out, const struct ask *ask, const char *table, const char *id,
                             const char *field);

/* Where a table's row was taken from, each address once. */
struct source_list {
    struct source_row *at;
    size_t count;
};
MUST_USE bool ask_sources(struct source_list *out, const struct ask *ask, const char *table, const char *id);

/* ERR_MISSING unless the pack has the topic. */
MUST_USE bool ask_topic_exists(const struct ask *ask, const char *topic);

/* NULL is read as not known. */
enum answer ask_answer(const struct statement *row, int column);

/* A place from two columns; unknown if one is NULL or off the globe. */
struct geo ask_geo(const struct statement *row, int latitude_column, int longitude_column);

#endif
