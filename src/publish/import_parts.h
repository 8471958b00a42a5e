/* One import from beginning to end: only import*.c include this. */
#ifndef MAISON_PUBLISH_IMPORT_PARTS_H
#define MAISON_PUBLISH_IMPORT_PARTS_H

#include "base/file.h"
#include "base/file_out.h"
#include "publish/import.h"
#include "publish/importer.h"
#include "publish/staging_parts.h"

/* Kinds of what is kept as it is here although the source says otherwise. */
enum import_conflict {
    CONFLICT_CELL,    /* edited here and changed there: ours stays */
    CONFLICT_DELETED, /* deleted here and changed there: stays deleted */
    CONFLICT_REMOVED, /* edited here and removed there: stays */
    CONFLICT_COUNT
};

struct import_counts {
    int64_t added, changed, removed, unchanged;
    int64_t deleted; /* here, and stays so */
    int64_t kept;    /* no longer at the source, perhaps: not taken out, because not all of the source could be read */
};

struct import_outputs {
    struct file_out **at;
    size_t count;
};

struct import {
    struct arena arena;
    struct import_options options;
    const struct importer *importer;
    struct staging *staging;
    struct import_counts counts[STAGING_TABLE_COUNT];
    bool *base_has[STAGING_TABLE_COUNT]; /* of each column, when the last import knew it; NULL: no such file */
    struct import_outputs outputs;       /* finished, not in place yet */
    bool new_source;                     /* never imported before into this folder */
    bool other_sources;                  /* but others were */
    int64_t without_source_row;          /* services of which nothing says where they come from */
    int64_t duplicates;
};

/* Reads what the last import of this source left in DIR/import/SOURCE. */
MUST_USE bool import_base_load(struct import *import, struct err *err);

/* Writes what this import leaves there of one table. */
MUST_USE bool import_base_write(struct import *import, size_t tab, struct err *err);

/* True if rows of the table that are not staged any more may be taken out. */
bool import_may_remove(const struct import *import, size_t tab);

/* Stages a row of sources.csv for each service that brings none. */
void import_name_sources(struct import *import);

/* Compares one table of the folder with what is staged, and writes it anew unless it is a dry run. */
MUST_USE bool import_merge_table(struct import *import, size_t tab, struct err *err);

/* Lists services that look like ones of other origin in the folder. */
MUST_USE bool import_find_duplicates(struct import *import, struct err *err);

/* Keeps a finished file until all are; it is closed with the import. */
void import_keep(struct import *import, struct file_out *file);

/* An empty cell at the places that `row` lacks. */
bool import_same_row(const struct staging_row *a, const struct staging_row *b);

#endif
