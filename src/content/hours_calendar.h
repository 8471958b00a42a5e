/* Day by day, what rules and exceptions together say. Internal to hours. */
#ifndef MAISON_CONTENT_HOURS_CALENDAR_H
#define MAISON_CONTENT_HOURS_CALENDAR_H

#include "content/hours_rule.h"

/* Days are counted from today; the window of the rules begins the day before. */
struct calendar {
    struct rules rules;
    const struct hours *hours;
    int64_t today; /* since 1970-01-01 */
};

void calendar_open(struct calendar *out, const struct hours *hours, int64_t today);

enum day_kind {
    DAY_UNKNOWN,
    DAY_TIMED, /* its openings are known; there may be none */
    DAY_BY_APPOINTMENT
};

/* `offset` from -HOURS_DAYS_BACK to HOURS_DAYS_AHEAD. *out is set for DAY_TIMED. */
enum day_kind calendar_day(struct hours_day *out, const struct calendar *calendar, int offset);

/* The regular week, as it is today. False: there is none, or it contradicts itself. */
MUST_USE bool calendar_week(struct hours_day out[7], const struct calendar *calendar);

/* Whether that week is open day and night. */
bool calendar_is_day_and_night(const struct calendar *calendar, int offset);

#endif
