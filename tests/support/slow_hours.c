#include "support/slow_hours.h"

#include <string.h>

#define SPANS 64

struct slow_day {
    enum slow_state state; /* SLOW_OPEN: its spans are known */
    int opens[SPANS], closes[SPANS];
    int count;
};

static int weekday(int64_t day)
{
    return civil_from_days(day).weekday - 1;
}

static int64_t last_of_month(struct civil date)
{
    return date.month == 12 ? civil_days(date.year, 12, 31) : civil_days(date.year, date.month + 1, 1) - 1;
}

/* Counts the same weekdays of the month up to the day, and from it to the end. */
bool slow_names(const struct slow_row *row, int64_t day)
{
    struct civil date = civil_from_days(day);
    int64_t first = civil_days(date.year, date.month, 1);
    int64_t last = last_of_month(date);
    int nth = 0, from_end = 0;
    for (int64_t other = first; other <= last; other++) {
        nth += other <= day && weekday(other) == weekday(day);
        from_end += other >= day && weekday(other) == weekday(day);
    }
    const bool *numbers = row->days[weekday(day)];
    return numbers[5] || numbers[5 + nth] || numbers[5 - from_end] || row->month_days[31 + date.day] ||
           row->month_days[31 - (last - day + 1)];
}

/* Walks week by week or month by month from the first. */
static bool is_in_step(const struct slow_row *row, int64_t day)
{
    if (row->interval <= 1)
        return true;
    if (row->monthly) {
        struct civil at = civil_from_days(row->dtstart), to = civil_from_days(day);
        int months = 0;
        for (; at.year != to.year || at.month != to.month; months++) {
            at.month = at.month % 12 + 1;
            at.year += at.month == 1;
        }
        return months % row->interval == 0;
    }
    int weeks = 0;
    for (int64_t at = row->dtstart + 1; at <= day; at++)
        weeks += weekday(at) == row->wkst;
    return weeks % row->interval == 0;
}

static bool is_day_of_rule(const struct slow_row *row, int64_t day)
{
    return (!row->dtstart || day >= row->dtstart) && slow_names(row, day) && is_in_step(row, day);
}

static int64_t last_day(const struct slow_row *row)
{
    int64_t day = row->dtstart;
    if (row->is_wrong || row->is_worded || !row->count)
        return row->until ? row->until : INT64_MAX;
    for (int left = row->count; left > 0; day++)
        left -= is_day_of_rule(row, day);
    return day - 1;
}

static bool runs(const struct slow_row *row, int64_t day)
{
    return (!row->dtstart || day >= row->dtstart) && (!row->from || day >= row->from) && day <= last_day(row);
}

static bool is_fresh(const struct slow_row *row, int64_t day)
{
    return !row->to || day <= row->to;
}

static void add(struct slow_day *day, int opens, int closes)
{
    if (opens == 0 && closes == 1439)
        closes = 1440;
    if (closes <= opens)
        closes += 1440;
    for (int i = 0; i < day->count; i++) {
        if (day->opens[i] == opens && day->closes[i] == closes)
            return;
        if (opens < day->closes[i] && day->opens[i] < closes)
            day->state = SLOW_UNKNOWN;
    }
    day->opens[day->count] = opens;
    day->closes[day->count++] = closes;
}

/* Openings that touch count once. */
static int separate(const struct slow_day *day)
{
    int joints = 0;
    for (int i = 0; i < day->count; i++) {
        for (int j = 0; j < day->count; j++)
            joints += day->closes[i] == day->opens[j];
    }
    return day->count - joints;
}

static void limit(struct slow_day *day)
{
    if (day->state == SLOW_OPEN && separate(day) > HOURS_SPANS_MAX)
        day->state = SLOW_UNKNOWN;
}

static struct slow_day by_rows(const struct slow_hours *hours, int64_t day)
{
    struct slow_day out = { .state = SLOW_UNKNOWN };
    bool wrong = false, timed = false, worded = false;
    for (size_t i = 0; i < hours->row_count; i++) {
        const struct slow_row *row = &hours->rows[i];
        if (!runs(row, day))
            continue;
        bool renewed = false;
        for (size_t j = 0; j < hours->row_count && !is_fresh(row, day); j++) {
            const struct slow_row *other = &hours->rows[j];
            renewed = renewed || (other->from > row->to && runs(other, day) && is_fresh(other, day));
        }
        if (!is_fresh(row, day)) {
            wrong = wrong || !renewed;
            continue;
        }
        wrong = wrong || row->is_wrong;
        worded = worded || row->is_worded;
        timed = timed || (!row->is_wrong && !row->is_worded);
    }
    if (wrong || !(timed || worded))
        return out;
    out.state = timed ? SLOW_OPEN : SLOW_WORDS;
    for (size_t i = 0; i < hours->row_count && timed; i++) {
        const struct slow_row *row = &hours->rows[i];
        if (!row->is_worded && runs(row, day) && is_fresh(row, day) && is_day_of_rule(row, day))
            add(&out, row->opens_at, row->closes_at);
    }
    limit(&out);
    return out;
}

