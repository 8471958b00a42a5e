#include "support/hours_case.h"

#include "base/list.h"
#include "content/closure.h"

#include <stddef.h>
#include <string.h>

struct schedules {
    struct schedule *at;
    size_t count;
};

struct closures {
    struct closure *at;
    size_t count;
};

static const struct text_key {
    const char *name;
    size_t offset;
} text_keys[] = {
    { "freq", offsetof(struct schedule, freq) },
    { "byday", offsetof(struct schedule, byday) },
    { "bymonthday", offsetof(struct schedule, bymonthday) },
    { "wkst", offsetof(struct schedule, wkst) },
    { "dtstart", offsetof(struct schedule, dtstart) },
    { "until", offsetof(struct schedule, until) },
    { "from", offsetof(struct schedule, valid_from) },
    { "to", offsetof(struct schedule, valid_to) },
};

static bool read_minutes(int *out, struct str text)
{
    struct str minutes;
    int64_t hour, minute;
    struct str hours = str_cut(text, ':', &minutes);
    if (!str_to_int64(hours, &hour) || !str_to_int64(minutes, &minute) || hour < 0 || hour > 99 || minute < 0 ||
        minute > 99)
        return false;
    *out = (int)(hour * 60 + minute);
    return true;
}

/* "09:00-12:00"; a side may be missing. */
static bool read_times(int *opens_at, int *closes_at, struct str word)
{
    struct str end;
    struct str start = str_cut(word, '-', &end);
    return str_contains(word, STR(":")) && (start.len == 0 || read_minutes(opens_at, start)) &&
           (end.len == 0 || read_minutes(closes_at, end));
}

static bool read_word(struct schedule *out, struct str word, struct arena *arena)
{
    struct str value;
    struct str key = str_cut(word, '=', &value);
    if (str_eq(word, STR("words"))) {
        out->described = true;
        return true;
    }
    for (size_t i = 0; i < COUNT(text_keys); i++) {
        if (str_eq_c(key, text_keys[i].name)) {
            const char *text = arena_str(arena, value);
            memcpy((char *)out + text_keys[i].offset, &text, sizeof(text));
            return true;
        }
    }
    if (str_eq(key, STR("interval")))
        return str_to_int64(value, &out->interval);
    if (str_eq(key, STR("count")))
        return str_to_int64(value, &out->count);
    return read_times(&out->opens_at, &out->closes_at, word);
}

static bool read_row(struct schedule *out, struct str row, struct arena *arena)
{
    *out = (struct schedule){ .interval = -1, .count = -1, .opens_at = -1, .closes_at = -1 };
    while (row.len > 0) {
        struct str word = str_cut(row, ' ', &row);
        if (word.len > 0 && !read_word(out, word, arena))
            return false;
    }
    return true;
}

bool hours_case_schedules(struct hours *out, struct str rows, struct arena *arena)
{
    struct schedules list = { 0 };
    while (rows.len > 0 && !str_eq(rows, STR("-"))) {
        if (!read_row(LIST_ADD(arena, list), str_trim(str_cut(rows, '|', &rows)), arena))
            return false;
    }
    out->schedules = list.at;
    out->schedule_count = list.count;
    return true;
}

/* "own 2026-12-24..2026-12-26 10:00-12:00" */
static bool read_exception(struct closures *list, struct str text, int64_t today, struct arena *arena)
{
    struct closure closure = { .general = true, .opens_at = -1, .closes_at = -1 };
    struct closure_days days[4];
    struct str rest;
    if (str_starts(text, STR("own "))) {
        closure.general = false;
        text = (struct str){ text.at + 4, text.len - 4 };
    }
    struct str dates = str_cut(text, ' ', &rest);
    closure.opens = rest.len > 0;
    if (closure.opens && !read_times(&closure.opens_at, &closure.closes_at, rest))
        return false;
    const char *start = arena_str(arena, dates);
    char *dots = strstr(arena_str(arena, dates), "..");
    if (dots)
        start = arena_str(arena, (struct str){ dates.at, dates.len - strlen(dots) });
    const char *end = dots ? dots + 2 : NULL;
    size_t count = closure_between(days, COUNT(days), start, end, today - HOURS_DAYS_BACK, today + HOURS_DAYS_AHEAD);
    for (size_t i = 0; i < count; i++) {
        closure.first = days[i].first;
        closure.last = days[i].last;
        *LIST_ADD(arena, *list) = closure;
    }
    return closure_dates_are_valid(start, end);
}

bool hours_case_closures(struct hours *out, struct str exceptions, int64_t today, struct arena *arena)
{
    struct closures list = { 0 };
    while (exceptions.len > 0 && !str_eq(exceptions, STR("-"))) {
        if (!read_exception(&list, str_trim(str_cut(exceptions, '|', &exceptions)), today, arena))
            return false;
    }
    out->closures = list.at;
    out->closure_count = list.count;
    return true;
}
