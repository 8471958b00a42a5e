/* Where an import puts what it reads before anything of the pack folder changes: rows of HSDS tables, in a temporary
 * database on disk, each with the row of the source that it comes from.
 *
 * An importer goes through the rows of its source (lines of a CSV or sheet, documents of a JSON) and for each says
 *
 *     staging_begin_row(staging, (struct spot){ "structures.csv", 17, NULL });
 *     staging_add(staging, "organizations", cells, count);     any number of rows of any tables
 *     staging_doubt(staging, "telephone", value, "…");         a value is left out or changed
 *     staging_refuse(staging, "id", value, "…");               or: the row can't be taken
 *     staging_end_row(staging);
 *
 * so that rows read are rows taken and rows refused, always. A row to which nothing was added is refused.
 *
 * Ids and links (…_id, parent_id, link_id, resource_id and the records of sources.csv) are those of the source: UUIDs
 * stay, others become UUIDv5 as docs/pack-format.md says, and the original is kept in the column x_id. A row without id
 * gets one made from what it says. Adding an id of the same table again adds what is not yet known of it; what differs
 * is a doubt, and the first stays.
 *
 * Failures (a full disk) are kept until staging_ok asks for them; meanwhile every call does nothing. */
#ifndef MAISON_PUBLISH_STAGING_H
#define MAISON_PUBLISH_STAGING_H

#include "base/err.h"
#include "base/str.h"
#include "publish/finding.h"

struct staging;

struct cell {
    const char *column;
    struct str value; /* UTF-8. White space at its ends is cut off and CRLF becomes LF; an empty one may be left out */
};

/* `source` names the source for its ids and for the next import of the same: spec_id_is_plain. */
MUST_USE bool staging_open(struct staging **out, const char *source, struct err *err);
void staging_close(struct staging *staging); /* accepts NULL */
void staging_closep(struct staging **staging);

const char *staging_source(const struct staging *staging);

/* A file of the source that is read, and what to know of it ("Windows-1252", "sheet Services"); NULL: nothing. Files
 * that are not read are named too, with the reason in `skipped`. */
void staging_file(struct staging *staging, const char *file, const char *how);
void staging_file_skipped(struct staging *staging, const char *file, const char *why);

/* Strings of `where` are copied. `where.column` is not used. */
void staging_begin_row(struct staging *staging, struct spot where);
void staging_end_row(struct staging *staging);

/* `table` is a table of HSDS by its file's base name ("services", "service_at_location", "url", …), or "closures" or
 * "sources". A column that HSDS does not have is kept as it is. Everything is copied. Returns the id that the row has
 * in the pack, for links of other rows to it; "" when there is no such table. */
const char *staging_add(struct staging *staging, const char *table, const struct cell *cells, size_t count);

/* What is added next is what the source's row is about: if it can't be taken, the row can't. Without a word it is what
 * is added first. */
void staging_next_is_main(struct staging *staging);

/* Adds a line to a text of a row that is there already (staging_has); one that it has is not added again. */
void staging_add_text(struct staging *staging, const char *table, struct str id, const char *column, struct str text);

/* True if the table has a row of that id, as the source has it, from an earlier row of the source. */
bool staging_has(struct staging *staging, const char *table, struct str id);

/* The same, or from the row in hand. */
bool staging_knows(struct staging *staging, const char *table, struct str id);

/* A row of the folder, with its own id and cells as they stand there, which the source was taken from: what the source
 * now says otherwise is changed there and not here. Told between staging_begin_row and staging_end_row. */
void staging_assume(struct staging *staging, const char *table, const struct cell *cells, size_t count);

/* The row in hand is refused: nothing of it is taken, but what was added before is known to be there still, and is not
 * taken out of the folder. `column` may be NULL and is copied, like the value, of which 200 bytes are kept. */
void staging_refuse(struct staging *staging, const char *column, struct str value, const char *reason, ...)
    PRINTF_LIKE(4, 5);

/* The same of a row that is no record (the names of the columns once more, a total, a text for a record that is not
 * there): no record is missed for it. */
void staging_no_record(struct staging *staging, const char *column, struct str value, const char *reason, ...)
    PRINTF_LIKE(4, 5);

/* A value of the row in hand is left out or changed. */
void staging_doubt(struct staging *staging, const char *column, struct str value, const char *reason, ...)
    PRINTF_LIKE(4, 5);

/* The source was read as far as this table goes: rows of it that an earlier import brought and this one does not have
 * are gone at the source. Without it they stay. Tables of which a row was added need not be named. */
void staging_covers(struct staging *staging, const char *table);

/* Not all of the source is here (a page of several): nothing is taken out of the folder this time, and the report says
 * why. */
void staging_incomplete(struct staging *staging, const char *reason, ...) PRINTF_LIKE(2, 3);

/* False if anything failed since staging_open. */
MUST_USE bool staging_ok(const struct staging *staging, struct err *err);

#endif
