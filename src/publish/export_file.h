/* A file that is written piece by piece and appears whole: it grows beside its name, is flushed to disk and renamed. */
#ifndef MAISON_PUBLISH_EXPORT_FILE_H
#define MAISON_PUBLISH_EXPORT_FILE_H

#include "base/err.h"

#include <stdio.h>

struct export_file {
    FILE *stream;
    char path[4096];
    char temporary[4096];
};

MUST_USE bool export_file_begin(struct export_file *out, const char *path, struct err *err);

/* Asks once for all that was written. */
MUST_USE bool export_file_finish(struct export_file *file, struct err *err);

/* Removes what is not finished; accepts a zeroed and a finished one. */
void export_file_end(struct export_file *file);

/* A cell of a CSV file (RFC 4180), in quotation marks where it needs them; NULL is an empty one. */
void export_file_cell(struct export_file *file, const char *text, bool first);

#endif
