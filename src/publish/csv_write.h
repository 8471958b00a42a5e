/* Cells of a CSV file as RFC 4180 has them, with quotation marks only where they are needed. */
#ifndef MAISON_PUBLISH_CSV_WRITE_H
#define MAISON_PUBLISH_CSV_WRITE_H

#include "base/file_out.h"

/* One cell without what parts it from others. */
void csv_write_cell(struct file_out *file, struct str cell);

/* Several, parted by commas, and the line end. */
void csv_write_row(struct file_out *file, const struct str *cells, size_t count, const char *line_end);

#endif
