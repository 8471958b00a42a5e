/* What stays at home when a directory leaves, and what HSDS wants that a pack takes for granted. */
#include "publish/export_base.h"

#include <string.h>

/* Whose row it is: the first column that is filled, as in a pack. */
static const struct owner_column {
    const char *column;
    const char *table;
} owner_columns[] = {
    { "contact_id", "contacts" }, { "service_at_location_id", "service_at_location" },
    { "service_id", "services" }, { "location_id", "locations" },
    { "phone_id", "phones" },     { "organization_id", "organizations" },
};

/* Tables whose rows say something of one that owns them. */
static const char *const owned[] = {
    "contacts", "phones",           "programs",           "addresses",     "schedules",    "languages",
    "funding",  "service_areas",    "required_documents", "accessibility", "cost_options", "organization_identifiers",
    "url",      "service_capacity",
};

static const struct private_row {
    const char *sql;
    const char *what;
} private_rows[] = {
    { "DELETE FROM contacts", "contacts, who are persons" },
    { "DELETE FROM phones WHERE contact_id IS NOT NULL", "phone numbers of contacts" },
    { "DELETE FROM metadata", "rows of metadata.csv, which say who changed what" },
    { "UPDATE services SET assurer_email = NULL WHERE assurer_email IS NOT NULL",
      "mail addresses of those who checked a service" },
    { "DELETE FROM services WHERE status IN ('inactive', 'defunct')", "services that are inactive or defunct" },
    { "DELETE FROM service_at_location WHERE NOT EXISTS (SELECT 1 FROM services s WHERE s.id = service_id)", NULL },
    { "DELETE FROM locations WHERE NOT EXISTS (SELECT 1 FROM service_at_location s WHERE s.location_id = locations.id)",
      "places of no service that is shown" },
    { "DELETE FROM organizations WHERE NOT EXISTS "
      "(SELECT 1 FROM services s WHERE s.organization_id = organizations.id)",
      "organizations of no service that is shown" },
};

static const struct export_table *table_named(const struct export_base *base, const char *file)
{
    size_t at;
    return hsds_find(&at, file) ? &base->tables[at] : NULL;
}

/* Counts what a statement has changed. */
static bool run(size_t *changed, struct export_base *base, const char *sql, struct err *err)
{
    if (!export_base_run(base, sql, err))
        return false;
    *changed = (size_t)sqlite3_changes(base->db);
    return true;
}

/* Rows are found by id and by their owner, both here and when they are written. */
static bool index_tables(struct export_base *base, struct err *err)
{
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        const struct hsds_table *spec = base->tables[i].spec;
        for (size_t j = 0; j < HSDS_COLUMNS_MAX && spec->columns[j].name; j++) {
            const struct hsds_column *column = &spec->columns[j];
            if (column->kind != HSDS_ID && column->kind != HSDS_LINK && column->kind != HSDS_LINK_ANY)
                continue;
            if (!export_base_run(base,
                                 arena_printf(&base->arena, "CREATE INDEX \"%s %s\" ON \"%s\" (\"%s\")", spec->file,
                                              column->name, spec->file, column->name),
                                 err))
                return false;
        }
    }
    return true;
}

/* The column that an import writes where the source does not want a row to be seen; NULL if the table has none. */
static const char *private_column(const struct export_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        if (strcmp(table->columns[i].name, "x_private") == 0)
            return table->columns[i].sql;
    }
    return NULL;
}

static bool take_out_marked(struct export_base *base, struct err *err)
{
    size_t all = 0;
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        const char *file = base->tables[i].spec->file;
        const char *column = private_column(&base->tables[i]);
        size_t count = 0;
        if (column && strcmp(file, "organizations") == 0 &&
            !export_base_run(base,
                             arena_printf(&base->arena,
                                          "DELETE FROM services WHERE organization_id IN "
                                          "(SELECT id FROM organizations WHERE %s = 'yes')",
                                          column),
                             err))
            return false;
        if (column &&
            !run(&count, base, arena_printf(&base->arena, "DELETE FROM \"%s\" WHERE %s = 'yes'", file, column), err))
            return false;
        all += count;
    }
    if (all > 0)
        export_remark(base, "left out, rows that their source does not want to be seen: %zu", all);
    return true;
}

static bool take_out_private(struct export_base *base, struct err *err)
{
    if (!take_out_marked(base, err))
        return false;
    for (size_t i = 0; i < COUNT(private_rows); i++) {
        size_t count;
        if (!run(&count, base, private_rows[i].sql, err))
            return false;
        if (count > 0 && private_rows[i].what)
            export_remark(base, "left out, %s: %zu", private_rows[i].what, count);
    }
    return true;
}

/* "CASE WHEN service_id IS NOT NULL THEN EXISTS (…) … ELSE 0 END" for the owner columns that the table has. */
static const char *owner_is_there(struct export_base *base, const struct hsds_table *spec)
{
    const char *sql = "CASE";
    for (size_t i = 0; i < COUNT(owner_columns); i++) {
        const struct owner_column *owner = &owner_columns[i];
        if (hsds_column(spec, owner->column))
            sql = arena_printf(&base->arena,
                               "%s WHEN t.%s IS NOT NULL THEN EXISTS (SELECT 1 FROM %s o WHERE o.id = t.%s)", sql,
                               owner->column, owner->table, owner->column);
    }
    return arena_printf(&base->arena, "%s ELSE 0 END", sql);
}

