#include "content/hours_rule.h"

#define YEARS_OF_CONFLICTS 2

/* The two rows that overlap on the day of bit `at`. */
static bool find_overlap(struct hours_conflict *out, const struct rules *rules, size_t at)
{
    day_set bit = (day_set)1 << at;
    for (size_t i = 1; i < rules->count; i++) {
        const struct rule *a = &rules->at[i];
        for (size_t j = 0; j < i && (a->opens & bit) != 0; j++) {
            const struct rule *b = &rules->at[j];
            if ((b->opens & bit) == 0 || span_equal(a->times, b->times) || !span_overlaps(a->times, b->times))
                continue;
            out->row = i;
            out->other = j;
            return true;
        }
    }
    return false;
}

struct hours_conflict hours_find_conflict(const struct hours *hours, int64_t day)
{
    struct hours_conflict out = { .kind = HOURS_NO_CONFLICT, .day = day };
    struct rules rules;
    struct hours_day ignored;
    if (hours->schedule_count > HOURS_ROWS_MAX) {
        out.kind = HOURS_TOO_MANY_ROWS;
        out.row = HOURS_ROWS_MAX;
        return out;
    }
    for (int64_t first = day; first < day + YEARS_OF_CONFLICTS * 366; first += WINDOW_DAYS) {
        rules_read(&rules, hours->schedules, hours->schedule_count, first);
        for (size_t at = 0; at < WINDOW_DAYS; at++) {
            out.kind = rules_day(&ignored, &rules, at);
            out.day = first + (int64_t)at;
            if (out.kind == HOURS_OVERLAP && !find_overlap(&out, &rules, at))
                out.kind = HOURS_NO_CONFLICT;
            if (out.kind != HOURS_NO_CONFLICT)
                return out;
        }
    }
    return out;
}
