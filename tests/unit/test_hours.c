#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/hours.h"

#define NOVEMBER(day) civil_days(2026, 11, (day))

#define EVERY_DAY "MO,TU,WE,TH,FR,SA,SU"
#define TIME(hour, minute) ((hour)*60 + (minute))
#define WEEKLY(days, from, to)                                                                                         \
    {                                                                                                                  \
        .freq = "WEEKLY", .byday = (days), .interval = -1, .count = -1, .opens_at = (from), .closes_at = (to)          \
    }

/* November 2026: the 23rd is a Monday. */
static struct civil november(int day, int hour, int minute)
{
    struct civil out = civil_from_days(civil_days(2026, 11, day));
    out.hour = hour;
    out.minute = minute;
    return out;
}

static struct hours_state at(const struct schedule *rows, size_t count, struct civil now)
{
    struct hours hours = { rows, count, NULL, 0 };
    return hours_at(&hours, now);
}

static struct hours_state with_closure(struct schedule row, struct closure closure, struct civil now)
{
    struct hours hours = { &row, 1, &closure, 1 };
    return hours_at(&hours, now);
}

static enum hours_kind kind_of(struct schedule row, struct civil now)
{
    return at(&row, 1, now).kind;
}

static void assert_moment(struct civil moment, int month, int day, int hour, int minute)
{
    assert_int_equal(moment.month, month);
    assert_int_equal(moment.day, day);
    assert_int_equal(moment.hour, hour);
    assert_int_equal(moment.minute, minute);
    assert_int_equal(moment.weekday, civil_from_days(civil_days(moment.year, month, day)).weekday);
}

static void no_rows_are_not_known(void **state)
{
    (void)state;
    assert_int_equal(at(NULL, 0, november(24, 10, 0)).kind, HOURS_UNKNOWN);
}

static void a_door_opens_at_its_minute_and_is_closed_at_its_minute(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("TU", TIME(9, 0), TIME(17, 30));
    assert_int_equal(kind_of(row, november(24, 8, 59)), HOURS_CLOSED);
    assert_int_equal(kind_of(row, november(24, 9, 0)), HOURS_OPEN);
    assert_int_equal(kind_of(row, november(24, 17, 29)), HOURS_OPEN);
    assert_int_equal(kind_of(row, november(24, 17, 30)), HOURS_CLOSED);
    assert_int_equal(kind_of(row, november(25, 10, 0)), HOURS_CLOSED);
}

static void an_open_door_tells_until_when(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("TU", TIME(9, 0), TIME(17, 30));
    struct hours_state open = at(&row, 1, november(24, 12, 0));
    assert_moment(open.until, 11, 24, 17, 30);
    assert_false(open.closes_soon);
    assert_false(open.round_the_clock);
    assert_false(open.has_next);
}

static void a_door_closes_soon_in_its_last_half_hour(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("TU", TIME(9, 0), TIME(17, 30));
    assert_false(at(&row, 1, november(24, 16, 59)).closes_soon);
    assert_true(at(&row, 1, november(24, 17, 0)).closes_soon);
}

static void a_lunch_break_is_two_rows(void **state)
{
    (void)state;
    const struct schedule rows[] = { WEEKLY("TU", TIME(14, 0), TIME(18, 0)), WEEKLY("TU", TIME(9, 0), TIME(12, 0)) };
    struct hours_state lunch = at(rows, 2, november(24, 12, 30));
    assert_int_equal(lunch.kind, HOURS_CLOSED);
    assert_true(lunch.has_next);
    assert_moment(lunch.next_open, 11, 24, 14, 0);
    assert_moment(at(rows, 2, november(24, 10, 0)).until, 11, 24, 12, 0);
}

static void a_closed_door_opens_next_week_at_the_latest_weekday(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("TU", TIME(9, 0), TIME(17, 30));
    assert_moment(at(&row, 1, november(24, 18, 0)).next_open, 12, 1, 9, 0);
}

