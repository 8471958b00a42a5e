/* What leads to nothing: links of staged rows are followed, in the staging and in the pack folder. A row that needs a
 * link is taken out without it; another one goes on without the link, unless it was the only one. */
#include "publish/staging_parts.h"

#include "publish/csv_stream.h"

#include <string.h>

static bool is_staged(struct staging *staging, size_t tab, struct str id)
{
    static const char sql[] = "SELECT 1 FROM staged WHERE tab = ? AND id = ?";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_str(stmt, 2, id);
    bool found = import_db_row(&staging->db, stmt);
    import_db_end(stmt);
    return found;
}

static void note_dangling(struct staging *staging, int64_t n, const char *column, size_t tab, struct str id)
{
    static const char sql[] = "INSERT INTO dangling (n, col, tab, id) VALUES (?, ?, ?, ?)";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, n);
    import_db_bind_str(stmt, 2, str_of(column));
    import_db_bind_int(stmt, 3, (int64_t)tab);
    import_db_bind_str(stmt, 4, id);
    import_db_run(&staging->db, stmt);
}

/* Notes each link of the row whose end is not staged; true if there is any. */
static bool follow_links(struct staging *staging, int64_t n, const struct staging_table *table,
                         const struct staging_row *row)
{
    bool dangling = false;
    const struct hsds_column *columns = table->spec->columns;
    for (size_t i = 0; i < HSDS_COLUMNS_MAX && columns[i].name; i++) {
        size_t to;
        struct str id = staging_get(row, i);
        if (columns[i].kind != HSDS_LINK || id.len == 0 || !staging_find_table(&to, columns[i].to) ||
            is_staged(staging, to, id))
            continue;
        note_dangling(staging, n, columns[i].name, to, id);
        dangling = true;
    }
    return dangling;
}

static bool find_dangling(struct staging *staging)
{
    static const char clear[] = "DELETE FROM dangling";
    static const char rows[] = "SELECT n, tab, cells FROM staged ORDER BY n";
    bool dangling = false;
    import_db_run(&staging->db, import_db_begin(&staging->db, clear));
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, rows);
    while (import_db_row(&staging->db, stmt)) {
        const struct staging_table *table = &staging->tables[import_db_int(stmt, 1)];
        arena_reset(&staging->round);
        struct staging_row row = staging_unpack(import_db_str(stmt, 2), table->column_count, &staging->round);
        dangling = follow_links(staging, import_db_int(stmt, 0), table, &row) || dangling;
    }
    return dangling;
}

/* What stands in the pack folder's table needs no other end. */
static bool find_in_folder(struct staging *staging, const char *into, size_t tab, struct err *err)
{
    static const char sql[] = "DELETE FROM dangling WHERE tab = ? AND id = ?";
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(feed_closep) struct feed *feed = NULL;
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    const char *path = arena_printf(&arena, "%s/%s", into, staging_path_of(staging, tab, &arena));
    size_t column = SIZE_MAX;
    struct err missing;
    if (!feed_open(&feed, path, &missing))
        return true;
    if (!csv_stream_open(&stream, feed, 0, err) || !csv_stream_next(stream, &line, err))
        return false;
    for (size_t i = 0; line && i < line->count; i++)
        column = str_eq_c(str_trim(line->cells[i]), "id") ? i : column;
    while (line) {
        if (!csv_stream_next(stream, &line, err))
            return false;
        if (!line || line->fault || column >= line->count)
            continue;
        struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
        import_db_bind_int(stmt, 1, (int64_t)tab);
        import_db_bind_str(stmt, 2, line->cells[column]);
        import_db_run(&staging->db, stmt);
    }
    return true;
}

static bool ask_folder(struct staging *staging, const char *into, struct err *err)
{
    static const char sql[] = "SELECT 1 FROM dangling WHERE tab = ? LIMIT 1";
    for (size_t tab = 0; tab < STAGING_TABLE_COUNT; tab++) {
        struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
        import_db_bind_int(stmt, 1, (int64_t)tab);
        bool wanted = import_db_row(&staging->db, stmt);
        import_db_end(stmt);
        if (wanted && !find_in_folder(staging, into, tab, err))
            return false;
    }
    return true;
}

/* A staged row with links that lead to nothing. */
struct victim {
    int64_t n;
    size_t tab;
    int64_t first;
    struct spot where;
    struct str cells;
    struct staging_row row;
};

static bool load_victim(struct victim *out, struct staging *staging, int64_t n)
{
    static const char sql[] =
        "SELECT tab, first, (SELECT name FROM file WHERE file.n = staged.file), line, cells, file "
        "FROM staged WHERE n = ?";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, n);
    if (!import_db_row(&staging->db, stmt))
        return false;
    struct str cells = import_db_str(stmt, 4);
    cells.at = arena_str(&staging->round, cells);
    out->cells = cells;
    out->n = n;
    out->tab = (size_t)import_db_int(stmt, 0);
    out->first = import_db_int(stmt, 1);
    out->where =
        (struct spot){ arena_str(&staging->round, import_db_str(stmt, 2)), (long)import_db_int(stmt, 3), NULL };
    out->row = staging_unpack(cells, staging->tables[out->tab].column_count, &staging->round);
    staging->file = import_db_int(stmt, 5);
    import_db_end(stmt);
    return true;
}

