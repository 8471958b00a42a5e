/* What importers of other formats than HSDS use of the pack they import into: its terms, topics and public holidays.
 * Whatever is wrong in the folder is not their concern. */
#ifndef MAISON_PUBLISH_IMPORT_PACK_H
#define MAISON_PUBLISH_IMPORT_PACK_H

#include "publish/importer.h"
#include "publish/source.h"

/* The taxonomy whose terms topics and facets go by. */
#define IMPORT_OWN_TAXONOMY "maison"

struct import_pack {
    struct arena arena;
    struct findings findings;
    struct source source;
    struct map terms; /* asked for so far, as "TAXONOMY/CODE": a place in term_ids */
    struct {
        const char **at;
        size_t count;
    } term_ids;
    struct map sourced; /* records of sources.csv: a place in `first_source` */
    size_t *first_source;
    size_t *next_source; /* of each row: the next of the same record, or the number of rows */
};

/* ERR_MISSING when there is no such folder. */
MUST_USE bool import_pack_open(struct import_pack **out, const char *folder, struct err *err);
void import_pack_close(struct import_pack *pack); /* accepts NULL */
void import_pack_closep(struct import_pack **pack);

/* The first row of sources.csv about "TABLE/ID"; next_source has the others. The number of rows: none. */
size_t import_pack_source(const struct import_pack *pack, const char *record);

/* A term by its code; its id for links, in the pack's arena. A term of the maison taxonomy that the pack has is that
 * one; others are staged with their taxonomy, each once. `name` may be NULL. */
const char *import_pack_term(struct import_pack *pack, struct staging *staging, const char *taxonomy, const char *code,
                             const char *name);

/* Links a service or organization (`entity`) with a term, by its id of import_pack_term. */
void import_pack_link(struct staging *staging, const char *entity, const char *id, const char *term,
                      const char *link_type);

/* True if one of the pack's topics gathers the code. */
bool import_pack_has_topic(const struct import_pack *pack, const char *code);

#endif
