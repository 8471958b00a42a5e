/* What a pack's signature says of it, in the trusted comment:
 *
 *     maison-pack format=1 audience=grenoble sequence=42 created=2026-11-24 expires=2027-11-24 size=2797568
 * min-app=0.1.0
 *
 * Known before a byte of the pack is read, and held against what the pack itself says once it is open. */
#ifndef MAISON_CONTENT_CLAIMS_H
#define MAISON_CONTENT_CLAIMS_H

#include "content/pack.h"

#define CLAIMS_AUDIENCE_MAX 65 /* with the end */
#define CLAIMS_DATE_MAX 40

/* No pack is larger. */
#define CLAIMS_SIZE_MAX (INT64_C(2) << 30)

struct claims {
    char audience[CLAIMS_AUDIENCE_MAX];
    int64_t sequence; /* from 1 */
    char created[CLAIMS_DATE_MAX];
    char expires[CLAIMS_DATE_MAX];
    int64_t created_ms; /* Unix milliseconds; of a date its first, in UTC */
    int64_t expired_ms; /* the first at which it has expired; of a date that of the next day, in UTC */
    int64_t size;       /* bytes of the pack */
    char min_app[24];   /* the earliest Maison that shows it */
};

/* Reads a comment. ERR_FORMAT when it is none of ours or says something that can't be, ERR_TOO_NEW for a later format.
 * Names that it does not know are passed over. */
MUST_USE bool claims_read(struct claims *out, const char *comment, const char *file, struct err *err);

/* What a pack of that size says of itself. ERR_FORMAT when it does not say enough to be signed. */
MUST_USE bool claims_of_pack(struct claims *out, const struct pack *pack, int64_t size, const char *file,
                             struct err *err);

/* As claims_read reads it; in the arena. */
const char *claims_write(const struct claims *claims, struct arena *arena);

/* ERR_REFUSED unless both say the same of the pack. */
MUST_USE bool claims_require_equal(const struct claims *a, const struct claims *b, const char *file, struct err *err);

/* 1 to 64 letters, digits, '-', '.' and '_', and the first is a letter or digit: fit for a folder's name. */
bool claims_is_audience(struct str text);

/* A whole number from 1 to 2^63 - 1 in its shortest form. */
MUST_USE bool claims_read_sequence(int64_t *out, struct str text);

/* True if this program is too old for what the claims ask for. */
bool claims_need_later_app(const struct claims *claims);

#endif
