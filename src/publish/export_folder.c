/* A pack's folder as rows to be exported: the CSV files of hsds/, row by row, so that no file is ever whole in memory.
 */
#include "publish/csv_stream.h"
#include "publish/export_base.h"
#include "publish/insert.h"
#include "publish/manifest.h"

#include "base/file.h"

#include <string.h>

#define MANIFEST_SIZE_MAX ((size_t)8 << 20)

struct filling {
    struct export_base *base;
    struct export_table *table;
    const char *file;
    struct arena arena; /* of one row */
    struct err *err;
};

static void filling_end(struct filling *filling)
{
    arena_destroy(&filling->arena);
}

static bool read_about(struct export_base *base, const char *folder, struct err *err)
{
    struct findings findings = { .arena = &base->arena };
    struct manifest manifest;
    struct str json;
    const char *path = arena_printf(&base->arena, "%s/%s", folder, MANIFEST_FILE);
    if (!file_read(&json, &base->arena, path, MANIFEST_SIZE_MAX, err))
        return err->code != ERR_MISSING || err_at(err, ERR_MISSING, path, 0, "is missing; name the folder of a pack");
    manifest_read(&manifest, &findings, &json);
    base->about = (struct export_about){
        manifest.id,      manifest.city,         manifest.country,        manifest.source_language,
        manifest.created, manifest.languages.at, manifest.languages.count
    };
    return true;
}

static bool take_header(struct filling *filling, size_t table, const struct csv_line *line)
{
    const char **names = ARENA_ARRAY(&filling->base->arena, const char *, line->count);
    for (size_t i = 0; i < line->count; i++)
        names[i] = arena_str(&filling->base->arena, str_trim(line->cells[i]));
    return export_base_columns(filling->base, table, names, line->count, filling->err);
}

/* The columns in the order of the file. */
static const struct export_column **columns_of(struct filling *filling, const struct csv_line *line)
{
    struct export_table *table = filling->table;
    const struct export_column **columns =
        ARENA_ARRAY(&filling->base->arena, const struct export_column *, line->count);
    bool *used = ARENA_ARRAY(&filling->base->arena, bool, table->count);
    for (size_t i = 0; i < line->count; i++) {
        for (size_t j = 0; j < table->count && !columns[i]; j++) {
            if (used[j] || !str_eq_c(str_trim(line->cells[i]), table->columns[j].name))
                continue;
            used[j] = true;
            columns[i] = &table->columns[j];
        }
    }
    return columns;
}

static const char *insert_sql(struct filling *filling, const struct export_column *const *columns, size_t count)
{
    struct arena *arena = &filling->base->arena;
    const char *names = "row";
    const char *values = "?";
    for (size_t i = 0; i < count; i++) {
        names = arena_printf(arena, "%s, %s", names, columns[i]->sql);
        values = arena_printf(arena, "%s, ?", values);
    }
    return arena_printf(arena, "INSERT INTO \"%s\" (%s) VALUES (%s)", filling->table->spec->file, names, values);
}

static bool take_row(struct filling *filling, struct insert *rows, const struct csv_line *line, size_t width)
{
    if (line->fault)
        return err_at(filling->err, ERR_FORMAT, filling->file, line->row, "%s; run 'maison-pack check' first",
                      line->fault);
    if (line->count != width)
        return err_at(filling->err, ERR_FORMAT, filling->file, line->row,
                      "has %zu cells where the first row has %zu; run 'maison-pack check' first", line->count, width);
    arena_reset(&filling->arena);
    insert_int(rows, line->row);
    for (size_t i = 0; i < width; i++)
        insert_text(rows, arena_str(&filling->arena, str_trim(line->cells[i])));
    insert_row(rows);
    filling->table->rows++;
    return true;
}

static bool fill(struct filling *filling, size_t table, struct csv_stream *stream)
{
    const struct csv_line *line;
    if (!csv_stream_next(stream, &line, filling->err))
        return false;
    if (!line)
        return true;
    size_t width = line->count;
    if (!take_header(filling, table, line))
        return false;
    CLEANUP(insert_end)
    struct insert rows = insert_begin(filling->base->db, insert_sql(filling, columns_of(filling, line), width));
    while (csv_stream_next(stream, &line, filling->err)) {
        if (!line)
            return insert_ok(&rows, filling->err);
        if (!take_row(filling, &rows, line, width))
            return false;
    }
    return false;
}

static bool fill_table(struct export_base *base, struct feed *feed, size_t at, struct err *err)
{
    CLEANUP(filling_end) struct filling filling = { .base = base, .table = &base->tables[at], .err = err };
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    size_t file;
    filling.file = arena_printf(&base->arena, "hsds/%s.csv", filling.table->spec->file);
    if (!feed_find(&file, feed, filling.file))
        return true;
    return csv_stream_open(&stream, feed, file, err) && fill(&filling, at, stream);
}

bool export_from_folder(struct export_base *base, const char *folder, struct err *err)
{
    CLEANUP(feed_closep) struct feed *feed = NULL;
    if (!read_about(base, folder, err) || !feed_open(&feed, folder, err) || !export_base_run(base, "BEGIN", err))
        return false;
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        if (!fill_table(base, feed, i, err))
            return false;
    }
    return export_base_run(base, "COMMIT", err);
}
