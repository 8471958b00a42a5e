/* HSDS schedules as people write them: clock times and recurrence words (RFC 5545, 3.3.10). */
#ifndef MAISON_PUBLISH_SCHEDULE_H
#define MAISON_PUBLISH_SCHEDULE_H

#include "content/hours.h"
#include "publish/source.h"

/* Reads 10:00, 10:00:00, 10:00Z, 10:00+01:00, 9:00am, 24:00 as minutes after midnight, 0–1439: what stands on the
 * wall, whatever offset a program has added. */
MUST_USE bool schedule_parse_time(int *out, const char *text);

/* The row as the pack will have it. What can't be read stays wrong: a count that is no number becomes 0, a time that
 * is none -2. Strings are borrowed. */
struct schedule schedule_of(const struct table *schedules, const struct row *row);

/* What makes the row's hours not known, NULL when nothing does; *column is the cell that is to blame, or NULL. */
const char *schedule_fault_text(const struct table *schedules, const struct row *row, const char **column);

#endif
