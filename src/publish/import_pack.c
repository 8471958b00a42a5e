#include "publish/import_pack.h"

#include "base/file.h"
#include "base/list.h"
#include "publish/import_ids.h"
#include "publish/terms.h"

#include <stdlib.h>
#include <string.h>

/* Those with a row for each service stay where they are, but for the one that says where services come from. */
static const enum table_id needed[] = { TABLE_TAXONOMIES, TABLE_TAXONOMY_TERMS, TABLE_TOPICS, TABLE_CLOSURES,
                                        TABLE_SOURCES };

/* From the last to the first, so that each row leads to the next of its record. */
static void index_sources(struct import_pack *pack)
{
    const struct table *sources = &pack->source.tables[TABLE_SOURCES];
    struct map heads = { 0 }; /* of each record: its number in `first` */
    size_t *first = ARENA_ARRAY(&pack->arena, size_t, sources->count);
    size_t records = 0;
    pack->next_source = ARENA_ARRAY(&pack->arena, size_t, sources->count);
    for (size_t i = sources->count; i-- > 0;) {
        size_t at;
        const char *record = row_get(sources, &sources->rows[i], "record");
        if (!map_get(&heads, record, &at)) {
            at = records++;
            map_add(&heads, &pack->arena, record, at);
            first[at] = sources->count;
        }
        pack->next_source[i] = first[at];
        first[at] = i;
    }
    pack->sourced = heads;
    pack->first_source = first;
}

size_t import_pack_source(const struct import_pack *pack, const char *record)
{
    size_t at;
    return map_get(&pack->sourced, record, &at) ? pack->first_source[at] : pack->source.tables[TABLE_SOURCES].count;
}

bool import_pack_open(struct import_pack **out, const char *folder, struct err *err)
{
    CLEANUP(import_pack_closep) struct import_pack *pack = calloc(1, sizeof(*pack));
    if (!pack)
        return err_set(err, ERR_IO, "out of memory");
    if (!file_is_dir(folder))
        return err_at(err, ERR_MISSING, folder, 0, "is no folder");
    pack->findings.arena = &pack->arena;
    source_load_tables(&pack->source, &pack->findings, &pack->arena, folder, needed, COUNT(needed));
    index_sources(pack);
    *out = pack;
    pack = NULL;
    return true;
}

void import_pack_close(struct import_pack *pack)
{
    if (!pack)
        return;
    arena_destroy(&pack->arena);
    free(pack);
}

void import_pack_closep(struct import_pack **pack)
{
    import_pack_close(*pack);
}

static bool is_of_taxonomy(const struct source *source, const struct row *term, const char *taxonomy)
{
    const struct table *terms = &source->tables[TABLE_TAXONOMY_TERMS];
    const struct table *taxonomies = &source->tables[TABLE_TAXONOMIES];
    const struct row *by_id = table_find(taxonomies, row_get(terms, term, "taxonomy_id"));
    return strcmp(row_get(terms, term, "taxonomy"), taxonomy) == 0 ||
           (by_id && strcmp(row_get(taxonomies, by_id, "name"), taxonomy) == 0);
}

static const char *id_in_pack(const struct source *source, const char *taxonomy, const char *code)
{
    const struct table *terms = &source->tables[TABLE_TAXONOMY_TERMS];
    for (size_t i = 0; i < terms->count; i++) {
        const struct row *term = &terms->rows[i];
        if (strcmp(row_get(terms, term, "code"), code) == 0 && is_of_taxonomy(source, term, taxonomy))
            return row_get(terms, term, "id");
    }
    return NULL;
}

/* But for the one that an earlier import of the same source brought. */
static const char *taxonomy_in_pack(const struct source *source, const char *taxonomy, const struct staging *staging)
{
    char ours[IMPORT_ID_SIZE];
    import_id_map(ours, staging_source(staging), "taxonomies", str_of(taxonomy));
    const struct table *taxonomies = &source->tables[TABLE_TAXONOMIES];
    for (size_t i = 0; i < taxonomies->count; i++) {
        const char *id = row_get(taxonomies, &taxonomies->rows[i], "id");
        if (strcmp(row_get(taxonomies, &taxonomies->rows[i], "name"), taxonomy) == 0 && strcmp(id, ours) != 0)
            return id;
    }
    return NULL;
}

static void stage_term(struct import_pack *pack, struct staging *staging, const char *taxonomy, const char *id,
                       const char *code, const char *name)
{
    const char *taxonomy_id = taxonomy_in_pack(&pack->source, taxonomy, staging);
    const struct cell group[] = { { "id", str_of(taxonomy) },
                                  { "name", str_of(taxonomy) },
                                  { "description", str_of(taxonomy) } };
    if (!taxonomy_id)
        staging_add(staging, "taxonomies", group, COUNT(group));
    const struct cell cells[] = { { "id", str_of(id) },
                                  { "code", str_of(code) },
                                  { "name", str_of(name) },
                                  { "description", str_of(name) },
                                  { "taxonomy", str_of(taxonomy) },
                                  { "taxonomy_id", str_of(taxonomy_id ? taxonomy_id : taxonomy) } };
    staging_add(staging, "taxonomy_terms", cells, COUNT(cells));
}

/* True for a term that an earlier import of the same source brought: it is staged again, or it would be gone. */
static bool is_from(const struct staging *staging, const char *there, const char *id)
{
    char mapped[IMPORT_ID_SIZE];
    import_id_map(mapped, staging_source(staging), "taxonomy_terms", str_of(id));
    return strcmp(mapped, there) == 0;
}

static const char *find_term(struct import_pack *pack, struct staging *staging, const char *taxonomy, const char *code,
                             const char *name)
{
    bool own = strcmp(taxonomy, IMPORT_OWN_TAXONOMY) == 0;
    const char *there = own ? id_in_pack(&pack->source, taxonomy, code) : NULL;
    const char *id = arena_printf(&pack->arena, "%s/%s", taxonomy, code);
    if (there && !is_from(staging, there, id))
        return there;
    stage_term(pack, staging, taxonomy, id, code, name ? name : code);
    return id;
}

const char *import_pack_term(struct import_pack *pack, struct staging *staging, const char *taxonomy, const char *code,
                             const char *name)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    size_t at;
    const char *key = arena_printf(&arena, "%s/%s", taxonomy, code);
    if (!map_get(&pack->terms, key, &at)) {
        at = pack->term_ids.count;
        *LIST_ADD(&pack->arena, pack->term_ids) = find_term(pack, staging, taxonomy, code, name);
        map_add(&pack->terms, &pack->arena, arena_strdup(&pack->arena, key), at);
    }
    return pack->term_ids.at[at];
}

void import_pack_link(struct staging *staging, const char *entity, const char *id, const char *term,
                      const char *link_type)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const struct cell cells[] = { { "id", str_of(arena_printf(&arena, "%s/%s/%s", entity, id, term)) },
                                  { "link_id", str_of(id) },
                                  { "link_entity", str_of(entity) },
                                  { "link_type", str_of(link_type) },
                                  { "taxonomy_term_id", str_of(term) } };
    staging_add(staging, "attributes", cells, COUNT(cells));
}

bool import_pack_has_topic(const struct import_pack *pack, const char *code)
{
    const struct table *topics = &pack->source.tables[TABLE_TOPICS];
    for (size_t i = 0; i < topics->count; i++) {
        struct str rest = terms_of_topic(topics, &topics->rows[i]);
        struct str word;
        while (terms_next(&rest, &word)) {
            if (str_eq_c(word, code))
                return true;
        }
    }
    return false;
}
