/* The city's wall clock. */
#include "text/zone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static int64_t moment(const char *text)
{
    int64_t at = 0;
    assert_true(clock_parse_rfc3339(&at, str_of(text)));
    return at;
}

static void summer_and_winter_have_their_offsets(void **state)
{
    (void)state;
    CLEANUP(zone_closep) struct zone *zone = NULL;
    assert_true(zone_open(&zone, "Europe/Paris", NULL));
    assert_int_equal(zone_offset_minutes(zone, moment("2026-01-15T12:00Z")), 60);
    assert_int_equal(zone_offset_minutes(zone, moment("2026-07-15T12:00Z")), 120);
    assert_int_equal(zone_offset_minutes(zone, moment("2026-03-29T00:59Z")), 60);
    assert_int_equal(zone_offset_minutes(zone, moment("2026-03-29T01:00Z")), 120);
}

static void the_wall_clock_shows_the_local_day(void **state)
{
    (void)state;
    CLEANUP(zone_closep) struct zone *zone = NULL;
    assert_true(zone_open(&zone, "Europe/Paris", NULL));
    struct civil civil = zone_civil(zone, moment("2026-12-31T23:30:15Z"));
    assert_int_equal(civil.year, 2027);
    assert_int_equal(civil.month, 1);
    assert_int_equal(civil.day, 1);
    assert_int_equal(civil.hour, 0);
    assert_int_equal(civil.minute, 30);
    assert_int_equal(civil.second, 15);
    assert_int_equal(civil.weekday, 5);
}

static void moments_before_1970_are_told_too(void **state)
{
    (void)state;
    CLEANUP(zone_closep) struct zone *zone = NULL;
    assert_true(zone_open(&zone, "UTC", NULL));
    struct civil civil = zone_civil(zone, -1);
    assert_int_equal(civil.year, 1969);
    assert_int_equal(civil.hour, 23);
    assert_int_equal(civil.second, 59);
    assert_int_equal(zone_civil(zone, moment("1400-06-01T00:00Z")).month, 6);
}

static void a_zone_of_half_hours_is_no_surprise(void **state)
{
    (void)state;
    CLEANUP(zone_closep) struct zone *zone = NULL;
    assert_true(zone_open(&zone, "Asia/Kathmandu", NULL));
    assert_int_equal(zone_offset_minutes(zone, moment("2026-01-15T12:00Z")), 345);
}

static void the_clock_says_how_it_is_put_forward_and_back(void **state)
{
    (void)state;
    CLEANUP(zone_closep) struct zone *zone = NULL;
    assert_true(zone_open(&zone, "Europe/Paris", NULL));
    int64_t march = civil_days(2027, 3, 28) * 1440, october = civil_days(2027, 10, 31) * 1440;
    struct civil before = zone_civil(zone, moment("2027-03-28T01:59:00+01:00"));
    assert_int_equal(before.shift.at, march + 120);
    assert_int_equal(before.shift.minutes, 60);
    assert_int_equal(zone_civil(zone, moment("2027-03-28T03:00:00+02:00")).shift.repeats_until, 0);
    struct civil first = zone_civil(zone, moment("2027-10-31T02:30:00+02:00"));
    assert_int_equal(first.shift.repeats_until, 0);
    assert_int_equal(first.shift.at, october + 180);
    assert_int_equal(first.shift.minutes, -60);
    struct civil second = zone_civil(zone, moment("2027-10-31T02:30:00+01:00"));
    assert_int_equal(second.hour, 2);
    assert_int_equal(second.shift.repeats_until, october + 180);
    assert_int_equal(second.shift.minutes, 0);
    assert_int_equal(zone_civil(zone, moment("2027-10-31T03:00:00+01:00")).shift.repeats_until, 0);
    assert_int_equal(zone_wall_offset_minutes(zone, second), 120);
    second.hour = 3;
    assert_int_equal(zone_wall_offset_minutes(zone, second), 60);
    before.hour = 2;
    assert_int_equal(zone_wall_offset_minutes(zone, before), 60);
}

static void a_name_that_is_no_zone_is_refused(void **state)
{
    (void)state;
    static const char *const names[] = {
        "",     "Europe/Grenoble",  "CEST+9",
        "\xFF", "../../etc/passwd", "Europe/A_name_that_is_much_longer_than_any_city_on_earth_could_have"
    };
    for (size_t i = 0; i < COUNT(names); i++) {
        struct err err = { 0 };
        struct zone *zone = NULL;
        assert_false(zone_open(&zone, names[i], &err));
        assert_int_equal(err.code, ERR_FORMAT);
        assert_null(zone);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(summer_and_winter_have_their_offsets),
        cmocka_unit_test(the_wall_clock_shows_the_local_day),
        cmocka_unit_test(moments_before_1970_are_told_too),
        cmocka_unit_test(a_zone_of_half_hours_is_no_surprise),
        cmocka_unit_test(a_name_that_is_no_zone_is_refused),
        cmocka_unit_test(the_clock_says_how_it_is_put_forward_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
