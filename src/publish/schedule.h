/* HSDS schedules as people write them: clock times and recurrence words (RFC 5545, 3.3.10). */
#ifndef MAISON_PUBLISH_SCHEDULE_H
#define MAISON_PUBLISH_SCHEDULE_H

#include "publish/source.h"

/* Reads 10:00, 10:00:00, 10:00Z, 10:00+01:00, 9:00am, 24:00 as minutes after midnight, 0–1439: what stands on the
 * wall, whatever offset a program has added. */
MUST_USE bool schedule_parse_time(int *out, const char *text);

/* What makes the row's rule impossible or not weekly, NULL when nothing does. The hours of such a service are not
 * known. */
const char *schedule_fault(const struct table *schedules, const struct row *row);

/* The row's freq for the pack. Weeks and days of a year, which only a YEARLY rule may have (RFC 5545, 3.3.10), have no
 * columns there; without the word such a row would pass for a weekly one. */
const char *schedule_freq(const struct table *schedules, const struct row *row);

#endif
