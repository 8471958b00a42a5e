#include "content/hours_calendar.h"

static size_t bit_of(int offset)
{
    return (size_t)(offset + HOURS_DAYS_BACK);
}

void calendar_open(struct calendar *out, const struct hours *hours, int64_t today)
{
    out->hours = hours;
    out->today = today;
    rules_read(&out->rules, hours->schedules, hours->schedule_count, today - HOURS_DAYS_BACK);
}

bool calendar_is_day_and_night(const struct calendar *calendar, int offset)
{
    struct hours_day week[7];
    if (!rules_week(week, &calendar->rules, bit_of(offset)))
        return false;
    for (size_t i = 0; i < 7; i++) {
        if (week[i].count != 1 || week[i].spans[0].closes_at - week[i].spans[0].opens_at < MINUTES_PER_DAY)
            return false;
    }
    return true;
}

bool calendar_week(struct hours_day out[7], const struct calendar *calendar)
{
    const struct rules *rules = &calendar->rules;
    day_set today = (day_set)1 << bit_of(0);
    for (size_t i = 0; i < rules->count; i++) {
        if (rules->at[i].kind == RULE_WEEKLY && (rules->at[i].holds & today) != 0)
            return rules_week(out, rules, bit_of(0));
    }
    return false;
}

static enum day_kind regular_day(struct hours_day *out, const struct rules *rules, size_t at)
{
    day_set bit = (day_set)1 << at;
    if ((rules->unknown & bit) != 0)
        return DAY_UNKNOWN;
    if ((rules->timed & bit) != 0)
        return rules_day(out, rules, at) == HOURS_NO_CONFLICT ? DAY_TIMED : DAY_UNKNOWN;
    return (rules->worded & bit) != 0 ? DAY_BY_APPOINTMENT : DAY_UNKNOWN;
}

/* What the exceptions of a day come to: of the service's own rows those of the fewest days count, and only without any
 * do those for all services. */
struct verdict {
    bool closed_for_all;
    bool closed;
    bool opens;
    bool is_wrong; /* contradicts itself, or opens at no time */
    int64_t days;
    struct openings openings;
};

static void note_own(struct verdict *verdict, const struct closure *closure)
{
    int64_t days = closure->last - closure->first + 1;
    if (verdict->days > 0 && days > verdict->days)
        return;
    if (days != verdict->days)
        *verdict = (struct verdict){ .closed_for_all = verdict->closed_for_all, .days = days };
    if (!closure->opens) {
        verdict->closed = true;
        return;
    }
    struct hours_span span;
    verdict->opens = true;
    if (!span_of_times(&span, closure->opens_at, closure->closes_at) ||
        openings_add(&verdict->openings, span) != HOURS_NO_CONFLICT)
        verdict->is_wrong = true;
}

static void note(struct verdict *verdict, const struct closure *closure)
{
    if (closure->general)
        verdict->closed_for_all = true;
    else
        note_own(verdict, closure);
}

static enum day_kind own_day(struct hours_day *out, const struct verdict *verdict)
{
    if (verdict->is_wrong || verdict->opens == verdict->closed)
        return DAY_UNKNOWN;
    return openings_join(out, &verdict->openings) == HOURS_NO_CONFLICT ? DAY_TIMED : DAY_UNKNOWN;
}

enum day_kind calendar_day(struct hours_day *out, const struct calendar *calendar, int offset)
{
    const struct hours *hours = calendar->hours;
    int64_t day = calendar->today + offset;
    struct verdict verdict;
    verdict.days = 0;
    verdict.closed_for_all = false;
    for (size_t i = 0; i < hours->closure_count; i++) {
        if (hours->closures[i].first <= day && day <= hours->closures[i].last)
            note(&verdict, &hours->closures[i]);
    }
    if (verdict.days > 0)
        return own_day(out, &verdict);
    enum day_kind kind = regular_day(out, &calendar->rules, bit_of(offset));
    if (kind == DAY_TIMED && verdict.closed_for_all && !calendar_is_day_and_night(calendar, offset))
        *out = (struct hours_day){ 0 };
    return kind;
}
