#include "content/hours.h"

#include "content/hours_rule.h"

#define SOON_MINUTES 30
#define NEXT_DAYS 14
#define ROUND_DAYS 7

/* A moment in minutes since midnight of the day that was asked for; may be negative. */
struct timeline {
    struct rules rules;
    const struct hours *hours;
    int64_t today;
    int64_t now;
};

static int64_t day_of(struct civil date)
{
    return civil_days(date.year, date.month, date.day);
}

static struct civil moment(const struct timeline *line, int64_t minutes)
{
    struct civil out = civil_from_days(line->today + minutes / MINUTES_PER_DAY);
    out.hour = (int)(minutes % MINUTES_PER_DAY / 60);
    out.minute = (int)(minutes % 60);
    return out;
}

static bool is_day_and_night(const struct rule_week *week)
{
    for (size_t i = 0; i < 7; i++) {
        const struct hours_day *day = &week->days[i];
        if (day->count != 1 || day->spans[0].closes_at - day->spans[0].opens_at < MINUTES_PER_DAY)
            return false;
    }
    return week->kind == RULE_WEEKLY;
}

/* A closure whose dates can't be read closes nothing; checking a pack reports it to its author. */
static bool is_closed_on(const struct hours *hours, int64_t day, bool despite_general)
{
    for (size_t i = 0; i < hours->closure_count; i++) {
        const struct closure *closure = &hours->closures[i];
        int64_t start, end;
        if (closure->general && despite_general)
            continue;
        if (hours_read_date(&start, closure->start, INT64_MAX) && hours_read_date(&end, closure->end, INT64_MIN) &&
            start <= day && day <= end)
            return true;
    }
    return false;
}

/* The spans of the day `offset` days from today, closures applied. False: they aren't known. */
static bool day_at(struct hours_day *out, const struct timeline *line, int64_t offset)
{
    int64_t day = line->today + offset;
    struct rule_week week = rules_week(&line->rules, day);
    if (is_closed_on(line->hours, day, is_day_and_night(&week)))
        *out = (struct hours_day){ 0 };
    else
        *out = week.days[weekday_of(day)];
    return week.kind == RULE_WEEKLY;
}

/* When the opening that holds now ends, joining spans that touch across midnight; -1 when closed. Yesterday
 * comes first: its last span may run into today. *cut: the days after that end aren't known. */
static int64_t find_end(const struct timeline *line, bool *cut)
{
    int64_t end = -1;
    *cut = false;
    for (int64_t offset = -1; offset <= ROUND_DAYS + 1; offset++) {
        struct hours_day day;
        int64_t midnight = offset * MINUTES_PER_DAY;
        if (!day_at(&day, line, offset)) {
            *cut = end == midnight;
            if (offset >= 0)
                return end;
            continue;
        }
        for (size_t i = 0; i < day.count; i++) {
            int64_t opens = midnight + day.spans[i].opens_at;
            int64_t closes = midnight + day.spans[i].closes_at;
            int64_t reached = end == -1 ? line->now : end;
            if (opens <= reached && closes > reached)
                end = closes;
        }
        if (offset >= 0 && end < midnight + MINUTES_PER_DAY)
            return end;
    }
    return end;
}

/* Sets the next opening, if one is known to come within the days that are looked at. */
static void find_next(struct hours_state *state, const struct timeline *line)
{
    for (int64_t offset = 0; offset <= NEXT_DAYS; offset++) {
        struct hours_day day;
        if (!day_at(&day, line, offset))
            return;
        for (size_t i = 0; i < day.count; i++) {
            int64_t opens = offset * MINUTES_PER_DAY + day.spans[i].opens_at;
            if (opens > line->now) {
                state->has_next = true;
                state->next_open = moment(line, opens);
                return;
            }
        }
    }
}

static struct hours_state weekly_state(const struct timeline *line, const struct rule_week *week)
{
    struct hours_state state = { .kind = HOURS_CLOSED };
    bool cut;
    int64_t end = find_end(line, &cut);
    if (end == -1) {
        find_next(&state, line);
        return state;
    }
    state.kind = HOURS_OPEN;
    state.closes_soon = end - line->now <= SOON_MINUTES;
    state.round_the_clock = end - line->now >= ROUND_DAYS * MINUTES_PER_DAY || (cut && is_day_and_night(week));
    if (state.round_the_clock)
        state.closes_soon = false;
    else
        state.until = moment(line, end);
    return state;
}

struct hours_state hours_at(const struct hours *hours, struct civil now)
{
    struct timeline line = { .hours = hours, .today = day_of(now), .now = now.hour * 60 + now.minute };
    rules_read(&line.rules, hours->schedules, hours->schedule_count);
    struct rule_week week = rules_week(&line.rules, line.today);
    if (week.kind == RULE_WEEKLY)
        return weekly_state(&line, &week);
    /* Whatever the regular hours are, a service that says it is closed today is. */
    if (is_closed_on(hours, line.today, true))
        return (struct hours_state){ .kind = HOURS_CLOSED };
    bool by_appointment = week.kind == RULE_APPOINTMENT;
    return (struct hours_state){ .kind = by_appointment ? HOURS_BY_APPOINTMENT : HOURS_UNKNOWN };
}

struct hours_week hours_week(const struct hours *hours, struct civil now)
{
    struct rules rules;
    rules_read(&rules, hours->schedules, hours->schedule_count);
    struct rule_week week = rules_week(&rules, day_of(now));
    struct hours_week out = { .known = week.kind == RULE_WEEKLY };
    for (size_t i = 0; i < 7 && out.known; i++)
        out.days[i] = week.days[i];
    return out;
}
