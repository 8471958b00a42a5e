/* Services that look like ones of other origin in the folder: the same name when folded, and the same telephone number,
 * the same address, or a place within a short walk. They are listed; people decide. */
#include "publish/import_parts.h"

#include "content/geo.h"
#include "publish/csv_stream.h"
#include "text/fold.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define NEAR_METRES 150

/* side 0 is staged, side 1 in the folder. mark: what a service is known by; kind: of the enum below. */
static const char schema[] =
    "CREATE TEMP TABLE twin (id TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL);"
    "CREATE INDEX twin_key ON twin (key);"
    "CREATE TEMP TABLE pair (id TEXT NOT NULL, name TEXT NOT NULL, other TEXT NOT NULL, other_name TEXT NOT NULL);"
    "CREATE INDEX pair_id ON pair (id);"
    "CREATE INDEX pair_other ON pair (other);"
    "CREATE TEMP TABLE link (side INTEGER NOT NULL, service TEXT NOT NULL, place TEXT NOT NULL, at TEXT NOT NULL);"
    "CREATE INDEX link_place ON link (side, place);"
    "CREATE INDEX link_at ON link (side, at);"
    "CREATE TEMP TABLE mark (side INTEGER NOT NULL, service TEXT NOT NULL, kind INTEGER NOT NULL, value TEXT NOT NULL);"
    "CREATE INDEX mark_service ON mark (side, service, kind);";

enum mark_kind { MARK_PHONE, MARK_ADDRESS, MARK_PLACE };
enum side { SIDE_STAGED, SIDE_FOLDER };

struct search {
    struct import *import;
    struct import_db *db;
    struct fold *fold;
    struct arena row; /* of the row in hand */
    size_t services;  /* the table */
    enum side side;
    bool any; /* services of other origin */
};

/* The cells of a row that the columns asked for name; "" when absent. */
typedef void row_fn(struct search *search, const struct str *cells);

struct wanted {
    const char *table;
    const char *columns[6];
    row_fn *take;
};

static size_t column_count(const struct wanted *wanted)
{
    size_t count = 0;
    while (count < COUNT(wanted->columns) && wanted->columns[count])
        count++;
    return count;
}