static void hours_past_midnight_belong_to_the_evening_before(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("FR", TIME(20, 0), TIME(2, 0));
    struct hours_state night = at(&row, 1, november(28, 1, 45));
    assert_int_equal(night.kind, HOURS_OPEN);
    assert_true(night.closes_soon);
    assert_moment(night.until, 11, 28, 2, 0);
    assert_int_equal(kind_of(row, november(27, 1, 45)), HOURS_CLOSED);
    assert_int_equal(kind_of(row, november(28, 2, 0)), HOURS_CLOSED);
    assert_moment(at(&row, 1, november(27, 23, 0)).until, 11, 28, 2, 0);
}

static void sunday_night_runs_into_monday(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("SU", TIME(22, 0), TIME(6, 0));
    assert_int_equal(kind_of(row, november(23, 5, 0)), HOURS_OPEN);
}

static void a_whole_day_is_written_in_two_ways(void **state)
{
    (void)state;
    static const int ends[] = { 0, TIME(23, 59), TIME(24, 0) };
    for (size_t i = 0; i < COUNT(ends); i++) {
        const struct schedule row = WEEKLY("TU", 0, ends[i]);
        struct hours_state day = at(&row, 1, november(24, 23, 59));
        assert_int_equal(day.kind, HOURS_OPEN);
        assert_moment(day.until, 11, 25, 0, 0);
    }
}

static void every_whole_day_is_round_the_clock(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY(EVERY_DAY, 0, TIME(23, 59));
    struct hours_state open = at(&row, 1, november(24, 23, 45));
    assert_int_equal(open.kind, HOURS_OPEN);
    assert_true(open.round_the_clock);
    assert_false(open.closes_soon);
}

static void whole_weekdays_end_on_saturday(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("MO,TU,WE,TH,FR", 0, 0);
    struct hours_state open = at(&row, 1, november(24, 12, 0));
    assert_false(open.round_the_clock);
    assert_moment(open.until, 11, 28, 0, 0);
}

static void rows_that_touch_or_are_the_same_are_one_opening(void **state)
{
    (void)state;
    const struct schedule rows[] = { WEEKLY("TU", TIME(12, 0), TIME(18, 0)), WEEKLY("TU", TIME(9, 0), TIME(12, 0)),
                                     WEEKLY("TU", TIME(18, 0), TIME(19, 0)), WEEKLY("TU", TIME(9, 0), TIME(12, 0)) };
    struct hours hours = { rows, COUNT(rows), NULL, 0 };
    assert_moment(hours_at(&hours, november(24, 10, 0)).until, 11, 24, 19, 0);
    struct hours_week week = hours_week(&hours, november(24, 10, 0));
    assert_int_equal(week.days[1].count, 1);
    assert_int_equal(week.days[1].spans[0].opens_at, TIME(9, 0));
    assert_int_equal(week.days[1].spans[0].closes_at, TIME(19, 0));
}

static void rows_that_overlap_contradict_each_other_on_their_days(void **state)
{
    (void)state;
    const struct schedule rows[] = { WEEKLY("MO,TU", TIME(9, 0), TIME(12, 0)), WEEKLY("TU", TIME(9, 0), TIME(17, 0)) };
    struct hours hours = { rows, COUNT(rows), NULL, 0 };
    assert_int_equal(hours_at(&hours, november(24, 10, 0)).kind, HOURS_UNKNOWN);
    assert_int_equal(hours_at(&hours, november(23, 10, 0)).kind, HOURS_OPEN);
    assert_false(hours_at(&hours, november(23, 12, 0)).has_next);
    struct hours_conflict conflict = hours_find_conflict(&hours, NOVEMBER(1));
    assert_int_equal(conflict.kind, HOURS_OVERLAP);
    assert_int_equal(conflict.day, NOVEMBER(3));
    assert_int_equal(conflict.row, 1);
    assert_int_equal(conflict.other, 0);
}

