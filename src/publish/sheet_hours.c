#include "publish/sheet_hours.h"

#include "content/hours_day.h"
#include "publish/schedule.h"

#include <string.h>

static const char *const rfc_days[7] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const char *const osm_days[7] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

/* The days of "MO,TU", a bit each; false for anything else, such as "2TU". */
static bool read_days(const char *byday, unsigned *out)
{
    struct str rest = str_of(byday);
    *out = 0;
    while (rest.len > 0) {
        struct str word = str_trim(str_cut(rest, ',', &rest));
        size_t day = 0;
        while (day < 7 && !str_eq_c(word, rfc_days[day]))
            day++;
        if (day == 7)
            return false;
        *out |= 1u << day;
    }
    return *out != 0;
}

/* Adds the row's opening to each of its days. */
static bool add_row(struct openings week[7], const struct sheet_schedule *row)
{
    unsigned days;
    int opens_at, closes_at;
    struct hours_span span;
    bool weekly = row->is_plain && (!row->freq[0] || strcmp(row->freq, "WEEKLY") == 0);
    if (!weekly || row->description[0] || !read_days(row->byday, &days) ||
        !schedule_parse_time(&opens_at, row->opens_at) || !schedule_parse_time(&closes_at, row->closes_at) ||
        !span_of_times(&span, opens_at, closes_at))
        return false;
    for (size_t day = 0; day < 7; day++) {
        if ((days & 1u << day) != 0 && openings_add(&week[day], span) != HOURS_NO_CONFLICT)
            return false;
    }
    return true;
}

static bool same(const struct openings *a, const struct openings *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!span_equal(a->at[i], b->at[i]))
            return false;
    }
    return true;
}

static const char *times_text(struct arena *arena, const struct openings *day)
{
    const char *text = "";
    for (size_t i = 0; i < day->count; i++) {
        struct hours_span span = day->at[i];
        int closes = span.closes_at > MINUTES_PER_DAY ? span.closes_at - MINUTES_PER_DAY : span.closes_at;
        text = arena_printf(arena, "%s%s%02d:%02d-%02d:%02d", text, i > 0 ? "," : "", span.opens_at / 60,
                            span.opens_at % 60, closes / 60, closes % 60);
    }
    return text;
}

/* Equal days that follow each other are one range: "Mo-Fr 09:00-12:00; Sa 10:00-12:00". */
static const char *week_text(struct arena *arena, const struct openings week[7])
{
    const char *text = "";
    for (size_t first = 0; first < 7;) {
        size_t last = first;
        while (last + 1 < 7 && same(&week[first], &week[last + 1]))
            last++;
        if (week[first].count > 0)
            text = arena_printf(arena, "%s%s%s%s%s %s", text, text[0] ? "; " : "", osm_days[first],
                                last > first ? "-" : "", last > first ? osm_days[last] : "",
                                times_text(arena, &week[first]));
        first = last + 1;
    }
    return text;
}

const char *sheet_hours_text(struct arena *arena, const struct sheet_schedule *rows, size_t count)
{
    struct openings *week = ARENA_ARRAY(arena, struct openings, 7);
    if (count == 0)
        return "";
    if (count == 1 && !rows[0].opens_at[0] && !rows[0].closes_at[0] && rows[0].notes[0] && !rows[0].description[0])
        return rows[0].notes; /* what was not understood */
    if (count == 1 && !rows[0].opens_at[0] && !rows[0].closes_at[0] &&
        strcmp(rows[0].description, "by appointment") == 0)
        return "\"by appointment\"";
    for (size_t i = 0; i < count; i++) {
        if (!add_row(week, &rows[i]))
            return SHEET_HOURS_ELSEWHERE;
    }
    return week_text(arena, week);
}
