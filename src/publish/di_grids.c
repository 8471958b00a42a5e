/* Records of data.inclusion in CSV files and workbooks. */
#include "publish/di_parts.h"
#include "publish/grid.h"

#include <stdio.h>
#include <string.h>

struct columns {
    enum di_field at[1024];
    size_t count;
    uint64_t fields;
    char unknown[256]; /* names of columns that data.inclusion does not have */
};

static void note_unknown(struct columns *columns, struct str name)
{
    size_t used = strlen(columns->unknown);
    if (name.len > 0)
        snprintf(columns->unknown + used, sizeof(columns->unknown) - used, "%s%.*s", used > 0 ? ", " : "",
                 STR_FMT(name));
}

static void read_columns(struct columns *out, const struct grid_row *row)
{
    *out = (struct columns){ .count = row->count < COUNT(out->at) ? row->count : COUNT(out->at) };
    for (size_t i = 0; i < out->count; i++) {
        struct str name = str_trim(row->cells[i]);
        out->at[i] = di_field_of(name);
        if (out->at[i] == DI_FIELD_COUNT)
            note_unknown(out, name);
        else
            out->fields |= (uint64_t)1 << out->at[i];
    }
}

static void read_record(struct di_record *out, const struct columns *columns, const struct grid_row *row,
                        const char *file)
{
    *out = (struct di_record){ .where = { file, row->number, NULL }, .fault = row->fault };
    for (size_t i = 0; i < row->count; i++) {
        struct str cell = str_trim(row->cells[i]);
        enum di_field field = i < columns->count ? columns->at[i] : DI_FIELD_COUNT;
        if (i >= columns->count && cell.len > 0)
            out->fault = "it has more cells than the first row";
        if (field == DI_FIELD_COUNT || out->at[field].len > 0)
            continue;
        out->at[field] = cell;
        if (row->formulas[i])
            out->formulas |= (uint64_t)1 << field;
    }
}

static bool is_ignored(const struct di_record *record)
{
    struct str mark = record->at[DI_IGNORE];
    return mark.len > 0 && !str_eq(mark, STR("0")) && !str_eq(mark, STR("FALSE")) && !str_eq(mark, STR("false"));
}

static void tell(const struct di_visitor *visitor, const char *file, const struct grid *grid,
                 const struct columns *columns)
{
    char how[400];
    if (!visitor->staging)
        return;
    snprintf(how, sizeof(how), "%s%s%s", grid_how(grid),
             columns->unknown[0] ? "; columns that data.inclusion does not have are left out: " : "", columns->unknown);
    staging_file(visitor->staging, file, how);
}

static bool each_row(struct grids *grids, size_t at, enum di_kind wanted, const struct di_visitor *visitor,
                     struct err *err)
{
    CLEANUP(grid_closep) struct grid *grid = NULL;
    const struct grid_row *row;
    struct columns columns;
    struct di_record record;
    enum di_kind kind;
    if (!grid_open(&grid, grids, at, err) || !grid_next(grid, &row, err))
        return false;
    if (!row)
        return true;
    read_columns(&columns, row);
    bool known = di_kind_of(columns.fields, &kind);
    if (!known && wanted == DI_STRUCTURE && visitor->staging)
        staging_file_skipped(visitor->staging, grids_name(grids, at),
                             "it has not the columns id and nom of data.inclusion");
    if (!known || kind != wanted)
        return true;
    tell(visitor, grids_name(grids, at), grid, &columns);
    for (;;) {
        if (!grid_next(grid, &row, err))
            return false;
        if (!row)
            return true;
        read_record(&record, &columns, row, grids_name(grids, at));
        if (!is_ignored(&record) && !visitor->visit(visitor->data, &record, err))
            return false;
    }
}

bool di_each_in_grids(struct feed *feed, enum di_kind kind, const struct di_visitor *visitor, struct err *err)
{
    CLEANUP(grids_closep) struct grids *grids = NULL;
    if (!grids_open(&grids, feed, err))
        return false;
    for (size_t i = 0; i < grids_count(grids); i++) {
        if (!each_row(grids, i, kind, visitor, err))
            return false;
    }
    return true;
}
