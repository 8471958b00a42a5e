/* The rows of a table, whether a CSV file holds it or a sheet of a workbook. */
#ifndef MAISON_PUBLISH_GRID_H
#define MAISON_PUBLISH_GRID_H

#include "publish/feed.h"

struct grid_row {
    long number;             /* as a spreadsheet counts */
    const struct str *cells; /* UTF-8 */
    const bool *formulas;    /* true: what a formula came to when the file was saved */
    size_t count;
    const char *fault; /* why the row can't be read as a whole, or NULL */
};

/* The tables of a feed: its CSV files (.csv, .tsv, .txt), or the sheets of the workbook that it is. */
struct grids;

MUST_USE bool grids_open(struct grids **out, struct feed *feed, struct err *err);
void grids_close(struct grids *grids); /* accepts NULL */
void grids_closep(struct grids **grids);

size_t grids_count(const struct grids *grids);
const char *grids_name(const struct grids *grids, size_t at); /* "services.csv", "Services" */
bool grids_is_hidden(const struct grids *grids, size_t at);

/* One is read at a time. */
struct grid;
MUST_USE bool grid_open(struct grid **out, struct grids *grids, size_t at, struct err *err);
void grid_close(struct grid *grid); /* accepts NULL */
void grid_closep(struct grid **grid);

/* The next row with any cell, borrowed until the next call; NULL at the end. */
MUST_USE bool grid_next(struct grid *grid, const struct grid_row **out, struct err *err);

/* What a file is written in, or that it is a sheet: for people. */
const char *grid_how(const struct grid *grid);

#endif