static void rows_that_say_nothing_certain_are_not_known(void **state)
{
    (void)state;
    const struct schedule good = WEEKLY("TU", TIME(9, 0), TIME(18, 0));
    struct schedule rows[16];
    size_t count = 0;
    for (size_t i = 0; i < COUNT(rows); i++)
        rows[i] = good;
    rows[count++].byday = "2TU";
    rows[count++].byday = "-1FR";
    rows[count++].byday = NULL;
    rows[count++].byday = "";
    rows[count++].byday = "Monday - Friday";
    rows[count++].byday = "MO,,TU";
    rows[count++].freq = "YEARLY";
    rows[count++].freq = "DAILY";
    rows[count++].interval = 2;
    rows[count++].interval = 0;
    rows[count++].bymonthday = "1,15";
    rows[count++].count = 10;
    rows[count++].until = "next year";
    rows[count++].opens_at = TIME(25, 0);
    rows[count++].closes_at = -1;
    rows[count].count = 3;
    rows[count++].until = "2027-01-01";
    assert_int_equal(count, COUNT(rows));
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(kind_of(rows[i], november(24, 10, 0)), HOURS_UNKNOWN);
        struct hours hours = { &rows[i], 1, NULL, 0 };
        assert_false(hours_week(&hours, november(24, 10, 0)).known);
    }
}

static void one_row_that_is_not_known_makes_all_not_known(void **state)
{
    (void)state;
    const struct schedule rows[] = { WEEKLY("TU", TIME(9, 0), TIME(18, 0)), WEEKLY("2SA", TIME(9, 0), TIME(12, 0)) };
    assert_int_equal(at(rows, 2, november(24, 10, 0)).kind, HOURS_UNKNOWN);
}

static void words_of_rules_may_be_lower_case_and_spaced(void **state)
{
    (void)state;
    struct schedule row = WEEKLY(" mo, tu ", TIME(9, 0), TIME(18, 0));
    row.freq = "weekly";
    row.interval = 1;
    assert_int_equal(kind_of(row, november(24, 10, 0)), HOURS_OPEN);
    row.freq = NULL;
    assert_int_equal(kind_of(row, november(24, 10, 0)), HOURS_OPEN);
}

static void words_without_times_mean_by_appointment(void **state)
{
    (void)state;
    const struct schedule words = { .interval = -1, .count = -1, .opens_at = -1, .closes_at = -1, .described = true };
    const struct schedule rows[] = { words, WEEKLY("TU", TIME(9, 0), TIME(18, 0)) };
    assert_int_equal(at(rows, 1, november(24, 10, 0)).kind, HOURS_BY_APPOINTMENT);
    assert_int_equal(at(rows, 2, november(24, 10, 0)).kind, HOURS_OPEN);
}

static void a_row_with_neither_times_nor_words_is_not_known(void **state)
{
    (void)state;
    const struct schedule row = { .byday = "TU", .interval = -1, .count = -1, .opens_at = -1, .closes_at = -1 };
    assert_int_equal(kind_of(row, november(24, 10, 0)), HOURS_UNKNOWN);
}

static void hours_past_their_date_of_trust_are_not_known(void **state)
{
    (void)state;
    struct schedule row = WEEKLY("TU", TIME(9, 0), TIME(18, 0));
    row.valid_to = "2026-11-23";
    assert_int_equal(kind_of(row, november(24, 10, 0)), HOURS_UNKNOWN);
    row.valid_to = "2026-11-24Z";
    assert_int_equal(kind_of(row, november(24, 10, 0)), HOURS_OPEN);
    assert_false(at(&row, 1, november(24, 19, 0)).has_next);
}

static void a_later_season_takes_the_place_of_an_earlier_one(void **state)
{
    (void)state;
    struct schedule rows[] = { WEEKLY("TU", TIME(8, 0), TIME(20, 0)), WEEKLY("TU", TIME(10, 0), TIME(16, 0)) };
    rows[0].valid_to = "2026-09-30";
    rows[1].valid_from = "2026-10-01";
    assert_moment(at(rows, 2, november(24, 12, 0)).until, 11, 24, 16, 0);
    rows[1].valid_from = "2026-12-01";
    assert_int_equal(at(rows, 2, november(24, 12, 0)).kind, HOURS_UNKNOWN);
}

