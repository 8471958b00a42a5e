/* Packs from a web server, over http or https: from the address of a .pack, whose signature lies beside it, or of a
 * folder that served.h has written. Nothing that a server does makes it wait or read without end: connections, silence,
 * redirections and sizes are all bounded, and a pack is cut off at the size that was signed. */
#ifndef MAISON_PUBLISH_FETCH_H
#define MAISON_PUBLISH_FETCH_H

#include "content/install.h"

bool fetch_is_address(const char *text);

/* As install_take. ERR_USAGE for an address that can't be, ERR_MISSING for what the server does not have, ERR_IO when
 * it can't be reached, breaks off or is too slow. */
MUST_USE bool fetch_install(struct install **out, const char *store, const char *address,
                            const struct install_rules *rules, const struct install_progress *progress,
                            struct err *err);

#endif
