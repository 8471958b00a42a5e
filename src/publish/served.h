/* A folder that any web server can serve to kiosks: packs under names that never come to mean something else, their
 * signatures, and an index of them all.
 *
 *     grenoble-42.pack  grenoble-42.pack.minisig  index.json
 *
 * index.json is {"format": 1, "packs": [{"file", "audience", "sequence", "created", "expires", "size"}]}, sorted by
 * audience, the newest first. It is not signed and only says where to look. */
#ifndef MAISON_PUBLISH_SERVED_H
#define MAISON_PUBLISH_SERVED_H

#include "content/claims.h"
#include "content/minisig.h"

#define SERVED_INDEX "index.json"
#define SERVED_INDEX_MAX (1024 * 1024)

/* Puts a signed pack and its signature there, each in one step; the folder is made if it is not there. The same pack
 * again changes nothing. ERR_REFUSED when another pack of that sequence is there already, or when the signature is not
 * this pack's. `trust` NULL: the signature's key is not checked. */
MUST_USE bool served_put(struct claims *out, const char *folder, const char *pack, const struct minisig_trust *trust,
                         struct err *err);

/* Writes the index of what is in the folder now, in one step. */
MUST_USE bool served_write_index(const char *folder, struct err *err);

/* The file name of the newest pack in an index, for an audience. ERR_MISSING when there is none, ERR_FORMAT when the
 * index is none, ERR_REFUSED when `audience` is NULL and there are several. In the arena. */
MUST_USE bool served_newest(const char **out, struct str index, const char *audience, const char *name,
                            struct arena *arena, struct err *err);

#endif
