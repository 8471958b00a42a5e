/* The words of a pack for searching: which services and pages there are, in which order, and what each is
 * found by in each language. */
#ifndef MAISON_PUBLISH_INDEX_H
#define MAISON_PUBLISH_INDEX_H

#include "base/err.h"

struct sqlite3;

/* Fills the search tables from the other tables of the same database, which must be complete. Run it inside a
 * transaction. ERR_FORMAT when ICU lacks what a language needs. */
MUST_USE bool index_fill(struct sqlite3 *db, struct err *err);

#endif
