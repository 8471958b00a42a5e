/* The rows of one sheet (ECMA-376, part 1, 18.3.1). */
#include "base/list.h"
#include "publish/xlsx_parts.h"

#include <stdlib.h>
#include <string.h>

#define CELLS_MAX 16384 /* columns of the widest sheet that the programs make */

struct xlsx_rows {
    struct xlsx *xlsx;
    struct xml_stream *stream;
    struct arena arena; /* of the row in hand */
    struct xlsx_row row;
    struct xlsx_cell cells[XLSX_COLUMNS_MAX];
    bool done;
};

bool xlsx_rows_open(struct xlsx_rows **out, struct xlsx *xlsx, size_t sheet, struct err *err)
{
    CLEANUP(xlsx_rows_closep) struct xlsx_rows *rows = calloc(1, sizeof(*rows));
    if (!rows)
        return err_set(err, ERR_IO, "out of memory");
    rows->xlsx = xlsx;
    if (xlsx->sheets.at[sheet].file == SIZE_MAX)
        rows->done = true; /* a sheet that is a chart */
    else if (!xml_stream_open(&rows->stream, xlsx->feed, xlsx->sheets.at[sheet].file, err))
        return false;
    *out = rows;
    rows = NULL;
    return true;
}

void xlsx_rows_close(struct xlsx_rows *rows)
{
    if (!rows)
        return;
    xml_stream_close(rows->stream);
    arena_destroy(&rows->arena);
    free(rows);
}

void xlsx_rows_closep(struct xlsx_rows **rows)
{
    xlsx_rows_close(*rows);
}

/* "AB12" is column 27, from 0; XLSX_COLUMNS_MAX when it is beyond or none. */
static size_t column_of(const char *reference)
{
    size_t column = 0;
    const char *at = reference;
    for (; *at >= 'A' && *at <= 'Z' && column <= XLSX_COLUMNS_MAX; at++)
        column = column * 26 + (size_t)(*at - 'A') + 1;
    return column > 0 && column <= XLSX_COLUMNS_MAX ? column - 1 : XLSX_COLUMNS_MAX;
}

/* What stands in <v>, <is> and <f> of a cell. */
struct raw_cell {
    const char *type;
    const char *style;
    struct str value;
    bool formula;
};

static bool read_value(struct xlsx_rows *rows, struct str *out, struct err *err)
{
    *out = (struct str){ "", 0 };
    for (;;) {
        enum xml_event event;
        if (!xml_stream_next(rows->stream, &event, err))
            return false;
        if (event == XML_DONE || (event == XML_END && xml_stream_is(rows->stream, "v")))
            return true;
        struct str piece = event == XML_TEXT ? xml_stream_text(rows->stream) : (struct str){ 0 };
        if (piece.len + out->len > XLSX_CELL_MAX)
            return err_at(err, ERR_FORMAT, feed_path(rows->xlsx->feed), rows->row.number,
                          "has a cell that is too long");
        if (piece.len > 0)
            *out = str_of(arena_printf(&rows->arena, "%.*s%.*s", STR_FMT(*out), STR_FMT(piece)));
    }
}

static bool read_raw(struct xlsx_rows *rows, struct raw_cell *cell, struct err *err)
{
    for (;;) {
        enum xml_event event;
        if (!xml_stream_next(rows->stream, &event, err))
            return false;
        if (event == XML_DONE || (event == XML_END && xml_stream_is(rows->stream, "c")))
            return true;
        if (event != XML_START)
            continue;
        cell->formula = cell->formula || xml_stream_is(rows->stream, "f");
        if (xml_stream_is(rows->stream, "v") && !read_value(rows, &cell->value, err))
            return false;
        if (event == XML_START && xml_stream_is(rows->stream, "is") &&
            !xlsx_read_text(&cell->value, rows->stream, &rows->arena, "is", XLSX_CELL_MAX, err))
            return false;
    }
}

static bool shared_string(const struct xlsx *xlsx, struct str value, struct str *out)
{
    int64_t at;
    if (!str_to_int64(str_trim(value), &at) || at < 0 || (uint64_t)at >= xlsx->strings.count)
        return false;
    *out = xlsx->strings.at[at];
    return true;
}

