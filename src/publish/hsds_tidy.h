/* Cells of HSDS as people and programs write them, put into the form that a pack reads, where there is no doubt what
 * they mean; whatever is changed is said. What can't be read stays as it is, for the check to find: hours that nobody
 * understands are not known, and never closed. */
#ifndef MAISON_PUBLISH_HSDS_TIDY_H
#define MAISON_PUBLISH_HSDS_TIDY_H

#include "publish/staging.h"

/* A row on its way to the staging; everything lives in the arena. */
struct hsds_cells {
    struct arena *arena;
    struct cell *at;
    size_t count;
};

void hsds_cells_add(struct hsds_cells *cells, const char *column, struct str value);

/* NULL when the row has no such column. */
struct cell *hsds_cells_find(const struct hsds_cells *cells, const char *column);

/* The value without white space at its ends; empty when there is none. */
struct str hsds_cells_get(const struct hsds_cells *cells, const char *column);
void hsds_cells_set(struct hsds_cells *cells, const char *column, struct str value);

/* `table` by its file's base name; doubts go to the staging's row in hand. */
void hsds_tidy(struct staging *staging, const char *table, struct hsds_cells *cells);

/* Days of the week in words ("Monday - Friday", "mon, wed", "weekdays", "1") as byday has them; false for anything
 * else. */
MUST_USE bool hsds_weekdays(char out[static 24], struct str words);

/* A clock time in one of the many ways to write it ("9h30", "9.30 am", "0930", "9 am", "noon") as HH:MM. */
MUST_USE bool hsds_clock_time(char out[static 8], struct str words);

#endif
