/* Tables, columns and ids of a staging. */
#include "publish/staging_parts.h"

#include "base/list.h"

#include <assert.h>
#include <string.h>

/* Ours that an import may fill beside those of HSDS. */
static const struct hsds_table own_tables[] = {
    [STAGING_CLOSURES - HSDS_TABLE_COUNT] = { "closure",
                                              "closures",
                                              { { "id", HSDS_ID, NULL, true },
                                                { "name", HSDS_TEXT, NULL, true },
                                                { "start", HSDS_TEXT, NULL, true },
                                                { "end", HSDS_TEXT, NULL, false },
                                                { "service_id", HSDS_LINK, "services", false },
                                                { "opens_at", HSDS_TIME, NULL, false },
                                                { "closes_at", HSDS_TIME, NULL, false } } },
    [STAGING_SOURCES - HSDS_TABLE_COUNT] = { "source",
                                             "sources",
                                             { { "id", HSDS_ID, NULL, true },
                                               { "record", HSDS_RECORD, NULL, true },
                                               { "field", HSDS_TEXT, NULL, false },
                                               { "url", HSDS_TEXT, NULL, true },
                                               { "date", HSDS_DATE, NULL, true },
                                               { "note", HSDS_TEXT, NULL, false } } },
};
static_assert(COUNT(own_tables) == STAGING_TABLE_COUNT - HSDS_TABLE_COUNT, "each table of ours needs a row");

static const struct hsds_table *spec_at(size_t tab)
{
    return tab < HSDS_TABLE_COUNT ? hsds_table(tab) : &own_tables[tab - HSDS_TABLE_COUNT];
}

bool staging_find_table(size_t *out, const char *file)
{
    for (size_t i = 0; i < STAGING_TABLE_COUNT; i++) {
        if (strcmp(spec_at(i)->file, file) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

const char *staging_path_of(const struct staging *staging, size_t tab, struct arena *arena)
{
    return arena_printf(arena, "%s%s.csv", tab < HSDS_TABLE_COUNT ? "hsds/" : "", staging->tables[tab].spec->file);
}

void staging_tables_init(struct staging *staging)
{
    for (size_t i = 0; i < STAGING_TABLE_COUNT; i++) {
        struct staging_table *table = &staging->tables[i];
        size_t ignored;
        table->spec = spec_at(i);
        table->columns = ARENA_ARRAY(&staging->arena, const char *, STAGING_COLUMNS_MAX);
        table->used = ARENA_ARRAY(&staging->arena, bool, STAGING_COLUMNS_MAX);
        for (size_t j = 0; j < HSDS_COLUMNS_MAX && table->spec->columns[j].name; j++)
            if (!staging_column(&ignored, staging, i, table->spec->columns[j].name))
                return; /* never: the standard's are few */
    }
}

bool staging_column(size_t *out, struct staging *staging, size_t tab, const char *name)
{
    struct staging_table *table = &staging->tables[tab];
    if (map_get(&table->by_name, name, out))
        return true;
    if (table->column_count == STAGING_COLUMNS_MAX)
        return false;
    *out = table->column_count++;
    table->columns[*out] = arena_strdup(&staging->arena, name);
    map_add(&table->by_name, &staging->arena, table->columns[*out], *out);
    return true;
}

#define OWNERS "service_at_location_id", "service_id", "location_id", "organization_id", "contact_id", "phone_id"

static const struct identity_row {
    const char *file;
    bool renumber;
    const char *columns[24]; /* none: all of them */
} identities[] = {
    { "organizations", false, { "name" } },
    { "programs", false, { "organization_id", "name" } },
    { "services", false, { "organization_id", "name" } },
    { "locations", false, { "name", "latitude", "longitude", "url" } },
    { "service_at_location", false, { "service_id", "location_id" } },
    { "contacts", false, { OWNERS, "name", "title", "department", "email" } },
    { "phones", true, { OWNERS, "number", "extension" } },
    { "taxonomies", false, { "name" } },
    { "taxonomy_terms", false, { "taxonomy_id", "taxonomy", "code", "name" } },
    { "units", false, { "name", "scheme", "identifier" } },
    { "addresses", true, { "location_id", "address_1", "address_2", "city", "postal_code", "address_type" } },
    { "schedules",
      true,
      { OWNERS, "valid_from", "valid_to", "dtstart", "until", "count", "freq", "interval", "byday", "byweekno",
        "bymonthday", "byyearday", "opens_at", "closes_at", "description" } },
    { "languages", true, { OWNERS, "name", "code" } },
    { "accessibility", true, { "location_id", "description" } },
    { "required_documents", true, { "service_id", "document" } },
    { "cost_options", true, { "service_id", "option", "valid_from", "valid_to", "amount", "currency" } },
    { "attributes", true, { "link_id", "taxonomy_term_id", "link_type", "value" } },
    { "sources", true, { "record", "field", "url" } },
    { "closures", true, { "service_id", "name", "start", "end" } },
};

static const struct identity_row *identity_of(size_t tab)
{
    static const struct identity_row all = { NULL, true, { NULL } };
    for (size_t i = 0; i < COUNT(identities); i++) {
        if (strcmp(identities[i].file, spec_at(tab)->file) == 0)
            return &identities[i];
    }
    return &all;
}

const char *const *staging_identity(size_t tab)
{
    return identity_of(tab)->columns;
}

bool staging_can_renumber(size_t tab)
{
    return identity_of(tab)->renumber;
}

struct text {
    char *at;
    size_t count;
};

static void append(struct arena *arena, struct text *text, const char *name, struct str value)
{
    const char *cell = arena_printf(arena, "|%s=%.*s", name, STR_FMT(value));
    text->at = arena_printf(arena, "%s%s", text->at, cell);
    text->count++;
}

const char *staging_made_id(struct staging *staging, size_t tab, const struct staging_row *row, const char *before)
{
    const struct staging_table *table = &staging->tables[tab];
    const char *const *names = staging_identity(tab);
    struct text text = { arena_strdup(&staging->round, before), 0 };
    char *id = arena_alloc(&staging->round, IMPORT_ID_SIZE);
    size_t column;
    for (size_t i = 0; names[i]; i++) {
        if (map_get(&table->by_name, names[i], &column) && staging_get(row, column).len > 0)
            append(&staging->round, &text, names[i], staging_get(row, column));
    }
    for (size_t i = 0; text.count == 0 && i < row->count; i++) {
        if (row->at[i].len > 0)
            text.at = arena_printf(&staging->round, "%s|%s=%.*s", text.at, table->columns[i], STR_FMT(row->at[i]));
    }
    import_id_map(id, staging->source, table->spec->file, str_of(text.at));
    return id;
}
