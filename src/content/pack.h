/* A built pack: one city's welcome pack as a read-only SQLite file. Opening it verifies that it is whole, ours, and
 * of a format that we know; nothing in the program ever writes to it. */
#ifndef MAISON_CONTENT_PACK_H
#define MAISON_CONTENT_PACK_H

#include "base/arena.h"
#include "base/err.h"

/* SQLite's application_id ("Mais") and user_version of a pack (https://www.sqlite.org/fileformat2.html, 1.3). */
#define PACK_APPLICATION_ID 0x4D616973
#define PACK_FORMAT 1

/* The earliest version of the program that shows packs as they are built now. */
#define PACK_MIN_APP "0.1.0"

struct pack;

/* Opens and verifies. Errors: ERR_MISSING (no such file), ERR_IO, ERR_FORMAT (not a pack, truncated, damaged, an
 * object that the schema does not have, no source_language, time_zone or language), ERR_TOO_NEW (a later format).
 * *out is the caller's to pack_close. */
MUST_USE bool pack_open(struct pack **out, const char *path, struct err *err);
void pack_close(struct pack *pack); /* accepts NULL */
void pack_closep(struct pack **pack);

/* Reads every page, as opening does with packs that are not large: ERR_FORMAT when one is damaged. */
MUST_USE bool pack_check_pages(struct pack *pack, struct err *err);

/* ERR_FORMAT if somebody has written to the open file. SQLite takes it for one that never changes, so what it would
 * answer then is a mixture of two packs. Replacing the file by renaming another onto it does no harm. */
MUST_USE bool pack_require_unchanged(const struct pack *pack, struct err *err);

/* What datapackage.json says of the pack, by the key of table `meta`; NULL when absent. Borrowed from the pack. */
const char *pack_meta(const struct pack *pack, const char *key);

/* Languages in the kiosk's order, and the fallback chain. Borrowed from the pack. */
struct pack_languages {
    const char *const *tags;
    size_t count;
};
struct pack_languages pack_languages(const struct pack *pack);
struct pack_languages pack_fallback(const struct pack *pack);

#endif
