#include "content/hours_recur.h"

#include <string.h>
#include <strings.h>

#define TIMES_MAX 1000

/* A 5th Monday of February comes every 28 years, but for the turn of a century. */
#define YEARS_TO_WAIT 40

static bool is_absent(const char *text)
{
    return !text || !text[0];
}

/* The date's day number; `absent` when there is none. False: it isn't a date. */
static bool read_date(int64_t *out, const char *text, int64_t absent)
{
    struct civil date;
    struct str rest;
    *out = absent;
    if (is_absent(text))
        return true;
    /* Some files write a date-time where a date belongs. */
    if (!civil_parse_date(&date, str_cut(str_of(text), 'T', &rest)))
        return false;
    *out = civil_days(date.year, date.month, date.day);
    return true;
}

static bool find_weekday(size_t *out, struct str word)
{
    static const char names[7][3] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    for (*out = 0; *out < 7; ++*out) {
        if (word.len == 2 && strncasecmp(word.at, names[*out], 2) == 0)
            return true;
    }
    return false;
}

/* RFC 5545 allows a plus sign and up to two digits. */
static bool read_number(int64_t *out, struct str text, int64_t most)
{
    if (text.len > 0 && text.at[0] == '+')
        text = (struct str){ text.at + 1, text.len - 1 };
    bool is_signed_twice = text.len > 0 && text.at[0] == '+';
    return !is_signed_twice && text.len <= 3 && str_to_int64(text, out) && *out != 0 && *out >= -most && *out <= most;
}

static bool read_byday(struct rule_row *out, const char *byday)
{
    struct str rest = str_of(byday);
    do {
        struct str word = str_trim(str_cut(rest, ',', &rest));
        size_t weekday;
        int64_t n = 0;
        if (word.len < 2 || !find_weekday(&weekday, (struct str){ word.at + word.len - 2, 2 }))
            return false;
        if (word.len > 2 && !read_number(&n, (struct str){ word.at, word.len - 2 }, 5))
            return false;
        out->ordinals[weekday] |= (uint16_t)(1u << (5 + n));
        if (n == 0)
            out->weekdays |= 1u << weekday;
    } while (rest.len > 0);
    return true;
}

static bool read_bymonthday(struct rule_row *out, const char *bymonthday)
{
    struct str rest = str_of(bymonthday);
    do {
        int64_t n;
        if (!read_number(&n, str_trim(str_cut(rest, ',', &rest)), 31))
            return false;
        out->month_days |= (uint64_t)1 << (31 + n);
    } while (rest.len > 0);
    return true;
}

static bool is_numbered(const struct rule_row *row)
{
    unsigned all = 0;
    for (size_t i = 0; i < 7; i++)
        all |= row->ordinals[i];
    return (all & ~(1u << 5)) != 0;
}

static int month_length(int year, int month)
{
    int64_t next = month == 12 ? civil_days(year + 1, 1, 1) : civil_days(year, month + 1, 1);
    return (int)(next - civil_days(year, month, 1));
}

bool rule_row_has_day(const struct rule_row *row, int64_t day)
{
    struct civil date = civil_from_days(day);
    int from_end = month_length(date.year, date.month) + 1 - date.day;
    unsigned numbers = 1u << 5 | 1u << (5 + (date.day + 6) / 7) | 1u << (5 - (from_end + 6) / 7);
    uint64_t days = (uint64_t)1 << (31 + date.day) | (uint64_t)1 << (31 - from_end);
    return (row->ordinals[weekday_of(day)] & numbers) != 0 || (row->month_days & days) != 0;
}

static bool month_has_a_day(const struct rule_row *row, int year, int month)
{
    int length = month_length(year, month);
    for (int day = 1; day <= length; day++) {
        if (rule_row_has_day(row, civil_days(year, month, day)))
            return true;
    }
    return false;
}

/* Asked here and not of libical, which looks for 500 years. */
static bool never_comes(const struct rule_row *row)
{
    if (!row->monthly || row->interval == 1)
        return false;
    struct civil start = civil_from_days(row->begins);
    int64_t month = (int64_t)start.year * 12 + start.month - 1;
    for (int64_t at = month; at <= month + YEARS_TO_WAIT * 12; at += row->interval) {
        if (month_has_a_day(row, (int)(at / 12), (int)(at % 12) + 1))
            return false;
    }
    return true;
}

