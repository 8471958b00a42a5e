#include "support/opening_case.h"

#include "base/list.h"
#include "content/closure.h"
#include "content/hours_calendar.h"
#include "publish/opening_plain.h"
#include "publish/opening_rule.h"

#include <string.h>

static const char *add(struct arena *arena, const char *text, const char *key, const char *value)
{
    return value[0] ? arena_printf(arena, "%s %s=%s", text, key, value) : text;
}

static const char *or_dash(const char *text)
{
    return text[0] ? text : "-";
}

static const char *row_text(struct arena *arena, const struct opening_row *row)
{
    const char *text = arena_printf(arena, "%s %s ", or_dash(row->freq), or_dash(row->byday));
    if (row->opens_at[0])
        text = arena_printf(arena, "%s%.5s-%.5s", text, row->opens_at, row->closes_at);
    else
        text = arena_printf(arena, "%s-", text);
    text = add(arena, text, "interval", row->interval);
    text = add(arena, text, "from", row->dtstart);
    text = add(arena, text, "until", row->until);
    text = add(arena, text, "to", row->valid_to);
    if (row->description[0])
        text = arena_printf(arena, "%s \"%s\"", text, row->description);
    return row->notes[0] ? arena_printf(arena, "%s notes", text) : text;
}

static const char *holidays_text(struct arena *arena, const struct opening_holidays *holidays)
{
    const char *text = "|holidays=";
    if (!holidays->differ)
        return "";
    for (size_t i = 0; i < holidays->count; i++)
        text = arena_printf(arena, "%s%s%.5s-%.5s", text, i > 0 ? "," : "", holidays->spans[i].opens_at,
                            holidays->spans[i].closes_at);
    return holidays->count > 0 ? text : "|holidays=off";
}

const char *opening_case_text(struct arena *arena, const struct opening_hours *hours)
{
    const char *text = "";
    if (hours->doubt)
        return arena_printf(arena, "?%s", hours->doubt);
    for (size_t i = 0; i < hours->count; i++)
        text = arena_printf(arena, "%s%s%s", text, i > 0 ? "|" : "", row_text(arena, &hours->rows[i]));
    for (size_t i = 0; i < hours->closure_count; i++) {
        const struct opening_closure *closure = &hours->closures[i];
        text = arena_printf(arena, "%s|closed=%s%s%s", text, closure->start, closure->end[0] ? ".." : "", closure->end);
    }
    return arena_printf(arena, "%s%s", text, holidays_text(arena, &hours->holidays));
}

/* "09:00:00" */
static int minutes(const char *text)
{
    int64_t hour;
    int64_t minute;
    bool read = strlen(text) == 8 && str_to_int64((struct str){ text, 2 }, &hour) &&
                str_to_int64((struct str){ text + 3, 2 }, &minute);
    return read ? (int)(hour * 60 + minute) : text[0] ? -2 : -1;
}

static struct schedule *schedules_of(struct arena *arena, const struct opening_hours *hours)
{
    struct schedule *out = ARENA_ARRAY(arena, struct schedule, hours->count);
    for (size_t i = 0; i < hours->count; i++) {
        const struct opening_row *row = &hours->rows[i];
        int64_t interval = -1;
        if (row->interval[0] && !str_to_int64(str_of(row->interval), &interval))
            interval = 0;
        out[i] = (struct schedule){ .freq = row->freq,
                                    .byday = row->byday,
                                    .dtstart = row->dtstart,
                                    .until = row->until,
                                    .valid_to = row->valid_to,
                                    .interval = interval,
                                    .count = -1,
                                    .opens_at = minutes(row->opens_at),
                                    .closes_at = minutes(row->closes_at),
                                    .described = row->description[0] != '\0' };
    }
    return out;
}

