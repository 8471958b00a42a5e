/* PO files in and out through libgettextpo, whose error callbacks are turned into values. */
#ifndef MAISON_PUBLISH_GETTEXT_FILE_H
#define MAISON_PUBLISH_GETTEXT_FILE_H

#include "base/err.h"

#include <gettext-po.h>

/* Gets each error of a file that is read: its line (0 for none) and the library's sentence. */
struct gettext_report {
    void *data;
    void (*on_error)(void *data, long line, const char *text);
};

/* The caller's to po_file_free. A broken file still gives what could be read of it, or NULL. */
MUST_USE po_file_t gettext_read(const char *path, const struct gettext_report *report);

/* Writes beside `path` and renames. */
MUST_USE bool gettext_write(po_file_t file, const char *path, struct err *err);

void gettext_freep(po_file_t *file);

#endif
