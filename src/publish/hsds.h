/* The tables of HSDS 3.2 (Open Referral's Human Services Data Specification, tabular form): all 24 with their 202
 * columns, also those that a pack does not read. */
#ifndef MAISON_PUBLISH_HSDS_H
#define MAISON_PUBLISH_HSDS_H

#include "base/def.h"

enum { HSDS_TABLE_COUNT = 24, HSDS_COLUMNS_MAX = 24 };

enum hsds_kind {
    HSDS_TEXT,
    HSDS_ID,
    HSDS_LINK,     /* the id of a row of the table `to` */
    HSDS_LINK_ANY, /* the id of a row of the table that the column `to` names, in the singular */
    HSDS_RECORD,   /* TABLE/ID: in our own sources.csv only */
    HSDS_NUMBER,
    HSDS_DATE, /* or date and time */
    HSDS_TIME,
};

struct hsds_column {
    const char *name;
    enum hsds_kind kind;
    const char *to;
    bool required; /* by the standard; real files leave many of these empty */
};

struct hsds_table {
    const char *name;                             /* "service" */
    const char *file;                             /* base name of its file: "services" */
    struct hsds_column columns[HSDS_COLUMNS_MAX]; /* in the standard's order; ends at the first without a name */
};

/* Ordered so that a table stands behind those that its required links lead to. `at` is below HSDS_TABLE_COUNT. */
const struct hsds_table *hsds_table(size_t at);

/* The table whose file has that base name. */
MUST_USE bool hsds_find(size_t *out, const char *file);

/* NULL when the table has no such column. */
const struct hsds_column *hsds_column(const struct hsds_table *table, const char *name);

#endif
