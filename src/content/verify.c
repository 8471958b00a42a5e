#include "content/verify.h"

#include "base/str.h"
#include "content/connection.h"
#include "content/schema.h"

#include <string.h>

static void close_db(sqlite3 **db)
{
    sqlite3_close(*db);
}

static void finalize(sqlite3_stmt **stmt)
{
    sqlite3_finalize(*stmt);
}

/* The statements that made two objects are equal but for comments and white space, so that a comment in
 * schema.sql can be bettered without making all built packs foreign. */
static const char *skip_blank(const char *at)
{
    for (;;) {
        if (at[0] == '-' && at[1] == '-')
            at += strcspn(at, "\n");
        else if (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')
            at++;
        else
            return at;
    }
}

static bool begins_blank(const char *at)
{
    return skip_blank(at) != at;
}

static bool sql_equal(const char *a, const char *b)
{
    char quote = '\0';
    while (*a || *b) {
        if (!quote && begins_blank(a) && begins_blank(b)) {
            a = skip_blank(a);
            b = skip_blank(b);
            continue;
        }
        if (*a != *b)
            return false;
        if (quote)
            quote = *a == quote ? '\0' : quote;
        else if (strchr("'\"`", *a))
            quote = *a;
        a++;
        b++;
    }
    return true;
}

/* One line of the list of objects. */
struct object {
    const char *type;
    const char *name;
    const char *table;
    const char *sql; /* "" for the indexes that SQLite makes itself */
};

static const char *column(sqlite3_stmt *stmt, int at)
{
    const char *text = (const char *)sqlite3_column_text(stmt, at);
    return text ? text : "";
}

static struct object object_of(sqlite3_stmt *stmt)
{
    return (struct object){ column(stmt, 0), column(stmt, 1), column(stmt, 2), column(stmt, 3) };
}

static bool same_object(struct object a, struct object b, const char *path, struct err *err)
{
    int order = strcmp(a.name, b.name);
    if (order == 0)
        order = strcmp(a.type, b.type);
    if (order < 0)
        return err_at(err, ERR_FORMAT, path, 0,
                      "holds the %s '%s', which no pack has; don't use this file, build the pack again", a.type,
                      a.name);
    if (order > 0)
        return err_at(err, ERR_FORMAT, path, 0, "lacks the %s '%s'; build the pack again", b.type, b.name);
    if (strcmp(a.table, b.table) != 0 || !sql_equal(a.sql, b.sql))
        return err_at(err, ERR_FORMAT, path, 0,
                      "has the %s '%s' made in another way than packs are; build the pack again", a.type, a.name);
    return true;
}

static const char objects_sql[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type";

/* Walks both lists, sorted alike, side by side. */
static bool same_objects(sqlite3 *found, sqlite3 *wanted, const char *path, struct err *err)
{
    CLEANUP(finalize) sqlite3_stmt *a = NULL;
    CLEANUP(finalize) sqlite3_stmt *b = NULL;
    int code = sqlite3_prepare_v2(found, objects_sql, -1, &a, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(wanted, objects_sql, -1, &b, NULL);
    if (code != SQLITE_OK)
        return connection_failed(path, code, err);
    static const struct object last = { "", "\xff", "", "" }; /* sorts behind every name */
    for (;;) {
        int step_a = sqlite3_step(a);
        int step_b = sqlite3_step(b);
        if (step_a != SQLITE_ROW && step_a != SQLITE_DONE)
            return connection_failed(path, step_a, err);
        if (step_b != SQLITE_ROW && step_b != SQLITE_DONE)
            return connection_failed(path, step_b, err);
        if (step_a == SQLITE_DONE && step_b == SQLITE_DONE)
            return true;
        struct object object = step_a == SQLITE_ROW ? object_of(a) : last;
        struct object model = step_b == SQLITE_ROW ? object_of(b) : last;
        if (!same_object(object, model, path, err))
            return false;
    }
}

/* Nothing is read from a table of the file before it is known to be made as ours are. */
bool verify_schema(sqlite3 *db, const char *path, struct err *err)
{
    CLEANUP(close_db) sqlite3 *model = NULL;
    int code = sqlite3_open_v2(":memory:", &model, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK)
        return err_set(err, ERR_IO, "the built-in schema can't be made: %s", sqlite3_errstr(code));
    return schema_make(model, err) && same_objects(db, model, path, err);
}

bool verify_pages(sqlite3 *db, const char *path, struct err *err)
{
    CLEANUP(finalize) sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(stmt);
    if (code != SQLITE_ROW)
        return connection_failed(path, code, err);
    if (strcmp(column(stmt, 0), "ok") != 0)
        return err_at(err, ERR_FORMAT, path, 0, "is damaged (%s); copy the pack again, or build it again",
                      column(stmt, 0));
    return true;
}
