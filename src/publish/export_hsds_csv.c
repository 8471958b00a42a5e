/* HSDS 3.2 in its tabular form: a folder with a CSV file for each table that has rows, and datapackage.json. */
#include "publish/export.h"
#include "publish/export_descriptor.h"
#include "publish/export_file.h"
#include "publish/export_value.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void statement_endp(sqlite3_stmt **stmt)
{
    sqlite3_finalize(*stmt);
}

static void write_header(struct export_file *file, const struct export_table *table)
{
    bool first = true;
    for (size_t i = 0; i < table->count; i++) {
        if (!export_column_is_written(&table->columns[i]))
            continue;
        export_file_cell(file, table->columns[i].name, first);
        first = false;
    }
    fputc('\n', file->stream);
}

static const char *select_sql(struct export_base *base, const struct export_table *table)
{
    const char *names = "";
    for (size_t i = 0; i < table->count; i++)
        names = arena_printf(&base->arena, "%s%s%s", names, i > 0 ? ", " : "", table->columns[i].sql);
    return arena_printf(&base->arena, "SELECT %s FROM \"%s\" ORDER BY row", names, table->spec->file);
}

/* Values that HSDS gives a form and that have none of it, by column. */
static void write_row(struct export_file *file, const struct export_table *table, sqlite3_stmt *stmt,
                      struct arena *arena, size_t *unsound)
{
    bool first = true;
    for (size_t i = 0; i < table->count; i++) {
        const struct export_column *column = &table->columns[i];
        const char *text = (const char *)sqlite3_column_text(stmt, (int)i);
        bool sound = true;
        if (!export_column_is_written(column))
            continue;
        export_file_cell(file, text ? export_value(column->standard, text, arena, &sound) : NULL, first);
        unsound[i] += sound ? 0 : 1;
        first = false;
    }
    fputc('\n', file->stream);
}

static void remark_unsound(struct export_base *base, const struct export_table *table, const size_t *unsound)
{
    for (size_t i = 0; i < table->count; i++) {
        if (unsound[i] > 0)
            export_remark(base, "left as it is, %s of rows of %s.csv, not of the form that HSDS has: %zu",
                          table->columns[i].name, table->spec->file, unsound[i]);
    }
}

static bool write_table(struct export_base *base, const struct export_table *table, const char *path, struct err *err)
{
    CLEANUP(export_file_end) struct export_file file = { 0 };
    CLEANUP(statement_endp) sqlite3_stmt *stmt = NULL;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    size_t *unsound = ARENA_ARRAY(&base->arena, size_t, table->count);
    int code = SQLITE_ROW;
    if (!export_base_ask(&stmt, base, select_sql(base, table), err) || !export_file_begin(&file, path, err))
        return false;
    write_header(&file, table);
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
        arena_reset(&arena);
        write_row(&file, table, stmt, &arena, unsound);
    }
    if (code != SQLITE_DONE)
        return err_set(err, ERR_IO, "the rows can't be read back: %s", sqlite3_errmsg(base->db));
    remark_unsound(base, table, unsound);
    return export_file_finish(&file, err);
}

static const char *file_in(struct export_base *base, const char *folder, const struct export_table *table)
{
    return arena_printf(&base->arena, "%s/%s.csv", folder, table->spec->file);
}

static bool write_all(struct export_base *base, const char *folder, struct err *err)
{
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        const struct export_table *table = &base->tables[i];
        if (export_table_is_written(table) && !write_table(base, table, file_in(base, folder, table), err))
            return false;
    }
    return export_descriptor_write(base, arena_printf(&base->arena, "%s/datapackage.json", folder), err);
}

static void remove_all(struct export_base *base, const char *folder)
{
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++)
        unlink(file_in(base, folder, &base->tables[i]));
    unlink(arena_printf(&base->arena, "%s/datapackage.json", folder));
    rmdir(folder);
}

/* What lies there already could be of an earlier export, with rows that are not shown any more. */
static bool require_free(struct export_base *base, const char *out, struct err *err)
{
    struct file_names names = { 0 };
    if (!file_exists(out))
        return true;
    if (!file_is_dir(out))
        return err_at(err, ERR_USAGE, out, 0, "is a file; name a folder to write, which need not be there");
    return file_list(&names, &base->arena, out, "", err) &&
           (names.count == 0 || err_at(err, ERR_USAGE, out, 0, "is not empty; name a folder that is not there yet"));
}

static bool write_folder(struct export_base *base, const char *out, struct err *err)
{
    struct str name = str_of(out);
    while (name.len > 1 && name.at[name.len - 1] == '/')
        name.len--;
    const char *folder = arena_str(&base->arena, name);
    const char *temporary = arena_printf(&base->arena, "%s.new", folder);
    if (!require_free(base, folder, err))
        return false;
    if (mkdir(temporary, 0777) != 0)
        return err_at(err, ERR_IO, temporary, 0, "can't be made: %s", strerrordesc_np(errno));
    bool done = write_all(base, temporary, err);
    if (done && rename(temporary, folder) != 0)
        done = err_at(err, ERR_IO, folder, 0, "can't be written: %s", strerrordesc_np(errno));
    if (!done)
        remove_all(base, temporary);
    return done;
}

const struct exporter export_hsds_csv = { "hsds-csv", "HSDS 3.2 as a folder of CSV files with datapackage.json",
                                          write_folder };
