/* What a staging is inside. Only the import core (staging*.c, import*.c without a format's name) includes this. */
#ifndef MAISON_PUBLISH_STAGING_PARTS_H
#define MAISON_PUBLISH_STAGING_PARTS_H

#include "base/arena.h"
#include "publish/hsds.h"
#include "publish/import_db.h"
#include "publish/import_ids.h"
#include "publish/map.h"
#include "publish/staging.h"

enum {
    STAGING_CLOSURES = HSDS_TABLE_COUNT,
    STAGING_SOURCES,
    STAGING_TABLE_COUNT,
};

#define STAGING_COLUMNS_MAX 1024
#define STAGING_X_ID "x_id"

/* The columns of a table that the source, an earlier import or the standard know: the standard's come first. */
struct staging_table {
    const struct hsds_table *spec;
    const char **columns;
    size_t column_count;
    struct map by_name;
    bool *used; /* of each column: a staged row has it filled in */
    bool covered;
    int64_t staged;
};

/* The cells of a row, one for each column of its table that there was when it was made; absent ones are empty. */
struct staging_row {
    struct str *at;
    size_t count;
};

struct staging_pending {
    size_t tab;
    const char *id;   /* as mapped */
    struct str given; /* as in the source; empty when it was made from the content */
    struct staging_row row;
    struct str links[HSDS_COLUMNS_MAX]; /* that were mapped, as in the source */
    bool appends;                       /* its texts are lines for the row that is there */
};

/* Rows of a file of the source; files count from 1. */
struct staging_file_counts {
    int64_t taken, refused;
};

struct staging {
    struct import_db db;
    struct arena arena; /* of names, for as long as the staging */
    struct arena round; /* of the row in hand */
    const char *source;
    struct staging_table tables[STAGING_TABLE_COUNT];
    int64_t last; /* row of the table `staged` */

    struct spot where; /* of the row in hand */
    int64_t file;
    bool refused;
    bool doubted;
    struct staging_pending *at;
    size_t count;
    struct map noted; /* about it */
    size_t main;      /* which of them the row is about */

    bool record_lost; /* a record was refused of which not even the id is known */
    const char *incomplete;
    struct err err; /* of what is no failure of the database */
    struct map files;
    struct {
        struct staging_file_counts *at;
        size_t count;
    } file_counts;
};

enum staging_note { STAGING_REFUSED, STAGING_DOUBT };

/* A table by its file's base name. */
MUST_USE bool staging_find_table(size_t *out, const char *file);

/* Where the table's file is in a pack folder: "hsds/services.csv", "closures.csv". */
const char *staging_path_of(const struct staging *staging, size_t tab, struct arena *arena);

void staging_tables_init(struct staging *staging);

/* The place of a column, which becomes one of the table's; false when there are too many. */
MUST_USE bool staging_column(size_t *out, struct staging *staging, size_t tab, const char *name);

/* The columns that say which thing a row is, of which an id is made when it has none; ends with NULL. */
const char *const *staging_identity(size_t tab);

/* True for a table that nothing links to: a second row with the same id can have another. */
bool staging_can_renumber(size_t tab);

const char *staging_made_id(struct staging *staging, size_t tab, const struct staging_row *row, const char *before);

struct str staging_get(const struct staging_row *row, size_t column);

/* Rows as the database keeps them. The unpacked cells are borrowed from `packed`, the list is the arena's. */
struct str staging_pack(const struct staging_row *row, struct arena *arena);
struct str staging_pack_with_links(const struct staging_pending *pending, struct arena *arena);
struct staging_row staging_unpack(struct str packed, size_t columns, struct arena *arena);

/* The link of a column as in the source; empty when it stood there as it is. Borrowed from `packed`. */
struct str staging_link_given(struct str packed, size_t column);

/* Puts a row behind those that are staged. `first` is the number of the first that came with it, 0 for itself; the line
 * and file are those of the row in hand. */
void staging_insert(struct staging *staging, const struct staging_pending *pending, int64_t first);

/* The id as the pack has it, in the arena of the row in hand. */
struct str staging_map_id(struct staging *staging, size_t tab, struct str id);

/* Writes a note of the row `where`. */
void staging_write_note(struct staging *staging, enum staging_note kind, struct spot where, struct str value,
                        const char *reason);

/* Of a file by its number. */
struct staging_file_counts *staging_counts(struct staging *staging, int64_t file);

/* Takes out what leads to nothing, neither in the staging nor in the pack folder `into`. */
MUST_USE bool staging_settle(struct staging *staging, const char *into, struct err *err);

#endif
