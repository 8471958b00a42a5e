/* A week of opening_hours rules as schedule rows. Internal to opening_hours. */
#ifndef MAISON_PUBLISH_OPENING_ROWS_H
#define MAISON_PUBLISH_OPENING_ROWS_H

#include "publish/opening_hours.h"
#include "publish/opening_rule.h"

#define OPENING_ITEMS_MAX 64

/* One opening and the days on which it is. */
struct opening_item {
    struct hours_span span;
    const char *comment;
    unsigned plain;       /* weekdays, each of the month; bit 0 is Monday */
    uint16_t numbered[7]; /* as in struct opening_rule */
};

struct opening_week {
    struct opening_item items[OPENING_ITEMS_MAX];
    size_t count;
    bool timed;       /* someone may come without an appointment */
    bool appointment; /* all of a day only by appointment … */
    bool untimed;     /* … and no times are said for it */
    const char *words;
    const char *doubt;
    uint32_t matched; /* the rules that hold on some day, and those that an opening comes from; a bit each */
    uint32_t survived;
};

/* `mask` has a bit for each rule whose dates hold. */
void opening_week_of(struct opening_week *out, const struct opening_rules *rules, uint32_t mask);

bool opening_week_is_closed(const struct opening_week *week);

/* True if both give the same rows. */
bool opening_week_equal(const struct opening_week *a, const struct opening_week *b);

/* Appends to out->rows one or two rows for each item, from day `from` to day `to` (since 1970-01-01; INT64_MIN and
 * INT64_MAX: open). `last`: what comes after `to` is not known. */
void opening_week_rows(struct opening_hours *out, struct arena *arena, const struct opening_week *week, int64_t from,
                       int64_t to, bool last);

/* "2026-08-01", "" for an open end. */
const char *opening_date_text(struct arena *arena, int64_t day);
const char *opening_time_text(struct arena *arena, int minutes);
const char *opening_closes_text(struct arena *arena, struct hours_span span);

#endif
