/* What the rules of an opening_hours text make of one day: later ones take the place of earlier ones. */
#include "publish/opening_rule.h"

#include <string.h>

static const struct hours_span whole_day = { 0, 1440 };

static bool has_weekday(const struct opening_rule *rule, size_t weekday, int n, int from_end)
{
    unsigned numbers = 1u << 5 | 1u << (5 + n) | 1u << (5 - from_end);
    return rule->has_weekdays ? (rule->weekdays[weekday] & numbers) != 0 : !rule->holidays;
}

/* Spans stay sorted; of two that overlap or touch with the same words one remains. */
static void add_span(struct opening_day *day, struct hours_span span, const char *comment, uint32_t rules)
{
    size_t at = 0;
    for (size_t i = 0; i < day->count; i++) {
        struct hours_span other = day->spans[i];
        if (other.opens_at <= span.closes_at && span.opens_at <= other.closes_at &&
            (span_overlaps(other, span) || day->comments[i] == comment)) {
            day->spans[i].opens_at = other.opens_at < span.opens_at ? other.opens_at : span.opens_at;
            day->spans[i].closes_at = other.closes_at > span.closes_at ? other.closes_at : span.closes_at;
            day->rules[i] |= rules;
            return;
        }
        at += other.opens_at < span.opens_at;
    }
    if (day->count == OPENING_SPANS_MAX) {
        day->doubt = "a day has too many openings";
        return;
    }
    memmove(&day->spans[at + 1], &day->spans[at], (day->count - at) * sizeof(*day->spans));
    memmove(&day->comments[at + 1], &day->comments[at], (day->count - at) * sizeof(*day->comments));
    memmove(&day->rules[at + 1], &day->rules[at], (day->count - at) * sizeof(*day->rules));
    day->spans[at] = span;
    day->comments[at] = comment;
    day->rules[at] = rules;
    day->count++;
}

/* Adding may have closed a gap between two others. */
static void join_spans(struct opening_day *day)
{
    struct opening_day joined = *day;
    joined.count = 0;
    for (size_t i = 0; i < day->count; i++)
        add_span(&joined, day->spans[i], day->comments[i], day->rules[i]);
    *day = joined;
}

/* "We 12:00-13:00 off" */
static void cut_span(struct opening_day *day, struct hours_span off)
{
    struct opening_day rest = *day;
    rest.count = 0;
    for (size_t i = 0; i < day->count; i++) {
        struct hours_span span = day->spans[i];
        if (!span_overlaps(span, off)) {
            add_span(&rest, span, day->comments[i], day->rules[i]);
            continue;
        }
        if (span.opens_at < off.opens_at)
            add_span(&rest, (struct hours_span){ span.opens_at, off.opens_at }, day->comments[i], day->rules[i]);
        if (off.closes_at < span.closes_at && off.closes_at >= MINUTES_PER_DAY)
            rest.doubt = "what is left of a night begins on the next day, which rows can't say";
        else if (off.closes_at < span.closes_at)
            add_span(&rest, (struct hours_span){ off.closes_at, span.closes_at }, day->comments[i], day->rules[i]);
    }
    *day = rest;
}

static void clear(struct opening_day *day, enum opening_state state)
{
    day->count = 0;
    day->offs = 0;
    day->state = state;
    day->words = NULL;
}

static void apply_open(struct opening_day *day, const struct opening_rule *rule, size_t number)
{
    if (rule->join != OPENING_ADDS)
        clear(day, rule->state);
    if (day->count == 0 || rule->state == OPENING_OPEN)
        day->state = rule->state; /* one who may come without an appointment at some time finds the door open */
    day->words = rule->state == OPENING_APPOINTMENT ? rule->comment : day->words;
    for (size_t i = 0; i < rule->span_count; i++)
        add_span(day, rule->spans[i], rule->comment, (uint32_t)1 << number);
    if (rule->span_count == 0 && rule->state == OPENING_OPEN)
        add_span(day, whole_day, rule->comment, (uint32_t)1 << number);
    join_spans(day);
}

static void apply(struct opening_day *day, const struct opening_rule *rule, size_t number)
{
    if (rule->join == OPENING_FALLBACK)
        return; /* said of the whole text */
    if (rule->state == OPENING_OFF && rule->span_count > 0) {
        for (size_t i = 0; i < rule->span_count; i++)
            cut_span(day, rule->spans[i]);
        if (day->count == 0)
            day->state = OPENING_OFF;
    } else if (rule->state == OPENING_OFF || rule->state == OPENING_UNKNOWN) {
        clear(day, rule->state);
        day->offs = (uint32_t)1 << number;
    } else {
        apply_open(day, rule, number);
    }
}

/* 00:00 to 23:59 is how people write a whole day, in rows (docs/pack-format.md) and here. */
static void fill_days(struct opening_day *day)
{
    for (size_t i = 0; i < day->count; i++) {
        struct hours_span *span = &day->spans[i];
        if (span->opens_at == 0 && span->closes_at == MINUTES_PER_DAY - 1)
            *span = whole_day;
    }
}

struct opening_day opening_day_of(const struct opening_rules *rules, uint32_t mask, size_t weekday, int n, int from_end)
{
    struct opening_day day;
    memset(&day, 0, sizeof(day));
    day.state = OPENING_OFF;
    for (size_t i = 0; i < rules->count; i++) {
        if ((mask & (uint32_t)1 << i) != 0 && has_weekday(&rules->at[i], weekday, n, from_end))
            apply(&day, &rules->at[i], i);
    }
    fill_days(&day);
    return day;
}

struct opening_day opening_holiday_of(const struct opening_rules *rules, bool *said)
{
    struct opening_day day;
    memset(&day, 0, sizeof(day));
    day.state = OPENING_OFF;
    *said = false;
    for (size_t i = 0; i < rules->count; i++) {
        if (!rules->at[i].holidays)
            continue;
        *said = true;
        apply(&day, &rules->at[i], i);
    }
    fill_days(&day);
    return day;
}
