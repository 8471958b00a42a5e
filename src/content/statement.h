/* Reading rows: a statement is prepared once per pack and borrowed for one run. Failures are kept until
 * statement_ok asks for them, so that a loop over rows has one place where it can fail:
 *
 *     CLEANUP(statement_end) struct statement rows = statement_begin(pack, sql);
 *     statement_bind_text(&rows, 1, id);
 *     while (statement_row(&rows))
 *         …
 *     if (!statement_ok(&rows, err))
 *         return false;
 *
 * A statement can't be borrowed twice at a time. */
#ifndef MAISON_CONTENT_STATEMENT_H
#define MAISON_CONTENT_STATEMENT_H

#include "content/pack.h"

struct sqlite3_stmt;

struct statement {
    const struct pack *pack;
    struct sqlite3_stmt *stmt; /* NULL when it couldn't be prepared */
    int code;                  /* SQLite's, of the first failure */
};

/* `sql` is a static array: the pack knows it again by its address. */
struct statement statement_begin(struct pack *pack, const char *sql);
void statement_end(struct statement *statement);

/* Parameters count from 1. A NULL text binds NULL. Texts are borrowed until statement_end. */
void statement_bind_text(struct statement *statement, int parameter, const char *text);
void statement_bind_bytes(struct statement *statement, int parameter, struct str bytes);
void statement_bind_int(struct statement *statement, int parameter, int64_t value);

/* Steps to the next row; false at the end and after a failure. */
bool statement_row(struct statement *statement);
MUST_USE bool statement_ok(const struct statement *statement, struct err *err);

/* Columns count from 0. What a visitor could not read (NULL, "", bytes that are not UTF-8) is NULL. */
const char *statement_text(const struct statement *statement, int column, struct arena *arena);
const char *statement_text_or_empty(const struct statement *statement, int column, struct arena *arena);

/* The bytes of a blob, borrowed until the next row. */
struct str statement_bytes(const struct statement *statement, int column);
bool statement_text_is(const struct statement *statement, int column, const char *wanted);
bool statement_is_null(const struct statement *statement, int column);
int64_t statement_int(const struct statement *statement, int column);
double statement_real(const struct statement *statement, int column);

#endif