static enum xlsx_format format_of(const struct xlsx *xlsx, const char *style)
{
    int64_t at;
    if (!style || !str_to_int64(str_of(style), &at) || at < 0 || (uint64_t)at >= xlsx->formats.count)
        return XLSX_AS_NUMBER;
    return xlsx->formats.at[at];
}

/* False: the value is not what its type says. */
static bool turn(struct xlsx_cell *out, struct xlsx_rows *rows, const struct raw_cell *raw)
{
    const char *type = raw->type ? raw->type : "n";
    *out = (struct xlsx_cell){ .kind = XLSX_TEXT, .text = raw->value, .formula = raw->formula };
    if (strcmp(type, "s") == 0) {
        if (!shared_string(rows->xlsx, raw->value, &out->text))
            return false;
    } else if (strcmp(type, "b") == 0) {
        out->kind = XLSX_TRUTH;
        out->text = str_eq(str_trim(raw->value), STR("1")) ? STR("TRUE") : STR("FALSE");
    } else if (strcmp(type, "e") == 0) {
        out->kind = XLSX_ERROR;
    } else if (strcmp(type, "d") == 0) {
        out->kind = XLSX_DATE;
    } else if (strcmp(type, "n") == 0 &&
               !xlsx_number(out, &rows->arena, raw->value, format_of(rows->xlsx, raw->style), rows->xlsx->from_1904)) {
        return false;
    }
    if (str_trim(out->text).len == 0)
        out->kind = XLSX_EMPTY;
    return true;
}

static bool read_cell(struct xlsx_rows *rows, size_t *next, struct err *err)
{
    struct xml_stream *stream = rows->stream;
    const char *reference = xml_stream_attribute(stream, &rows->arena, "r");
    struct raw_cell raw = { .type = xml_stream_attribute(stream, &rows->arena, "t"),
                            .style = xml_stream_attribute(stream, &rows->arena, "s"),
                            .value = { "", 0 } };
    size_t column = reference ? column_of(reference) : *next;
    if (!read_raw(rows, &raw, err))
        return false;
    *next = column + 1;
    if (raw.value.len == 0)
        return true;
    if (column >= XLSX_COLUMNS_MAX) {
        rows->row.fault = "it has more columns than an import takes";
        return true;
    }
    if (!turn(&rows->cells[column], rows, &raw)) {
        rows->cells[column] = (struct xlsx_cell){ 0 };
        rows->row.fault = "a cell is damaged";
    }
    if (rows->cells[column].kind != XLSX_EMPTY && column + 1 > rows->row.count)
        rows->row.count = column + 1;
    return true;
}

static bool read_row(struct xlsx_rows *rows, struct err *err)
{
    const char *reference = xml_stream_attribute(rows->stream, &rows->arena, "r");
    int64_t number = rows->row.number + 1;
    size_t next = 0;
    size_t cells = 0;
    if (reference && !str_to_int64(str_of(reference), &number))
        number = rows->row.number + 1;
    rows->row = (struct xlsx_row){ .number = (long)number, .cells = rows->cells };
    for (;;) {
        enum xml_event event;
        if (!xml_stream_next(rows->stream, &event, err))
            return false;
        if (event == XML_DONE || (event == XML_END && xml_stream_is(rows->stream, "row")))
            return true;
        if (event != XML_START || !xml_stream_is(rows->stream, "c"))
            continue;
        if (++cells > CELLS_MAX)
            return err_at(err, ERR_FORMAT, feed_path(rows->xlsx->feed), rows->row.number, "has a row without end");
        if (!read_cell(rows, &next, err))
            return false;
    }
}

bool xlsx_rows_next(struct xlsx_rows *rows, const struct xlsx_row **out, struct err *err)
{
    *out = NULL;
    while (!rows->done) {
        enum xml_event event;
        if (!xml_stream_next(rows->stream, &event, err))
            return false;
        rows->done = event == XML_DONE || (event == XML_END && xml_stream_is(rows->stream, "sheetData"));
        if (event != XML_START || !xml_stream_is(rows->stream, "row"))
            continue;
        arena_reset(&rows->arena);
        memset(rows->cells, 0, sizeof(rows->cells));
        if (!read_row(rows, err))
            return false;
        if (rows->row.count > 0 || rows->row.fault) {
            *out = &rows->row;
            return true;
        }
    }
    return true;
}
