#include "content/hours_recur.h"

#include <libical/ical.h>
#include <stdio.h>

/* 77 weekdays of four signs and 62 days of a month of three at the most, with their commas. */
#define RULE_TEXT_MAX 1024

/* No month is looked at that libical could not tell of. */
#define MONTHS_MAX ((RECUR_YEAR_MAX - RECUR_YEAR_MIN) * 12)

struct rule_text {
    char at[RULE_TEXT_MAX];
    size_t length;
};

static void append(struct rule_text *text, const char *format, ...) PRINTF_LIKE(2, 3);

static void append(struct rule_text *text, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text->at + text->length, sizeof(text->at) - text->length, format, args);
    va_end(args);
    if (length > 0 && text->length + (size_t)length < sizeof(text->at))
        text->length += (size_t)length;
}

static const char *day_name(size_t weekday)
{
    static const char names[7][3] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    return names[weekday];
}

/* Written anew from the sets: a day that stands twice in BYDAY would count twice. */
static void append_days(struct rule_text *text, const struct rule_row *row, size_t turn)
{
    const char *before = ";BYDAY=";
    for (size_t day = 0; day < 7; day++) {
        for (int n = -5; n <= 5; n++) {
            if ((row->ordinals[day] & 1u << (5 + n)) == 0)
                continue;
            if (n == 0)
                append(text, "%s%s", before, day_name((day + 7 - turn) % 7));
            else
                append(text, "%s%d%s", before, n, day_name(day));
            before = ",";
        }
    }
    before = ";BYMONTHDAY=";
    for (int n = -31; n <= 31; n++) {
        if ((row->month_days & (uint64_t)1 << (31 + n)) == 0)
            continue;
        append(text, "%s%d", before, n);
        before = ",";
    }
}

/* libical goes wrong with weeks that begin on another day than Monday: INTERVAL=5;WKST=SA;BYDAY=FR,SU from Friday 20
 * November 2026 gives 13 December first. So it gets a calendar that is turned by as many days. */
static size_t turn_of(const struct rule_row *row)
{
    return row->monthly ? 0 : row->week_start;
}

static struct icalrecurrencetype rule_of(const struct rule_row *row)
{
    struct rule_text text = { 0 };
    append(&text, "FREQ=%s;INTERVAL=%d", row->monthly ? "MONTHLY" : "WEEKLY", (int)row->interval);
    if (row->count > 0)
        append(&text, ";COUNT=%d", (int)row->count);
    append_days(&text, row, turn_of(row));
    return icalrecurrencetype_from_string(text.at);
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

static int64_t week_of(const struct rule_row *row, int64_t day)
{
    return day - (int64_t)((weekday_of(day) + 7 - row->week_start) % 7);
}

static int64_t month_of(int64_t day)
{
    struct civil date = civil_from_days(day);
    return (int64_t)date.year * 12 + date.month - 1;
}

static int64_t month_start(int64_t month)
{
    return civil_days((int)floor_div(month, 12), (int)(month - floor_div(month, 12) * 12) + 1, 1);
}

/* The first day of the rule from the beginning of a week or month on, seven days or a month at most. */
static bool find_day(int64_t *out, const struct rule_row *row, int64_t from, int64_t end)
{
    for (int64_t day = from; day < end; day++) {
        if (rule_row_has_day(row, day)) {
            *out = day;
            return true;
        }
    }
    return false;
}

static int64_t weekly_start(const struct rule_row *row, int64_t first)
{
    int64_t week = week_of(row, row->begins);
    if (first > row->begins)
        week += (week_of(row, first) - week) / (7 * row->interval) * 7 * row->interval;
    int64_t start = week;
    (void)find_day(&start, row, week, week + 7);
    return start;
}

/* A month may have no such day, a fifth Friday. */
static int64_t monthly_start(const struct rule_row *row, int64_t first)
{
    int64_t begins = month_of(row->begins == INT64_MIN ? first : row->begins);
    int64_t month = begins;
    if (month_of(first) > begins)
        month += (month_of(first) - begins) / row->interval * row->interval;
    int64_t start = month_start(month);
    while (!find_day(&start, row, month_start(month), month_start(month + 1)) && month < begins + MONTHS_MAX)
        month += row->interval;
    return start;
}

/* Where the iterator begins: not decades ago, but in the last week or month before the window that the interval does
 * not skip, and on a day of the rule: from any other, libical takes FREQ=WEEKLY;INTERVAL=3;BYDAY=SU into the wrong
 * weeks. Only a COUNT must be counted from its first day, which is one of the rule's. */
static int64_t start_near(const struct rule_row *row, int64_t first)
{
    if (row->count > 0)
        return row->begins;
    return row->monthly ? monthly_start(row, first) : weekly_start(row, first);
}

static bool is_in_range(int64_t day)
{
    return day >= civil_days(RECUR_YEAR_MIN, 1, 1) && day <= civil_days(RECUR_YEAR_MAX, 12, 31);
}

static void iterator_freep(icalrecur_iterator **iterator)
{
    if (*iterator)
        icalrecur_iterator_free(*iterator);
}

bool recur_expand(struct recur_days *out, const struct rule_row *row, int64_t first)
{
    *out = (struct recur_days){ .last = INT64_MAX };
    int64_t from = start_near(row, first);
    if (!is_in_range(from) || !is_in_range(first))
        return false;
    int64_t turn = (int64_t)turn_of(row);
    struct civil start = civil_from_days(from - turn);
    /* Not from icaltime_null_date: its hour of -1 would make weeks begin a day off. */
    struct icaltimetype dtstart = { .year = start.year, .month = start.month, .day = start.day, .is_date = 1 };
    CLEANUP(iterator_freep) icalrecur_iterator *iterator = icalrecur_iterator_new(rule_of(row), dtstart);
    if (!iterator)
        return false;
    for (int64_t last = from;;) {
        struct icaltimetype next = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(next)) {
            out->last = row->count > 0 ? last : INT64_MAX;
            return true;
        }
        last = civil_days(next.year, next.month, next.day) + turn;
        if (last >= first + WINDOW_DAYS)
            return true;
        if (last >= first)
            out->opens |= (day_set)1 << (last - first);
    }
}
