/* Rows of the folder on their way through a sheet and back. */
#include "publish/sheet_import.h"

#include <string.h>

bool sheet_differs(const struct sheet_record *record, enum sheet_column column)
{
    return !str_eq_c(record->at[column], record->view.cells[column]);
}

void sheet_doubt(struct sheet_import *import, const struct sheet_record *record, enum sheet_column column,
                 const char *why)
{
    const char *header = record->headers[column];
    staging_doubt(import->staging, header ? header : sheet_column_id(column), record->at[column], "%s", why);
}

static const struct export_table *table_of(const struct export_base *base, const char *name)
{
    size_t at;
    return hsds_find(&at, name) ? &base->tables[at] : NULL;
}

static const char *select_sql(struct arena *arena, const struct export_table *table)
{
    const char *names = "";
    for (size_t i = 0; i < table->count; i++)
        names = arena_printf(arena, "%s%s%s", names, i > 0 ? ", " : "", table->columns[i].sql);
    return arena_printf(arena, "SELECT %s FROM \"%s\" WHERE id = ?1 LIMIT 1", names, table->spec->file);
}

void sheet_copy(struct sheet_import *import, const struct sheet_record *record, const char *name, const char *id,
                struct sheet_cells *out)
{
    const struct export_table *table = table_of(import->base, name);
    sqlite3_stmt *stmt = NULL;
    out->count = 0;
    if (!table || !export_base_ask(&stmt, import->base, select_sql(&import->arena, table), NULL))
        return;
    sqlite3_bind_text(stmt, 1, id, -1, SQLITE_TRANSIENT);
    bool found = sqlite3_step(stmt) == SQLITE_ROW;
    for (size_t i = 0; found && i < table->count && out->count < COUNT(out->at); i++) {
        const char *text = (const char *)sqlite3_column_text(stmt, (int)i);
        if (text && text[0])
            out->at[out->count++] = (struct cell){ table->columns[i].name, str_of(arena_strdup(&import->arena, text)) };
    }
    sqlite3_finalize(stmt);
    if (record->current && out->count > 0)
        staging_assume(import->staging, name, out->at, out->count);
}

void sheet_set(struct sheet_cells *cells, const char *column, struct str value)
{
    for (size_t i = 0; i < cells->count; i++) {
        if (strcmp(cells->at[i].column, column) == 0) {
            cells->at[i].value = value;
            return;
        }
    }
    if (cells->count < COUNT(cells->at))
        cells->at[cells->count++] = (struct cell){ column, value };
}

void sheet_add(struct sheet_import *import, const char *table, const struct sheet_cells *cells)
{
    staging_add(import->staging, table, cells->at, cells->count);
}

void sheet_keep(struct sheet_import *import, const struct sheet_record *record, const char *table, const char *id)
{
    struct sheet_cells cells;
    sheet_copy(import, record, table, id, &cells);
    if (cells.count > 0)
        sheet_add(import, table, &cells);
}

void sheet_drop(struct sheet_import *import, const struct sheet_record *record, const char *table, const char *id)
{
    struct sheet_cells cells;
    sheet_copy(import, record, table, id, &cells);
}
