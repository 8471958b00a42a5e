/* Opening hours: whether a door is open at a moment, and the week as people write it, from HSDS schedules
 * (recurrence words of RFC 5545, 3.3.10) and the pack's closures. All times are wall-clock times of the pack's zone.
 *
 * This evaluates weekly hours: rows with FREQ=WEEKLY (or no FREQ), INTERVAL absent or 1, and BYDAY of plain days. A
 * row with any other rule makes the answer "not known" instead of a wrong one. On which day a week starts (WKST)
 * changes nothing then. */
#ifndef MAISON_CONTENT_HOURS_H
#define MAISON_CONTENT_HOURS_H

#include "base/clock.h"

/* One schedule row; NULL strings and -1 numbers are absent. */
struct schedule {
    const char *freq;
    const char *byday;
    const char *bymonthday;
    const char *dtstart;
    const char *until;
    const char *valid_from;
    const char *valid_to;
    int64_t interval;
    int64_t count;
    int opens_at;   /* minutes after midnight */
    int closes_at;  /* at or before opens_at: on the next day */
    bool described; /* it has words of its own; without times that means: by appointment */
};

/* A dated exception that concerns the service: closed from `start` to `end`, both YYYY-MM-DD and included. */
struct closure {
    const char *start;
    const char *end;
    bool general; /* for all services (a public holiday): those that are open day and night stay open */
};

/* Everything that decides a service's hours at one place. Borrowed arrays. */
struct hours {
    const struct schedule *schedules;
    size_t schedule_count;
    const struct closure *closures;
    size_t closure_count;
};

enum hours_kind { HOURS_UNKNOWN, HOURS_OPEN, HOURS_CLOSED, HOURS_BY_APPOINTMENT };

struct hours_state {
    enum hours_kind kind;
    bool closes_soon;     /* open, and no more than 30 minutes left */
    bool round_the_clock; /* open, with no end within a week: `until` is not set */
    bool has_next;        /* closed, and `next_open` is set (up to 14 days ahead) */
    struct civil until;   /* open: when it closes */
    struct civil next_open;
};

struct hours_state hours_at(const struct hours *hours, struct civil now);

#define HOURS_SPANS_MAX 6

struct hours_span {
    int opens_at;  /* minutes after midnight, 0–1439 */
    int closes_at; /* minutes after that day's midnight; over 1440 when it closes on the next day */
};

struct hours_day {
    struct hours_span spans[HOURS_SPANS_MAX]; /* sorted, not overlapping */
    size_t count;                             /* 0: closed */
};

struct hours_week {
    bool known;
    struct hours_day days[7]; /* Monday first */
};

/* The regular week that holds at `now` (its valid_from, valid_to and until apply; closures do not). */
struct hours_week hours_week(const struct hours *hours, struct civil now);

#endif
