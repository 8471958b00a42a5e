/* The objects that a pack holds: those of schema.sql, built into the programs, and one table for searching
 * per language. publish makes packs with this, pack_open holds packs against it. */
#ifndef MAISON_CONTENT_SCHEMA_H
#define MAISON_CONTENT_SCHEMA_H

#include "base/err.h"

struct sqlite3;

extern const char content_schema_sql[];

/* No pack has more. */
#define SCHEMA_LANGUAGES_MAX 64

/* Everything but the tables for searching, in an empty database. */
MUST_USE bool schema_make(struct sqlite3 *db, struct err *err);

/* The table for searching in one language, "search_TAG" (FTS5, contentless). ERR_FORMAT for a tag that isn't
 * letters, digits and hyphens, up to 35 (RFC 5646, 4.4.1), and for one that differs from an earlier one in
 * case only. */
MUST_USE bool schema_add_search(struct sqlite3 *db, const char *tag, struct err *err);

#endif
