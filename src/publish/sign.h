/* Signing packs, and verifying them as a kiosk would. */
#ifndef MAISON_PUBLISH_SIGN_H
#define MAISON_PUBLISH_SIGN_H

#include "content/claims.h"
#include "publish/secret.h"

/* Opens the pack, says in the signature what the pack says of itself, and writes FILE.minisig beside it in one step. */
MUST_USE bool sign_pack(struct claims *out, const char *pack, const struct secret_key *key, struct err *err);

/* The pack with the signature beside it: signed with a trusted key, whole, a pack, and the one that the signature
 * claims. ERR_REFUSED, ERR_FORMAT or ERR_TOO_NEW when it is not. */
MUST_USE bool sign_verify(struct claims *out, const char *pack, const struct minisig_trust *trust, struct err *err);

/* The same without a key: what the signature says is held against the pack, but anybody may have signed. `text` is that
 * of the signature file. */
MUST_USE bool sign_read_unverified(struct claims *out, const char *pack, struct str text, struct err *err);

#endif
