/* Reading what a build has written so far: a statement that is prepared once, and asked again and again.
 *
 *     CLEANUP(question_end) struct question rows = { 0 };
 *     if (!question_begin(&rows, db, sql, err))
 *         return false;
 *     while (question_row(&rows))
 *         …
 *     return question_done(&rows, err);
 */
#ifndef MAISON_PUBLISH_QUESTION_H
#define MAISON_PUBLISH_QUESTION_H

#include "base/err.h"
#include "base/str.h"

#include <sqlite3.h>

struct question {
    sqlite3 *db;
    sqlite3_stmt *row;
    int code; /* SQLite's, of the last step */
};

MUST_USE bool question_begin(struct question *question, sqlite3 *db, const char *sql, struct err *err);
void question_end(struct question *question);

/* False at the end and after a failure. */
bool question_row(struct question *question);

/* False when it failed. Afterwards it can be asked again, with what is bound. */
MUST_USE bool question_done(struct question *question, struct err *err);

/* Parameters count from 1. Borrowed until question_done. */
void question_bind_text(struct question *question, int parameter, const char *text);
void question_bind_int(struct question *question, int parameter, int64_t value);

/* Columns count from 0. Borrowed until the next row; NULL gives an empty view at NULL. */
struct str question_text(const struct question *question, int column);
int64_t question_int(const struct question *question, int column);
bool question_is_null(const struct question *question, int column);

#endif
