/* Seasons as rows of schedules.csv and closures.csv. */
#include "base/list.h"
#include "publish/opening_seasons.h"

#define CLOSURES_MAX 64

static const struct opening_week *week_at(const struct opening_seasons *seasons, size_t at)
{
    return &seasons->weeks[seasons->at[at].week];
}

static bool is_closed(const struct opening_seasons *seasons, size_t at)
{
    return opening_week_is_closed(week_at(seasons, at));
}

static const char *date_text(struct arena *arena, const struct opening_seasons *seasons, int64_t day)
{
    const char *text = opening_date_text(arena, day);
    return seasons->yearly ? arena_printf(arena, "-%s", text + 4) : text; /* "--08-01" */
}

static void add_closure(struct opening_hours *out, struct arena *arena, const struct opening_seasons *seasons,
                        int64_t from, int64_t to)
{
    LIST_ROOM(arena, out->closures, out->closure_count);
    out->closures[out->closure_count++] =
        (struct opening_closure){ date_text(arena, seasons, from), from == to ? "" : date_text(arena, seasons, to) };
}

static void add_closures(struct opening_hours *out, struct arena *arena, const struct opening_seasons *seasons)
{
    size_t first = 0;
    size_t count = seasons->count;
    bool wraps = seasons->yearly && count > 1 && is_closed(seasons, 0) && is_closed(seasons, count - 1);
    if (wraps) {
        add_closure(out, arena, seasons, seasons->at[count - 1].from, seasons->at[0].to);
        first++;
        count--;
    }
    for (size_t i = first; i < count; i++) {
        if (is_closed(seasons, i))
            add_closure(out, arena, seasons, seasons->at[i].from, seasons->at[i].to);
    }
}

#define MONDAYS_MAX 170
#define RUNS_MAX 12

/* Weeks from Monday to Sunday, each so many days after the one before. */
struct run {
    int64_t first, last, step;
};

struct runs {
    struct run at[RUNS_MAX];
    size_t count;
};

/* The Mondays on which open weeks begin; 0 when these are not whole weeks. */
static size_t mondays_of(int64_t out[static MONDAYS_MAX], const struct opening_seasons *seasons)
{
    size_t count = 0;
    for (size_t i = 0; i < seasons->count; i++) {
        if (is_closed(seasons, i))
            continue;
        for (int64_t day = seasons->at[i].from; day <= seasons->at[i].to; day += 7) {
            if (weekday_of(day) != 0 || day + 6 > seasons->at[i].to || count == MONDAYS_MAX)
                return 0;
            out[count++] = day;
        }
    }
    return count;
}

/* "week 1-53/2" as one run for each year. False when the weeks are not of that kind. */
static bool find_runs(struct runs *out, const struct opening_seasons *seasons)
{
    int64_t mondays[MONDAYS_MAX];
    size_t count = mondays_of(mondays, seasons);
    out->count = 0;
    for (size_t i = 0; i < count;) {
        struct run run = { mondays[i], mondays[i], i + 1 < count ? mondays[i + 1] - mondays[i] : 14 };
        for (i++; i < count && mondays[i] - run.last == run.step; i++)
            run.last = mondays[i];
        if (run.step == 7 || out->count == RUNS_MAX)
            return false;
        out->at[out->count++] = run;
    }
    return out->count > 0;
}

static bool add_alternating(struct opening_hours *out, struct arena *arena, const struct opening_seasons *seasons)
{
    struct runs runs;
    size_t open = is_closed(seasons, 0) ? 1 : 0;
    if (seasons->count < 2 || is_closed(seasons, 0) == is_closed(seasons, 1) || !find_runs(&runs, seasons))
        return false;
    if (seasons->at[0].from < runs.at[0].first)
        add_closure(out, arena, seasons, seasons->at[0].from, runs.at[0].first - 1);
    for (size_t i = 0; i < runs.count; i++) {
        const struct run *run = &runs.at[i];
        bool ends = i + 1 == runs.count;
        int64_t next = ends ? seasons->at[seasons->count - 1].to + 1 : runs.at[i + 1].first;
        int64_t to = next < run->last + run->step ? next - 1 : run->last + run->step - 1;
        size_t before = out->count;
        opening_week_rows(out, arena, week_at(seasons, open), run->first, to, ends);
        for (size_t row = before; row < out->count; row++)
            out->rows[row].interval = arena_printf(arena, "%d", (int)(run->step / 7));
        if (to + 1 < next)
            add_closure(out, arena, seasons, to + 1, next - 1);
    }
    return true;
}

/* One row for as long as the same week comes back, closed days or not. */
static void add_dated(struct opening_hours *out, struct arena *arena, const struct opening_seasons *seasons)
{
    int64_t end = seasons->ends ? seasons->at[seasons->count - 1].to : INT64_MAX;
    for (size_t i = 0; i < seasons->count;) {
        size_t next = i + 1;
        size_t last = i;
        for (; next < seasons->count && (is_closed(seasons, next) || seasons->at[next].week == seasons->at[i].week);
             next++)
            last = is_closed(seasons, next) ? last : next;
        if (!is_closed(seasons, i)) {
            int64_t from = i == 0 || (i == 1 && is_closed(seasons, 0)) ? INT64_MIN : seasons->at[i].from;
            bool is_last = next == seasons->count;
            opening_week_rows(out, arena, week_at(seasons, i), from, is_last ? end : seasons->at[last].to, is_last);
        }
        i = is_closed(seasons, i) ? i + 1 : next;
    }
}

static bool has_numbers(const struct opening_seasons *seasons)
{
    for (size_t i = 0; i < seasons->week_count; i++) {
        for (size_t j = 0; j < seasons->weeks[i].count; j++) {
            for (size_t weekday = 0; weekday < 7; weekday++) {
                if (seasons->weeks[i].items[j].numbered[weekday] != 0)
                    return true;
            }
        }
    }
    return false;
}

const char *opening_seasons_rows(struct opening_hours *out, struct arena *arena, const struct opening_seasons *seasons)
{
    /* "2026 Jul 14": a row without an end would be open again when the closures are over. */
    if (!seasons->ends && !seasons->yearly && seasons->count > 1 && is_closed(seasons, seasons->count - 1))
        return "it is closed for good after a day, which rows can't say";
    if (seasons->ends && seasons->week_count == 2 && !has_numbers(seasons) && add_alternating(out, arena, seasons))
        return NULL;
    add_dated(out, arena, seasons);
    add_closures(out, arena, seasons);
    return out->closure_count > CLOSURES_MAX ? "it needs too many rows" : NULL;
}
