/* Signed packs for tests: the fixture pack under any audience and sequence, and signatures made here from pieces, also
 * such as nobody should accept. A failure ends the test program. */
#ifndef TESTS_SUPPORT_SIGNED_PACK_H
#define TESTS_SUPPORT_SIGNED_PACK_H

#include "content/claims.h"
#include "content/minisig.h"
#include "publish/secret.h"

/* The moment at which the tests take place: 2026-11-24T14:05:00+01:00, within the fixture's time. */
#define SIGNED_PACK_NOW INT64_C(1795525500000)

/* Two key pairs that are the same in every run. */
struct secret_key signed_pack_key(int which);
struct minisig_trust signed_pack_trust(int which);

/* Writes folder/name, a pack that says so of itself, and its signature. `more_sql` may be NULL. */
void signed_pack_write(const char *folder, const char *name, const char *audience, int64_t sequence,
                       const struct secret_key *key, const char *more_sql);

/* Writes folder/name.minisig for what folder/name holds, with any comment and of either kind ("ED", "Ed"). */
void signed_pack_sign(const char *folder, const char *name, const char *comment, const char *kind,
                      const struct secret_key *key);

/* The text of a signature file over these bytes. In the arena. */
const char *signed_pack_signature(const void *bytes, size_t len, const char *comment, const char *kind,
                                  const struct secret_key *key, struct arena *arena);

#endif
