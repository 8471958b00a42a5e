#include "publish/grid.h"

#include "base/list.h"
#include "publish/csv_stream.h"
#include "publish/xlsx.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct grids {
    struct arena arena;
    struct feed *feed;
    struct xlsx *book; /* NULL: the files are CSV */
    struct {
        size_t *at;
        size_t count;
    } files; /* of the feed */
};

struct grid {
    struct grids *grids;
    struct csv_stream *stream;
    struct xlsx_rows *rows;
    struct grid_row row;
    struct str cells[XLSX_COLUMNS_MAX];
    bool formulas[XLSX_COLUMNS_MAX];
};

static_assert(XLSX_COLUMNS_MAX >= CSV_CELLS_MAX, "a row of a CSV fits");

static bool is_csv(const char *name)
{
    static const char *const ends[] = { ".csv", ".tsv", ".txt" };
    size_t length = strlen(name);
    for (size_t i = 0; i < COUNT(ends); i++) {
        if (length > 4 && strcasecmp(name + length - 4, ends[i]) == 0)
            return true;
    }
    return false;
}

bool grids_open(struct grids **out, struct feed *feed, struct err *err)
{
    CLEANUP(grids_closep) struct grids *grids = calloc(1, sizeof(*grids));
    if (!grids)
        return err_set(err, ERR_IO, "out of memory");
    grids->feed = feed;
    if (xlsx_is(feed)) {
        if (!xlsx_open(&grids->book, feed, err))
            return false;
    } else {
        for (size_t i = 0; i < feed_count(feed); i++) {
            if (is_csv(feed_file(feed, i)->name))
                *LIST_ADD(&grids->arena, grids->files) = i;
        }
    }
    *out = grids;
    grids = NULL;
    return true;
}

void grids_close(struct grids *grids)
{
    if (!grids)
        return;
    xlsx_close(grids->book);
    arena_destroy(&grids->arena);
    free(grids);
}

void grids_closep(struct grids **grids)
{
    grids_close(*grids);
}

size_t grids_count(const struct grids *grids)
{
    return grids->book ? xlsx_sheet_count(grids->book) : grids->files.count;
}

const char *grids_name(const struct grids *grids, size_t at)
{
    return grids->book ? xlsx_sheet_name(grids->book, at) : feed_file(grids->feed, grids->files.at[at])->name;
}

bool grids_is_hidden(const struct grids *grids, size_t at)
{
    return grids->book && xlsx_sheet_is_hidden(grids->book, at);
}

bool grid_open(struct grid **out, struct grids *grids, size_t at, struct err *err)
{
    CLEANUP(grid_closep) struct grid *grid = calloc(1, sizeof(*grid));
    if (!grid)
        return err_set(err, ERR_IO, "out of memory");
    grid->grids = grids;
    if (grids->book ? !xlsx_rows_open(&grid->rows, grids->book, at, err)
                    : !csv_stream_open(&grid->stream, grids->feed, grids->files.at[at], err))
        return false;
    *out = grid;
    grid = NULL;
    return true;
}

void grid_close(struct grid *grid)
{
    if (!grid)
        return;
    xlsx_rows_close(grid->rows);
    csv_stream_close(grid->stream);
    free(grid);
}

void grid_closep(struct grid **grid)
{
    grid_close(*grid);
}

static bool next_of_sheet(struct grid *grid, const struct grid_row **out, struct err *err)
{
    const struct xlsx_row *row;
    if (!xlsx_rows_next(grid->rows, &row, err))
        return false;
    if (!row)
        return true;
    for (size_t i = 0; i < row->count; i++) {
        /* What a formula could not find is no value. */
        bool is_value = row->cells[i].kind != XLSX_EMPTY && row->cells[i].kind != XLSX_ERROR;
        grid->cells[i] = is_value ? row->cells[i].text : (struct str){ "", 0 };
        grid->formulas[i] = row->cells[i].formula;
    }
    grid->row = (struct grid_row){ row->number, grid->cells, grid->formulas, row->count, row->fault };
    *out = &grid->row;
    return true;
}

bool grid_next(struct grid *grid, const struct grid_row **out, struct err *err)
{
    const struct csv_line *line;
    *out = NULL;
    if (grid->rows)
        return next_of_sheet(grid, out, err);
    if (!csv_stream_next(grid->stream, &line, err))
        return false;
    if (!line)
        return true;
    grid->row = (struct grid_row){ line->row, line->cells, grid->formulas, line->count, line->fault };
    *out = &grid->row;
    return true;
}

const char *grid_how(const struct grid *grid)
{
    return grid->rows ? "a sheet of a workbook" : charset_name(csv_stream_charset(grid->stream));
}
