/* Whoever doubts a fact must be able to see where it was taken from: each imported service gets its row of sources.csv,
 * unless the format brings one. */
#include "publish/import_parts.h"

#include "base/clock.h"

#include <string.h>

struct named {
    struct import *import;
    size_t services;               /* the table … */
    size_t url, assured, modified; /* … and columns of it */
};

static void collect_records(struct import *import, struct map *records)
{
    static const char sql[] = "SELECT cells FROM staged WHERE tab = ?";
    struct staging *staging = import->staging;
    const struct staging_table *table = &staging->tables[STAGING_SOURCES];
    size_t column;
    if (table->staged == 0 || !map_get(&table->by_name, "record", &column))
        return;
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, STAGING_SOURCES);
    while (import_db_row(&staging->db, stmt)) {
        arena_reset(&staging->round);
        struct staging_row row = staging_unpack(import_db_str(stmt, 0), table->column_count, &staging->round);
        map_add(records, &import->arena, arena_str(&import->arena, staging_get(&row, column)), 0);
    }
}

static bool is_web_address(struct str url)
{
    return str_starts(url, STR("http://")) || str_starts(url, STR("https://"));
}

static bool date_of(struct str *out, struct str cell)
{
    struct civil date;
    struct str day = { cell.at, cell.len < 10 ? cell.len : 10 };
    if (!civil_parse_date(&date, day))
        return false;
    *out = day;
    return true;
}

/* The day that the last import wrote, so that importing the same again changes nothing. */
static bool date_before(struct str *out, struct import *import, const char *id)
{
    static const char sql[] = "SELECT cells FROM base WHERE tab = ? AND id = ?";
    struct staging *staging = import->staging;
    const struct staging_table *table = &staging->tables[STAGING_SOURCES];
    size_t column;
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, STAGING_SOURCES);
    import_db_bind_str(stmt, 2, str_of(id));
    if (!map_get(&table->by_name, "date", &column) || !import_db_row(&staging->db, stmt))
        return false;
    struct str cells = import_db_str(stmt, 0);
    cells.at = arena_str(&staging->round, cells);
    import_db_end(stmt);
    struct staging_row row = staging_unpack(cells, table->column_count, &staging->round);
    *out = staging_get(&row, column);
    return out->len > 0;
}

static void set(struct staging_row *row, const struct staging_table *table, const char *name, struct str value)
{
    size_t column;
    if (map_get(&table->by_name, name, &column) && column < row->count)
        row->at[column] = value;
}

static void stage_source(struct import *import, struct sqlite3_stmt *service, const char *id, struct str url,
                         struct str date)
{
    struct staging *staging = import->staging;
    const struct staging_table *table = &staging->tables[STAGING_SOURCES];
    struct staging_pending pending = { .tab = STAGING_SOURCES, .id = id };
    struct str record = import_db_str(service, 0);
    pending.row =
        (struct staging_row){ ARENA_ARRAY(&staging->round, struct str, table->column_count), table->column_count };
    pending.row.at[0] = str_of(id);
    set(&pending.row, table, "record", str_of(arena_printf(&staging->round, "services/%.*s", STR_FMT(record))));
    set(&pending.row, table, "field", STR("*"));
    set(&pending.row, table, "url", url);
    set(&pending.row, table, "date", date);
    staging->file = import_db_int(service, 2);
    staging->where.row = (long)import_db_int(service, 3);
    staging_insert(staging, &pending, 0);
}

static void name_source(const struct named *named, struct sqlite3_stmt *service)
{
    struct import *import = named->import;
    struct staging *staging = import->staging;
    size_t width = staging->tables[named->services].column_count;
    char id[IMPORT_ID_SIZE];
    struct staging_row row = staging_unpack(import_db_str(service, 1), width, &staging->round);
    struct str url = import->options.url ? str_of(import->options.url) : staging_get(&row, named->url);
    struct str date;
    const char *record = arena_printf(&staging->round, "services/%.*s", STR_FMT(import_db_str(service, 0)));
    import_id_map(id, staging->source, "sources", str_of(record));
    if (!is_web_address(url)) {
        import->without_source_row++;
        return;
    }
    if (!date_of(&date, staging_get(&row, named->assured)) && !date_of(&date, staging_get(&row, named->modified)) &&
        !date_before(&date, import, id))
        date = str_of(import->options.today);
    stage_source(import, service, id, url, date);
}

void import_name_sources(struct import *import)
{
    static const char sql[] = "SELECT id, cells, file, line FROM staged WHERE tab = ? ORDER BY n";
    struct staging *staging = import->staging;
    struct named named = { .import = import };
    struct map records = { 0 };
    size_t ignored;
    if (!staging_find_table(&named.services, "services"))
        return;
    const struct map *columns = &staging->tables[named.services].by_name;
    if (!map_get(columns, "url", &named.url) || !map_get(columns, "assured_date", &named.assured) ||
        !map_get(columns, "last_modified", &named.modified))
        return;
    collect_records(import, &records);
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)named.services);
    while (import_db_row(&staging->db, stmt)) {
        arena_reset(&staging->round);
        struct str id = import_db_str(stmt, 0);
        if (!map_get(&records, arena_printf(&staging->round, "services/%.*s", STR_FMT(id)), &ignored))
            name_source(&named, stmt);
    }
}
