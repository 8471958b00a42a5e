/* Schedule rows as the days of a window on which they open. Internal to hours. */
#ifndef MAISON_CONTENT_HOURS_RULE_H
#define MAISON_CONTENT_HOURS_RULE_H

#include "content/hours_day.h"

/* One bit for each day of a window, the first in bit 0. */
typedef uint32_t day_set;
#define WINDOW_DAYS 32

enum rule_kind {
    RULE_UNKNOWN,    /* its row has a fault */
    RULE_WEEKLY,     /* plain days of every week */
    RULE_DATED,      /* any other rule */
    RULE_APPOINTMENT /* words, no times */
};

/* A schedule row in numbers. Dates are days since 1970-01-01; an open end is INT64_MIN or INT64_MAX. */
struct rule_row {
    enum rule_kind kind;
    bool monthly;
    unsigned weekdays;    /* those of byday without a number; bit 0 is Monday */
    uint16_t ordinals[7]; /* the numbers of each weekday, Monday first; bit 5 + n, so bit 4 is -1 */
    uint64_t month_days;  /* bit 31 + n, so bit 32 is the first and bit 30 the last of a month */
    size_t week_start;    /* 0 is Monday */
    int64_t interval;     /* 1 if not given */
    int64_t count;        /* 0 if not given */
    struct hours_span times;
    int64_t begins; /* dtstart */
    int64_t ends;   /* until */
    int64_t trusted_from;
    int64_t trusted_to;
};

/* *out is set as far as the row can be read, also when it has a fault. */
enum schedule_fault rule_row_read(struct rule_row *out, const struct schedule *schedule);

/* Whether the days of the rule's week or month have that one, whatever its interval, beginning and end. */
bool rule_row_has_day(const struct rule_row *row, int64_t day);

struct rule {
    enum rule_kind kind;
    struct hours_span times;
    unsigned weekdays; /* of a RULE_WEEKLY */
    day_set opens;     /* the days on which it opens */
    day_set holds;     /* begun, not over, still trusted */
    day_set stale;     /* begun, not over, but past its date of trust */
    int64_t trusted_from;
    int64_t trusted_to;
};

struct rules {
    int64_t first; /* day of the window */
    struct rule at[HOURS_ROWS_MAX];
    size_t count;
    day_set unknown; /* a row with a fault holds, none is trusted, or there are too many */
    day_set timed;   /* a row with times holds */
    day_set worded;  /* a row that means "by appointment" holds */
};

/* The rules for the window that begins on day `first`. */
void rules_read(struct rules *out, const struct schedule *schedules, size_t count, int64_t first);

/* The openings on the day of bit `at`. On a conflict *out is left alone. */
MUST_USE enum hours_conflict_kind rules_day(struct hours_day *out, const struct rules *rules, size_t at);

/* The week of the rows that hold every week, as it is on the day of bit `at`. False: a day has a conflict. */
MUST_USE bool rules_week(struct hours_day out[7], const struct rules *rules, size_t at);

#endif
