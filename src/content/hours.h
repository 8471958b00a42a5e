/* Opening hours: whether a door is open at a moment, and the week as people write it, from HSDS schedules
 * (recurrence rules of RFC 5545, 3.3.10) and the pack's closures. All times are wall-clock times of the pack's zone: a
 * door opens and closes the first time that the clock shows the minute, or a later one when it is put forward past it.
 *
 * A rule is WEEKLY (or has no FREQ) with plain days, or MONTHLY with days such as TU, 2TU and -1FR or with days of the
 * month; it may have INTERVAL, COUNT or UNTIL, and WKST. A row with anything else, and rows that contradict each other,
 * make the answer "not known" instead of a wrong one. */
#ifndef MAISON_CONTENT_HOURS_H
#define MAISON_CONTENT_HOURS_H

#include "base/clock.h"

/* One schedule row; NULL strings and -1 numbers are absent. */
struct schedule {
    const char *freq;
    const char *byday;
    const char *bymonthday;
    const char *wkst;
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

/* What is wrong with a row that no answer can come from. */
enum schedule_fault {
    SCHEDULE_SOUND,
    SCHEDULE_DATE,          /* one of its dates is none */
    SCHEDULE_ENDS_FIRST,    /* it ends before it begins */
    SCHEDULE_TIME,          /* a time that no clock shows */
    SCHEDULE_HALF_TIME,     /* it opens and never closes, or the other way round */
    SCHEDULE_NO_TIME,       /* neither times nor words */
    SCHEDULE_FREQ,          /* neither WEEKLY nor MONTHLY */
    SCHEDULE_NO_DAY,        /* neither byday nor bymonthday */
    SCHEDULE_BYDAY,         /* no weekday */
    SCHEDULE_WEEK_ORDINAL,  /* a numbered day in a week */
    SCHEDULE_BYMONTHDAY,    /* no day of a month */
    SCHEDULE_WEEK_MONTHDAY, /* a day of the month in a week */
    SCHEDULE_BOTH_DAYS,     /* byday and bymonthday */
    SCHEDULE_WKST,          /* no weekday */
    SCHEDULE_INTERVAL,      /* none of 1 to 1000 */
    SCHEDULE_COUNT,         /* none of 1 to 1000 */
    SCHEDULE_COUNT_UNTIL,   /* count and until */
    SCHEDULE_NO_START,      /* interval or count without a dtstart to count from */
    SCHEDULE_COUNT_START,   /* count from a dtstart that is no day of the rule */
    SCHEDULE_NEVER,         /* its days never come: the 30th of every twelfth month from February */
    SCHEDULE_FAULT_COUNT
};

enum schedule_fault schedule_fault(const struct schedule *row);

/* A dated exception that concerns the service, in days since 1970-01-01, `last` included. */
struct closure {
    int64_t first;
    int64_t last;
    bool general; /* for all services (a public holiday): those that are open day and night stay open */
    bool opens;   /* not general: open on these days after all, at these times */
    int opens_at;
    int closes_at; /* as of a schedule */
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
    bool closes_soon;     /* open, and no more than 30 minutes left, however the clock is put meanwhile */
    bool round_the_clock; /* open, with no end within a week: `until` is not set */
    bool has_next;        /* closed, and `next_open` is set (up to 14 days ahead) */
    struct civil until;   /* open: when it closes */
    struct civil next_open;
    int old_year; /* who asked for these hours last did so over a year ago, in this year; 0: not so long ago. Set by
                     whoever knows the sources, not by hours_at */
};

struct hours_state hours_at(const struct hours *hours, struct civil now);

/* Only the kind of hours_at's answer, for less: what comes afterwards is not looked for. */
enum hours_kind hours_kind_at(const struct hours *hours, struct civil now);

/* hours_at looks this far back and ahead; exceptions beyond need not be there. */
#define HOURS_DAYS_BACK 1
#define HOURS_DAYS_AHEAD 14

#define HOURS_SPANS_MAX 6

struct hours_span {
    int opens_at;  /* minutes after midnight, 0–1439 */
    int closes_at; /* minutes after that day's midnight; over 1440 when it closes on the next day */
};

struct hours_day {
    struct hours_span spans[HOURS_SPANS_MAX]; /* sorted, not overlapping, not touching */
    size_t count;                             /* 0: closed */
};

struct hours_date {
    struct civil date;
    struct hours_day day;
};

struct hours_week {
    bool known;
    bool regular;             /* some row holds every week; else only `dates` tell */
    struct hours_day days[7]; /* the regular week, Monday first */
    struct hours_day today;
    struct hours_date dates[HOURS_DAYS_AHEAD]; /* today and later: days that are not as in the regular week */
    size_t date_count;
};

/* The regular week that holds at `now` (its valid_from, valid_to and until apply), and the days of the next two weeks
 * that differ from it: closures, rules that are not weekly, a new season. */
struct hours_week hours_week(const struct hours *hours, struct civil now);

bool hours_day_equal(const struct hours_day *a, const struct hours_day *b);

/* A door with more rows than this is not one that hours describe. */
#define HOURS_ROWS_MAX 128

enum hours_conflict_kind {
    HOURS_NO_CONFLICT,
    HOURS_OVERLAP,      /* two rows have openings on one day that overlap and are not the same */
    HOURS_CROWDED_DAY,  /* more openings on one day than HOURS_SPANS_MAX */
    HOURS_TOO_MANY_ROWS /* more than HOURS_ROWS_MAX */
};

struct hours_conflict {
    enum hours_conflict_kind kind;
    int64_t day;  /* the first on which it shows, since 1970-01-01 */
    size_t row;   /* which row of `schedules` … */
    size_t other; /* … contradicts which earlier one (of an overlap) */
};

/* What makes a day not known though each row is sound, in the two years from `day` on. */
struct hours_conflict hours_find_conflict(const struct hours *hours, int64_t day);

#endif
