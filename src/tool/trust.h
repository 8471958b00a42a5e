/* Which keys a store trusts, for those who work on it from the command line: those of -p, or those that the first
 * install has left in the store. The kiosk itself goes by its own settings. */
#ifndef MAISON_TOOL_TRUST_H
#define MAISON_TOOL_TRUST_H

#include "content/store.h"

/* A public key file. */
MUST_USE bool trust_read(struct minisig_trust *out, const char *path, struct err *err);

/* `given` is the value of -p or NULL. ERR_USAGE when neither names a key. */
MUST_USE bool trust_of_store(struct minisig_trust *out, const char *store, const char *given, struct err *err);

/* Leaves the keys of `given` in a store that has none yet. NULL: nothing to do. */
MUST_USE bool trust_keep(const char *store, const char *given, struct err *err);

#endif