static void a_row_that_has_ended_is_left_out(void **state)
{
    (void)state;
    struct schedule rows[] = { WEEKLY("TU", TIME(9, 0), TIME(18, 0)), WEEKLY("TU", TIME(9, 0), TIME(12, 0)) };
    rows[0].until = "2026-11-17";
    assert_moment(at(rows, 2, november(24, 10, 0)).until, 11, 24, 12, 0);
    rows[0].byday = "2TU";
    assert_moment(at(rows, 2, november(24, 10, 0)).until, 11, 24, 12, 0);
    assert_int_equal(at(rows, 1, november(24, 10, 0)).kind, HOURS_UNKNOWN);
}

static void the_next_opening_follows_rows_that_begin_later(void **state)
{
    (void)state;
    struct schedule rows[] = { WEEKLY("TU", TIME(9, 0), TIME(12, 0)), WEEKLY("TH", TIME(15, 0), TIME(18, 0)) };
    rows[0].until = "2026-11-24";
    rows[1].dtstart = "2026-11-25T00:00:00Z";
    assert_moment(at(rows, 2, november(24, 13, 0)).next_open, 11, 26, 15, 0);
}

static void a_closure_shuts_the_door_and_moves_the_next_opening(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("TU,WE,TH", TIME(9, 0), TIME(18, 0));
    const struct closure closure = { NOVEMBER(24), NOVEMBER(25), .general = true };
    struct hours_state closed = with_closure(row, closure, november(24, 10, 0));
    assert_int_equal(closed.kind, HOURS_CLOSED);
    assert_moment(closed.next_open, 11, 26, 9, 0);
    assert_int_equal(with_closure(row, closure, november(26, 10, 0)).kind, HOURS_OPEN);
}

static void a_public_holiday_does_not_shut_what_is_open_day_and_night(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY(EVERY_DAY, 0, 0);
    const struct closure holiday = { NOVEMBER(24), NOVEMBER(24), .general = true };
    const struct closure own = { NOVEMBER(24), NOVEMBER(24), .general = false };
    assert_true(with_closure(row, holiday, november(24, 10, 0)).round_the_clock);
    struct hours_state closed = with_closure(row, own, november(24, 10, 0));
    assert_int_equal(closed.kind, HOURS_CLOSED);
    assert_moment(closed.next_open, 11, 25, 0, 0);
    struct hours_state before = with_closure(row, own, november(22, 10, 0));
    assert_false(before.round_the_clock);
    assert_moment(before.until, 11, 24, 0, 0);
}

static void a_closure_leaves_the_night_before_open(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("MO,TU", TIME(20, 0), TIME(2, 0));
    const struct closure closure = { NOVEMBER(24), NOVEMBER(24), .general = true };
    assert_int_equal(with_closure(row, closure, november(24, 1, 0)).kind, HOURS_OPEN);
    assert_int_equal(with_closure(row, closure, november(24, 21, 0)).kind, HOURS_CLOSED);
}

static void a_closure_of_its_own_is_known_even_when_hours_are_not(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("2TU", TIME(9, 0), TIME(18, 0));
    const struct closure own = { NOVEMBER(24), NOVEMBER(24), .general = false };
    const struct closure holiday = { NOVEMBER(24), NOVEMBER(24), .general = true };
    assert_int_equal(with_closure(row, own, november(24, 10, 0)).kind, HOURS_CLOSED);
    assert_int_equal(with_closure(row, holiday, november(24, 10, 0)).kind, HOURS_UNKNOWN);
}

static void a_closure_longer_than_a_fortnight_has_no_next_opening(void **state)
{
    (void)state;
    const struct schedule row = WEEKLY("TU", TIME(9, 0), TIME(18, 0));
    const struct closure closure = { NOVEMBER(1), civil_days(2026, 12, 31), .general = false };
    assert_false(with_closure(row, closure, november(24, 10, 0)).has_next);
}

