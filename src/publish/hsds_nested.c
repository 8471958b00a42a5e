#include "publish/hsds_nested.h"

#include "publish/hsds_tidy.h"
#include "publish/hsds_versions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Deeper than any document of HSDS: a service's place's contact's telephone's languages. */
#define DEEP_MAX 12

json_t *hsds_document_parse(struct str text)
{
    json_t *document = text.len > 0 ? json_loadb(text.at, text.len, 0, NULL) : NULL;
    if (json_is_object(document))
        return document;
    json_decref(document);
    return NULL;
}

/* Keys of lists that are not called like their table. */
static const struct {
    const char *key;
    const char *table;
} lists[] = {
    { "additional_urls", "url" },        { "additional_websites", "url" },       { "capacities", "service_capacity" },
    { "taxonomy_detail", "taxonomies" }, { "taxonomy_terms", "taxonomy_terms" },
};

static const char *table_of_key(const char *key)
{
    for (size_t i = 0; i < COUNT(lists); i++) {
        if (strcmp(lists[i].key, key) == 0)
            return lists[i].table;
    }
    const struct hsds_file *file = hsds_file_find(key, NULL, 0);
    return file && file->way == HSDS_AS_ROWS ? file->table : NULL;
}

const char *hsds_document_list(const char *name)
{
    return str_ends(str_of(name), STR(".csv")) ? table_of_key(name) : NULL;
}

static const struct hsds_table *table_named(const char *file)
{
    size_t at;
    return hsds_find(&at, file) ? hsds_table(at) : NULL;
}

static const struct candidate {
    const char *table;
    const char *needs[2];
} candidates[] = {
    { "services", { "id", "name" } }, { "organizations", { "id", "name" } }, { "service_at_location", { "id", NULL } },
    { "locations", { "id", NULL } },  { "taxonomies", { "id", "name" } },    { "taxonomy_terms", { "id", "name" } },
};

static bool has_needs(const struct candidate *candidate, const json_t *document)
{
    for (size_t i = 0; i < COUNT(candidate->needs) && candidate->needs[i]; i++) {
        if (!json_object_get(document, candidate->needs[i]))
            return false;
    }
    return strcmp(candidate->table, "service_at_location") != 0 || json_object_get(document, "location") ||
           json_object_get(document, "location_id");
}

static bool is_nested(const json_t *value)
{
    return json_is_object(value) || (json_is_array(value) && json_is_object(json_array_get(value, 0)));
}

/* How many keys of the document the table knows; what only a service has counts for it. */
static int likeness(const struct candidate *candidate, const json_t *document)
{
    static const char *const of_service[] = { "service_at_locations", "organization", "status", "program" };
    const struct hsds_table *table = table_named(candidate->table);
    bool service = strcmp(candidate->table, "services") == 0;
    const char *key;
    json_t *value;
    int known = 0;
    json_object_foreach((json_t *)(uintptr_t)document, key, value) known +=
        !is_nested(value) && hsds_column(table, key) ? 1 : 0;
    for (size_t i = 0; service && i < COUNT(of_service); i++)
        known += json_object_get(document, of_service[i]) ? 2 : 0;
    if (strcmp(candidate->table, "service_at_location") == 0)
        known += json_object_get(document, "location") ? 4 : 0;
    return known;
}

static void describe(char *why, size_t size, const json_t *document)
{
    const char *key;
    json_t *value;
    size_t used = (size_t)snprintf(why, size, "it has no id and name, but");
    json_object_foreach((json_t *)(uintptr_t)document, key, value)
    {
        if (used < size)
            used += (size_t)snprintf(why + used, size - used, " %s", key);
    }
}

const char *hsds_document_table(const json_t *document, char *why, size_t size)
{
    const char *best = NULL;
    int most = 0;
    if (!document) {
        snprintf(why, size, "it is no JSON object");
        return NULL;
    }
    for (size_t i = 0; i < COUNT(candidates); i++) {
        int known = has_needs(&candidates[i], document) ? likeness(&candidates[i], document) : 0;
        if (known > most) {
            best = candidates[i].table;
            most = known;
        }
    }
    if (most >= 2)
        return best;
    describe(why, size, document);
    return NULL;
}

/* What stands in a cell: texts as they are, numbers as they are written, lists of words with commas, and everything
 * else as JSON. */
static struct str cell_text(struct arena *arena, const json_t *value)
{
    if (json_is_string(value))
        return (struct str){ arena_str(arena, (struct str){ json_string_value(value), json_string_length(value) }),
                             json_string_length(value) };
    if (json_is_null(value))
        return (struct str){ 0 };
    if (json_is_array(value) && json_is_string(json_array_get(value, 0))) {
        const char *text = "";
        for (size_t i = 0; i < json_array_size(value); i++) {
            const char *word = json_string_value(json_array_get(value, i));
            text = arena_printf(arena, "%s%s%s", text, i > 0 ? "," : "", word ? word : "");
        }
        return str_of(text);
    }
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(15));
    struct str cell = str_of(arena_strdup(arena, text ? text : ""));
    free(text);
    return str_eq(cell, STR("[]")) || str_eq(cell, STR("{}")) ? (struct str){ 0 } : cell;
}

/* What a row is a part of. */
struct parent {
    const struct hsds_table *table;
    const char *id;
};

static const char *add_object(struct hsds_nested *nested, const char *table, const char *key, const json_t *object,
                              const struct parent *parent, int deep);

