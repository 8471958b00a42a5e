/* Rows of schedules as one opening_hours text, for a cell of a sheet. */
#ifndef MAISON_PUBLISH_SHEET_HOURS_H
#define MAISON_PUBLISH_SHEET_HOURS_H

#include "base/arena.h"

/* Cells of schedules.csv; "" when empty. */
struct sheet_schedule {
    const char *freq;
    const char *byday;
    const char *opens_at;
    const char *closes_at;
    const char *description;
    const char *notes;
    bool is_plain; /* no date, interval, count or day of the month */
};

/* What a cell shows for rows that one line can't tell: seasons, other weeks. It is read as "not changed". */
#define SHEET_HOURS_ELSEWHERE "schedules.csv"

/* Valid in `arena`; "" without rows. */
const char *sheet_hours_text(struct arena *arena, const struct sheet_schedule *rows, size_t count);

#endif
