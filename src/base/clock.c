#include "base/clock.h"

#include <time.h>

static int64_t read_ns(clockid_t id)
{
    struct timespec now;
    clock_gettime(id, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int64_t read_clock(clockid_t id)
{
    return read_ns(id) / 1000000;
}

int64_t clock_stopwatch_ns(void)
{
    return read_ns(CLOCK_MONOTONIC);
}

struct clock clock_real(void)
{
    return (struct clock){ 0 };
}

struct clock clock_real_at(int64_t wall_ms)
{
    return (struct clock){ .wall_base = wall_ms - read_clock(CLOCK_REALTIME) };
}

struct clock clock_virtual(int64_t wall_ms)
{
    return (struct clock){ .is_virtual = true, .wall_base = wall_ms };
}

void clock_advance(struct clock *clock, int64_t milliseconds)
{
    clock->steady_now += milliseconds;
}

int64_t clock_wall_ms(const struct clock *clock)
{
    return clock->wall_base + (clock->is_virtual ? clock->steady_now : read_clock(CLOCK_REALTIME));
}

int64_t clock_steady_ms(const struct clock *clock)
{
    return clock->is_virtual ? clock->steady_now : read_clock(CLOCK_MONOTONIC);
}

/* Days and dates by 400-year eras that begin on 1 March, so that the leap day is an era's last. */
#define DAYS_PER_ERA 146097
#define DAYS_TO_1970 719468

int64_t civil_days(int year, int month, int day)
{
    int64_t y = month <= 2 ? (int64_t)year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

struct civil civil_from_days(int64_t days)
{
    int64_t z = days + DAYS_TO_1970;
    int64_t era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int64_t doe = z - era * DAYS_PER_ERA;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t mp = (5 * doy + 2) / 153;
    struct civil out = { 0 };
    out.day = (int)(doy - (153 * mp + 2) / 5 + 1);
    out.month = (int)(mp < 10 ? mp + 3 : mp - 9);
    out.year = (int)(yoe + era * 400 + (out.month <= 2 ? 1 : 0));
    int64_t from_thursday = days % 7; /* 1970-01-01 was a Thursday */
    out.weekday = (int)((from_thursday + 7 + 3) % 7) + 1;
    return out;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool civil_date_is_valid(int year, int month, int day)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
        return false;
    return day <= lengths[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

int64_t civil_easter(int year)
{
    /* The letters are the source's. */
    int a = year % 19;
    int b = year / 100, c = year % 100;
    int d = b / 4, e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return civil_days(year, n / 31, n % 31 + 1);
}

/* Reads exactly `count` digits. */
static bool take_digits(struct str *text, size_t count, int *out)
{
    if (text->len < count)
        return false;
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        char c = text->at[i];
        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    *text = (struct str){ text->at + count, text->len - count };
    *out = value;
    return true;
}

static bool take_char(struct str *text, char wanted)
{
    if (text->len == 0 || text->at[0] != wanted)
        return false;
    *text = (struct str){ text->at + 1, text->len - 1 };
    return true;
}

static bool take_date(struct str *text, int *year, int *month, int *day)
{
    return take_digits(text, 4, year) && take_char(text, '-') && take_digits(text, 2, month) && take_char(text, '-') &&
           take_digits(text, 2, day) && civil_date_is_valid(*year, *month, *day);
}

bool civil_parse_date(struct civil *out, struct str text)
{
    int year, month, day;
    if (!take_date(&text, &year, &month, &day))
        return false;
    if (text.len > 0 && !str_eq(text, STR("Z")))
        return false;
    *out = civil_from_days(civil_days(year, month, day));
    return true;
}

/* Skips ".25"; what has no point has no fraction, which is right too. */
static bool take_fraction(struct str *text)
{
    int digit;
    if (!take_char(text, '.'))
        return true;
    if (!take_digits(text, 1, &digit))
        return false;
    while (take_digits(text, 1, &digit))
        continue;
    return true;
}

static bool take_time(struct str *text, int *hour, int *minute, int *second)
{
    *second = 0;
    if (!take_digits(text, 2, hour) || !take_char(text, ':') || !take_digits(text, 2, minute))
        return false;
    if (take_char(text, ':') && (!take_digits(text, 2, second) || !take_fraction(text)))
        return false;
    return *hour < 24 && *minute < 60 && *second < 60;
}

static bool take_offset(struct str *text, int *minutes)
{
    int hours, rest;
    *minutes = 0;
    if (take_char(text, 'Z') || take_char(text, 'z'))
        return true;
    int sign = take_char(text, '-') ? -1 : take_char(text, '+') ? 1 : 0;
    if (sign == 0 || !take_digits(text, 2, &hours) || !take_char(text, ':') || !take_digits(text, 2, &rest))
        return false;
    *minutes = sign * (hours * 60 + rest);
    return hours < 24 && rest < 60;
}

bool clock_parse_rfc3339(int64_t *out, struct str text)
{
    int year, month, day, hour, minute, second, offset;
    if (!take_date(&text, &year, &month, &day))
        return false;
    if (!take_char(&text, 'T') && !take_char(&text, 't') && !take_char(&text, ' '))
        return false;
    if (!take_time(&text, &hour, &minute, &second) || !take_offset(&text, &offset) || text.len > 0)
        return false;
    int64_t minutes = civil_days(year, month, day) * 1440 + hour * 60 + minute - offset;
    *out = (minutes * 60 + second) * 1000;
    return true;
}
