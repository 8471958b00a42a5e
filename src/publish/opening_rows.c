#include "publish/opening_rows.h"

#include "base/list.h"

#include <string.h>

/* A weekday comes four or five times in a month, so its n-th is one of these from the end. */
static const struct month_place {
    int n;
    int from_end;
} places[] = { { 1, 4 }, { 2, 3 }, { 3, 2 }, { 4, 1 }, { 1, 5 }, { 2, 4 }, { 3, 3 }, { 4, 2 }, { 5, 1 } };

#define ALL_PLACES ((1u << COUNT(places)) - 1)

static bool is_numbered(const struct opening_rules *rules, uint32_t mask, size_t weekday)
{
    for (size_t i = 0; i < rules->count; i++) {
        if ((mask & (uint32_t)1 << i) != 0 && (rules->at[i].weekdays[weekday] & ~(1u << 5)) != 0)
            return true;
    }
    return false;
}

static bool comments_equal(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool opening_week_is_closed(const struct opening_week *week)
{
    return week->count == 0 && !week->appointment && !week->doubt;
}

bool opening_week_equal(const struct opening_week *a, const struct opening_week *b)
{
    bool same = a->count == b->count && a->timed == b->timed && a->appointment == b->appointment &&
                a->untimed == b->untimed && comments_equal(a->words, b->words) && !a->doubt && !b->doubt;
    for (size_t i = 0; same && i < a->count; i++) {
        const struct opening_item *x = &a->items[i];
        const struct opening_item *y = &b->items[i];
        same = span_equal(x->span, y->span) && comments_equal(x->comment, y->comment) && x->plain == y->plain &&
               memcmp(x->numbered, y->numbered, sizeof(x->numbered)) == 0;
    }
    return same;
}

static struct opening_item *item_of(struct opening_week *week, struct hours_span span, const char *comment)
{
    for (size_t i = 0; i < week->count; i++) {
        struct opening_item *item = &week->items[i];
        if (span_equal(item->span, span) && comments_equal(item->comment, comment))
            return item;
    }
    if (week->count == OPENING_ITEMS_MAX) {
        week->doubt = "it has too many different hours";
        return &week->items[0];
    }
    struct opening_item *item = &week->items[week->count++];
    *item = (struct opening_item){ .span = span, .comment = comment };
    return item;
}

static void note_day(struct opening_week *week, const struct opening_day *day)
{
    if (day->doubt)
        week->doubt = day->doubt;
    if (day->state == OPENING_UNKNOWN)
        week->doubt = "it says itself that some hours are not known";
    if (day->count > HOURS_SPANS_MAX)
        week->doubt = "a day has too many openings";
    week->timed = week->timed || (day->state == OPENING_OPEN && day->count > 0);
    week->appointment = week->appointment || day->state == OPENING_APPOINTMENT;
    week->untimed = week->untimed || (day->state == OPENING_APPOINTMENT && day->count == 0);
    if (day->words)
        week->words = day->words;
    week->survived |= day->offs;
    for (size_t i = 0; i < day->count; i++) {
        week->survived |= day->rules[i];
        if (day->spans[i].closes_at - day->spans[i].opens_at > MINUTES_PER_DAY)
            week->doubt = "an opening is longer than a day";
    }
}

/* The numbers from -5 to 5 whose places are all in the set and that make up all of it; 0 when none do. */
static uint16_t numbers_of(unsigned set)
{
    unsigned first = 0;
    unsigned last = 0;
    unsigned by_first = 0;
    unsigned by_last = 0;
    for (int n = 1; n <= 5; n++) {
        unsigned of_first = 0;
        unsigned of_last = 0;
        for (size_t i = 0; i < COUNT(places); i++) {
            of_first |= places[i].n == n ? 1u << i : 0;
            of_last |= places[i].from_end == n ? 1u << i : 0;
        }
        if ((set & of_first) == of_first) {
            first |= 1u << (5 + n);
            by_first |= of_first;
        }
        if ((set & of_last) == of_last) {
            last |= 1u << (5 - n);
            by_last |= of_last;
        }
    }
    if (by_first == set)
        return (uint16_t)first;
    return (uint16_t)(by_last == set ? last : (by_first | by_last) == set ? first | last : 0);
}

static void add_places(struct opening_week *week, size_t weekday, const struct opening_day *days,
                       struct hours_span span, const char *comment)
{
    unsigned set = 0;
    for (size_t i = 0; i < COUNT(places); i++) {
        for (size_t j = 0; j < days[i].count; j++)
            set |= span_equal(days[i].spans[j], span) && days[i].comments[j] == comment ? 1u << i : 0;
    }
    struct opening_item *item = item_of(week, span, comment);
    if (set == ALL_PLACES)
        item->plain |= 1u << weekday;
    else
        item->numbered[weekday] = numbers_of(set);
    if (set != ALL_PLACES && item->numbered[weekday] == 0)
        week->doubt = "its days of the month can't be put into rows";
}

static void add_numbered(struct opening_week *week, const struct opening_rules *rules, uint32_t mask, size_t weekday)
{
    struct opening_day days[COUNT(places)];
    for (size_t i = 0; i < COUNT(places); i++) {
        days[i] = opening_day_of(rules, mask, weekday, places[i].n, places[i].from_end);
        note_day(week, &days[i]);
    }
    for (size_t i = 0; i < COUNT(places); i++) {
        for (size_t j = 0; j < days[i].count; j++)
            add_places(week, weekday, days, days[i].spans[j], days[i].comments[j]);
    }
}

void opening_week_of(struct opening_week *out, const struct opening_rules *rules, uint32_t mask)
{
    memset(out, 0, sizeof(*out));
    out->matched = mask;
    for (size_t weekday = 0; weekday < 7; weekday++) {
        if (is_numbered(rules, mask, weekday)) {
            add_numbered(out, rules, mask, weekday);
            continue;
        }
        struct opening_day day = opening_day_of(rules, mask, weekday, 1, 4);
        note_day(out, &day);
        for (size_t i = 0; i < day.count; i++)
            item_of(out, day.spans[i], day.comments[i])->plain |= 1u << weekday;
    }
}

const char *opening_date_text(struct arena *arena, int64_t day)
{
    if (day == INT64_MIN || day == INT64_MAX)
        return "";
    struct civil date = civil_from_days(day);
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *opening_time_text(struct arena *arena, int minutes)
{
    return arena_printf(arena, "%02d:%02d:00", minutes / 60 % 24, minutes % 60);
}

const char *opening_closes_text(struct arena *arena, struct hours_span span)
{
    bool whole = span.opens_at == 0 && span.closes_at == MINUTES_PER_DAY;
    return opening_time_text(arena, whole ? MINUTES_PER_DAY - 1 : span.closes_at);
}

static const char *const day_names[7] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static const char *append(struct arena *arena, const char *list, int number, size_t weekday)
{
    const char *comma = list[0] ? "," : "";
    if (number == 0)
        return arena_printf(arena, "%s%s%s", list, comma, day_names[weekday]);
    return arena_printf(arena, "%s%s%d%s", list, comma, number, day_names[weekday]);
}

static const char *plain_days(struct arena *arena, const struct opening_item *item)
{
    const char *list = "";
    for (size_t weekday = 0; weekday < 7; weekday++) {
        if ((item->plain & 1u << weekday) != 0)
            list = append(arena, list, 0, weekday);
    }
    return list;
}

static const char *numbered_days(struct arena *arena, const struct opening_item *item)
{
    const char *list = "";
    for (size_t weekday = 0; weekday < 7; weekday++) {
        for (int n = 1; n <= 10; n++) {
            int number = n <= 5 ? n : n - 11; /* 1 to 5, then -5 to -1 */
            if ((item->numbered[weekday] & 1u << (5 + number)) != 0)
                list = append(arena, list, number, weekday);
        }
    }
    return list;
}

void opening_week_rows(struct opening_hours *out, struct arena *arena, const struct opening_week *week, int64_t from,
                       int64_t to, bool last)
{
    for (size_t i = 0; i < week->count; i++) {
        const struct opening_item *item = &week->items[i];
        struct opening_row row = { .interval = "", .description = item->comment ? item->comment : "", .notes = "" };
        row.dtstart = opening_date_text(arena, from);
        row.until = last ? "" : opening_date_text(arena, to);
        row.valid_to = last ? opening_date_text(arena, to) : "";
        row.opens_at = opening_time_text(arena, item->span.opens_at);
        row.closes_at = opening_closes_text(arena, item->span);
        const char *days[] = { plain_days(arena, item), numbered_days(arena, item) };
        for (size_t j = 0; j < COUNT(days); j++) {
            row.freq = j == 0 ? "WEEKLY" : "MONTHLY";
            row.byday = days[j];
            if (days[j][0]) {
                LIST_ROOM(arena, out->rows, out->count);
                out->rows[out->count++] = row;
            }
        }
    }
}
