#include "content/hours_calendar.h"

#include <string.h>

#define SOON_MINUTES 30
#define ROUND_DAYS 7

/* Minutes count from midnight of today and may be negative. */
struct timeline {
    struct calendar calendar;
    int64_t now;     /* the latest minute that the clock has shown: what has opened or closed by it has done so */
    int64_t showing; /* the minute that it shows; before `now` when the clock was put back */
    struct clock_shift shift;
};

static int64_t day_of(struct civil date)
{
    return civil_days(date.year, date.month, date.day);
}

static void timeline_open(struct timeline *out, const struct hours *hours, struct civil now)
{
    int64_t midnight = day_of(now) * MINUTES_PER_DAY;
    calendar_open(&out->calendar, hours, day_of(now));
    out->now = out->showing = now.hour * 60 + now.minute;
    out->shift = now.shift;
    out->shift.at -= midnight;
    if (now.shift.repeats_until > midnight + out->now)
        out->now = now.shift.repeats_until - midnight - 1;
}

/* A minute that the clock leaves out has come when the clock is past it. */
static int64_t shown(const struct timeline *line, int64_t minute)
{
    int64_t past = line->shift.at + line->shift.minutes;
    return line->shift.at <= minute && minute < past ? past : minute;
}

static struct civil moment(const struct timeline *line, int64_t minute)
{
    int64_t at = shown(line, minute);
    struct civil out = civil_from_days(line->calendar.today + at / MINUTES_PER_DAY);
    out.hour = (int)(at % MINUTES_PER_DAY / 60);
    out.minute = (int)(at % 60);
    return out;
}

/* As a stopwatch counts them. */
static int64_t minutes_left(const struct timeline *line, int64_t end)
{
    int64_t at = shown(line, end);
    bool shifts = line->shift.minutes != 0 && line->showing < line->shift.at && at >= line->shift.at;
    return at - line->showing - (shifts ? line->shift.minutes : 0);
}

/* When the opening that holds now ends, joining spans that touch across midnight; -1 when closed. Yesterday
 * comes first: its last span may run into today. *cut: the days after that end aren't known. */
static int64_t find_end(const struct timeline *line, bool *cut)
{
    int64_t end = -1;
    *cut = false;
    for (int offset = -HOURS_DAYS_BACK; offset <= ROUND_DAYS + 1; offset++) {
        struct hours_day day;
        int64_t midnight = offset * MINUTES_PER_DAY;
        if (calendar_day(&day, &line->calendar, offset) != DAY_TIMED) {
            *cut = end == midnight;
            if (offset >= 0)
                return end;
            continue;
        }
        for (size_t i = 0; i < day.count; i++) {
            int64_t opens = midnight + day.spans[i].opens_at;
            int64_t closes = midnight + day.spans[i].closes_at;
            int64_t reached = end == -1 ? line->now : end;
            if (shown(line, opens) <= reached && shown(line, closes) > reached)
                end = shown(line, closes);
        }
        if (offset >= 0 && end < midnight + MINUTES_PER_DAY)
            return end;
    }
    return end;
}

/* Sets the next opening, if one is known to come within the days that are looked at. */
static void find_next(struct hours_state *state, const struct timeline *line)
{
    for (int offset = 0; offset <= HOURS_DAYS_AHEAD; offset++) {
        struct hours_day day;
        if (calendar_day(&day, &line->calendar, offset) != DAY_TIMED)
            return;
        for (size_t i = 0; i < day.count; i++) {
            int64_t opens = offset * MINUTES_PER_DAY + day.spans[i].opens_at;
            int64_t closes = offset * MINUTES_PER_DAY + day.spans[i].closes_at;
            if (opens > line->now && shown(line, opens) < shown(line, closes)) {
                state->has_next = true;
                state->next_open = moment(line, opens);
                return;
            }
        }
    }
}

static struct hours_state open_state(const struct timeline *line, int64_t end, bool cut)
{
    struct hours_state state = { .kind = HOURS_OPEN };
    state.round_the_clock =
        end - line->now >= ROUND_DAYS * MINUTES_PER_DAY || (cut && calendar_is_day_and_night(&line->calendar, 0));
    if (state.round_the_clock)
        return state;
    state.closes_soon = minutes_left(line, end) <= SOON_MINUTES;
    state.until = moment(line, end);
    return state;
}

/* When no opening holds now. */
static enum hours_kind kind_of_today(const struct timeline *line)
{
    static const enum hours_kind kinds[] = { [DAY_UNKNOWN] = HOURS_UNKNOWN,
                                             [DAY_TIMED] = HOURS_CLOSED,
                                             [DAY_BY_APPOINTMENT] = HOURS_BY_APPOINTMENT };
    struct hours_day today;
    return kinds[calendar_day(&today, &line->calendar, 0)];
}

struct hours_state hours_at(const struct hours *hours, struct civil now)
{
    struct timeline line;
    bool cut;
    timeline_open(&line, hours, now);
    int64_t end = find_end(&line, &cut);
    if (end != -1)
        return open_state(&line, end, cut);
    struct hours_state state = { .kind = kind_of_today(&line) };
    if (state.kind == HOURS_CLOSED)
        find_next(&state, &line);
    return state;
}

enum hours_kind hours_kind_at(const struct hours *hours, struct civil now)
{
    struct timeline line;
    bool cut;
    timeline_open(&line, hours, now);
    return find_end(&line, &cut) != -1 ? HOURS_OPEN : kind_of_today(&line);
}

/* The days ahead that are not as in the regular week, up to the first that is not known. */
static void add_dates(struct hours_week *week, const struct calendar *calendar)
{
    for (int offset = 0; offset < HOURS_DAYS_AHEAD; offset++) {
        struct hours_day day;
        int64_t number = calendar->today + offset;
        if (calendar_day(&day, calendar, offset) != DAY_TIMED)
            return;
        if (!hours_day_equal(&day, &week->days[weekday_of(number)]))
            week->dates[week->date_count++] = (struct hours_date){ civil_from_days(number), day };
    }
}

struct hours_week hours_week(const struct hours *hours, struct civil now)
{
    struct calendar calendar;
    struct hours_week week = { 0 };
    calendar_open(&calendar, hours, day_of(now));
    if (calendar_day(&week.today, &calendar, 0) != DAY_TIMED)
        return week;
    week.known = true;
    week.regular = calendar_week(week.days, &calendar);
    if (!week.regular)
        memset(week.days, 0, sizeof(week.days));
    add_dates(&week, &calendar);
    return week;
}