static void the_week_is_sorted_and_ignores_closures(void **state)
{
    (void)state;
    const struct schedule rows[] = { WEEKLY("MO,TU", TIME(14, 0), TIME(18, 0)), WEEKLY("MO", TIME(9, 0), TIME(12, 0)),
                                     WEEKLY("SA", TIME(20, 0), TIME(2, 0)) };
    const struct closure closure = { NOVEMBER(23), NOVEMBER(30), .general = false };
    struct hours hours = { rows, COUNT(rows), &closure, 1 };
    struct hours_week week = hours_week(&hours, november(24, 10, 0));
    assert_true(week.known);
    assert_int_equal(week.days[0].count, 2);
    assert_int_equal(week.days[0].spans[0].opens_at, TIME(9, 0));
    assert_int_equal(week.days[0].spans[1].opens_at, TIME(14, 0));
    assert_int_equal(week.days[1].count, 1);
    assert_int_equal(week.days[5].spans[0].closes_at, TIME(26, 0));
    assert_int_equal(week.days[6].count, 0);
}

static void days_that_differ_from_the_week_are_told_with_their_dates(void **state)
{
    (void)state;
    const struct schedule rows[] = { WEEKLY("MO,TU", TIME(9, 0), TIME(12, 0)),
                                     { .freq = "MONTHLY",
                                       .byday = "-1FR",
                                       .interval = -1,
                                       .count = -1,
                                       .opens_at = TIME(14, 0),
                                       .closes_at = TIME(17, 0) } };
    const struct closure closures[] = { { NOVEMBER(24), NOVEMBER(24), .general = true },
                                        { NOVEMBER(30), NOVEMBER(30), .opens = true, .opens_at = 600,
                                          .closes_at = 660 } };
    struct hours hours = { rows, COUNT(rows), closures, COUNT(closures) };
    struct hours_week week = hours_week(&hours, november(24, 10, 0));
    assert_true(week.known && week.regular);
    assert_int_equal(week.days[1].count, 1);
    assert_int_equal(week.days[4].count, 0);
    assert_int_equal(week.today.count, 0);
    assert_int_equal(week.date_count, 3);
    assert_int_equal(week.dates[0].date.day, 24);
    assert_int_equal(week.dates[0].day.count, 0);
    assert_int_equal(week.dates[1].date.day, 27);
    assert_int_equal(week.dates[1].day.spans[0].opens_at, TIME(14, 0));
    assert_int_equal(week.dates[2].date.day, 30);
    assert_int_equal(week.dates[2].day.spans[0].opens_at, TIME(10, 0));
    hours.schedules = &rows[1];
    hours.schedule_count = 1;
    week = hours_week(&hours, november(24, 10, 0));
    assert_true(week.known && !week.regular);
    assert_int_equal(week.date_count, 2);
}

static void more_spans_than_a_day_can_show_are_not_known(void **state)
{
    (void)state;
    struct schedule rows[HOURS_SPANS_MAX + 1];
    for (int i = 0; i <= HOURS_SPANS_MAX; i++)
        rows[i] = (struct schedule)WEEKLY("TU", TIME(8 + i, 0), TIME(8 + i, 30));
    assert_int_equal(at(rows, HOURS_SPANS_MAX, november(24, 8, 10)).kind, HOURS_OPEN);
    assert_int_equal(at(rows, HOURS_SPANS_MAX + 1, november(24, 8, 10)).kind, HOURS_UNKNOWN);
}

static void hundreds_of_rows_are_not_known(void **state)
{
    (void)state;
    struct schedule rows[200];
    for (size_t i = 0; i < COUNT(rows); i++)
        rows[i] = (struct schedule)WEEKLY("TU", TIME(8, 0), TIME(18, 0));
    assert_int_equal(at(rows, COUNT(rows), november(24, 8, 10)).kind, HOURS_UNKNOWN);
}