static bool has_other_link(const struct staging_table *table, const struct staging_row *row)
{
    const struct hsds_column *columns = table->spec->columns;
    for (size_t i = 0; i < HSDS_COLUMNS_MAX && columns[i].name; i++) {
        if (columns[i].kind == HSDS_LINK && staging_get(row, i).len > 0)
            return true;
    }
    return false;
}

/* True when the row can't go on without the link. */
static bool is_lost(const struct staging_table *table, const struct staging_row *row, const char *column)
{
    static const char *const stands_alone[] = { "organizations", "services", "locations", "taxonomies",
                                                "taxonomy_terms" };
    if (hsds_column(table->spec, column)->required)
        return true;
    for (size_t i = 0; i < COUNT(stands_alone); i++) {
        if (strcmp(table->spec->file, stands_alone[i]) == 0)
            return false;
    }
    return !has_other_link(table, row);
}

static bool is_last_of_its_row(struct staging *staging, int64_t first)
{
    static const char sql[] = "SELECT 1 FROM staged WHERE n >= ?1 AND n < ?1 + 100000 AND first = ?1";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, first);
    bool others = import_db_row(&staging->db, stmt);
    import_db_end(stmt);
    return !others;
}

static void take_out(struct staging *staging, const struct victim *victim, const char *column, struct str id)
{
    static const char delete[] = "DELETE FROM staged WHERE n = ?";
    static const char hold[] = "INSERT OR IGNORE INTO held (tab, id) VALUES (?, ?)";
    const struct staging_table *table = &staging->tables[victim->tab];
    struct spot where = victim->where;
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, delete);
    import_db_bind_int(stmt, 1, victim->n);
    import_db_run(&staging->db, stmt);
    stmt = import_db_begin(&staging->db, hold);
    import_db_bind_int(stmt, 1, (int64_t)victim->tab);
    import_db_bind_str(stmt, 2, victim->row.at[0]);
    import_db_run(&staging->db, stmt);
    staging->tables[victim->tab].staged--;
    where.column = column;
    if (!is_last_of_its_row(staging, victim->first)) {
        staging_write_note(staging, STAGING_DOUBT, where, id,
                           arena_printf(&staging->round, "leads to nothing: this %s is left out", table->spec->name));
        return;
    }
    staging_write_note(staging, STAGING_REFUSED, where, id, "leads to nothing, and without it the row says nothing");
    staging_counts(staging, staging->file)->taken--;
    staging_counts(staging, staging->file)->refused++;
}

static void leave_out(struct staging *staging, const struct victim *victim, const char *column, struct str id)
{
    static const char sql[] = "UPDATE staged SET cells = ? WHERE n = ?";
    struct spot where = victim->where;
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_blob(stmt, 1, staging_pack(&victim->row, &staging->round));
    import_db_bind_int(stmt, 2, victim->n);
    import_db_run(&staging->db, stmt);
    where.column = column;
    staging_write_note(staging, STAGING_DOUBT, where, id, "leads to nothing and is left out");
}

/* True when a row was taken out, which others may have led to. */
static bool mend(struct staging *staging, int64_t n, const char *column, struct str id)
{
    struct victim victim;
    size_t at;
    if (!load_victim(&victim, staging, n) || !map_get(&staging->tables[victim.tab].by_name, column, &at))
        return false; /* taken out already, for another of its links */
    struct str given = staging_link_given(victim.cells, at);
    victim.row.at[at] = (struct str){ 0 };
    id = given.len > 0 ? given : id;
    if (is_lost(&staging->tables[victim.tab], &victim.row, column)) {
        take_out(staging, &victim, column, id);
        return true;
    }
    leave_out(staging, &victim, column, id);
    return false;
}

static bool mend_all(struct staging *staging)
{
    static const char sql[] = "SELECT n, col, id FROM dangling ORDER BY n, rowid";
    bool taken_out = false;
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    while (import_db_row(&staging->db, stmt)) {
        arena_reset(&staging->round);
        const char *column = arena_str(&staging->round, import_db_str(stmt, 1));
        struct str id = import_db_str(stmt, 2);
        id.at = arena_str(&staging->round, id);
        taken_out = mend(staging, import_db_int(stmt, 0), column, id) || taken_out;
    }
    return taken_out;
}

bool staging_settle(struct staging *staging, const char *into, struct err *err)
{
    bool again = true;
    while (again && find_dangling(staging)) {
        if (!ask_folder(staging, into, err))
            return false;
        again = mend_all(staging);
    }
    return staging_ok(staging, err);
}
