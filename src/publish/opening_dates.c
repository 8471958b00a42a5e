/* Date selectors: months, days, weeks, years, Easter. */
#include "publish/opening_rule.h"

#include <string.h>
#include <strings.h>

static const char *const months[12] = { "january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december" };

/* "Jan", "Sept" and "January" are the same. */
static int month_of(struct str word)
{
    for (int i = 0; i < 12 && word.len >= 3; i++) {
        if (word.len <= strlen(months[i]) && strncasecmp(word.at, months[i], word.len) == 0)
            return i + 1;
    }
    return 0;
}

static bool take_word(struct opening_reader *reader, const char *wanted)
{
    struct str word = opening_word(reader);
    if (word.len != strlen(wanted) || strncasecmp(word.at, wanted, word.len) != 0)
        return false;
    reader->at += word.len;
    return true;
}

/* "easter", "easter +1 day", "easter -2 days" */
static void read_easter(struct opening_reader *reader, struct opening_date *out)
{
    int days = 0;
    out->month = 0;
    out->day = 0;
    bool before = opening_peek(reader) == '-';
    const char *start = reader->at;
    if (!before && opening_peek(reader) != '+')
        return;
    reader->at++;
    if (!opening_take_number(reader, 1, 365, &days) || !(take_word(reader, "day") || take_word(reader, "days"))) {
        reader->at = start; /* the "-" of a range */
        return;
    }
    out->day = before ? -days : days;
}

/* [year] month [day] */
static bool read_date(struct opening_reader *reader, struct opening_date *out)
{
    const char *start = reader->at;
    (void)opening_take_number(reader, 1900, 2200, &out->year);
    struct str word = opening_word(reader);
    if (take_word(reader, "easter")) {
        read_easter(reader, out);
        return true;
    }
    out->month = month_of(word);
    if (out->month == 0) {
        reader->at = start;
        return false;
    }
    reader->at += word.len;
    (void)opening_take_number(reader, 1, 31, &out->day);
    if (out->day > 0 && !civil_date_is_valid(2000, out->month, out->day))
        opening_doubt(reader, "a month has no such day");
    if (out->month == 2 && out->day == 29 && out->year == 0)
        opening_doubt(reader, "not every year has such a day");
    return true;
}

static struct opening_range *add(struct opening_reader *reader, struct opening_rule *rule, enum opening_date_kind kind)
{
    if (rule->date_count == OPENING_DATES_MAX) {
        opening_doubt(reader, "it names too many dates");
        rule->date_count = 0;
    }
    struct opening_range *range = &rule->dates[rule->date_count++];
    *range = (struct opening_range){ .kind = kind, .step = 1 };
    return range;
}

/* What follows "-" in "Dec 24-26", "Dec 24-Jan 2", "Jan-Mar". */
static void read_range_end(struct opening_reader *reader, struct opening_range *range)
{
    range->to = range->from;
    if (!opening_take(reader, "-"))
        return;
    if (range->from.day > 0 && range->from.month > 0 && opening_take_number(reader, 1, 31, &range->to.day))
        return;
    range->to = (struct opening_date){ 0 };
    if (!read_date(reader, &range->to))
        opening_doubt(reader, "a range of dates has no end");
    if (range->to.year == 0 && range->from.year != 0) {
        range->to.year = range->from.year;
        range->to.year += range->to.month != 0 && range->to.month < range->from.month ? 1 : 0;
    }
    if ((range->from.year == 0) != (range->to.year == 0))
        opening_doubt(reader, "a range of dates has one year only");
    if ((range->from.month == 0) != (range->to.month == 0))
        opening_doubt(reader, "a range begins or ends at Easter");
}

static void read_month_days(struct opening_reader *reader, struct opening_rule *rule, struct opening_date from)
{
    struct opening_range *range = add(reader, rule, OPENING_MONTH_DAYS);
    range->from = from;
    read_range_end(reader, range);
    while (range->from.day > 0 && range->from.month > 0 && opening_peek(reader) == ',') {
        const char *comma = reader->at++;
        struct opening_date next = range->to;
        if (!opening_take_number(reader, 1, 31, &next.day)) {
            reader->at = comma;
            return;
        }
        range = add(reader, rule, OPENING_MONTH_DAYS);
        range->from = next;
        read_range_end(reader, range);
    }
}

