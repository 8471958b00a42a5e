#include "content/pin.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert(PIN_HASH_MAX >= crypto_pwhash_STRBYTES, "a hash has room");

bool pin_is_valid(const char *pin)
{
    size_t length = strspn(pin, "0123456789");
    return pin[length] == '\0' && length >= PIN_LEAST && length <= PIN_MOST;
}

/* Costs are left to libsodium's own reading of the string: it answers 0 or 1 for what it understands. */
bool pin_is_hash(const char *text)
{
    return strlen(text) < crypto_pwhash_STRBYTES &&
           strncmp(text, crypto_pwhash_STRPREFIX, strlen(crypto_pwhash_STRPREFIX)) == 0 &&
           crypto_pwhash_str_needs_rehash(text, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                          crypto_pwhash_MEMLIMIT_INTERACTIVE) >= 0;
}

bool pin_hash(char out[static PIN_HASH_MAX], const char *pin, struct err *err)
{
    if (!pin_is_valid(pin))
        return err_set(err, ERR_USAGE, "a PIN has %d to %d digits and nothing else", PIN_LEAST, PIN_MOST);
    memset(out, 0, PIN_HASH_MAX);
    if (sodium_init() >= 0 && crypto_pwhash_str(out, pin, strlen(pin), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                                crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0)
        return true;
    return err_set(err, ERR_IO, "there is not enough memory to hash the PIN");
}

bool pin_matches(const char *hash, const char *pin)
{
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash, pin, strlen(pin)) == 0;
}