/* The file of old names that the key stands for, so that its columns are called as today. */
static const struct hsds_file *file_of(const char *key, const char *table)
{
    const struct hsds_file *file = hsds_file_find(key, NULL, 0);
    return file && strcmp(file->table, table) == 0 ? file : hsds_file_find(table, NULL, 0);
}

static bool has_key(const json_t *object, const char *key)
{
    return json_object_get(object, key) != NULL;
}

static void add_cells(struct hsds_nested *nested, struct hsds_cells *cells, const struct hsds_file *file,
                      const json_t *object)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        const char *name = hsds_file_column(file, str_of(key), &nested->arena);
        if (strcmp(name, key) != 0 && has_key(object, name))
            name = key;
        if (!is_nested(value) || !table_of_key(key))
            hsds_cells_add(cells, arena_strdup(&nested->arena, name), cell_text(&nested->arena, value));
    }
    if (file->set[0] && hsds_cells_get(cells, file->set[0]).len == 0)
        hsds_cells_set(cells, file->set[0], str_of(file->set[1]));
}

/* The whole of which the row is a part, by the columns that its table has for that. */
static void link_to_parent(struct hsds_nested *nested, struct hsds_cells *cells, const struct hsds_table *table,
                           const struct parent *parent)
{
    if (!parent)
        return;
    const char *column = arena_printf(&nested->arena, "%s_id", parent->table->name);
    if (strcmp(table->file, "attributes") == 0) {
        hsds_cells_set(cells, "link_id", str_of(parent->id));
        hsds_cells_set(cells, "link_entity", str_of(parent->table->name));
    } else if (strcmp(table->file, "metadata") == 0) {
        hsds_cells_set(cells, "resource_id", str_of(parent->id));
        hsds_cells_set(cells, "resource_type", str_of(parent->table->name));
    } else if (hsds_column(table, column)) {
        hsds_cells_set(cells, column, str_of(parent->id));
    }
}

/* Objects come before the row, which then links to them. */
static void add_wholes(struct hsds_nested *nested, struct hsds_cells *cells, const struct hsds_table *table,
                       const json_t *object, int deep)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        const char *other = json_is_object(value) ? table_of_key(key) : NULL;
        if (!other)
            continue;
        const char *column =
            strcmp(key, "taxonomy_detail") == 0 ? "taxonomy_id" : arena_printf(&nested->arena, "%s_id", key);
        const char *id = add_object(nested, other, key, value, NULL, deep - 1);
        if (hsds_column(table, column))
            hsds_cells_set(cells, column, str_of(id));
    }
}

/* A service that names its places without the row between them. */
static void join_place(struct hsds_nested *nested, const struct parent *parent, const char *table, const char *id)
{
    struct cell cells[] = { { "service_id", str_of(parent->id) }, { "location_id", str_of(id) } };
    if (strcmp(parent->table->file, "services") == 0 && strcmp(table, "locations") == 0)
        staging_add(nested->staging, "service_at_location", cells, COUNT(cells));
}

/* Lists come behind the row. A contact's telephone may be the service's as well: what is for all is added first. */
static void add_parts(struct hsds_nested *nested, const struct parent *self, const json_t *object, bool contacts,
                      int deep)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        const char *table = json_is_array(value) ? table_of_key(key) : NULL;
        if (!table || (strcmp(table, "contacts") == 0) != contacts)
            continue;
        nested->any_lists = true;
        for (size_t i = 0; i < json_array_size(value); i++) {
            const json_t *part = json_array_get(value, i);
            if (json_is_object(part))
                join_place(nested, self, table, add_object(nested, table, key, part, self, deep - 1));
        }
    }
}

/* A telephone that is for all does not become private because somebody's desk has it too. */
static bool is_known_phone(const struct hsds_nested *nested, const struct hsds_table *table, const json_t *object,
                           const struct parent *parent)
{
    const char *id = json_string_value(json_object_get(object, "id"));
    return parent && strcmp(parent->table->file, "contacts") == 0 && strcmp(table->file, "phones") == 0 && id &&
           staging_knows(nested->staging, "phones", str_of(id));
}

static const char *add_object(struct hsds_nested *nested, const char *name, const char *key, const json_t *object,
                              const struct parent *parent, int deep)
{
    struct hsds_cells cells = { .arena = &nested->arena };
    const struct hsds_table *table = table_named(name);
    if (!table || deep == 0)
        return "";
    add_cells(nested, &cells, file_of(key, name), object);
    add_wholes(nested, &cells, table, object, deep);
    if (!is_known_phone(nested, table, object, parent))
        link_to_parent(nested, &cells, table, parent);
    hsds_tidy(nested->staging, name, &cells);
    if (!parent && deep == DEEP_MAX)
        staging_next_is_main(nested->staging);
    struct parent self = { table,
                           arena_strdup(&nested->arena, staging_add(nested->staging, name, cells.at, cells.count)) };
    add_parts(nested, &self, object, false, deep);
    add_parts(nested, &self, object, true, deep);
    return self.id;
}

void hsds_nested_add(struct hsds_nested *nested, const char *table, const json_t *document)
{
    arena_reset(&nested->arena);
    add_object(nested, table, table, document, NULL, DEEP_MAX);
}

void hsds_nested_end(struct hsds_nested *nested)
{
    arena_destroy(&nested->arena);
}
