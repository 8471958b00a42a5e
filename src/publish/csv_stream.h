/* Rows of a CSV file (RFC 4180) one after the other, however large the file is. Commas, semicolons or tabs part the
 * cells: what the row of names has most of; a first line "sep=;" says so itself. A row that can't be read does not end
 * the file: it is given with what is wrong with it. */
#ifndef MAISON_PUBLISH_CSV_STREAM_H
#define MAISON_PUBLISH_CSV_STREAM_H

#include "publish/text_stream.h"

/* Longer cells and wider rows are no data. */
#define CSV_CELL_MAX ((size_t)1 << 20)
#define CSV_CELLS_MAX 1024

struct csv_line {
    long row; /* as a spreadsheet counts: the first line is 1, empty rows count, a line break inside a cell does not */
    const struct str *cells; /* terminated UTF-8 */
    size_t count;
    const char *fault; /* why the row can't be read, NULL when it can; `count` cells before the fault are there */
    struct str raw;    /* the row as it stands in the file, with its line end; of a row with a fault it is empty */
};

struct csv_stream;

MUST_USE bool csv_stream_open(struct csv_stream **out, struct feed *feed, size_t file, struct err *err);
void csv_stream_close(struct csv_stream *stream); /* accepts NULL */
void csv_stream_closep(struct csv_stream **stream);

enum charset csv_stream_charset(const struct csv_stream *stream);
size_t csv_stream_mark(const struct csv_stream *stream); /* length of the byte order mark, 0 for none */
char csv_stream_delimiter(const struct csv_stream *stream);

/* The next row that has any cell, borrowed until the next call; NULL at the end. */
MUST_USE bool csv_stream_next(struct csv_stream *stream, const struct csv_line **out, struct err *err);

#endif
