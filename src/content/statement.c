#include "content/statement.h"

#include "content/connection.h"

#include <assert.h>
#include <math.h>

bool connection_failed(const char *path, int code, struct err *err)
{
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR: /* our SQL is right, so the file's own schema is what can't be read */
        return err_at(err, ERR_FORMAT, path, 0, "is damaged (%s); copy the pack again, or build it again",
                      sqlite3_errstr(code));
    default:
        return err_at(err, ERR_IO, path, 0, "can't be read: %s", sqlite3_errstr(code));
    }
}

static sqlite3_stmt *find_prepared(const struct pack *pack, const char *sql)
{
    for (size_t i = 0; i < pack->prepared_count; i++) {
        if (pack->prepared[i].sql == sql)
            return pack->prepared[i].stmt;
    }
    return NULL;
}

struct statement statement_begin(struct pack *pack, const char *sql)
{
    struct statement statement = { .pack = pack, .stmt = find_prepared(pack, sql), .code = SQLITE_OK };
    if (statement.stmt) {
        assert(!sqlite3_stmt_busy(statement.stmt));
        return statement;
    }
    assert(pack->prepared_count < PACK_STATEMENTS_MAX);
    statement.code = sqlite3_prepare_v3(pack->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement.stmt, NULL);
    if (statement.stmt)
        pack->prepared[pack->prepared_count++] = (struct prepared){ sql, statement.stmt };
    return statement;
}

void statement_end(struct statement *statement)
{
    if (!statement->stmt)
        return;
    /* The reset repeats a failure that the last step has already told of. */
    (void)sqlite3_reset(statement->stmt);
    (void)sqlite3_clear_bindings(statement->stmt);
}

static void keep_failure(struct statement *statement, int code)
{
    if (statement->code == SQLITE_OK)
        statement->code = code;
}

void statement_bind_text(struct statement *statement, int parameter, const char *text)
{
    if (statement->stmt)
        keep_failure(statement, sqlite3_bind_text(statement->stmt, parameter, text, -1, SQLITE_STATIC));
}

void statement_bind_bytes(struct statement *statement, int parameter, struct str bytes)
{
    if (statement->stmt) /* the empty blob is not NULL */
        keep_failure(statement, sqlite3_bind_blob64(statement->stmt, parameter, bytes.len > 0 ? bytes.at : "",
                                                    bytes.len, SQLITE_STATIC));
}

void statement_bind_int(struct statement *statement, int parameter, int64_t value)
{
    if (statement->stmt)
        keep_failure(statement, sqlite3_bind_int64(statement->stmt, parameter, value));
}

bool statement_row(struct statement *statement)
{
    if (statement->code != SQLITE_OK)
        return false;
    int code = sqlite3_step(statement->stmt);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        keep_failure(statement, code);
    return code == SQLITE_ROW;
}

bool statement_ok(const struct statement *statement, struct err *err)
{
    return statement->code == SQLITE_OK || connection_failed(statement->pack->path, statement->code, err);
}

static struct str column_view(const struct statement *statement, int column)
{
    return str_of((const char *)sqlite3_column_text(statement->stmt, column));
}

const char *statement_text(const struct statement *statement, int column, struct arena *arena)
{
    struct str text = column_view(statement, column);
    return text.len > 0 && str_is_utf8(text) ? arena_str(arena, text) : NULL;
}

const char *statement_text_or_empty(const struct statement *statement, int column, struct arena *arena)
{
    const char *text = statement_text(statement, column, arena);
    return text ? text : "";
}

struct str statement_bytes(const struct statement *statement, int column)
{
    const char *at = sqlite3_column_blob(statement->stmt, column);
    return (struct str){ at, at ? (size_t)sqlite3_column_bytes(statement->stmt, column) : 0 };
}

bool statement_text_is(const struct statement *statement, int column, const char *wanted)
{
    return wanted && str_eq_c(column_view(statement, column), wanted);
}

bool statement_is_null(const struct statement *statement, int column)
{
    return sqlite3_column_type(statement->stmt, column) == SQLITE_NULL;
}

int64_t statement_int(const struct statement *statement, int column)
{
    return sqlite3_column_int64(statement->stmt, column);
}

double statement_real(const struct statement *statement, int column)
{
    double value = sqlite3_column_double(statement->stmt, column);
    return isfinite(value) ? value : 0;
}
