#include "publish/schedule.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

static bool take_number(const char **at, int most, int *out)
{
    int digits = 0;
    int value = 0;
    while (**at >= '0' && **at <= '9' && digits < 2) {
        value = value * 10 + (**at - '0');
        digits++;
        ++*at;
    }
    *out = value;
    return digits > 0 && value <= most;
}

/* "am" and "pm" turn twelve hours into twenty-four; false for "13:00pm". */
static bool take_half(const char **at, int *hour)
{
    while (**at == ' ')
        ++*at;
    bool morning = strncasecmp(*at, "am", 2) == 0;
    bool evening = strncasecmp(*at, "pm", 2) == 0;
    if (!morning && !evening)
        return true;
    *at += 2;
    if (*hour < 1 || *hour > 12)
        return false;
    *hour = *hour % 12 + (evening ? 12 : 0);
    return true;
}

static bool take_offset(const char **at)
{
    int ignored;
    if (**at == 'Z' || **at == 'z') {
        ++*at;
        return true;
    }
    if (**at != '+' && **at != '-')
        return true;
    ++*at;
    if (!take_number(at, 23, &ignored))
        return false;
    if (**at == ':')
        ++*at;
    return take_number(at, 59, &ignored);
}

bool schedule_parse_time(int *out, const char *text)
{
    int hour;
    int minute = 0;
    int second = 0;
    if (!take_number(&text, 24, &hour) || *text++ != ':' || !take_number(&text, 59, &minute))
        return false;
    if (*text == ':') {
        text++;
        if (!take_number(&text, 59, &second))
            return false;
    }
    if (!take_half(&text, &hour) || !take_offset(&text) || *text || (hour == 24 && minute + second > 0))
        return false;
    *out = hour % 24 * 60 + minute;
    return true;
}

static int64_t times_of(const char *cell)
{
    int64_t times;
    if (str_trim(str_of(cell)).len == 0)
        return -1;
    return str_to_int64(str_of(cell), &times) && times > 0 ? times : 0;
}

static int minutes_of(const char *cell)
{
    int minutes;
    if (str_trim(str_of(cell)).len == 0)
        return -1;
    return schedule_parse_time(&minutes, cell) ? minutes : -2;
}

/* Weeks and days of a year, which only a YEARLY rule may have (RFC 5545, 3.3.10), have no columns in a pack; without
 * the word such a row would pass for a weekly one. */
static const char *freq_of(const struct table *schedules, const struct row *row)
{
    bool of_the_year =
        row_get(schedules, row, "byweekno")[0] != '\0' || row_get(schedules, row, "byyearday")[0] != '\0';
    return of_the_year ? "YEARLY" : row_get(schedules, row, "freq");
}

struct schedule schedule_of(const struct table *schedules, const struct row *row)
{
    return (struct schedule){
        .freq = freq_of(schedules, row),
        .byday = row_get(schedules, row, "byday"),
        .bymonthday = row_get(schedules, row, "bymonthday"),
        .wkst = row_get(schedules, row, "wkst"),
        .dtstart = row_get(schedules, row, "dtstart"),
        .until = row_get(schedules, row, "until"),
        .valid_from = row_get(schedules, row, "valid_from"),
        .valid_to = row_get(schedules, row, "valid_to"),
        .interval = times_of(row_get(schedules, row, "interval")),
        .count = times_of(row_get(schedules, row, "count")),
        .opens_at = minutes_of(row_get(schedules, row, "opens_at")),
        .closes_at = minutes_of(row_get(schedules, row, "closes_at")),
        .described = row_get(schedules, row, "description")[0] != '\0',
    };
}

static const struct fault_row {
    const char *column;
    const char *what;
} faults[] = {
    [SCHEDULE_SOUND] = { NULL, NULL },
    [SCHEDULE_DATE] = { NULL, "a date of the row is no day of the calendar" },
    [SCHEDULE_ENDS_FIRST] = { NULL, "it ends before it begins" },
    [SCHEDULE_TIME] = { NULL, "no clock shows these times" },
    [SCHEDULE_HALF_TIME] = { NULL, "opens_at and closes_at go together" },
    [SCHEDULE_NO_TIME] = { NULL, "it has neither times nor words" },
    [SCHEDULE_FREQ] = { "freq", "freq is neither WEEKLY nor MONTHLY" },
    [SCHEDULE_NO_DAY] = { "byday", "nothing says on which days: byday and bymonthday are empty" },
    [SCHEDULE_BYDAY] = { "byday", "byday holds something else than MO, TU, WE, TH, FR, SA, SU parted by commas" },
    [SCHEDULE_WEEK_ORDINAL] = { "byday", "a day with a number, such as 2TU, needs freq MONTHLY" },
    [SCHEDULE_BYMONTHDAY] = { "bymonthday", "bymonthday holds something else than 1 to 31 or -1 to -31" },
    [SCHEDULE_WEEK_MONTHDAY] = { "bymonthday", "a day of the month needs freq MONTHLY" },
    [SCHEDULE_BOTH_DAYS] = { "bymonthday", "byday and bymonthday contradict each other" },
    [SCHEDULE_WKST] = { "wkst", "wkst is no day of the week" },
    [SCHEDULE_INTERVAL] = { "interval", "an interval is a number from 1 to 1000" },
    [SCHEDULE_COUNT] = { "count", "a count is a number from 1 to 1000" },
    [SCHEDULE_COUNT_UNTIL] = { "count", "count and until contradict each other" },
    [SCHEDULE_NO_START] = { "dtstart", "an interval or a count needs a dtstart to count from, from 1900 on" },
    [SCHEDULE_COUNT_START] = { "dtstart", "a count begins on a day of the rule, and dtstart is none" },
    [SCHEDULE_NEVER] = { NULL, "no such day ever comes" },
};
static_assert(COUNT(faults) == SCHEDULE_FAULT_COUNT, "each fault needs a row");

/* The cell that holds no date or no time, so that one does not have to look for it. */
static const char *wrong_cell(const struct table *schedules, const struct row *row, enum schedule_fault fault)
{
    static const char *const dates[] = { "dtstart", "until", "valid_from", "valid_to" };
    static const char *const times[] = { "opens_at", "closes_at" };
    struct schedule alone = { .interval = -1, .count = -1, .opens_at = -1, .closes_at = -1, .described = true };
    for (size_t i = 0; fault == SCHEDULE_DATE && i < COUNT(dates); i++) {
        alone.until = row_get(schedules, row, dates[i]);
        if (schedule_fault(&alone) == SCHEDULE_DATE)
            return dates[i];
    }
    for (size_t i = 0; fault == SCHEDULE_TIME && i < COUNT(times); i++) {
        if (minutes_of(row_get(schedules, row, times[i])) < 0)
            return times[i];
    }
    return faults[fault].column;
}

const char *schedule_fault_text(const struct table *schedules, const struct row *row, const char **column)
{
    struct schedule schedule = schedule_of(schedules, row);
    enum schedule_fault fault = schedule_fault(&schedule);
    *column = wrong_cell(schedules, row, fault);
    if (fault == SCHEDULE_FREQ && strcmp(schedule.freq, row_get(schedules, row, "freq")) != 0)
        return "weeks and days of a year can't be told";
    return faults[fault].what;
}
