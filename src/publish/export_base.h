/* What is to be exported: all rows of a pack in a temporary database on disk, so that directories of any size leave in
 * little memory. There is a table for each of HSDS, named like its file ("services"), whether it has rows or not. All
 * values are text as it stands in the pack, NULL where nothing stands; `row` is the row of the file, as a spreadsheet
 * counts. The order of rows is that of the file.
 *
 *     export_base_open(&base, err) && export_from_folder(base, folder, err) && export_base_prepare(base, false, err)
 *
 * and then an exporter writes what is there. */
#ifndef MAISON_PUBLISH_EXPORT_BASE_H
#define MAISON_PUBLISH_EXPORT_BASE_H

#include "base/arena.h"
#include "base/err.h"
#include "publish/hsds.h"

#include <sqlite3.h>

struct export_column {
    const char *name;                   /* as it is written */
    const char *sql;                    /* as SQL calls it, in quotation marks */
    const struct hsds_column *standard; /* NULL: HSDS knows no such column */
    bool given;                         /* the source has it, or a row has a value */
};

struct export_table {
    const struct hsds_table *spec;
    struct export_column *columns; /* the standard's in its order, then those that only the source has */
    size_t count;
    size_t rows;
};

/* What the pack says of itself; strings are "" when absent. */
struct export_about {
    const char *id;
    const char *city;
    const char *country;
    const char *source_language;
    const char *created;
    const char *const *languages;
    size_t language_count;
};

struct export_remarks {
    const char **at;
    size_t count;
};

/* Open, so that exporters can ask it anything; only export_base.c and those that fill it write to it. */
struct export_base {
    sqlite3 *db;
    struct arena arena;
    struct export_table tables[HSDS_TABLE_COUNT];
    struct export_about about;
    struct export_remarks remarks; /* what was left out or filled in, in plain words */
};

MUST_USE bool export_base_open(struct export_base **out, struct err *err);
void export_base_close(struct export_base *base); /* accepts NULL */
void export_base_closep(struct export_base **base);

/* Fills it from a pack's folder. ERR_FORMAT names the file and row that can't be read. */
MUST_USE bool export_from_folder(struct export_base *base, const char *folder, struct err *err);

/* Fills it from a built pack, of which it has what the pack has. Errors are those of pack_open. */
MUST_USE bool export_from_pack(struct export_base *base, const char *path, struct err *err);

/* Takes out what a pack does not show either (contacts, staff mails, who changed what, what is inactive, and whatever
 * hangs only on that) unless `all`, and fills in what HSDS wants and a pack takes for granted. */
MUST_USE bool export_base_prepare(struct export_base *base, bool all, struct err *err);

/* For those that fill it: adds the columns that the source has, runs SQL. */
MUST_USE bool export_base_columns(struct export_base *base, size_t table, const char *const *names, size_t count,
                                  struct err *err);
MUST_USE bool export_base_run(struct export_base *base, const char *sql, struct err *err);

/* One sentence about what was left out or filled in. */
void export_remark(struct export_base *base, const char *format, ...) PRINTF_LIKE(2, 3);

/* A statement on the database, the caller's to sqlite3_finalize. */
MUST_USE bool export_base_ask(sqlite3_stmt **out, struct export_base *base, const char *sql, struct err *err);

#endif
