/* Comma-separated files (RFC 4180) as rows of cells. A byte order mark and CRLF are accepted; what can't be read is a
 * finding, and the rows before it remain. */
#ifndef MAISON_PUBLISH_CSV_H
#define MAISON_PUBLISH_CSV_H

#include "publish/finding.h"

struct csv_row {
    long number; /* as a spreadsheet counts: the first is 1, empty rows count */
    const char **cells;
    size_t count;
};

/* Rows without any cell are left out. */
struct csv {
    struct csv_row *rows;
    size_t count;
};

/* Cells are terminated strings in the findings' arena. `file` is borrowed. */
void csv_read(struct csv *out, struct findings *findings, const char *file, struct str bytes);

#endif
