#include "publish/question.h"

static bool failed(sqlite3 *db, struct err *err)
{
    return err_set(err, ERR_IO, "what was built can't be read: %s", sqlite3_errmsg(db));
}

bool question_begin(struct question *question, sqlite3 *db, const char *sql, struct err *err)
{
    *question = (struct question){ .db = db };
    return sqlite3_prepare_v2(db, sql, -1, &question->row, NULL) == SQLITE_OK || failed(db, err);
}

void question_end(struct question *question)
{
    sqlite3_finalize(question->row);
}

bool question_row(struct question *question)
{
    question->code = sqlite3_step(question->row);
    return question->code == SQLITE_ROW;
}

bool question_done(struct question *question, struct err *err)
{
    bool done = question->code == SQLITE_DONE || question->code == SQLITE_ROW;
    if (!done)
        failed(question->db, err);
    sqlite3_reset(question->row);
    return done;
}

void question_bind_text(struct question *question, int parameter, const char *text)
{
    sqlite3_bind_text(question->row, parameter, text, -1, SQLITE_STATIC);
}

void question_bind_int(struct question *question, int parameter, int64_t value)
{
    sqlite3_bind_int64(question->row, parameter, value);
}

struct str question_text(const struct question *question, int column)
{
    return str_of((const char *)sqlite3_column_text(question->row, column));
}

int64_t question_int(const struct question *question, int column)
{
    return sqlite3_column_int64(question->row, column);
}

bool question_is_null(const struct question *question, int column)
{
    return sqlite3_column_type(question->row, column) == SQLITE_NULL;
}
