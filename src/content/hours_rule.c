#include "content/hours_rule.h"

#include "content/hours_recur.h"

#include <string.h>

#define ALL_DAYS UINT32_MAX

/* The days of the window that lie between two, both included. */
static day_set days_between(int64_t first, int64_t from, int64_t to)
{
    if (to < first || from >= first + WINDOW_DAYS || from > to)
        return 0;
    unsigned skipped = from > first ? (unsigned)(from - first) : 0;
    unsigned cut = to < first + WINDOW_DAYS - 1 ? (unsigned)(first + WINDOW_DAYS - 1 - to) : 0;
    return ALL_DAYS << skipped & ALL_DAYS >> cut;
}

/* A set of weekdays repeated over the window. */
static day_set days_of_week(int64_t first, unsigned weekdays)
{
    size_t offset = weekday_of(first);
    uint64_t weeks = 0;
    for (unsigned at = 0; at < WINDOW_DAYS + 7; at += 7)
        weeks |= (uint64_t)weekdays << at;
    return (day_set)(weeks >> offset);
}

static struct rule rule_of(const struct schedule *schedule, int64_t first)
{
    struct rule_row row;
    struct recur_days dated = { .last = INT64_MAX };
    (void)rule_row_read(&row, schedule);
    if (row.kind == RULE_DATED && !recur_expand(&dated, &row, first))
        row.kind = RULE_UNKNOWN;
    int64_t ends = dated.last < row.ends ? dated.last : row.ends;
    day_set runs = days_between(first, row.begins, ends) & days_between(first, row.trusted_from, INT64_MAX);
    day_set trusted = days_between(first, INT64_MIN, row.trusted_to);
    struct rule rule = { .kind = row.kind,
                         .times = row.times,
                         .weekdays = row.kind == RULE_WEEKLY ? row.weekdays : 0,
                         .holds = runs & trusted,
                         .stale = runs & ~trusted,
                         .trusted_from = row.trusted_from,
                         .trusted_to = row.trusted_to };
    if (row.kind == RULE_WEEKLY)
        rule.opens = rule.holds & days_of_week(first, row.weekdays);
    if (row.kind == RULE_DATED)
        rule.opens = rule.holds & dated.opens;
    return rule;
}

/* Rows past their date of trust make a day unknown, unless a later row took their place: last season's hours may stay
 * in the file beside this season's. */
static day_set untrusted_days(const struct rules *rules, const struct rule *rule)
{
    day_set renewed = 0;
    if (rule->stale == 0)
        return 0;
    for (size_t i = 0; i < rules->count; i++) {
        if (rules->at[i].trusted_from > rule->trusted_to)
            renewed |= rules->at[i].holds;
    }
    return rule->stale & ~renewed;
}

void rules_read(struct rules *out, const struct schedule *schedules, size_t count, int64_t first)
{
    out->first = first;
    out->count = count > HOURS_ROWS_MAX ? 0 : count;
    out->unknown = count > HOURS_ROWS_MAX ? ALL_DAYS : 0;
    out->timed = out->worded = 0;
    for (size_t i = 0; i < out->count; i++)
        out->at[i] = rule_of(&schedules[i], first);
    for (size_t i = 0; i < out->count; i++) {
        const struct rule *rule = &out->at[i];
        out->unknown |= untrusted_days(out, rule);
        if (rule->kind == RULE_UNKNOWN)
            out->unknown |= rule->holds;
        else if (rule->kind == RULE_APPOINTMENT)
            out->worded |= rule->holds;
        else
            out->timed |= rule->holds;
    }
}

enum hours_conflict_kind rules_day(struct hours_day *out, const struct rules *rules, size_t at)
{
    struct openings openings = { 0 };
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->at[i];
        if ((rule->opens & (day_set)1 << at) == 0)
            continue;
        enum hours_conflict_kind conflict = openings_add(&openings, rule->times);
        if (conflict != HOURS_NO_CONFLICT)
            return conflict;
    }
    return openings_join(out, &openings);
}

static bool weekday_openings(struct hours_day *out, const struct rules *rules, day_set today, size_t weekday)
{
    struct openings openings = { 0 };
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->at[i];
        bool opens = (rule->holds & today) != 0 && (rule->weekdays & 1u << weekday) != 0;
        if (opens && openings_add(&openings, rule->times) != HOURS_NO_CONFLICT)
            return false;
    }
    return openings_join(out, &openings) == HOURS_NO_CONFLICT;
}

bool rules_week(struct hours_day out[7], const struct rules *rules, size_t at)
{
    for (size_t weekday = 0; weekday < 7; weekday++) {
        if (!weekday_openings(&out[weekday], rules, (day_set)1 << at, weekday))
            return false;
    }
    return true;
}
