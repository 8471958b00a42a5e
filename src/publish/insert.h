/* Writing rows into a database: values are bound one after the other, and the first failure is kept until insert_ok
 * asks for it, so that a loop over rows has one place where it can fail:
 *
 *     CLEANUP(insert_end) struct insert rows = insert_begin(db, sql);
 *     for (…) {
 *         insert_text(&rows, id);
 *         insert_row(&rows);
 *     }
 *     return insert_ok(&rows, err);
 */
#ifndef MAISON_PUBLISH_INSERT_H
#define MAISON_PUBLISH_INSERT_H

#include "base/err.h"

#include <sqlite3.h>

struct insert {
    sqlite3 *db;
    sqlite3_stmt *stmt;
    int bound; /* values of the row so far */
    int code;  /* SQLite's, of the first failure */
};

struct insert insert_begin(sqlite3 *db, const char *sql);
void insert_end(struct insert *insert);

/* NULL and "" bind NULL: an empty cell is an absent value. Texts are borrowed until insert_row. */
void insert_text(struct insert *insert, const char *text);
void insert_bytes(struct insert *insert, const uint8_t *at, size_t length); /* a blob; borrowed until insert_row */
void insert_int(struct insert *insert, int64_t value);
void insert_real(struct insert *insert, double value);
void insert_null(struct insert *insert);

/* The number that the cell holds, NULL when it holds none. */
void insert_int_cell(struct insert *insert, const char *cell);
void insert_real_cell(struct insert *insert, const char *cell);

void insert_row(struct insert *insert);
MUST_USE bool insert_ok(const struct insert *insert, struct err *err);

#endif
