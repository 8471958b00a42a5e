#include "publish/insert.h"

#include "base/str.h"

struct insert insert_begin(sqlite3 *db, const char *sql)
{
    struct insert insert = { .db = db };
    insert.code = sqlite3_prepare_v2(db, sql, -1, &insert.stmt, NULL);
    return insert;
}

void insert_end(struct insert *insert)
{
    sqlite3_finalize(insert->stmt);
}

static void keep(struct insert *insert, int code)
{
    if (insert->code == SQLITE_OK)
        insert->code = code;
}

void insert_text(struct insert *insert, const char *text)
{
    if (!text || !text[0])
        insert_null(insert);
    else
        keep(insert, sqlite3_bind_text(insert->stmt, ++insert->bound, text, -1, SQLITE_STATIC));
}

void insert_bytes(struct insert *insert, const uint8_t *at, size_t length)
{
    keep(insert,
         sqlite3_bind_blob64(insert->stmt, ++insert->bound, length > 0 ? (const void *)at : "", length, SQLITE_STATIC));
}

void insert_int(struct insert *insert, int64_t value)
{
    keep(insert, sqlite3_bind_int64(insert->stmt, ++insert->bound, value));
}

void insert_real(struct insert *insert, double value)
{
    keep(insert, sqlite3_bind_double(insert->stmt, ++insert->bound, value));
}

void insert_null(struct insert *insert)
{
    keep(insert, sqlite3_bind_null(insert->stmt, ++insert->bound));
}

void insert_int_cell(struct insert *insert, const char *cell)
{
    int64_t value;
    if (str_to_int64(str_of(cell), &value))
        insert_int(insert, value);
    else
        insert_null(insert);
}

void insert_real_cell(struct insert *insert, const char *cell)
{
    double value;
    if (str_to_double(str_of(cell), &value))
        insert_real(insert, value);
    else
        insert_null(insert);
}

void insert_row(struct insert *insert)
{
    if (insert->code == SQLITE_OK) {
        int code = sqlite3_step(insert->stmt);
        keep(insert, code == SQLITE_DONE ? SQLITE_OK : code);
    }
    sqlite3_reset(insert->stmt);
    insert->bound = 0;
}

bool insert_ok(const struct insert *insert, struct err *err)
{
    if (insert->code == SQLITE_OK)
        return true;
    return err_set(err, ERR_IO, "a row can't be stored: %s", sqlite3_errstr(insert->code));
}
