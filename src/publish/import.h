/* Importing a feed into a pack folder: read, staged, compared with what is there, and only then written, all files or
 * none. What people edited in the folder since the last import of the same source stays; the report says where the
 * source disagrees. docs/pack-format.md describes what is left in DIR/import. */
#ifndef MAISON_PUBLISH_IMPORT_H
#define MAISON_PUBLISH_IMPORT_H

#include "base/err.h"

#include <stdio.h>

struct import;

struct import_options {
    const char *from;
    const char *into;
    const char *format; /* NULL: found out */
    const char *source; /* NULL: after the name of `from` */
    const char *url;    /* where the feed is published, for sources.csv; NULL: not known */
    const char *today;  /* YYYY-MM-DD */
    bool dry_run;       /* nothing is written */
};

/* ERR_FORMAT: the feed is refused as a whole, and nothing was written. ERR_USAGE: no such format, or not a source's
 * name. Strings are borrowed until import_close. */
MUST_USE bool import_run(struct import **out, const struct import_options *options, struct err *err);
void import_close(struct import *import); /* accepts NULL */
void import_closep(struct import **import);

/* False when no row at all could be taken, and so nothing was written. */
bool import_is_useful(const struct import *import);

/* In plain words; long lists are cut. */
MUST_USE bool import_report_words(const struct import *import, FILE *out, struct err *err);

/* Everything, as one JSON document. */
MUST_USE bool import_report_json(const struct import *import, FILE *out, struct err *err);

#endif
