/* String views: a pointer and a length that never own what they show. All text in the program is UTF-8. */
#ifndef MAISON_BASE_STR_H
#define MAISON_BASE_STR_H

#include "base/def.h"

struct str {
    const char *at; /* not terminated; may be NULL when len is 0 */
    size_t len;     /* in bytes */
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })

/* Bytes of a text, from `start` to before `end`. */
struct str_range {
    size_t start, end;
};

/* In their order, apart from each other. */
struct str_ranges {
    const struct str_range *at;
    size_t count;
};

/* A view of a terminated string; NULL gives the empty view. */
struct str str_of(const char *text);

bool str_eq(struct str a, struct str b);
bool str_eq_c(struct str a, const char *b);
bool str_starts(struct str text, struct str prefix);
bool str_ends(struct str text, struct str suffix);

/* The view without ASCII white space at its ends. */
struct str str_trim(struct str text);

/* The part before the first `separator`; *rest is what follows it. Without a separator the whole text is the
 * part and *rest is empty. */
struct str str_cut(struct str text, char separator, struct str *rest);

/* True if `needle` occurs in `text`, byte for byte. */
bool str_contains(struct str text, struct str needle);

/* Reads a decimal number that is the whole view. False leaves *out alone. */
MUST_USE bool str_to_int64(struct str text, int64_t *out);
MUST_USE bool str_to_double(struct str text, double *out);

/* FNV-1a, continued from `seed` (start with STR_HASH_SEED). */
#define STR_HASH_SEED 0xcbf29ce484222325u
uint64_t str_hash(const void *bytes, size_t len, uint64_t seed);

/* Decodes the code point at `*at` (before `end`) and advances; a malformed byte gives U+FFFD and advances by one. */
uint32_t str_next_codepoint(const char **at, const char *end);

/* Where the last letter (code point) of a well-formed text begins; 0 for an empty one. */
size_t str_last_letter(const char *text, size_t len);

/* True if every byte belongs to a well-formed UTF-8 sequence (RFC 3629). */
bool str_is_utf8(struct str text);

/* For printf's "%.*s". */
#define STR_FMT(view) (int)(view).len, (view).at ? (view).at : ""

#endif
