/* The temporary database of one import: a file without a name, gone with the import. Statements are prepared once.
 * Failures are kept: the first one stays, and everything after it does nothing. Only the import core includes this. */
#ifndef MAISON_PUBLISH_IMPORT_DB_H
#define MAISON_PUBLISH_IMPORT_DB_H

#include "base/err.h"
#include "base/str.h"

struct sqlite3;
struct sqlite3_stmt;

#define IMPORT_DB_STATEMENTS_MAX 64

struct import_db {
    struct sqlite3 *db;
    struct {
        const char *sql; /* compared by address */
        struct sqlite3_stmt *stmt;
    } prepared[IMPORT_DB_STATEMENTS_MAX];
    size_t count;
    int code; /* SQLite's, of the first failure */
};

MUST_USE bool import_db_open(struct import_db *db, struct err *err);
void import_db_close(struct import_db *db); /* accepts a zeroed one */
MUST_USE bool import_db_ok(const struct import_db *db, struct err *err);

/* Runs several statements that ask for nothing and give no rows. */
void import_db_script(struct import_db *db, const char *sql);

/* A statement ready to be bound; `sql` is a static array. NULL after a failure, which all below accept. A statement is
 * used by one loop at a time. */
struct sqlite3_stmt *import_db_begin(struct import_db *db, const char *sql);

/* Parameters count from 1. Bytes are borrowed until the statement begins anew. */
void import_db_bind_int(struct sqlite3_stmt *stmt, int parameter, int64_t value);
void import_db_bind_str(struct sqlite3_stmt *stmt, int parameter, struct str value); /* as text */
void import_db_bind_blob(struct sqlite3_stmt *stmt, int parameter, struct str value);

/* Steps to the next row; false at the end, which resets the statement, and after a failure. */
bool import_db_row(struct import_db *db, struct sqlite3_stmt *stmt);

/* Runs a statement that gives no rows. */
void import_db_run(struct import_db *db, struct sqlite3_stmt *stmt);

/* Gives a statement up before its last row. */
void import_db_end(struct sqlite3_stmt *stmt);

/* Columns count from 0. Bytes are borrowed until the next row. */
int64_t import_db_int(struct sqlite3_stmt *stmt, int column);
struct str import_db_str(struct sqlite3_stmt *stmt, int column);

#endif