static void read_numbers(struct opening_reader *reader, struct opening_rule *rule, enum opening_date_kind kind,
                         int least, int most)
{
    do {
        int first = 0;
        if (!opening_take_number(reader, least, most, &first)) {
            opening_doubt(reader, "a week has no number");
            return;
        }
        struct opening_range *range = add(reader, rule, kind);
        range->first = range->last = first;
        if (opening_take(reader, "-") && !opening_take_number(reader, least, most, &range->last))
            opening_doubt(reader, "a range of weeks or years has no end");
        if (opening_take(reader, "/") && !opening_take_number(reader, 2, 26, &range->step))
            opening_doubt(reader, "a range of weeks or years has no step");
        if (range->last < range->first)
            opening_doubt(reader, "a range of weeks or years runs backwards");
    } while (opening_take(reader, ","));
}

static bool read_one(struct opening_reader *reader, struct opening_rule *rule)
{
    struct opening_date from = { 0 };
    const char *start = reader->at;
    int year;
    if (take_word(reader, "week") || take_word(reader, "weeks")) {
        read_numbers(reader, rule, OPENING_WEEKS, 1, 53);
        return true;
    }
    if (read_date(reader, &from)) {
        read_month_days(reader, rule, from);
        return true;
    }
    if (!opening_take_number(reader, 1900, 2200, &year))
        return false;
    reader->at = start;
    read_numbers(reader, rule, OPENING_YEARS, 1900, 2200);
    return true;
}

/* Of two selectors without a comma between, such as "2026 week 3", both must hold; a rule has room for one kind. */
void opening_read_dates(struct opening_reader *reader, struct opening_rule *rule)
{
    while (read_one(reader, rule)) {
        const char *comma = reader->at;
        struct str word = { 0 };
        if (opening_take(reader, ",")) {
            word = opening_word(reader);
            char next = opening_peek(reader);
            bool more = month_of(word) > 0 || (next >= '0' && next <= '9');
            if (more)
                continue;
            reader->at = comma;
            return;
        }
        word = opening_word(reader);
        if (month_of(word) > 0 || (word.len >= 4 && strncasecmp(word.at, "week", 4) == 0))
            opening_doubt(reader, "dates of two kinds stand together");
        if (month_of(word) == 0)
            return;
    }
}

static int64_t number_of(struct opening_date date, int year, bool is_end)
{
    if (date.month == 0)
        return civil_easter(year) + date.day;
    int64_t last = (date.month == 12 ? civil_days(year + 1, 1, 1) : civil_days(year, date.month + 1, 1)) - 1;
    if (date.day == 0)
        return is_end ? last : civil_days(year, date.month, 1);
    int64_t day = civil_days(year, date.month, date.day);
    return is_end && day > last ? last : day; /* 29 February */
}

static bool days_have(const struct opening_range *range, int64_t day, int year)
{
    if (range->from.year > 0)
        return number_of(range->from, range->from.year, false) <= day &&
               day <= number_of(range->to, range->to.year, true);
    int64_t from = number_of(range->from, year, false);
    int64_t to = number_of(range->to, year, true);
    return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

int opening_week(int64_t day, int *year)
{
    int64_t thursday = day - (day + 3) % 7 + 3; /* the week belongs to its Thursday's year */
    *year = civil_from_days(thursday).year;
    return (int)((thursday - civil_days(*year, 1, 1)) / 7) + 1;
}

bool opening_range_has(const struct opening_range *range, int64_t day)
{
    int year = civil_from_days(day).year;
    int number = year;
    if (range->kind == OPENING_MONTH_DAYS)
        return days_have(range, day, year);
    if (range->kind == OPENING_WEEKS)
        number = opening_week(day, &year);
    return range->first <= number && number <= range->last && (number - range->first) % range->step == 0;
}

bool opening_range_recurs(const struct opening_range *range)
{
    return range->kind == OPENING_WEEKS || (range->kind == OPENING_MONTH_DAYS && range->from.year == 0);
}
