/* Opening hours of random schedules against a slow reading of the same (support/slow_hours). HOURS_SEED in the
 * environment repeats one run; a failure says its seed and the rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/hours_case.h"
#include "support/slow_hours.h"

#include <stdlib.h>
#include <string.h>

#define SCHEDULES 400
#define MOMENTS 60

struct dice {
    uint64_t state;
};

/* xorshift64* (S. Vigna, An experimental exploration of Marsaglia's xorshift generators, scrambled, 2016) */
static int roll(struct dice *dice, int sides)
{
    dice->state ^= dice->state >> 12;
    dice->state ^= dice->state << 25;
    dice->state ^= dice->state >> 27;
    return (int)((dice->state * 0x2545F4914F6CDD1Du >> 33) % (uint64_t)sides);
}

static const char *const day_names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

struct draw {
    struct dice dice;
    struct arena *arena;
    int64_t today;
    struct slow_row rows[4];
    struct slow_closure closures[4];
    struct slow_hours slow;
    const char *rows_text;
    const char *closures_text;
};

static const char *date_text(struct arena *arena, int64_t day)
{
    struct civil date = civil_from_days(day);
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static const char *with_date(struct draw *draw, const char *text, const char *key, int64_t day)
{
    return day ? arena_printf(draw->arena, "%s %s=%s", text, key, date_text(draw->arena, day)) : text;
}

/* Half of them near the nights on which clocks change, or around a New Year or a leap day. */
static int64_t draw_today(struct dice *dice)
{
    static const int special[][3] = { { 2027, 3, 28 }, { 2027, 10, 31 }, { 2028, 2, 29 }, { 2026, 12, 31 } };
    if (roll(dice, 2) == 0)
        return civil_days(2024, 1, 1) + roll(dice, 2500);
    const int *date = special[roll(dice, 4)];
    return civil_days(date[0], date[1], date[2]) + (roll(dice, 3) > 0 ? roll(dice, 3) - 1 : roll(dice, 16) - 14);
}

static void draw_times(struct dice *dice, int *opens_at, int *closes_at)
{
    static const int times[] = { 0,   30,  60,  90,  120, 135,  150,  165,  180,  195,  240, 480,
                                 540, 600, 720, 750, 840, 1020, 1080, 1200, 1320, 1410, 1439 };
    *opens_at = times[roll(dice, COUNT(times) - 1)];
    *closes_at = times[roll(dice, COUNT(times))];
}

static const char *draw_monthly(struct draw *draw, struct slow_row *row, const char *text)
{
    int count = 1 + roll(&draw->dice, 3);
    bool by_date = roll(&draw->dice, 2) == 0;
    for (int i = 0; i < count; i++) {
        const char *before = i > 0 ? "," : by_date ? " bymonthday=" : " byday=";
        int weekday = roll(&draw->dice, 7);
        int number = by_date ? roll(&draw->dice, 63) - 31 : roll(&draw->dice, 11) - 5;
        if (by_date) {
            number = number == 0 ? 1 : number;
            row->month_days[31 + number] = true;
            text = arena_printf(draw->arena, "%s%s%d", text, before, number);
            continue;
        }
        row->days[weekday][5 + number] = true;
        text = number == 0 ? arena_printf(draw->arena, "%s%s%s", text, before, day_names[weekday])
                           : arena_printf(draw->arena, "%s%s%d%s", text, before, number, day_names[weekday]);
    }
    return text;
}

static const char *draw_weekly(struct draw *draw, struct slow_row *row, const char *text)
{
    unsigned set = roll(&draw->dice, 3) == 0 ? 127 : 1 + (unsigned)roll(&draw->dice, 127);
    const char *before = " byday=";
    for (size_t i = 0; i < 7; i++) {
        if ((set & 1u << i) == 0)
            continue;
        row->days[i][5] = true;
        text = arena_printf(draw->arena, "%s%s%s", text, before, day_names[i]);
        before = ",";
    }
    return text;
}

/* A dtstart that COUNT can count from. */
static int64_t first_day(const struct slow_row *row, int64_t from)
{
    for (int64_t day = from; day < from + 200; day++) {
        if (slow_names(row, day))
            return day;
    }
    return 0;
}

static const char *draw_steps(struct draw *draw, struct slow_row *row, const char *text)
{
    struct dice *dice = &draw->dice;
    int64_t start = draw->today - roll(dice, 400);
    row->interval = roll(dice, 2) == 0 ? 1 + roll(dice, 5) : 0;
    row->wkst = row->interval > 0 && roll(dice, 2) == 0 ? roll(dice, 7) : 0;
    row->count = roll(dice, 3) == 0 ? 1 + roll(dice, 60) : 0;
    row->dtstart = row->count ? first_day(row, start) : start;
    if (row->dtstart == 0)
        row->count = 0, row->dtstart = start;
    if (!row->count && roll(dice, 4) == 0)
        row->until = draw->today - 3 + roll(dice, 20);
    if (row->until && row->until < row->dtstart)
        row->until = row->dtstart;
    if (row->interval)
        text = arena_printf(draw->arena, "%s interval=%d wkst=%s", text, row->interval, day_names[row->wkst]);
    if (row->count)
        text = arena_printf(draw->arena, "%s count=%d", text, row->count);
    return with_date(draw, with_date(draw, text, "dtstart", row->dtstart), "until", row->until);
}

/* What a rule must not say. */
static const char *const wrongs[] = { "freq=DAILY",
                                      "freq=WEEKLY byday=2TU",
                                      "freq=MONTHLY byday=TU bymonthday=3",
                                      "freq=MONTHLY bymonthday=32",
                                      "byday=MO interval=2",
                                      "byday=MO count=0 dtstart=2020-01-06",
                                      "byday=MO count=2 until=2030-01-01 dtstart=2020-01-06",
                                      "byday=XX" };

static const char *draw_row(struct draw *draw, struct slow_row *row)
{
    struct dice *dice = &draw->dice;
    const char *text = "";
    *row = (struct slow_row){ 0 };
    if (roll(dice, 25) == 0) {
        row->is_wrong = true;
        text = arena_printf(draw->arena, "%s 09:00-10:00", wrongs[roll(dice, COUNT(wrongs))]);
        if (strstr(text, "dtstart=2020-01-06"))
            row->dtstart = civil_days(2020, 1, 6);
        if (strstr(text, "until=2030-01-01"))
            row->until = civil_days(2030, 1, 1);
    } else if (roll(dice, 12) == 0) {
        row->is_worded = true;
        text = "words";
    } else {
        row->monthly = roll(dice, 3) == 0;
        draw_times(dice, &row->opens_at, &row->closes_at);
        text = arena_printf(draw->arena, "freq=%s %02d:%02d-%02d:%02d", row->monthly ? "MONTHLY" : "WEEKLY",
                            row->opens_at / 60, row->opens_at % 60, row->closes_at / 60, row->closes_at % 60);
        text = row->monthly ? draw_monthly(draw, row, text) : draw_weekly(draw, row, text);
        if (roll(dice, 2) == 0)
            text = draw_steps(draw, row, text);
    }
    row->from = roll(dice, 6) == 0 ? draw->today - 10 + roll(dice, 20) : 0;
    row->to = roll(dice, 6) == 0 ? (row->from ? row->from : draw->today) + roll(dice, 20) : 0;
    return with_date(draw, with_date(draw, text, "from", row->from), "to", row->to);
}

static const char *draw_closure(struct draw *draw, struct slow_closure *closure)
{
    struct dice *dice = &draw->dice;
    closure->first = draw->today - 5 + roll(dice, 18);
    closure->last = closure->first + (roll(dice, 2) == 0 ? 0 : roll(dice, 10));
    closure->own = roll(dice, 2) == 0;
    closure->opens = closure->own && roll(dice, 2) == 0;
    draw_times(dice, &closure->opens_at, &closure->closes_at);
    const char *text = arena_printf(draw->arena, "%s%s..%s", closure->own ? "own " : "",
                                    date_text(draw->arena, closure->first), date_text(draw->arena, closure->last));
    if (!closure->opens)
        return text;
    return arena_printf(draw->arena, "%s %02d:%02d-%02d:%02d", text, closure->opens_at / 60, closure->opens_at % 60,
                        closure->closes_at / 60, closure->closes_at % 60);
}

static void draw_all(struct draw *draw)
{
    draw->today = draw_today(&draw->dice);
    draw->slow = (struct slow_hours){ .rows = draw->rows, .closures = draw->closures };
    draw->slow.row_count = (size_t)roll(&draw->dice, COUNT(draw->rows) + 1);
    draw->slow.closure_count = (size_t)(roll(&draw->dice, 2) * roll(&draw->dice, COUNT(draw->closures) + 1));
    draw->rows_text = draw->closures_text = "";
    for (size_t i = 0; i < draw->slow.row_count; i++)
        draw->rows_text =
            arena_printf(draw->arena, "%s%s%s", draw->rows_text, i > 0 ? "|" : "", draw_row(draw, &draw->rows[i]));
    for (size_t i = 0; i < draw->slow.closure_count; i++)
        draw->closures_text = arena_printf(draw->arena, "%s%s%s", draw->closures_text, i > 0 ? "|" : "",
                                           draw_closure(draw, &draw->closures[i]));
}

static int64_t wall_of(struct civil when)
{
    return civil_days(when.year, when.month, when.day) * 1440 + when.hour * 60 + when.minute;
}

static const char *told(struct arena *arena, const struct hours_state *said)
{
    return arena_printf(arena, "kind %d soon %d always %d until %lld next %lld", said->kind, said->closes_soon,
                        said->round_the_clock,
                        said->kind == HOURS_OPEN && !said->round_the_clock ? (long long)wall_of(said->until) : 0,
                        said->has_next ? (long long)wall_of(said->next_open) : 0);
}

static struct hours_state read_open(const struct slow_walk *walk, int minute)
{
    struct hours_state out = { .kind = HOURS_OPEN };
    int end = minute;
    while (end < SLOW_DAYS * 1440 && walk->at[end] == SLOW_OPEN)
        end++;
    int64_t wall_left = end < SLOW_DAYS * 1440 ? walk->wall[end] - walk->wall[minute] : INT64_MAX;
    bool cut = end < SLOW_DAYS * 1440 && walk->at[end] != SLOW_CLOSED && walk->wall[end] % 1440 == 0;
    out.round_the_clock = wall_left >= 7 * 1440 || (cut && walk->is_day_and_night);
    out.closes_soon = !out.round_the_clock && end - minute <= 30;
    if (!out.round_the_clock) {
        out.until = civil_from_days(walk->wall[end] / 1440);
        out.until.hour = (int)(walk->wall[end] % 1440 / 60);
        out.until.minute = (int)(walk->wall[end] % 60);
    }
    return out;
}

static struct hours_state read_walk(const struct slow_walk *walk, int minute)
{
    static const enum hours_kind kinds[] = {
        [SLOW_UNKNOWN] = HOURS_UNKNOWN, [SLOW_CLOSED] = HOURS_CLOSED, [SLOW_WORDS] = HOURS_BY_APPOINTMENT
    };
    if (walk->at[minute] == SLOW_OPEN)
        return read_open(walk, minute);
    struct hours_state out = { .kind = kinds[walk->at[minute]] };
    int64_t today = walk->wall[minute] / 1440;
    for (int at = minute; out.kind == HOURS_CLOSED && walk->wall[at] / 1440 <= today + HOURS_DAYS_AHEAD; at++) {
        if (walk->at[at] == SLOW_UNKNOWN || walk->at[at] == SLOW_WORDS)
            break;
        if (walk->at[at] != SLOW_OPEN)
            continue;
        out.has_next = true;
        out.next_open = civil_from_days(walk->wall[at] / 1440);
        out.next_open.hour = (int)(walk->wall[at] % 1440 / 60);
        out.next_open.minute = (int)(walk->wall[at] % 60);
        break;
    }
    return out;
}

static int draw_minute(struct draw *draw, const struct slow_walk *walk)
{
    int minute = 1440 + 180 + roll(&draw->dice, 2 * 1440);
    if (roll(&draw->dice, 3) > 0)
        return minute;
    while (minute < 4 * 1440 && walk->at[minute] == walk->at[minute - 1])
        minute++;
    return minute - roll(&draw->dice, 2);
}

static size_t check_draw(struct draw *draw, const struct zone *zone, struct slow_walk *walk, uint64_t seed)
{
    struct hours hours = { 0 };
    size_t open = 0;
    assert_true(hours_case_schedules(&hours, str_of(draw->rows_text), draw->arena));
    slow_walk(walk, &draw->slow, zone, draw->today);
    for (int i = 0; i < MOMENTS; i++) {
        int minute = draw_minute(draw, walk);
        struct civil now = zone_civil(zone, walk->first_ms + (int64_t)minute * 60000);
        int64_t today = civil_days(now.year, now.month, now.day);
        assert_true(hours_case_closures(&hours, str_of(draw->closures_text), today, draw->arena));
        struct hours_state said = hours_at(&hours, now);
        struct hours_state slow = read_walk(walk, minute);
        const char *text = told(draw->arena, &said);
        if (strcmp(text, told(draw->arena, &slow)) != 0)
            fail_msg("HOURS_SEED=%llu: %s | %s at %s %02d:%02d%s (%lld): %s, but slowly %s", (unsigned long long)seed,
                     draw->rows_text, draw->closures_text, date_text(draw->arena, today), now.hour, now.minute,
                     now.shift.repeats_until ? " again" : "", (long long)wall_of(now), text, told(draw->arena, &slow));
        open += said.kind == HOURS_OPEN;
    }
    return open;
}

static void a_slow_reading_agrees_at_every_moment(void **state)
{
    (void)state;
    const char *given = getenv("HOURS_SEED");
    struct zone *zone = NULL;
    struct slow_walk *walk = malloc(sizeof(*walk));
    size_t open = 0;
    assert_non_null(walk);
    assert_true(zone_open(&zone, "Europe/Paris", NULL));
    for (uint64_t i = 0; i < (given ? 1 : SCHEDULES); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        uint64_t seed = given ? strtoull(given, NULL, 10) : i + 1;
        struct draw draw = { .dice = { seed * 0x9E3779B97F4A7C15u }, .arena = &arena };
        draw_all(&draw);
        open += check_draw(&draw, zone, walk, seed);
    }
    /* A test of doors that are always closed would say little. */
    assert_true(given || open > SCHEDULES * MOMENTS / 10);
    zone_close(zone);
    free(walk);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_slow_reading_agrees_at_every_moment) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