/* A public holiday leaves a door open that is open day and night in each week. */
static bool is_day_and_night(const struct slow_hours *hours, int64_t day)
{
    for (int other = 0; other < 7; other++) {
        struct slow_day week = { .state = SLOW_OPEN };
        for (size_t i = 0; i < hours->row_count; i++) {
            const struct slow_row *row = &hours->rows[i];
            bool weekly = !row->is_wrong && !row->is_worded && !row->monthly && row->interval <= 1 && !row->count;
            if (weekly && runs(row, day) && is_fresh(row, day) && row->days[other][5])
                add(&week, row->opens_at, row->closes_at);
        }
        int64_t minutes = 0;
        for (int i = 0; i < week.count; i++)
            minutes += week.closes[i] - week.opens[i];
        if (week.state != SLOW_OPEN || separate(&week) != 1 || minutes < 1440)
            return false;
    }
    return true;
}

static struct slow_day by_all(const struct slow_hours *hours, int64_t day)
{
    struct slow_day out = { .state = SLOW_OPEN };
    int64_t shortest = INT64_MAX;
    bool general = false, closes = false, opens = false;
    for (size_t i = 0; i < hours->closure_count; i++) {
        const struct slow_closure *closure = &hours->closures[i];
        bool here = closure->first <= day && day <= closure->last;
        general = general || (here && !closure->own);
        if (here && closure->own && closure->last - closure->first < shortest)
            shortest = closure->last - closure->first;
    }
    for (size_t i = 0; i < hours->closure_count; i++) {
        const struct slow_closure *closure = &hours->closures[i];
        if (!closure->own || day < closure->first || day > closure->last || closure->last - closure->first != shortest)
            continue;
        opens = opens || closure->opens;
        closes = closes || !closure->opens;
        if (closure->opens)
            add(&out, closure->opens_at, closure->closes_at);
    }
    if (opens || closes) {
        if (opens && closes)
            out.state = SLOW_UNKNOWN;
        limit(&out);
        return out;
    }
    out = by_rows(hours, day);
    if (out.state == SLOW_OPEN && general && !is_day_and_night(hours, day))
        out.count = 0;
    return out;
}

/* `seen` is the latest minute that the clock has shown: a door that has closed does not open again when the clock goes
 * back. */
static enum slow_state state_at(const struct slow_day *days, int64_t first, int64_t today, int64_t seen)
{
    const struct slow_day *here = &days[today - first];
    for (int64_t day = today - 1; day <= today; day++) {
        const struct slow_day *spans = &days[day - first];
        for (int i = 0; spans->state == SLOW_OPEN && i < spans->count; i++) {
            if (day * 1440 + spans->opens[i] <= seen && seen < day * 1440 + spans->closes[i])
                return SLOW_OPEN;
        }
    }
    return here->state == SLOW_OPEN ? SLOW_CLOSED : here->state;
}

void slow_walk(struct slow_walk *out, const struct slow_hours *hours, const struct zone *zone, int64_t today)
{
    struct slow_day days[SLOW_DAYS + 4];
    int64_t first = today - 4;
    int64_t seen = INT64_MIN;
    for (int i = 0; i < SLOW_DAYS + 4; i++)
        days[i] = by_all(hours, first + i);
    out->first_ms = (today - 2) * 86400000;
    out->is_day_and_night = is_day_and_night(hours, today);
    int offset = 0;
    for (int64_t minute = 0; minute < SLOW_DAYS * 1440; minute++) {
        int64_t ms = out->first_ms + minute * 60000;
        if (minute % 30 == 0)
            offset = zone_offset_minutes(zone, ms);
        int64_t wall = ms / 60000 + offset;
        seen = wall > seen ? wall : seen;
        out->wall[minute] = wall;
        out->at[minute] = state_at(days, first, wall / 1440, seen);
    }
}