static void add_closures(struct hours *out, struct arena *arena, const struct opening_hours *hours, int64_t day)
{
    struct closure_days days[2];
    struct {
        struct closure *at;
        size_t count;
    } list = { 0 };
    for (size_t i = 0; i < hours->closure_count; i++) {
        size_t count = closure_between(days, COUNT(days), hours->closures[i].start, hours->closures[i].end, day, day);
        for (size_t j = 0; j < count; j++)
            *LIST_ADD(arena, list) = (struct closure){ .first = days[j].first, .last = days[j].last };
    }
    out->closures = list.at;
    out->closure_count = list.count;
}

static struct opening_day said(const struct opening_rules *rules, int64_t day)
{
    struct civil date = civil_from_days(day);
    int64_t next = date.month == 12 ? civil_days(date.year + 1, 1, 1) : civil_days(date.year, date.month + 1, 1);
    int left = (int)(next - day) - 1;
    uint32_t mask = 0;
    for (size_t i = 0; i < rules->count; i++) {
        bool holds = rules->at[i].date_count == 0;
        for (size_t j = 0; j < rules->at[i].date_count; j++)
            holds = holds || opening_range_has(&rules->at[i].dates[j], day);
        mask |= holds ? (uint32_t)1 << i : 0;
    }
    return opening_day_of(rules, mask, weekday_of(day), (date.day + 6) / 7, left / 7 + 1);
}

/* Spans that touch are one for the kiosk. */
static bool same_day(const struct opening_day *wanted, const struct hours_day *day)
{
    struct openings openings = { 0 };
    struct hours_day joined = { 0 };
    for (size_t i = 0; i < wanted->count; i++) {
        if (openings_add(&openings, wanted->spans[i]) != HOURS_NO_CONFLICT)
            return false;
    }
    return openings_join(&joined, &openings) == HOURS_NO_CONFLICT && hours_day_equal(&joined, day);
}

static const char *day_differs(struct arena *arena, const struct opening_hours *read, const struct opening_rules *rules,
                               struct hours *hours, int64_t number)
{
    struct calendar calendar;
    struct hours_day day;
    struct civil date = civil_from_days(number);
    bool appointment = read->count > 0 && !read->rows[0].opens_at[0] && !read->doubt;
    add_closures(hours, arena, read, number);
    calendar_open(&calendar, hours, number);
    enum day_kind kind = calendar_day(&day, &calendar, 0);
    enum day_kind wanted = read->doubt ? DAY_UNKNOWN : appointment ? DAY_BY_APPOINTMENT : DAY_TIMED;
    struct opening_day rule_day = said(rules, number);
    if (kind != wanted)
        return arena_printf(arena, "%04d-%02d-%02d is of kind %d instead of %d", date.year, date.month, date.day,
                            (int)kind, (int)wanted);
    if (kind == DAY_TIMED && !same_day(&rule_day, &day))
        return arena_printf(arena, "%04d-%02d-%02d opens %zu times instead of %zu", date.year, date.month, date.day,
                            day.count, rule_day.count);
    return NULL;
}

const char *opening_case_differs(struct arena *arena, struct str text, int year, int step)
{
    struct opening_hours read;
    struct opening_rules rules;
    opening_hours_read(&read, arena, text, year);
    opening_rules_read(&rules, arena, str_trim(text));
    const char *plain = !read.doubt && rules.doubt ? opening_plain(arena, str_trim(text)) : NULL;
    if (plain)
        opening_rules_read(&rules, arena, str_of(plain));
    struct schedule *schedules = schedules_of(arena, &read);
    struct hours hours = { .schedules = schedules, .schedule_count = read.count };
    for (size_t i = 0; i < read.count; i++) {
        if (!read.doubt && schedule_fault(&schedules[i]) != SCHEDULE_SOUND)
            return arena_printf(arena, "row %zu has a fault", i + 1);
    }
    /* From the week that belongs to the year, which may begin in it. */
    for (int64_t day = civil_days(year, 1, 4); read.count > 0 && day < civil_days(year + 3, 1, 1); day += step) {
        const char *wrong = day_differs(arena, &read, &rules, &hours, day);
        if (wrong)
            return wrong;
    }
    return NULL;
}
