/* Is an open database a pack as schema.sql makes it, and whole? */
#ifndef MAISON_CONTENT_VERIFY_H
#define MAISON_CONTENT_VERIFY_H

#include "base/err.h"

struct sqlite3;

/* Compares every table and index with the schema: one more, one less or one made otherwise is ERR_FORMAT. */
MUST_USE bool verify_schema(struct sqlite3 *db, const char *path, struct err *err);

/* SQLite's quick_check: every page is used once, every row has its columns and types. */
MUST_USE bool verify_pages(struct sqlite3 *db, const char *path, struct err *err);

#endif
