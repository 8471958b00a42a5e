/* A pack on its way into a store: copied to a place of its own first, verified there and nowhere else, then put in the
 * current one's place in one step. Where it comes from is the caller's business: a stick (install_take), a server.
 *
 *     CLEANUP(install_closep) struct install *install = NULL;
 *     if (!install_take(&install, …, "/media/stick", &rules, NULL, err))   copies and verifies
 *         return false;
 *     … show what would change, from install_pack(install) …
 *     return install_commit(install, err);
 *
 * ERR_REFUSED, ERR_FORMAT and ERR_TOO_NEW: the pack may not come in, and the detail says why. What is open is locked
 * only for moments, so that a slow source never keeps another install waiting; what has died is cleared away by the
 * next. */
#ifndef MAISON_CONTENT_INSTALL_H
#define MAISON_CONTENT_INSTALL_H

#include "content/store.h"

struct install;

/* Strings are borrowed as long as the install is open. */
struct install_rules {
    struct store_rules store;
    bool again; /* a person asks for it: also what was rolled back */
};

/* The share that is done, in bytes; false to stop, which is ERR_STOPPED. */
struct install_progress {
    bool (*report)(void *data, int64_t done, int64_t total);
    void *data;
};

/* Begins with the signature alone: who signed, for whom, in which order, until when, how large. `name` is the pack's,
 * for messages. Makes the store's folder if it is not there. *out is the caller's to install_close. */
MUST_USE bool install_begin(struct install **out, const char *store, struct str signature, const char *name,
                            const struct install_rules *rules, struct err *err);

/* This very pack is the current one already, whole: nothing need be added, and committing changes nothing. */
bool install_is_same(const struct install *install);

const struct claims *install_claims(const struct install *install);

/* The next bytes. More than was signed is refused at once. */
MUST_USE bool install_add(struct install *install, const void *bytes, size_t len, struct err *err);

/* All bytes have been added: verifies the copy, and that it opens as a pack. */
MUST_USE bool install_check(struct install *install, struct err *err);

/* The checked copy, for a look at it; of the same pack the one that lies in the store. Borrowed. */
const char *install_pack(const struct install *install);

/* Makes it the current pack. On failure the store opens the old one or this one. */
MUST_USE bool install_commit(struct install *install, struct err *err);

/* Drops what was not committed. Accepts NULL. */
void install_close(struct install *install);
void install_closep(struct install **install);

/* From begin to check, from a pack file with its signature beside it, or from a folder such as a stick: of that the
 * newest pack that is signed with a trusted key, for the audience, and has not expired. */
MUST_USE bool install_take(struct install **out, const char *store, const char *from, const struct install_rules *rules,
                           const struct install_progress *progress, struct err *err);

#endif
