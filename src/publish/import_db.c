#include "publish/import_db.h"

#include <sqlite3.h>

/* staged: what this import read; base: what the last one left. `id` is the mapped one; `first` is the row of this table
 * that was the first of the same row of the source. held: refused, but still at the source. */
static const char schema[] =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-49152;"
    "CREATE TABLE staged (n INTEGER PRIMARY KEY, tab INTEGER NOT NULL, id TEXT NOT NULL, file INTEGER NOT NULL,"
    " line INTEGER NOT NULL, first INTEGER NOT NULL, cells BLOB NOT NULL);"
    "CREATE UNIQUE INDEX staged_id ON staged (tab, id);"
    "CREATE TABLE base (n INTEGER PRIMARY KEY, tab INTEGER NOT NULL, id TEXT NOT NULL, cells BLOB NOT NULL);"
    "CREATE UNIQUE INDEX base_id ON base (tab, id);"
    "CREATE TABLE held (tab INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tab, id)) WITHOUT ROWID;"
    "CREATE TABLE dangling (n INTEGER NOT NULL, col TEXT NOT NULL, tab INTEGER NOT NULL, id TEXT NOT NULL);"
    "CREATE INDEX dangling_id ON dangling (tab, id);"
    "CREATE TABLE file (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, how TEXT, skipped TEXT);"
    "CREATE TABLE note (n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, file TEXT, line INTEGER, col TEXT, value TEXT,"
    " reason TEXT NOT NULL);"
    "CREATE TABLE conflict (n INTEGER PRIMARY KEY, tab INTEGER NOT NULL, id TEXT NOT NULL, col TEXT, base TEXT,"
    " ours TEXT, theirs TEXT, kind INTEGER NOT NULL);"
    "CREATE TABLE duplicate (n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, other TEXT NOT NULL,"
    " other_name TEXT NOT NULL, why TEXT);"
    "BEGIN;";

static bool keep(struct import_db *db, int code)
{
    bool good = code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE;
    if (!good && db->code == SQLITE_OK)
        db->code = code;
    return good;
}

bool import_db_open(struct import_db *db, struct err *err)
{
    *db = (struct import_db){ 0 };
    if (keep(db, sqlite3_open("", &db->db)))
        keep(db, sqlite3_exec(db->db, schema, NULL, NULL, NULL));
    return import_db_ok(db, err);
}

void import_db_close(struct import_db *db)
{
    for (size_t i = 0; i < db->count; i++)
        sqlite3_finalize(db->prepared[i].stmt);
    sqlite3_close(db->db);
    *db = (struct import_db){ 0 };
}

bool import_db_ok(const struct import_db *db, struct err *err)
{
    return db->code == SQLITE_OK ||
           err_set(err, ERR_IO,
                   "the import's temporary database can't be written (%s); is the disk full? TMPDIR can "
                   "name another place",
                   sqlite3_errstr(db->code));
}

void import_db_script(struct import_db *db, const char *sql)
{
    if (db->code == SQLITE_OK)
        keep(db, sqlite3_exec(db->db, sql, NULL, NULL, NULL));
}

struct sqlite3_stmt *import_db_begin(struct import_db *db, const char *sql)
{
    size_t at = 0;
    if (db->code != SQLITE_OK)
        return NULL;
    while (at < db->count && db->prepared[at].sql != sql)
        at++;
    if (at == db->count) {
        sqlite3_stmt *stmt = NULL;
        if (at == IMPORT_DB_STATEMENTS_MAX ||
            !keep(db, sqlite3_prepare_v3(db->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL))) {
            keep(db, SQLITE_INTERNAL);
            return NULL;
        }
        db->prepared[db->count].sql = sql;
        db->prepared[db->count++].stmt = stmt;
    }
    sqlite3_reset(db->prepared[at].stmt);
    sqlite3_clear_bindings(db->prepared[at].stmt);
    return db->prepared[at].stmt;
}

void import_db_bind_int(struct sqlite3_stmt *stmt, int parameter, int64_t value)
{
    if (stmt)
        sqlite3_bind_int64(stmt, parameter, value);
}

void import_db_bind_str(struct sqlite3_stmt *stmt, int parameter, struct str value)
{
    if (stmt && value.at)
        sqlite3_bind_text64(stmt, parameter, value.at, value.len, SQLITE_STATIC, SQLITE_UTF8);
}

void import_db_bind_blob(struct sqlite3_stmt *stmt, int parameter, struct str value)
{
    if (stmt)
        sqlite3_bind_blob64(stmt, parameter, value.at ? value.at : "", value.len, SQLITE_STATIC);
}

bool import_db_row(struct import_db *db, struct sqlite3_stmt *stmt)
{
    if (!stmt || db->code != SQLITE_OK)
        return false;
    int code = sqlite3_step(stmt);
    if (code == SQLITE_ROW)
        return true;
    keep(db, code);
    sqlite3_reset(stmt);
    return false;
}

void import_db_run(struct import_db *db, struct sqlite3_stmt *stmt)
{
    while (import_db_row(db, stmt))
        ;
}

void import_db_end(struct sqlite3_stmt *stmt)
{
    if (stmt)
        sqlite3_reset(stmt);
}

int64_t import_db_int(struct sqlite3_stmt *stmt, int column)
{
    return sqlite3_column_int64(stmt, column);
}

struct str import_db_str(struct sqlite3_stmt *stmt, int column)
{
    const char *at = sqlite3_column_blob(stmt, column);
    return (struct str){ at, (size_t)sqlite3_column_bytes(stmt, column) };
}