static enum schedule_fault read_dates(struct rule_row *out, const struct schedule *row)
{
    bool are_dates = read_date(&out->begins, row->dtstart, INT64_MIN) && read_date(&out->ends, row->until, INT64_MAX) &&
                     read_date(&out->trusted_from, row->valid_from, INT64_MIN) &&
                     read_date(&out->trusted_to, row->valid_to, INT64_MAX);
    if (!are_dates)
        return SCHEDULE_DATE;
    if (out->begins <= out->ends && out->trusted_from <= out->trusted_to)
        return SCHEDULE_SOUND;
    /* Between such dates there is no day on which the row would make anything not known. */
    out->begins = out->trusted_from = INT64_MIN;
    out->ends = out->trusted_to = INT64_MAX;
    return SCHEDULE_ENDS_FIRST;
}

static enum schedule_fault read_times(struct rule_row *out, const struct schedule *row)
{
    if ((row->opens_at == -1) != (row->closes_at == -1))
        return SCHEDULE_HALF_TIME;
    return span_of_times(&out->times, row->opens_at, row->closes_at) ? SCHEDULE_SOUND : SCHEDULE_TIME;
}

static enum schedule_fault read_days(struct rule_row *out, const struct schedule *row)
{
    out->monthly = !is_absent(row->freq) && strcasecmp(row->freq, "MONTHLY") == 0;
    if (!out->monthly && !is_absent(row->freq) && strcasecmp(row->freq, "WEEKLY") != 0)
        return SCHEDULE_FREQ;
    if (!is_absent(row->byday) && !read_byday(out, row->byday))
        return SCHEDULE_BYDAY;
    if (!is_absent(row->bymonthday) && !read_bymonthday(out, row->bymonthday))
        return SCHEDULE_BYMONTHDAY;
    if (!is_absent(row->byday) && !is_absent(row->bymonthday))
        return SCHEDULE_BOTH_DAYS;
    if (is_absent(row->byday) && is_absent(row->bymonthday))
        return SCHEDULE_NO_DAY;
    if (!out->monthly && !is_absent(row->bymonthday))
        return SCHEDULE_WEEK_MONTHDAY;
    return !out->monthly && is_numbered(out) ? SCHEDULE_WEEK_ORDINAL : SCHEDULE_SOUND;
}

static bool starts_in_range(const struct rule_row *row)
{
    return row->begins >= civil_days(RECUR_YEAR_MIN, 1, 1) && row->begins <= civil_days(RECUR_YEAR_MAX, 12, 31);
}

static enum schedule_fault read_steps(struct rule_row *out, const struct schedule *row)
{
    if (!is_absent(row->wkst) && !find_weekday(&out->week_start, str_trim(str_of(row->wkst))))
        return SCHEDULE_WKST;
    if (row->interval != -1 && (row->interval < 1 || row->interval > TIMES_MAX))
        return SCHEDULE_INTERVAL;
    if (row->count != -1 && (row->count < 1 || row->count > TIMES_MAX))
        return SCHEDULE_COUNT;
    if (row->count != -1 && !is_absent(row->until))
        return SCHEDULE_COUNT_UNTIL;
    out->interval = row->interval == -1 ? 1 : row->interval;
    out->count = row->count == -1 ? 0 : row->count;
    if (out->interval == 1 && out->count == 0)
        return SCHEDULE_SOUND;
    if (!starts_in_range(out))
        return SCHEDULE_NO_START;
    if (out->count > 0 && !rule_row_has_day(out, out->begins))
        return SCHEDULE_COUNT_START;
    return never_comes(out) ? SCHEDULE_NEVER : SCHEDULE_SOUND;
}

enum schedule_fault rule_row_read(struct rule_row *out, const struct schedule *schedule)
{
    *out = (struct rule_row){
        .kind = RULE_UNKNOWN, .begins = INT64_MIN, .ends = INT64_MAX, .trusted_from = INT64_MIN, .trusted_to = INT64_MAX
    };
    enum schedule_fault fault = read_dates(out, schedule);
    if (fault == SCHEDULE_SOUND && schedule->opens_at == -1 && schedule->closes_at == -1) {
        out->kind = schedule->described ? RULE_APPOINTMENT : RULE_UNKNOWN;
        return schedule->described ? SCHEDULE_SOUND : SCHEDULE_NO_TIME;
    }
    if (fault == SCHEDULE_SOUND)
        fault = read_times(out, schedule);
    if (fault == SCHEDULE_SOUND)
        fault = read_days(out, schedule);
    if (fault == SCHEDULE_SOUND)
        fault = read_steps(out, schedule);
    if (fault == SCHEDULE_SOUND)
        out->kind = out->monthly || out->interval > 1 || out->count > 0 ? RULE_DATED : RULE_WEEKLY;
    return fault;
}

enum schedule_fault schedule_fault(const struct schedule *row)
{
    struct rule_row read;
    return rule_row_read(&read, row);
}
