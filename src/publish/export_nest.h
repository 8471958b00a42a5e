/* How HSDS nests its tables in JSON (https://docs.openreferral.org, API reference): what hangs under what. Internal to
 * the exporter. */
#ifndef MAISON_PUBLISH_EXPORT_NEST_H
#define MAISON_PUBLISH_EXPORT_NEST_H

#include "publish/export_base.h"

#include <jansson.h>

struct nest {
    const char *key;             /* under which it hangs */
    const char *table;           /* its rows, by the file's base name */
    const char *link;            /* many: their column that names the parent; one: the parent's column that names it */
    bool many;                   /* else there is one, or none */
    const struct nest *children; /* ends at the first without a key; NULL for none */
};

extern const struct nest nest_service;

/* Turns rows into JSON; keeps a statement for each nest. */
struct nester;

MUST_USE bool nester_open(struct nester **out, struct export_base *base, struct err *err);
void nester_closep(struct nester **nester);

/* The next service with all that hangs under it, the caller's to json_decref; NULL at the end and when it failed, which
 * nester_ok tells. */
json_t *nester_next(struct nester *nester);
MUST_USE bool nester_ok(const struct nester *nester, struct err *err);

#endif