static void each_staged(struct search *search, const struct wanted *wanted)
{
    static const char sql[] = "SELECT cells FROM staged WHERE tab = ? ORDER BY n";
    struct staging *staging = search->import->staging;
    struct str cells[COUNT(wanted->columns)];
    size_t tab, at;
    if (!staging_find_table(&tab, wanted->table))
        return;
    struct sqlite3_stmt *stmt = import_db_begin(search->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    while (import_db_row(search->db, stmt)) {
        arena_reset(&search->row);
        struct staging_row row =
            staging_unpack(import_db_str(stmt, 0), staging->tables[tab].column_count, &search->row);
        for (size_t i = 0; i < column_count(wanted); i++)
            cells[i] = map_get(&staging->tables[tab].by_name, wanted->columns[i], &at) ? staging_get(&row, at)
                                                                                       : (struct str){ 0 };
        wanted->take(search, cells);
    }
}

static void take_line(struct search *search, const struct wanted *wanted, const struct csv_line *line, const size_t *at)
{
    struct str cells[COUNT(wanted->columns)];
    for (size_t i = 0; i < column_count(wanted); i++)
        cells[i] = at[i] < line->count ? line->cells[at[i]] : (struct str){ 0 };
    arena_reset(&search->row);
    wanted->take(search, cells);
}

static bool each_in_folder(struct search *search, const struct wanted *wanted, struct err *err)
{
    CLEANUP(feed_closep) struct feed *feed = NULL;
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    size_t at[COUNT(wanted->columns)];
    const char *path =
        arena_printf(&search->import->arena, "%s/hsds/%s.csv", search->import->options.into, wanted->table);
    if (!file_exists(path))
        return true;
    if (!feed_open(&feed, path, err) || !csv_stream_open(&stream, feed, 0, err) || !csv_stream_next(stream, &line, err))
        return false;
    for (size_t i = 0; i < column_count(wanted); i++) {
        at[i] = SIZE_MAX;
        for (size_t j = 0; line && j < line->count; j++)
            at[i] = str_eq_c(str_trim(line->cells[j]), wanted->columns[i]) ? j : at[i];
    }
    while (line) {
        if (!csv_stream_next(stream, &line, err))
            return false;
        if (line && !line->fault)
            take_line(search, wanted, line, at);
    }
    return true;
}

static void run(struct search *search, const char *sql, const struct str *values, size_t count)
{
    struct sqlite3_stmt *stmt = import_db_begin(search->db, sql);
    for (size_t i = 0; i < count; i++)
        import_db_bind_str(stmt, (int)i + 1, values[i]);
    import_db_run(search->db, stmt);
}

static bool is_there(struct search *search, const char *sql, struct str id, size_t tab)
{
    struct sqlite3_stmt *stmt = import_db_begin(search->db, sql);
    import_db_bind_str(stmt, 1, id);
    import_db_bind_int(stmt, 2, (int64_t)tab);
    bool found = import_db_row(search->db, stmt);
    import_db_end(stmt);
    return found;
}

static struct str folded(struct search *search, struct str text)
{
    return str_of(fold_words(search->fold, &search->row, text, "en"));
}

/* A service of the folder that is not of this source. */
static void take_twin(struct search *search, const struct str *cells)
{
    static const char known[] = "SELECT 1 FROM staged WHERE tab = ?2 AND id = ?1 UNION ALL "
                                "SELECT 1 FROM base WHERE tab = ?2 AND id = ?1";
    static const char sql[] = "INSERT INTO twin (id, key, name) VALUES (?, ?, ?)";
    if (cells[0].len == 0 || is_there(search, known, cells[0], search->services))
        return;
    struct str values[] = { cells[0], folded(search, cells[1]), cells[1] };
    if (values[1].len == 0)
        return;
    search->any = true;
    run(search, sql, values, COUNT(values));
}

static void take_candidate(struct search *search, const struct str *cells)
{
    static const char sql[] = "INSERT INTO pair (id, name, other, other_name) "
                              "SELECT ?1, ?2, id, name FROM twin WHERE key = ?3";
    struct str values[] = { cells[0], cells[1], folded(search, cells[1]) };
    run(search, sql, values, COUNT(values));
}

static bool is_wanted(struct search *search, struct str service)
{
    static const char staged[] = "SELECT 1 FROM pair WHERE id = ?1";
    static const char other[] = "SELECT 1 FROM pair WHERE other = ?1";
    return service.len > 0 && is_there(search, search->side == SIDE_STAGED ? staged : other, service, 0);
}

static void take_link(struct search *search, const struct str *cells)
{
    static const char sql[] = "INSERT INTO link (side, service, place, at) VALUES (?, ?, ?, ?)";
    if (!is_wanted(search, cells[1]))
        return;
    struct sqlite3_stmt *stmt = import_db_begin(search->db, sql);
    import_db_bind_int(stmt, 1, search->side);
    import_db_bind_str(stmt, 2, cells[1]);
    import_db_bind_str(stmt, 3, cells[2].at ? cells[2] : STR(""));
    import_db_bind_str(stmt, 4, cells[0].at ? cells[0] : STR(""));
    import_db_run(search->db, stmt);
}

/* Marks the service itself, or those that the link's column leads to. */
static void mark(struct search *search, enum mark_kind kind, struct str value, struct str service, struct str at,
                 struct str place)
{
    static const char direct[] = "INSERT INTO mark (side, service, kind, value) SELECT ?1, ?4, ?2, ?3";
    static const char by_at[] = "INSERT INTO mark (side, service, kind, value) "
                                "SELECT ?1, service, ?2, ?3 FROM link WHERE side = ?1 AND at = ?4";
    static const char by_place[] = "INSERT INTO mark (side, service, kind, value) "
                                   "SELECT ?1, service, ?2, ?3 FROM link WHERE side = ?1 AND place = ?4";
    const char *sql = service.len > 0 ? direct : at.len > 0 ? by_at : by_place;
    struct str key = service.len > 0 ? service : at.len > 0 ? at : place;
    if (value.len == 0 || key.len == 0 || (service.len > 0 && !is_wanted(search, service)))
        return;
    struct sqlite3_stmt *stmt = import_db_begin(search->db, sql);
    import_db_bind_int(stmt, 1, search->side);
    import_db_bind_int(stmt, 2, kind);
    import_db_bind_str(stmt, 3, value);
    import_db_bind_str(stmt, 4, key);
    import_db_run(search->db, stmt);
}

/* The last digits: prefixes of country and town are written or not. */
static void take_phone(struct search *search, const struct str *cells)
{
    char digits[9];
    size_t count = 0;
    for (size_t i = cells[0].len; i > 0 && count < sizeof(digits); i--) {
        if (isdigit((unsigned char)cells[0].at[i - 1]))
            digits[sizeof(digits) - ++count] = cells[0].at[i - 1];
    }
    struct str value = { digits + sizeof(digits) - count, count >= 6 ? count : 0 };
    mark(search, MARK_PHONE, value, cells[1], cells[2], cells[3]);
}

static void take_address(struct search *search, const struct str *cells)
{
    const char *text = arena_printf(&search->row, "%.*s %.*s", STR_FMT(cells[1]), STR_FMT(cells[2]));
    if (cells[1].len > 0)
        mark(search, MARK_ADDRESS, folded(search, str_of(text)), (struct str){ 0 }, (struct str){ 0 }, cells[0]);
}

static void take_place(struct search *search, const struct str *cells)
{
    const char *text = arena_printf(&search->row, "%.*s %.*s", STR_FMT(cells[1]), STR_FMT(cells[2]));
    if (cells[1].len > 0 && cells[2].len > 0)
        mark(search, MARK_PLACE, str_of(text), (struct str){ 0 }, (struct str){ 0 }, cells[0]);
}

static const struct wanted twins = { "services", { "id", "name" }, take_twin };
static const struct wanted candidates = { "services", { "id", "name" }, take_candidate };
static const struct wanted marks[] = {
    { "service_at_location", { "id", "service_id", "location_id" }, take_link },
    { "phones", { "number", "service_id", "service_at_location_id", "location_id" }, take_phone },
    { "addresses", { "location_id", "address_1", "city" }, take_address },
    { "locations", { "id", "latitude", "longitude" }, take_place },
};

/* Phone or address in common. */
static void list_equals(struct search *search)
{
    static const char sql[] =
        "INSERT INTO duplicate (id, name, other, other_name, why) "
        "SELECT id, name, other, other_name, CASE min(a.kind) WHEN 0 THEN 'telephone number' ELSE 'address' END "
        "FROM pair JOIN mark AS a ON a.side = 0 AND a.service = pair.id AND a.kind < 2 "
        "JOIN mark AS b ON b.side = 1 AND b.service = pair.other AND b.kind = a.kind AND b.value = a.value "
        "GROUP BY pair.rowid ORDER BY pair.rowid";
    import_db_run(search->db, import_db_begin(search->db, sql));
}

static bool place_of(struct geo *out, struct str text)
{
    struct str rest;
    struct str latitude = str_cut(text, ' ', &rest);
    out->known = true;
    return str_to_double(latitude, &out->latitude) && str_to_double(rest, &out->longitude);
}

static void list_near(struct search *search)
{
    static const char sql[] =
        "SELECT pair.rowid, a.value, b.value FROM pair JOIN mark AS a ON a.side = 0 AND a.service = pair.id AND a.kind "
        "= 2 "
        "JOIN mark AS b ON b.side = 1 AND b.service = pair.other AND b.kind = 2 "
        "WHERE NOT EXISTS (SELECT 1 FROM duplicate WHERE duplicate.id = pair.id AND duplicate.other = pair.other)";
    static const char add[] =
        "INSERT INTO duplicate (id, name, other, other_name, why) SELECT id, name, other, other_name, 'place' "
        "FROM pair WHERE rowid = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM duplicate WHERE duplicate.id = pair.id AND duplicate.other = pair.other)";
    struct sqlite3_stmt *stmt = import_db_begin(search->db, sql);
    while (import_db_row(search->db, stmt)) {
        struct geo a, b;
        if (!place_of(&a, import_db_str(stmt, 1)) || !place_of(&b, import_db_str(stmt, 2)) ||
            geo_distance_m(a, b) > NEAR_METRES)
            continue;
        struct sqlite3_stmt *insert = import_db_begin(search->db, add);
        import_db_bind_int(insert, 1, import_db_int(stmt, 0));
        import_db_run(search->db, insert);
    }
}

static void count(struct search *search)
{
    static const char sql[] = "SELECT count(*) FROM duplicate";
    struct sqlite3_stmt *stmt = import_db_begin(search->db, sql);
    if (import_db_row(search->db, stmt))
        search->import->duplicates = import_db_int(stmt, 0);
    import_db_end(stmt);
}

static bool find(struct search *search, struct err *err)
{
    if (!each_in_folder(search, &twins, err))
        return false;
    if (!search->any)
        return true;
    each_staged(search, &candidates);
    for (size_t i = 0; i < COUNT(marks); i++) {
        search->side = SIDE_STAGED;
        each_staged(search, &marks[i]);
        search->side = SIDE_FOLDER;
        if (!each_in_folder(search, &marks[i], err))
            return false;
    }
    list_equals(search);
    list_near(search);
    count(search);
    return true;
}

bool import_find_duplicates(struct import *import, struct err *err)
{
    struct search search = { .import = import, .db = &import->staging->db };
    import_db_script(search.db, schema);
    if (!staging_find_table(&search.services, "services") || !fold_open(&search.fold, err))
        return false;
    bool found = find(&search, err);
    fold_close(search.fold);
    arena_destroy(&search.row);
    return found && staging_ok(import->staging, err);
}
