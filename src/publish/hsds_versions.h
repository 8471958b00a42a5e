/* What files and columns of HSDS are called in versions 1.1 to 3.2, and by whom. The version itself is never asked for:
 * descriptors say the wrong one, and files of several lie side by side. */
#ifndef MAISON_PUBLISH_HSDS_VERSIONS_H
#define MAISON_PUBLISH_HSDS_VERSIONS_H

#include "base/str.h"
#include "publish/hsds.h"

enum hsds_way {
    HSDS_AS_ROWS,    /* a row is a row of the table */
    HSDS_AS_TEXT,    /* a row adds its text to a row of the table */
    HSDS_AS_CLOSURE, /* a row is a day off, or one with other hours */
    HSDS_NOT_TAKEN,  /* there is nowhere to put it */
};

struct hsds_file {
    const char *names[3]; /* of the file, without extension */
    const char *when;     /* only when the file has this column; NULL: always */
    const char *table;    /* base name of the table that its rows belong to */
    enum hsds_way way;
    struct {
        const char *from, *to;
    } columns[3];       /* that have another name in 3.2 */
    const char *set[2]; /* a column, and what it says where the row says nothing */
};

/* What a file is by its name ("physical_address.csv", "data/Services.csv", "service-at-location.csv") and the names of
 * its columns; NULL when HSDS has no such file. */
const struct hsds_file *hsds_file_find(const char *name, const struct str *columns, size_t count);

/* The name that a column of the file has in HSDS 3.2; of one that is not of HSDS the name as it is, in the arena. */
struct arena;
const char *hsds_file_column(const struct hsds_file *file, struct str column, struct arena *arena);

#endif
