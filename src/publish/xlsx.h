/* Workbooks of spreadsheet programs (Office Open XML, ECMA-376, part 1, clause 18), read row by row. Values are given
 * as a person sees them, as far as they mean something: dates as dates, whole numbers without a point, of a formula
 * what it came to when the file was saved. Of merged cells the first has the value. */
#ifndef MAISON_PUBLISH_XLSX_H
#define MAISON_PUBLISH_XLSX_H

#include "publish/feed.h"

/* More columns, text or sheets are no data. */
#define XLSX_COLUMNS_MAX 1024
#define XLSX_TEXT_MAX ((size_t)64 << 20) /* of the table of shared strings */
#define XLSX_SHEETS_MAX 256
#define XLSX_CELL_MAX ((size_t)1 << 20)

enum xlsx_kind {
    XLSX_EMPTY,
    XLSX_TEXT,
    XLSX_NUMBER,
    XLSX_DATE,  /* "2026-11-24", with a time "2026-11-24T10:00:00" */
    XLSX_TIME,  /* "10:00" */
    XLSX_TRUTH, /* "TRUE", "FALSE" */
    XLSX_ERROR  /* "#N/A": what the formula came to */
};

struct xlsx_cell {
    enum xlsx_kind kind;
    struct str text;
    bool formula;
};

struct xlsx_row {
    long number; /* from 1 */
    const struct xlsx_cell *cells;
    size_t count;      /* up to the last that is not empty */
    const char *fault; /* what is left out of the row, or NULL */
};

struct xlsx;

/* True for a zip with a workbook in it. */
bool xlsx_is(const struct feed *feed);

/* `feed` is the workbook's own and borrowed. ERR_FORMAT when it is none or holds too much. */
MUST_USE bool xlsx_open(struct xlsx **out, struct feed *feed, struct err *err);
void xlsx_close(struct xlsx *xlsx); /* accepts NULL */
void xlsx_closep(struct xlsx **xlsx);

size_t xlsx_sheet_count(const struct xlsx *xlsx);
const char *xlsx_sheet_name(const struct xlsx *xlsx, size_t sheet);
bool xlsx_sheet_is_hidden(const struct xlsx *xlsx, size_t sheet);

/* One sheet is read at a time. */
struct xlsx_rows;
MUST_USE bool xlsx_rows_open(struct xlsx_rows **out, struct xlsx *xlsx, size_t sheet, struct err *err);
void xlsx_rows_close(struct xlsx_rows *rows); /* accepts NULL */
void xlsx_rows_closep(struct xlsx_rows **rows);

/* The next row that has any value, borrowed until the next call; NULL at the end. */
MUST_USE bool xlsx_rows_next(struct xlsx_rows *rows, const struct xlsx_row **out, struct err *err);

#endif
