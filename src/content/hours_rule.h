/* Schedule rows as numbers, and the regular week that they make on one date. Internal to hours. */
#ifndef MAISON_CONTENT_HOURS_RULE_H
#define MAISON_CONTENT_HOURS_RULE_H

#include "content/hours.h"

#define MINUTES_PER_DAY 1440

/* A door with more rows than this is not one that weekly hours describe. */
#define HOURS_RULES_MAX 128

enum rule_kind {
    RULE_UNKNOWN, /* says something that is not evaluated here, or contradicts itself */
    RULE_WEEKLY,
    RULE_APPOINTMENT /* words, no times */
};

/* Dates are days since 1970-01-01; an open end is INT64_MIN or INT64_MAX. */
struct rule {
    enum rule_kind kind;
    unsigned weekdays; /* bit 0 is Monday */
    int opens_at;
    int closes_at;  /* after opens_at */
    int64_t begins; /* dtstart */
    int64_t ends;   /* until */
    int64_t trusted_from;
    int64_t trusted_to;
};

struct rules {
    struct rule at[HOURS_RULES_MAX];
    size_t count;
    bool too_many;
};

void rules_read(struct rules *out, const struct schedule *schedules, size_t count);

struct rule_week {
    enum rule_kind kind; /* RULE_WEEKLY: `days` is set */
    struct hours_day days[7];
};

/* The week as it is known on date `day`. */
struct rule_week rules_week(const struct rules *rules, int64_t day);

/* 0 is Monday. */
size_t weekday_of(int64_t day);

/* The date's day number; `absent` when there is none. False: it isn't a date. */
MUST_USE bool hours_read_date(int64_t *out, const char *text, int64_t absent);

#endif
