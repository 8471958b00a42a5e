#include "content/hours_day.h"

#include <string.h>

bool span_of_times(struct hours_span *out, int opens_at, int closes_at)
{
    if (opens_at < 0 || opens_at >= MINUTES_PER_DAY || closes_at < 0 || closes_at > MINUTES_PER_DAY)
        return false;
    out->opens_at = opens_at;
    out->closes_at = closes_at > opens_at ? closes_at : closes_at + MINUTES_PER_DAY;
    if (opens_at == 0 && closes_at == MINUTES_PER_DAY - 1)
        out->closes_at = MINUTES_PER_DAY;
    return true;
}

size_t weekday_of(int64_t day)
{
    return (size_t)(((day + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

bool span_overlaps(struct hours_span a, struct hours_span b)
{
    return a.opens_at < b.closes_at && b.opens_at < a.closes_at;
}

bool span_equal(struct hours_span a, struct hours_span b)
{
    return a.opens_at == b.opens_at && a.closes_at == b.closes_at;
}

enum hours_conflict_kind openings_add(struct openings *openings, struct hours_span span)
{
    size_t before = 0;
    for (size_t i = 0; i < openings->count; i++) {
        if (span_equal(openings->at[i], span))
            return HOURS_NO_CONFLICT;
        if (span_overlaps(openings->at[i], span))
            return HOURS_OVERLAP;
        before += openings->at[i].opens_at < span.opens_at;
    }
    if (openings->count == OPENINGS_MAX)
        return HOURS_CROWDED_DAY;
    memmove(&openings->at[before + 1], &openings->at[before], (openings->count - before) * sizeof(span));
    openings->at[before] = span;
    openings->count++;
    return HOURS_NO_CONFLICT;
}

enum hours_conflict_kind openings_join(struct hours_day *out, const struct openings *openings)
{
    struct hours_day day = { 0 };
    for (size_t i = 0; i < openings->count; i++) {
        struct hours_span span = openings->at[i];
        if (day.count > 0 && day.spans[day.count - 1].closes_at == span.opens_at) {
            day.spans[day.count - 1].closes_at = span.closes_at;
            continue;
        }
        if (day.count == HOURS_SPANS_MAX)
            return HOURS_CROWDED_DAY;
        day.spans[day.count++] = span;
    }
    *out = day;
    return HOURS_NO_CONFLICT;
}

bool hours_day_equal(const struct hours_day *a, const struct hours_day *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!span_equal(a->spans[i], b->spans[i]))
            return false;
    }
    return true;
}
