#include "content/hours_rule.h"

#include <string.h>
#include <strings.h>

static bool is_absent(const char *text)
{
    return !text || !text[0];
}

bool hours_read_date(int64_t *out, const char *text, int64_t absent)
{
    struct civil date;
    struct str rest;
    if (is_absent(text)) {
        *out = absent;
        return true;
    }
    /* Some files write a date-time where a date belongs. */
    if (!civil_parse_date(&date, str_cut(str_of(text), 'T', &rest)))
        return false;
    *out = civil_days(date.year, date.month, date.day);
    return true;
}

size_t weekday_of(int64_t day)
{
    return (size_t)(((day + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

/* False for anything but plain weekdays: "2TU" is the second Tuesday of a month, not of a week. */
static bool read_weekdays(unsigned *out, const char *byday)
{
    static const char names[7][3] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    struct str rest = str_of(byday);
    unsigned days = 0;
    do {
        struct str word = str_trim(str_cut(rest, ',', &rest));
        unsigned day = 0;
        while (day < 7 && !(word.len == 2 && strncasecmp(word.at, names[day], 2) == 0))
            day++;
        if (day == 7)
            return false;
        days |= 1u << day;
    } while (rest.len > 0);
    *out = days;
    return true;
}

/* 00:00–23:59 is how spreadsheets write a whole day, and 00:00–00:00 runs to the next midnight. */
static bool read_times(struct rule *rule, const struct schedule *row)
{
    if (row->opens_at < 0 || row->opens_at >= MINUTES_PER_DAY || row->closes_at < 0 || row->closes_at > MINUTES_PER_DAY)
        return false;
    rule->opens_at = row->opens_at;
    rule->closes_at = row->closes_at > row->opens_at ? row->closes_at : row->closes_at + MINUTES_PER_DAY;
    if (row->opens_at == 0 && row->closes_at == MINUTES_PER_DAY - 1)
        rule->closes_at = MINUTES_PER_DAY;
    return true;
}

/* Everything that a weekly row must not carry. A COUNT ends a rule after so many occurrences, which only
 * counting them from dtstart could tell. */
static bool is_plainly_weekly(const struct schedule *row)
{
    bool weekly = is_absent(row->freq) || strcasecmp(row->freq, "WEEKLY") == 0;
    bool every_week = row->interval == -1 || row->interval == 1;
    return weekly && every_week && row->count == -1 && is_absent(row->bymonthday) && !is_absent(row->byday);
}

static enum rule_kind read_kind(struct rule *rule, const struct schedule *row)
{
    bool has_dates = hours_read_date(&rule->begins, row->dtstart, INT64_MIN) &&
                     hours_read_date(&rule->ends, row->until, INT64_MAX) &&
                     hours_read_date(&rule->trusted_from, row->valid_from, INT64_MIN) &&
                     hours_read_date(&rule->trusted_to, row->valid_to, INT64_MAX);
    if (!has_dates)
        return RULE_UNKNOWN;
    if (row->opens_at == -1 && row->closes_at == -1)
        return row->described ? RULE_APPOINTMENT : RULE_UNKNOWN;
    if (is_plainly_weekly(row) && read_weekdays(&rule->weekdays, row->byday) && read_times(rule, row))
        return RULE_WEEKLY;
    return RULE_UNKNOWN;
}

void rules_read(struct rules *out, const struct schedule *schedules, size_t count)
{
    out->too_many = count > HOURS_RULES_MAX;
    out->count = out->too_many ? 0 : count;
    for (size_t i = 0; i < out->count; i++) {
        out->at[i] =
            (struct rule){ .begins = INT64_MIN, .ends = INT64_MAX, .trusted_from = INT64_MIN, .trusted_to = INT64_MAX };
        out->at[i].kind = read_kind(&out->at[i], &schedules[i]);
    }
}

static bool has_begun(const struct rule *rule, int64_t day)
{
    return rule->begins <= day && day <= rule->ends && rule->trusted_from <= day;
}

/* Rows past their date of trust make the week unknown, unless a later row took their place: last season's
 * hours may stay in the file beside this season's. */
static bool is_trusted(const struct rules *rules, int64_t day)
{
    int64_t renewed = INT64_MIN;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->at[i];
        if (has_begun(rule, day) && day <= rule->trusted_to && rule->trusted_from > renewed)
            renewed = rule->trusted_from;
    }
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->at[i];
        if (has_begun(rule, day) && day > rule->trusted_to && renewed <= rule->trusted_to)
            return false;
    }
    return true;
}

/* Keeps the day sorted; spans that overlap or touch become one. False: more spans than a day may have. */
static bool add_span(struct hours_day *day, struct hours_span span)
{
    size_t kept = 0;
    struct hours_span all[HOURS_SPANS_MAX + 1];
    bool placed = false;
    for (size_t i = 0; i < day->count; i++) {
        struct hours_span other = day->spans[i];
        if (other.closes_at >= span.opens_at && other.opens_at <= span.closes_at) {
            span.opens_at = other.opens_at < span.opens_at ? other.opens_at : span.opens_at;
            span.closes_at = other.closes_at > span.closes_at ? other.closes_at : span.closes_at;
            continue;
        }
        if (!placed && other.opens_at > span.closes_at) {
            all[kept++] = span;
            placed = true;
        }
        all[kept++] = other;
    }
    if (!placed)
        all[kept++] = span;
    if (kept > HOURS_SPANS_MAX)
        return false;
    memcpy(day->spans, all, kept * sizeof(all[0]));
    day->count = kept;
    return true;
}

static bool add_rule(struct rule_week *week, const struct rule *rule)
{
    for (size_t i = 0; i < 7; i++) {
        if ((rule->weekdays & 1u << i) != 0 &&
            !add_span(&week->days[i], (struct hours_span){ rule->opens_at, rule->closes_at }))
            return false;
    }
    return true;
}

struct rule_week rules_week(const struct rules *rules, int64_t day)
{
    static const struct rule_week unknown = { .kind = RULE_UNKNOWN };
    struct rule_week week = { .kind = RULE_UNKNOWN };
    if (rules->too_many || !is_trusted(rules, day))
        return unknown;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->at[i];
        if (!has_begun(rule, day) || day > rule->trusted_to)
            continue;
        if (rule->kind == RULE_UNKNOWN)
            return unknown;
        if (rule->kind == RULE_APPOINTMENT && week.kind == RULE_UNKNOWN)
            week.kind = RULE_APPOINTMENT;
        if (rule->kind == RULE_WEEKLY) {
            week.kind = RULE_WEEKLY;
            if (!add_rule(&week, rule))
                return unknown;
        }
    }
    return week;
}
