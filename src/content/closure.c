#include "content/closure.h"

#include "base/list.h"

#include <string.h>

/* A closure reaches no further from Easter Sunday than this. */
#define EASTER_DAYS_MAX 180

enum date_kind { DATE_FIXED, DATE_YEARLY, DATE_EASTER };

struct date_words {
    enum date_kind kind;
    int64_t day; /* fixed: since 1970-01-01; Easter: from the Sunday */
    int month;   /* yearly */
    int month_day;
};

static bool read_two_digits(int *out, const char *text)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return false;
    *out = (text[0] - '0') * 10 + text[1] - '0';
    return true;
}

static bool read_yearly(struct date_words *out, const char *text)
{
    int leap_year = 2000;
    out->kind = DATE_YEARLY;
    return strlen(text) == 7 && text[4] == '-' && read_two_digits(&out->month, text + 2) &&
           read_two_digits(&out->month_day, text + 5) && civil_date_is_valid(leap_year, out->month, out->month_day);
}

static bool read_easter(struct date_words *out, const char *offset)
{
    out->kind = DATE_EASTER;
    out->day = 0;
    if (!offset[0])
        return true;
    bool has_digit = (offset[0] == '+' || offset[0] == '-') && offset[1] >= '0' && offset[1] <= '9';
    const char *number = offset[0] == '+' ? offset + 1 : offset;
    return has_digit && str_to_int64(str_of(number), &out->day) && out->day >= -EASTER_DAYS_MAX &&
           out->day <= EASTER_DAYS_MAX;
}

static bool read_words(struct date_words *out, const char *text)
{
    static const char easter[] = "easter";
    struct civil date;
    if (strncmp(text, "--", 2) == 0)
        return read_yearly(out, text);
    if (strncmp(text, easter, sizeof(easter) - 1) == 0)
        return read_easter(out, text + sizeof(easter) - 1);
    if (!civil_parse_date(&date, str_of(text)))
        return false;
    *out = (struct date_words){ .day = civil_days(date.year, date.month, date.day) };
    return true;
}

struct span_words {
    struct date_words start;
    struct date_words end;
};

static bool read_span(struct span_words *out, const char *start, const char *end)
{
    bool one_day = !end || !end[0];
    return start && read_words(&out->start, start) && read_words(&out->end, one_day ? start : end) &&
           out->start.kind == out->end.kind;
}

bool closure_dates_are_valid(const char *start, const char *end)
{
    struct span_words span;
    return read_span(&span, start, end) && (span.start.kind == DATE_YEARLY || span.start.day <= span.end.day);
}

static bool day_in_year(int64_t *out, const struct date_words *words, int year)
{
    if (words->kind == DATE_EASTER)
        *out = civil_easter(year) + words->day;
    else
        *out = civil_days(year, words->month, words->month_day);
    return words->kind == DATE_EASTER || civil_date_is_valid(year, words->month, words->month_day);
}

static bool span_in_year(struct closure_days *out, const struct span_words *span, int year)
{
    const struct date_words *start = &span->start;
    const struct date_words *end = &span->end;
    bool wraps = start->kind == DATE_YEARLY &&
                 (end->month < start->month || (end->month == start->month && end->month_day < start->month_day));
    bool one_day = start->kind == DATE_YEARLY && start->month == end->month && start->month_day == end->month_day;
    bool begins = day_in_year(&out->first, start, year);
    if (one_day && !begins)
        return false;
    /* Where there is no 29 February, days from it on begin on 1 March, days up to it end on the 28th. */
    if (!day_in_year(&out->last, end, wraps ? year + 1 : year))
        out->last--;
    return out->first <= out->last;
}

size_t closure_between(struct closure_days *out, size_t room, const char *start, const char *end, int64_t from,
                       int64_t to)
{
    struct span_words span;
    size_t count = 0;
    if (!closure_dates_are_valid(start, end) || !read_span(&span, start, end))
        return 0;
    if (span.start.kind == DATE_FIXED) {
        if (room > 0 && span.start.day <= to && span.end.day >= from)
            out[count++] = (struct closure_days){ span.start.day, span.end.day };
        return count;
    }
    int last_year = civil_from_days(to).year + 1; /* days before Easter may lie in the year before */
    for (int year = civil_from_days(from).year - 1; year <= last_year && count < room; year++) {
        struct closure_days days;
        if (span_in_year(&days, &span, year) && days.first <= to && days.last >= from)
            out[count++] = days;
    }
    return count;
}

/* Exceptions that come back every year may come twice about a New Year, and no more often. */
#define COMINGS_MAX 4

void closure_row_add(struct closure_list *out, const struct closure_row *exception, int64_t today, struct arena *arena)
{
    struct closure_days days[COMINGS_MAX];
    size_t count = closure_between(days, COUNT(days), exception->start, exception->end, today - HOURS_DAYS_BACK,
                                   today + HOURS_DAYS_AHEAD);
    for (size_t i = 0; i < count; i++)
        *LIST_ADD(arena, *out) = (struct closure){
            .first = days[i].first,
            .last = days[i].last,
            .general = exception->general,
            .opens = exception->opens,
            .opens_at = exception->opens_at,
            .closes_at = exception->closes_at,
        };
}
