/* Opening hours read a second time, without the engine: day by day from the first day of a rule, then minute by minute
 * with the city's clock. Slow, and as plain as the words of the rules. */
#ifndef TESTS_SUPPORT_SLOW_HOURS_H
#define TESTS_SUPPORT_SLOW_HOURS_H

#include "content/hours.h"
#include "text/zone.h"

/* A row in numbers; it never says how it is written. Dates are days since 1970-01-01, 0 for none. */
struct slow_row {
    bool is_wrong;
    bool is_worded; /* words, no times */
    bool monthly;
    bool days[7][11];    /* weekday from Monday, number + 5; 5: every one */
    bool month_days[63]; /* number + 31 */
    int64_t dtstart, until, from, to;
    int interval, count, wkst; /* 0 for none; wkst from Monday */
    int opens_at, closes_at;
};

struct slow_closure {
    int64_t first, last;
    bool own;
    bool opens;
    int opens_at, closes_at;
};

struct slow_hours {
    const struct slow_row *rows;
    size_t row_count;
    const struct slow_closure *closures;
    size_t closure_count;
};

/* Whether the row's words name that day, whatever its interval, beginning and end. */
bool slow_names(const struct slow_row *row, int64_t day);

enum slow_state { SLOW_UNKNOWN, SLOW_CLOSED, SLOW_WORDS, SLOW_OPEN };

#define SLOW_DAYS 19

/* What holds in each minute, from two days before a day on, as a stopwatch counts minutes. */
struct slow_walk {
    int64_t first_ms;
    enum slow_state at[SLOW_DAYS * 1440];
    int64_t wall[SLOW_DAYS * 1440]; /* what the clock shows, in minutes since 1970-01-01 */
    bool is_day_and_night;          /* the week, on each of the days */
};

void slow_walk(struct slow_walk *out, const struct slow_hours *hours, const struct zone *zone, int64_t today);

#endif
