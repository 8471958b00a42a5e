#include "publish/owners.h"

#include <string.h>

/* From the most to the least particular: the first that is filled in owns the row. */
static const struct owner_column {
    const char *name;
    enum table_id table;
} owner_columns[] = {
    { "service_at_location_id", TABLE_SERVICE_AT_LOCATION },
    { "service_id", TABLE_SERVICES },
    { "location_id", TABLE_LOCATIONS },
    { "organization_id", TABLE_ORGANIZATIONS },
};

static const enum table_id owned_tables[] = {
    TABLE_ADDRESSES,          TABLE_PHONES,       TABLE_SCHEDULES, TABLE_LANGUAGES, TABLE_ACCESSIBILITY,
    TABLE_REQUIRED_DOCUMENTS, TABLE_COST_OPTIONS,
};

static bool is_private(const struct table *table, const struct row *row)
{
    return strcmp(row_get(table, row, "x_private"), "yes") == 0;
}

static bool service_is_public(const struct table *services, const struct row *row)
{
    const char *status = row_get(services, row, "status");
    return strcmp(status, "inactive") != 0 && strcmp(status, "defunct") != 0 && !is_private(services, row);
}

static bool organization_is_private(const struct source *source, const char *id)
{
    const struct table *organizations = &source->tables[TABLE_ORGANIZATIONS];
    const struct row *row = table_find(organizations, id);
    return row && is_private(organizations, row);
}

/* Hides all rows of the table; what a shown service uses is shown again. */
static void hide_all(struct table *table)
{
    for (size_t i = 0; i < table->count; i++)
        table->rows[i].shown = false;
}

static void show(struct table *table, const char *id)
{
    size_t at;
    if (map_get(&table->ids, id, &at))
        table->rows[at].shown = !is_private(table, &table->rows[at]);
}

static bool is_shown(const struct table *table, const char *id)
{
    const struct row *row = table_find(table, id);
    return row && row->shown;
}

static void resolve_services(struct source *source)
{
    struct table *services = &source->tables[TABLE_SERVICES];
    struct table *organizations = &source->tables[TABLE_ORGANIZATIONS];
    hide_all(organizations);
    for (size_t i = 0; i < services->count; i++) {
        struct row *row = &services->rows[i];
        row->shown = service_is_public(services, row) &&
                     !organization_is_private(source, row_get(services, row, "organization_id"));
        if (row->shown)
            show(organizations, row_get(services, row, "organization_id"));
    }
}

static void resolve_places(struct source *source)
{
    struct table *links = &source->tables[TABLE_SERVICE_AT_LOCATION];
    struct table *locations = &source->tables[TABLE_LOCATIONS];
    hide_all(locations);
    for (size_t i = 0; i < links->count; i++) {
        struct row *row = &links->rows[i];
        row->shown =
            !is_private(links, row) && is_shown(&source->tables[TABLE_SERVICES], row_get(links, row, "service_id"));
        if (row->shown)
            show(locations, row_get(links, row, "location_id"));
    }
}

static void resolve_row(struct source *source, const struct table *table, struct row *row)
{
    row->shown = false;
    if (row_get(table, row, "contact_id")[0] || is_private(table, row))
        return;
    for (size_t i = 0; i < COUNT(owner_columns); i++) {
        const struct table *to = &source->tables[owner_columns[i].table];
        const char *id = row_get(table, row, owner_columns[i].name);
        if (id[0]) {
            row->owner = arena_printf(source->arena, "%s/%s", to->spec->name, id);
            row->shown = is_shown(to, id);
            return;
        }
    }
}

void owners_resolve(struct source *source)
{
    resolve_services(source);
    resolve_places(source);
    for (size_t i = 0; i < COUNT(owned_tables); i++) {
        struct table *table = &source->tables[owned_tables[i]];
        for (size_t j = 0; j < table->count; j++)
            resolve_row(source, table, &table->rows[j]);
    }
}

bool location_is_place(const struct table *locations, const struct row *row)
{
    const char *type = row_get(locations, row, "location_type");
    return row->shown && strcmp(type, "virtual") != 0 && strcmp(type, "postal") != 0;
}
