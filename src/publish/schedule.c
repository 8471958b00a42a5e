#include "publish/schedule.h"

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

/* Reads the day words of BYDAY; an ordinal as in 2TU sets *ordinal. False for anything else. */
static bool read_days(const char *byday, bool *ordinal)
{
    static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    struct str rest = str_of(byday);
    while (rest.len > 0) {
        struct str day = str_trim(str_cut(rest, ',', &rest));
        bool known = false;
        if (day.len < 2)
            return false;
        struct str head = { day.at, day.len - 2 };
        struct str word = { day.at + head.len, 2 };
        int64_t nth = 1;
        for (size_t i = 0; i < COUNT(days); i++)
            known = known || strncasecmp(word.at, days[i], 2) == 0;
        *ordinal = *ordinal || head.len > 0;
        if (!known || (head.len > 0 && (!str_to_int64(head, &nth) || nth == 0 || nth < -5 || nth > 5)))
            return false;
    }
    return true;
}

struct rule_words {
    const char *freq;
    const char *byday;
    const char *count;
    const char *until;
    const char *interval;
    const char *dtstart;
    const char *bymonthday;
    const char *byweekno;
    const char *byyearday;
    const char *opens_at;
    const char *closes_at;
    bool ordinal;
};

static bool freq_is_strange(const struct rule_words *words)
{
    return words->freq[0] && strcasecmp(words->freq, "WEEKLY") != 0 && strcasecmp(words->freq, "MONTHLY") != 0;
}

static bool ordinal_in_a_week(const struct rule_words *words)
{
    return words->ordinal && strcasecmp(words->freq, "MONTHLY") != 0;
}

static bool count_and_until(const struct rule_words *words)
{
    return words->count[0] && words->until[0];
}

static bool day_of_week_and_month(const struct rule_words *words)
{
    return words->byday[0] && words->bymonthday[0];
}

static bool interval_without_start(const struct rule_words *words)
{
    return words->interval[0] && strcmp(words->interval, "1") != 0 && !words->dtstart[0];
}

static bool some_weeks_only(const struct rule_words *words)
{
    int64_t interval;
    return str_to_int64(str_of(words->interval), &interval) && interval != 1;
}

static bool monthly(const struct rule_words *words)
{
    return strcasecmp(words->freq, "MONTHLY") == 0 || words->bymonthday[0];
}

static bool counted(const struct rule_words *words)
{
    return words->count[0] != '\0';
}

static bool weeks_or_days_of_a_year(const struct rule_words *words)
{
    return words->byweekno[0] || words->byyearday[0];
}

static bool half_open(const struct rule_words *words)
{
    return (words->opens_at[0] != '\0') != (words->closes_at[0] != '\0');
}

static const struct fault_row {
    bool (*holds)(const struct rule_words *words);
    const char *what;
} faults[] = {
    { freq_is_strange, "freq is neither WEEKLY nor MONTHLY" },
    { ordinal_in_a_week, "a day with a number, such as 2TU, needs freq MONTHLY" },
    { count_and_until, "count and until contradict each other" },
    { day_of_week_and_month, "byday and bymonthday contradict each other" },
    { interval_without_start, "an interval needs dtstart to count from" },
    { weeks_or_days_of_a_year, "weeks and days of a year can't be told" },
    { half_open, "opens_at and closes_at go together" },
    { some_weeks_only, "an interval other than 1 skips weeks, which a kiosk can't tell" },
    { monthly, "hours by the month are nothing that a kiosk can tell" },
    { counted, "a count of times is nothing that a kiosk can tell; write the last day into valid_to" },
};

const char *schedule_freq(const struct table *schedules, const struct row *row)
{
    bool of_the_year =
        row_get(schedules, row, "byweekno")[0] != '\0' || row_get(schedules, row, "byyearday")[0] != '\0';
    return of_the_year ? "YEARLY" : row_get(schedules, row, "freq");
}

const char *schedule_fault(const struct table *schedules, const struct row *row)
{
    struct rule_words words = {
        .freq = row_get(schedules, row, "freq"),
        .byday = row_get(schedules, row, "byday"),
        .count = row_get(schedules, row, "count"),
        .until = row_get(schedules, row, "until"),
        .interval = row_get(schedules, row, "interval"),
        .dtstart = row_get(schedules, row, "dtstart"),
        .bymonthday = row_get(schedules, row, "bymonthday"),
        .byweekno = row_get(schedules, row, "byweekno"),
        .byyearday = row_get(schedules, row, "byyearday"),
        .opens_at = row_get(schedules, row, "opens_at"),
        .closes_at = row_get(schedules, row, "closes_at"),
    };
    if (!read_days(words.byday, &words.ordinal))
        return "byday holds something else than MO, TU, WE, TH, FR, SA, SU parted by commas";
    for (size_t i = 0; i < COUNT(faults); i++) {
        if (faults[i].holds(&words))
            return faults[i].what;
    }
    return NULL;
}
