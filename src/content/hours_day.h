/* The openings of one day. Internal to hours, and to those who write its rows. */
#ifndef MAISON_CONTENT_HOURS_DAY_H
#define MAISON_CONTENT_HOURS_DAY_H

#include "content/hours.h"

#define MINUTES_PER_DAY 1440

/* Some write a morning in slots of a quarter of an hour. */
#define OPENINGS_MAX 48

/* As rows give them: sorted, none twice, none overlapping. */
struct openings {
    size_t count;
    struct hours_span at[OPENINGS_MAX];
};

MUST_USE enum hours_conflict_kind openings_add(struct openings *openings, struct hours_span span);

/* Spans that touch become one. On a conflict *out is left alone. */
MUST_USE enum hours_conflict_kind openings_join(struct hours_day *out, const struct openings *openings);

/* Minutes of a row or a closure as a span. 00:00–23:59 is how spreadsheets write a whole day, and 00:00–00:00 runs to
 * the next midnight. False: no clock shows these. */
MUST_USE bool span_of_times(struct hours_span *out, int opens_at, int closes_at);

/* 0 is Monday. */
size_t weekday_of(int64_t day);

bool span_overlaps(struct hours_span a, struct hours_span b);
bool span_equal(struct hours_span a, struct hours_span b);

#endif