/* Minute by minute through a fortnight: what is said of the future must come true. */
static void what_is_foretold_comes_true(void **state)
{
    (void)state;
    struct schedule rows[] = { WEEKLY("MO,WE,FR", TIME(9, 0), TIME(12, 0)), WEEKLY("SA", TIME(21, 0), TIME(3, 0)),
                               WEEKLY("TU", 0, 0), WEEKLY("WE", 0, TIME(9, 0)) };
    const struct closure closures[] = { { NOVEMBER(27), NOVEMBER(27), .general = true },
                                        { civil_days(2026, 12, 1), civil_days(2026, 12, 2), .general = false } };
    struct hours hours = { rows, COUNT(rows), closures, COUNT(closures) };
    struct civil next = { 0 };
    struct civil until = { 0 };
    for (int minute = 0; minute < 14 * 1440; minute++) {
        struct civil now = november(22, 0, 0);
        now = civil_from_days(civil_days(2026, 11, 22) + minute / 1440);
        now.hour = minute % 1440 / 60;
        now.minute = minute % 60;
        struct hours_state said = hours_at(&hours, now);
        bool is_next = next.day == now.day && next.hour == now.hour && next.minute == now.minute;
        bool is_end = until.day == now.day && until.hour == now.hour && until.minute == now.minute;
        if (said.kind == HOURS_OPEN) {
            assert_true(until.day != 0 ? !is_end : (next.day == 0 || is_next));
            until = said.until;
            next = (struct civil){ 0 };
        } else {
            assert_true(next.day != 0 ? !is_next : (until.day == 0 || is_end));
            next = said.next_open;
            until = (struct civil){ 0 };
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_rows_are_not_known),
        cmocka_unit_test(a_door_opens_at_its_minute_and_is_closed_at_its_minute),
        cmocka_unit_test(an_open_door_tells_until_when),
        cmocka_unit_test(a_door_closes_soon_in_its_last_half_hour),
        cmocka_unit_test(a_lunch_break_is_two_rows),
        cmocka_unit_test(a_closed_door_opens_next_week_at_the_latest_weekday),
        cmocka_unit_test(hours_past_midnight_belong_to_the_evening_before),
        cmocka_unit_test(sunday_night_runs_into_monday),
        cmocka_unit_test(a_whole_day_is_written_in_two_ways),
        cmocka_unit_test(every_whole_day_is_round_the_clock),
        cmocka_unit_test(whole_weekdays_end_on_saturday),
        cmocka_unit_test(rows_that_touch_or_are_the_same_are_one_opening),
        cmocka_unit_test(rows_that_overlap_contradict_each_other_on_their_days),
        cmocka_unit_test(rows_that_say_nothing_certain_are_not_known),
        cmocka_unit_test(one_row_that_is_not_known_makes_all_not_known),
        cmocka_unit_test(words_of_rules_may_be_lower_case_and_spaced),
        cmocka_unit_test(words_without_times_mean_by_appointment),
        cmocka_unit_test(a_row_with_neither_times_nor_words_is_not_known),
        cmocka_unit_test(hours_past_their_date_of_trust_are_not_known),
        cmocka_unit_test(a_later_season_takes_the_place_of_an_earlier_one),
        cmocka_unit_test(a_row_that_has_ended_is_left_out),
        cmocka_unit_test(the_next_opening_follows_rows_that_begin_later),
        cmocka_unit_test(a_closure_shuts_the_door_and_moves_the_next_opening),
        cmocka_unit_test(a_public_holiday_does_not_shut_what_is_open_day_and_night),
        cmocka_unit_test(a_closure_leaves_the_night_before_open),
        cmocka_unit_test(a_closure_of_its_own_is_known_even_when_hours_are_not),
        cmocka_unit_test(a_closure_longer_than_a_fortnight_has_no_next_opening),
        cmocka_unit_test(the_week_is_sorted_and_ignores_closures),
        cmocka_unit_test(days_that_differ_from_the_week_are_told_with_their_dates),
        cmocka_unit_test(more_spans_than_a_day_can_show_are_not_known),
        cmocka_unit_test(hundreds_of_rows_are_not_known),
        cmocka_unit_test(what_is_foretold_comes_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
