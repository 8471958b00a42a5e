/* The PIN that opens the staff screen: kept only as Argon2id's string (RFC 9106, through libsodium), which the settings
 * hold. Slow on purpose: a check costs about a tenth of a second and 64 MiB. */
#ifndef MAISON_CONTENT_PIN_H
#define MAISON_CONTENT_PIN_H

#include "base/err.h"

#define PIN_LEAST 4
#define PIN_MOST 12
#define PIN_HASH_MAX 128 /* with the end */

/* PIN_LEAST to PIN_MOST digits, since the screen has no other keys. */
bool pin_is_valid(const char *pin);

/* True for a string that pin_hash could have made. */
bool pin_is_hash(const char *text);

/* Never the same twice. ERR_USAGE when the PIN is not valid, ERR_IO without the memory. */
MUST_USE bool pin_hash(char out[static PIN_HASH_MAX], const char *pin, struct err *err);

bool pin_matches(const char *hash, const char *pin);

#endif
