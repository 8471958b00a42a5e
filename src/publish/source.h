/* A pack's source folder in memory: manifest, tables, guide pages and catalogues. Loading reads what can be read;
 * whatever is wrong becomes a finding, so that one visit shows a person all there is to correct. */
#ifndef MAISON_PUBLISH_SOURCE_H
#define MAISON_PUBLISH_SOURCE_H

#include "base/err.h"
#include "publish/csv.h"
#include "publish/guide.h"
#include "publish/manifest.h"
#include "publish/map.h"
#include "publish/spec.h"
#include "publish/translations.h"

struct row {
    long number;
    const char **cells; /* as many as the file's first row has */
    const char *owner;  /* TABLE/ID that a phone, schedule, … belongs to; NULL for none */
    bool shown;         /* false: belongs only to services that are not shown, or to a private contact */
};

struct table {
    const struct table_spec *spec;
    int column_at[COLUMNS_MAX]; /* of each column of the spec; -1: the file has no such column */
    bool unread;                /* missing or not readable as a whole: what it lacks may only be out of sight */
    struct row *rows;
    size_t count;
    struct map ids;
};

/* Everything lives in `arena`. */
struct source {
    struct arena *arena;
    const char *folder;
    struct manifest manifest;
    const char *day; /* to which ages are counted: YYYY-MM-DD, maybe with a time behind it; "" when not known */
    struct table tables[TABLE_COUNT];
    struct guide guide;
    struct translations *translations; /* one per language of the manifest but the source's, in its order */
    size_t translation_count;
};

/* ERR_MISSING when there is no such folder; anything else that is wrong inside it is a finding. */
MUST_USE bool source_load(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                          struct err *err);

/* Some tables only, each read as source_load reads them; whose rows they are and what is shown is not told. */
void source_load_tables(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                        const enum table_id *tables, size_t count);

/* The cell of a column that the table's spec names; "" when empty or absent. */
const char *row_get(const struct table *table, const struct row *row, const char *column);

/* The row of that id, or NULL. */
const struct row *table_find(const struct table *table, const char *id);

/* True if the table lacks the row for certain: of one that is unread nobody can say so. */
bool table_lacks(const struct table *table, const char *id);

struct spot row_spot(const struct table *table, const struct row *row, const char *column);

/* "TABLE/ID" */
const char *row_owner_name(const struct table *table, const struct row *row, struct arena *arena);

/* True if TABLE/ID names no row or guide page for certain. */
bool source_lacks_record(const struct source *source, const char *record);

/* True if service:ID, page:ID or topic:ID leads to nothing that people can see, for certain. */
bool source_lacks_target(const struct source *source, const char *target);

#endif
