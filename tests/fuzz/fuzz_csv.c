/* Fuzzes CSV files: rows come in order, in well-formed UTF-8, and as they stand in the file; then the same bytes as a
 * table of services. */
#include "publish/csv_stream.h"
#include "support/fuzz_import.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_line(const struct csv_line *line, long before)
{
    fuzz_expect(line->row > before && (line->count > 0 || line->fault) && line->count <= CSV_CELLS_MAX);
    for (size_t i = 0; i < line->count; i++)
        fuzz_expect(str_is_utf8(line->cells[i]) && line->cells[i].at[line->cells[i].len] == '\0' &&
                    strlen(line->cells[i].at) == line->cells[i].len);
    fuzz_expect(!line->fault || line->raw.len == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(feed_closep) struct feed *feed = fuzz_feed("services.csv", data, size);
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    long row = 0;
    size_t raw = 0;
    struct err err = { 0 };
    if (!feed || feed_is_zip(feed))
        return 0;
    fuzz_expect(csv_stream_open(&stream, feed, 0, &err));
    while (csv_stream_next(stream, &line, &err) && line) {
        check_line(line, row);
        row = line->row;
        raw += line->raw.len;
    }
    fuzz_expect(err.code == ERR_NONE);
    fuzz_expect(csv_stream_charset(stream) != CHARSET_UTF_8 || raw <= 3 * size);
    fuzz_import(&import_hsds_csv, feed);
    return 0;
}
