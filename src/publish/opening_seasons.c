#include "publish/opening_seasons.h"

#include "base/list.h"

#define YEARS_AHEAD 2
#define YEARS_MAX 10
#define WEEKS_MAX 24
#define LEAP_YEAR 2028 /* has each day that a year can have */

/* What kinds of dates the rules name. */
struct calendar_needs {
    bool dated, recurs, weeks, yearly;
    int last_year;
};

static struct calendar_needs needs_of(const struct opening_rules *rules)
{
    struct calendar_needs needs = { .yearly = true };
    for (size_t i = 0; i < rules->count; i++) {
        for (size_t j = 0; j < rules->at[i].date_count; j++) {
            const struct opening_range *range = &rules->at[i].dates[j];
            int year = range->kind == OPENING_YEARS ? range->last : range->to.year;
            needs.dated = true;
            needs.recurs = needs.recurs || opening_range_recurs(range);
            needs.weeks = needs.weeks || range->kind == OPENING_WEEKS;
            needs.yearly =
                needs.yearly && range->kind == OPENING_MONTH_DAYS && range->from.year == 0 && range->from.month > 0;
            needs.last_year = year > needs.last_year ? year : needs.last_year;
        }
    }
    return needs;
}

/* The rules whose dates hold on a day. */
static uint32_t mask_of(const struct opening_rules *rules, int64_t day)
{
    uint32_t mask = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct opening_rule *rule = &rules->at[i];
        bool holds = rule->date_count == 0;
        for (size_t j = 0; j < rule->date_count && !holds; j++)
            holds = opening_range_has(&rule->dates[j], day);
        mask |= holds ? (uint32_t)1 << i : 0;
    }
    return mask;
}

/* Weeks by the rules that make them. */
struct finder {
    struct opening_seasons *out;
    struct arena *arena;
    const struct opening_rules *rules;
    uint32_t masks[WEEKS_MAX];
    size_t week_of_mask[WEEKS_MAX];
    size_t mask_count;
};

/* Which week a mask makes; false when there are too many. */
static bool find_week(struct finder *finder, uint32_t mask, size_t *week)
{
    for (size_t i = 0; i < finder->mask_count; i++) {
        if (finder->masks[i] == mask) {
            *week = finder->week_of_mask[i];
            return true;
        }
    }
    if (finder->mask_count == WEEKS_MAX)
        return false;
    struct opening_seasons *out = finder->out;
    struct opening_week *made = &out->weeks[out->week_count];
    opening_week_of(made, finder->rules, mask);
    for (*week = 0; *week < out->week_count && !opening_week_equal(&out->weeks[*week], made); ++*week)
        ;
    if (*week == out->week_count) {
        out->week_count++;
    } else {
        out->weeks[*week].matched |= made->matched;
        out->weeks[*week].survived |= made->survived;
    }
    finder->masks[finder->mask_count] = mask;
    finder->week_of_mask[finder->mask_count++] = *week;
    return true;
}

static const char *find_seasons(struct finder *finder, int64_t first, int64_t last)
{
    struct opening_seasons *out = finder->out;
    out->count = 0;
    for (int64_t day = first; day <= last; day++) {
        size_t week;
        if (!find_week(finder, mask_of(finder->rules, day), &week))
            return "it has too many seasons";
        if (out->count > 0 && out->at[out->count - 1].week == week) {
            out->at[out->count - 1].to = day;
            continue;
        }
        LIST_ROOM(finder->arena, out->at, out->count);
        out->at[out->count++] = (struct opening_season){ day, day, week };
    }
    return NULL;
}

static size_t open_weeks(const struct opening_seasons *seasons)
{
    size_t count = 0;
    for (size_t i = 0; i < seasons->week_count; i++)
        count += !opening_week_is_closed(&seasons->weeks[i]);
    return count;
}

static int64_t first_monday(int year)
{
    int64_t fourth = civil_days(year, 1, 4); /* lies in week 1 */
    return fourth - (int64_t)weekday_of(fourth);
}

const char *opening_seasons_find(struct opening_seasons *out, struct arena *arena, const struct opening_rules *rules,
                                 int year)
{
    struct calendar_needs needs = needs_of(rules);
    struct finder finder = { .out = out, .arena = arena, .rules = rules };
    if (year < 1971 || year > 2190)
        year = LEAP_YEAR;
    int64_t first = needs.weeks ? first_monday(year) : civil_days(year, 1, 1);
    int64_t last = (needs.weeks ? first_monday(year + YEARS_AHEAD + 1) : civil_days(year + YEARS_AHEAD + 1, 1, 1)) - 1;
    if (needs.last_year > year + YEARS_MAX)
        return "it names a year that is far ahead";
    if (!needs.recurs)
        last = civil_days((needs.last_year > year ? needs.last_year : year) + 1, 1, 1);
    if (needs.dated && needs.yearly) {
        first = civil_days(LEAP_YEAR, 1, 1);
        last = civil_days(LEAP_YEAR, 12, 31);
    }
    out->weeks = ARENA_ARRAY(arena, struct opening_week, WEEKS_MAX + 1);
    out->week_count = 0;
    out->ends = needs.recurs && !needs.yearly;
    out->yearly = needs.dated && needs.yearly;
    const char *doubt = find_seasons(&finder, first, needs.dated ? last : first);
    if (doubt || !out->yearly || open_weeks(out) <= 1)
        return doubt;
    out->ends = true; /* rows have dates, not days of the year: spelled out for the years ahead */
    out->yearly = false;
    return find_seasons(&finder, civil_days(year, 1, 1), civil_days(year + YEARS_AHEAD + 1, 1, 1) - 1);
}