static bool take_out_orphans(struct export_base *base, struct err *err)
{
    for (size_t i = 0; i < COUNT(owned); i++) {
        size_t count;
        const struct hsds_table *spec = table_named(base, owned[i])->spec;
        const char *sql = arena_printf(&base->arena, "DELETE FROM \"%s\" AS t WHERE NOT (%s)", spec->file,
                                       owner_is_there(base, spec));
        if (!run(&count, base, sql, err))
            return false;
        if (count > 0)
            export_remark(base, "left out, rows of %s.csv that belong to nothing that is shown: %zu", spec->file,
                          count);
    }
    return true;
}

/* Attributes may be of rows of any table, which they name in the singular or as its file. */
static bool take_out_attributes(struct export_base *base, struct err *err)
{
    size_t all = 0;
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        size_t count;
        const struct hsds_table *spec = base->tables[i].spec;
        const char *sql = arena_printf(&base->arena,
                                       "DELETE FROM attributes WHERE link_entity IN ('%s', '%s') AND NOT EXISTS "
                                       "(SELECT 1 FROM \"%s\" o WHERE o.id = link_id)",
                                       spec->name, spec->file, spec->file);
        if (!run(&count, base, sql, err))
            return false;
        all += count;
    }
    if (all > 0)
        export_remark(base, "left out, rows of attributes.csv that belong to nothing that is shown: %zu", all);
    return true;
}

/* A link that leads to what stays at home, or nowhere: a row that can do without it keeps only the rest. */
static bool cut_link(struct export_base *base, const struct hsds_table *spec, const struct hsds_column *link,
                     struct err *err)
{
    size_t count;
    struct arena *arena = &base->arena;
    const char *verb = link->required
                           ? arena_printf(arena, "DELETE FROM \"%s\" AS t", spec->file)
                           : arena_printf(arena, "UPDATE \"%s\" AS t SET \"%s\" = NULL", spec->file, link->name);
    const char *where =
        arena_printf(arena, "WHERE t.\"%s\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"%s\" o WHERE o.id = t.\"%s\")",
                     link->name, link->to, link->name);
    if (!run(&count, base, arena_printf(arena, "%s %s", verb, where), err))
        return false;
    if (count > 0)
        export_remark(base, "%s, rows of %s.csv whose %s led to nothing that is shown: %zu",
                      link->required ? "left out" : "link removed", spec->file, link->name, count);
    return true;
}

static bool cut_links(struct export_base *base, struct err *err)
{
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        const struct hsds_table *spec = base->tables[i].spec;
        for (size_t j = 0; j < HSDS_COLUMNS_MAX && spec->columns[j].name; j++) {
            if (spec->columns[j].kind == HSDS_LINK && !cut_link(base, spec, &spec->columns[j], err))
                return false;
        }
    }
    return true;
}

static void mark_given(struct export_base *base, const char *file, const char *column)
{
    size_t at;
    for (size_t i = 0; hsds_find(&at, file) && i < base->tables[at].count; i++) {
        if (strcmp(base->tables[at].columns[i].name, column) == 0)
            base->tables[at].columns[i].given = true;
    }
}

/* What a pack takes for granted and HSDS asks for. */
static bool fill_in(struct export_base *base, struct err *err)
{
    const struct {
        const char *table;
        const char *column;
        const char *value;
    } granted[] = {
        { "locations", "location_type", "physical" },
        { "addresses", "address_type", "physical" },
        { "addresses", "country", base->about.country },
    };
    for (size_t i = 0; i < COUNT(granted); i++) {
        size_t count;
        const char *sql = arena_printf(&base->arena, "UPDATE \"%s\" SET \"%s\" = '%s' WHERE \"%s\" IS NULL",
                                       granted[i].table, granted[i].column, granted[i].value, granted[i].column);
        bool safe = strspn(granted[i].value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
                    strlen(granted[i].value);
        if (!safe || !granted[i].value[0])
            continue;
        if (!run(&count, base, sql, err))
            return false;
        if (count > 0)
            mark_given(base, granted[i].table, granted[i].column);
        if (count > 0)
            export_remark(base, "filled in, \"%s\" as %s of rows of %s.csv: %zu", granted[i].value, granted[i].column,
                          granted[i].table, count);
    }
    return true;
}

static bool count_rows(struct export_base *base, struct err *err)
{
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        struct export_table *table = &base->tables[i];
        sqlite3_stmt *stmt = NULL;
        if (!export_base_ask(&stmt, base, arena_printf(&base->arena, "SELECT count(*) FROM \"%s\"", table->spec->file),
                             err))
            return false;
        table->rows = sqlite3_step(stmt) == SQLITE_ROW ? (size_t)sqlite3_column_int64(stmt, 0) : 0;
        sqlite3_finalize(stmt);
    }
    return true;
}

bool export_base_prepare(struct export_base *base, bool all, struct err *err)
{
    if (!export_base_run(base, "BEGIN", err) || !index_tables(base, err))
        return false;
    if (!all && (!take_out_private(base, err) || !take_out_orphans(base, err) || !take_out_attributes(base, err) ||
                 !cut_links(base, err)))
        return false;
    return fill_in(base, err) && count_rows(base, err) && export_base_run(base, "COMMIT", err);
}
