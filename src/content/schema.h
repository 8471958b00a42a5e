/* The objects that a pack holds: those of schema.sql, built into the programs. publish makes packs with this, pack_open
 * holds packs against it. */
#ifndef MAISON_CONTENT_SCHEMA_H
#define MAISON_CONTENT_SCHEMA_H

#include "base/err.h"

struct sqlite3;

extern const char content_schema_sql[];

/* No pack has more. */
#define SCHEMA_LANGUAGES_MAX 64

/* Makes them in an empty database. */
MUST_USE bool schema_make(struct sqlite3 *db, struct err *err);

#endif
