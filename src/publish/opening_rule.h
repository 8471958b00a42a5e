/* The rules of an opening_hours text, read but not yet applied. Internal to opening_hours. */
#ifndef MAISON_PUBLISH_OPENING_RULE_H
#define MAISON_PUBLISH_OPENING_RULE_H

#include "base/arena.h"
#include "content/hours_day.h"

#define OPENING_RULES_MAX 32
#define OPENING_SPANS_MAX 8
#define OPENING_DATES_MAX 16

/* How a rule meets those before it: ";" takes their place on its days, "," adds to them, "||" speaks where they don't.
 */
enum opening_join { OPENING_REPLACES, OPENING_ADDS, OPENING_FALLBACK };

enum opening_state { OPENING_OPEN, OPENING_OFF, OPENING_APPOINTMENT, OPENING_UNKNOWN };

enum opening_date_kind { OPENING_MONTH_DAYS, OPENING_WEEKS, OPENING_YEARS };

struct opening_date {
    int year;  /* 0: every year */
    int month; /* 1–12; 0: Easter, and `day` so many days after it */
    int day;   /* 0: the whole month */
};

struct opening_range {
    enum opening_date_kind kind;
    struct opening_date from, to; /* of OPENING_MONTH_DAYS, both included */
    int first, last, step;        /* of weeks and years */
};

struct opening_rule {
    enum opening_join join;
    enum opening_state state;
    uint16_t weekdays[7]; /* Monday first; bit 5 is each, bit 5 + n the n-th of a month, bit 4 the last */
    bool has_weekdays;
    bool holidays; /* of public holidays as well, or without weekdays of them only */
    struct opening_range dates[OPENING_DATES_MAX];
    size_t date_count;
    struct hours_span spans[OPENING_SPANS_MAX]; /* closes_at may lie on the next day */
    size_t span_count;                          /* 0: the whole day */
    const char *comment;                        /* NULL for none */
};

struct opening_rules {
    struct opening_rule at[OPENING_RULES_MAX];
    size_t count;
    const char *doubt; /* NULL: all is understood */
};

/* Where reading stands. */
struct opening_reader {
    struct arena *arena;
    const char *at;
    const char *end;
    const char *doubt; /* the first that was met */
};

void opening_rules_read(struct opening_rules *out, struct arena *arena, struct str text);

/* Reads months, days, weeks and years, as many as there are. */
void opening_read_dates(struct opening_reader *reader, struct opening_rule *rule);

/* Steps over white space; the byte that follows, 0 at the end. */
char opening_peek(struct opening_reader *reader);
bool opening_take(struct opening_reader *reader, const char *mark);
/* The letters that follow, without taking them. */
struct str opening_word(struct opening_reader *reader);
/* A number of `least` to `most` that is no hour of the clock: none that a colon follows. */
bool opening_take_number(struct opening_reader *reader, int least, int most, int *out);
/* The first doubt stays. */
void opening_doubt(struct opening_reader *reader, const char *why);

bool opening_range_has(const struct opening_range *range, int64_t day);

/* True if the range comes back each year. */
bool opening_range_recurs(const struct opening_range *range);

/* ISO 8601: 1–53, and the year that the week belongs to. */
int opening_week(int64_t day, int *year);

/* What the rules make of one day. */
struct opening_day {
    struct hours_span spans[OPENING_SPANS_MAX]; /* sorted, apart from each other */
    const char *comments[OPENING_SPANS_MAX];
    uint32_t rules[OPENING_SPANS_MAX]; /* where each comes from, a bit for each rule */
    size_t count;
    uint32_t offs;            /* the "off" rules that hold in the end, a bit each */
    enum opening_state state; /* OPENING_OFF when there are no spans */
    const char *words;        /* of a day by appointment */
    const char *doubt;        /* more spans than there is room for */
};

/* The `n`-th such weekday of its month, `from_end`-th (1 and more) from its end, with the rules of `mask` (a bit each)
 * whose dates hold. */
struct opening_day opening_day_of(const struct opening_rules *rules, uint32_t mask, size_t weekday, int n,
                                  int from_end);

/* The public holidays' day. */
struct opening_day opening_holiday_of(const struct opening_rules *rules, bool *said);

#endif
