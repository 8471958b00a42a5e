#include "publish/csv_write.h"

#include <string.h>

/* Readers cut white space from the ends of cells without quotation marks. */
static bool needs_quotes(struct str cell)
{
    for (size_t i = 0; i < cell.len; i++) {
        if (strchr(",\"\r\n", cell.at[i]))
            return true;
    }
    return str_trim(cell).len != cell.len;
}

void csv_write_cell(struct file_out *file, struct str cell)
{
    struct str rest = cell;
    if (!needs_quotes(cell)) {
        file_out_put(file, cell);
        return;
    }
    file_out_put(file, STR("\""));
    while (rest.len > 0) {
        bool closed = memchr(rest.at, '"', rest.len) != NULL;
        file_out_put(file, str_cut(rest, '"', &rest));
        if (closed)
            file_out_put(file, STR("\"\""));
    }
    file_out_put(file, STR("\""));
}

void csv_write_row(struct file_out *file, const struct str *cells, size_t count, const char *line_end)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            file_out_put(file, STR(","));
        csv_write_cell(file, cells[i]);
    }
    file_out_put(file, str_of(line_end));
}
