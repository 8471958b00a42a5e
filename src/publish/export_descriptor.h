/* The descriptor of an export in HSDS' tabular form: a Frictionless tabular data package
 * (https://specs.frictionlessdata.io/tabular-data-package/), from the tables of hsds.h. */
#ifndef MAISON_PUBLISH_EXPORT_DESCRIPTOR_H
#define MAISON_PUBLISH_EXPORT_DESCRIPTOR_H

#include "publish/export_base.h"

/* True for a table of which a file is written. */
bool export_table_is_written(const struct export_table *table);

/* True for a column that its file has: HSDS demands it, or the source has it. */
bool export_column_is_written(const struct export_column *column);

/* Writes it to `path`. */
MUST_USE bool export_descriptor_write(const struct export_base *base, const char *path, struct err *err);

#endif
