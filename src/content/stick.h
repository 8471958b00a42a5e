/* A folder that somebody brings, such as a stick: which of its packs may come in? Looks at its own files only, never
 * through a link, and at no more than a few thousand of them. Internal to content. */
#ifndef MAISON_CONTENT_STICK_H
#define MAISON_CONTENT_STICK_H

#include "content/install.h"

struct stick_pick {
    const char *name;     /* of the pack, in the folder */
    struct str signature; /* the text of its signature file */
    struct claims claims; /* believed */
};

/* The highest sequence among the packs that are signed with a trusted key, are for the audience and have not expired.
 * ERR_MISSING when there is no pack, ERR_REFUSED when there are some but none of them may come in, with the reason for
 * the one that comes closest, and when they are for several audiences and none is asked for. Strings are in the arena.
 */
MUST_USE bool stick_find(struct stick_pick *out, int folder, const char *path, const struct store_rules *rules,
                         struct arena *arena, struct err *err);

#endif
