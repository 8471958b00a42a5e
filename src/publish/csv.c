#include "publish/csv.h"

#include "base/list.h"

#include <csv.h>

struct reader {
    struct arena *arena;
    struct csv csv;
    struct csv_row row; /* being read */
    long number;
    bool after_return; /* the last byte that ended a row was CR: an LF right behind it ends nothing */
};

static void on_cell(void *bytes, size_t length, void *data)
{
    struct reader *reader = data;
    LIST_ROOM(reader->arena, reader->row.cells, reader->row.count);
    reader->row.cells[reader->row.count++] = arena_str(reader->arena, (struct str){ bytes, length });
    reader->after_return = false;
}

static void on_row_end(int terminator, void *data)
{
    struct reader *reader = data;
    bool second_half = terminator == '\n' && reader->after_return && reader->row.count == 0;
    reader->after_return = terminator == '\r';
    if (second_half)
        return;
    if (reader->row.count > 0) {
        reader->row.number = reader->number;
        LIST_ROOM(reader->arena, reader->csv.rows, reader->csv.count);
        reader->csv.rows[reader->csv.count++] = reader->row;
    }
    reader->number++;
    reader->row = (struct csv_row){ 0 };
}

static const struct separator {
    char at;
    const char *name;
} separators[] = { { ';', "semicolons" }, { '\t', "tabs" } };

static size_t count_of(char wanted, struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.at[i] == wanted ? 1 : 0;
    return count;
}

/* Spreadsheets of many countries write semicolons where the comma is the decimal sign, and some begin with a line
 * "sep=;" of their own. */
static bool refuse_separator(struct findings *findings, const char *file, struct str bytes)
{
    struct str rest;
    struct str first = str_trim(str_cut(bytes, '\n', &rest));
    struct spot where = { file, 1, NULL };
    for (size_t i = 0; i < COUNT(separators); i++) {
        if (count_of(separators[i].at, first) > count_of(',', first)) {
            finding_add(findings, RULE_BAD_SEPARATOR, where, "the file is separated by %s", separators[i].name);
            return true;
        }
    }
    if (!str_starts(first, STR("sep=")))
        return false;
    finding_add(findings, RULE_BAD_SEPARATOR, where,
                "the first line is \"%.*s\" and not the names of the columns; delete this line", STR_FMT(first));
    return true;
}

void csv_read(struct csv *out, struct findings *findings, const char *file, struct str bytes)
{
    struct reader reader = { .arena = findings->arena, .number = 1 };
    struct csv_parser parser;

    *out = (struct csv){ 0 };
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = (struct str){ bytes.at + 3, bytes.len - 3 };
    if (refuse_separator(findings, file, bytes) || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        return;
    bool whole = csv_parse(&parser, bytes.at, bytes.len, on_cell, on_row_end, &reader) == bytes.len &&
                 csv_fini(&parser, on_cell, on_row_end, &reader) == 0;
    if (!whole)
        finding_add(findings, RULE_BAD_CSV, (struct spot){ file, reader.number, NULL },
                    "the row's quotation marks don't match");
    csv_free(&parser);
    *out = reader.csv;
}
