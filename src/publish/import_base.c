/* What the source said the last time: DIR/import/SOURCE, tables in the form of hsds/, rows by id. */
#include "publish/import_parts.h"

#include "publish/csv_stream.h"
#include "publish/csv_write.h"

#include <string.h>

static const char *base_path(struct import *import, size_t tab)
{
    return arena_printf(&import->arena, "%s/import/%s/%s.csv", import->options.into, staging_source(import->staging),
                        import->staging->tables[tab].spec->file);
}

static void insert_base(struct staging *staging, size_t tab, const struct csv_line *line, const size_t *columns)
{
    static const char sql[] = "INSERT OR IGNORE INTO base (tab, id, cells) VALUES (?, ?, ?)";
    size_t width = staging->tables[tab].column_count;
    arena_reset(&staging->round);
    struct staging_row row = { ARENA_ARRAY(&staging->round, struct str, width), width };
    for (size_t i = 0; i < line->count; i++)
        row.at[columns[i]] = line->cells[i];
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_str(stmt, 2, row.at[0]);
    import_db_bind_blob(stmt, 3, staging_pack(&row, &staging->round));
    import_db_run(&staging->db, stmt);
}

/* The places of the file's columns in the table. */
static bool read_names(struct import *import, size_t tab, const struct csv_line *names, size_t **out, const char *path,
                       struct err *err)
{
    size_t *columns = ARENA_ARRAY(&import->arena, size_t, names->count);
    import->base_has[tab] = ARENA_ARRAY(&import->arena, bool, STAGING_COLUMNS_MAX);
    for (size_t i = 0; i < names->count; i++) {
        if (!staging_column(&columns[i], import->staging, tab, names->cells[i].at))
            return err_at(err, ERR_FORMAT, path, 1, "has too many columns");
        import->base_has[tab][columns[i]] = true;
    }
    *out = columns;
    return import->base_has[tab][0] || err_at(err, ERR_FORMAT, path, 1, "has no column id");
}

static bool load_table(struct import *import, size_t tab, struct err *err)
{
    CLEANUP(feed_closep) struct feed *feed = NULL;
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    const char *path = base_path(import, tab);
    size_t *columns = NULL;
    if (!file_exists(path))
        return true;
    if (!feed_open(&feed, path, err) || !csv_stream_open(&stream, feed, 0, err) || !csv_stream_next(stream, &line, err))
        return false;
    if (!line || line->fault)
        return err_at(err, ERR_FORMAT, path, 1, "can't be read; take it back from git");
    size_t width = line->count;
    if (!read_names(import, tab, line, &columns, path, err))
        return false;
    while (csv_stream_next(stream, &line, err)) {
        if (!line)
            return true;
        if (line->fault || line->count != width)
            return err_at(err, ERR_FORMAT, path, line->row, "%s; take the file back from git",
                          line->fault ? line->fault : "has more or fewer cells than the first row");
        insert_base(import->staging, tab, line, columns);
    }
    return false;
}

bool import_base_load(struct import *import, struct err *err)
{
    struct file_names sources;
    const char *folder = arena_printf(&import->arena, "%s/import", import->options.into);
    if (!file_list(&sources, &import->arena, folder, "", err))
        return false;
    import->new_source = true;
    for (size_t i = 0; i < sources.count; i++) {
        bool ours = strcmp(sources.at[i], staging_source(import->staging)) == 0;
        import->new_source = import->new_source && !ours;
        import->other_sources = import->other_sources || !ours;
    }
    for (size_t tab = 0; tab < STAGING_TABLE_COUNT; tab++) {
        if (!load_table(import, tab, err))
            return false;
    }
    return staging_ok(import->staging, err);
}

bool import_may_remove(const struct import *import, size_t tab)
{
    const struct staging *staging = import->staging;
    return staging->tables[tab].covered && !staging->incomplete && !staging->record_lost;
}

/* Staged rows, and those of the last time that are kept because they may be there still. */
static const char next_base[] =
    "SELECT id, cells, 0 FROM staged WHERE tab = ?1 "
    "UNION ALL SELECT id, cells, 1 FROM base WHERE tab = ?1 "
    "AND NOT EXISTS (SELECT 1 FROM staged WHERE staged.tab = ?1 AND staged.id = base.id) "
    "AND (?2 OR EXISTS (SELECT 1 FROM held WHERE held.tab = ?1 AND held.id = base.id)) ORDER BY 1";

static size_t choose_columns(const struct import *import, size_t tab, size_t *out)
{
    const struct staging_table *table = &import->staging->tables[tab];
    const bool *base_has = import->base_has[tab];
    bool keeps = import->counts[tab].kept > 0;
    size_t count = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (i == 0 || table->used[i] || (keeps && base_has && base_has[i]))
            out[count++] = i;
    }
    return count;
}

static void write_rows(struct import *import, size_t tab, struct file_out *file)
{
    struct staging *staging = import->staging;
    const struct staging_table *table = &staging->tables[tab];
    size_t *columns = ARENA_ARRAY(&import->arena, size_t, table->column_count);
    size_t count = choose_columns(import, tab, columns);
    struct str *cells = ARENA_ARRAY(&import->arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        cells[i] = str_of(table->columns[columns[i]]);
    csv_write_row(file, cells, count, "\n");
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, next_base);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_int(stmt, 2, !import_may_remove(import, tab));
    while (import_db_row(&staging->db, stmt)) {
        arena_reset(&staging->round);
        struct staging_row row = staging_unpack(import_db_str(stmt, 1), table->column_count, &staging->round);
        for (size_t i = 0; i < count; i++)
            cells[i] = row.at[columns[i]];
        csv_write_row(file, cells, count, "\n");
    }
}

bool import_base_write(struct import *import, size_t tab, struct err *err)
{
    struct file_out *file = NULL;
    if (!file_out_open(&file, base_path(import, tab), err))
        return false;
    write_rows(import, tab, file);
    if (!file_out_finish(file, err) || !staging_ok(import->staging, err)) {
        file_out_close(file);
        return false;
    }
    import_keep(import, file);
    return true;
}
