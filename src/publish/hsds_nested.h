/* A nested document of HSDS, a service or an organization with all that belongs to it, as rows of HSDS' tables. */
#ifndef MAISON_PUBLISH_HSDS_NESTED_H
#define MAISON_PUBLISH_HSDS_NESTED_H

#include "base/arena.h"
#include "publish/staging.h"

#include <jansson.h>

struct hsds_nested {
    struct staging *staging;
    struct arena arena; /* of the document in hand */
    bool any_lists;     /* some document had lists of what belongs to it */
};

/* NULL when the text is no JSON object. The caller's to give back. */
json_t *hsds_document_parse(struct str text);

/* The table (its file's base name) that the document is a row of, by the keys that it has; NULL, with the reason in
 * `why`, when it is none of HSDS. */
const char *hsds_document_table(const json_t *document, char *why, size_t size);

/* The table of a list called "services.csv"; NULL when there is none. */
const char *hsds_document_list(const char *name);

/* Adds the document and whatever it holds to the staging's row in hand. */
void hsds_nested_add(struct hsds_nested *nested, const char *table, const json_t *document);
void hsds_nested_end(struct hsds_nested *nested);

#endif
