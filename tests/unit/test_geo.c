#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/geo.h"

static const struct geo grenoble = { true, 45.1885, 5.7245 };

static void assert_near(double value, double wanted, double tolerance)
{
    assert_true(value > wanted - tolerance && value < wanted + tolerance);
}

static void a_place_is_no_way_from_itself(void **state)
{
    (void)state;
    assert_near(geo_distance_m(grenoble, grenoble), 0, 0.001);
}

static void a_minute_of_latitude_is_a_nautical_mile(void **state)
{
    (void)state;
    struct geo north = { true, grenoble.latitude + 1.0 / 60, grenoble.longitude };
    assert_near(geo_distance_m(grenoble, north), 1852, 5);
}

static void a_known_distance_is_found_within_half_a_percent(void **state)
{
    (void)state;
    struct geo paris = { true, 48.8566, 2.3522 };
    assert_near(geo_distance_m(grenoble, paris), 481000, 2400);
}

static void the_date_line_is_no_way_round_the_globe(void **state)
{
    (void)state;
    struct geo west = { true, -17.0, 179.999 };
    struct geo east = { true, -17.0, -179.999 };
    assert_near(geo_distance_m(west, east), 213, 3);
    assert_int_equal(geo_direction(west, east), GEO_EAST);
}

static void opposite_places_are_half_the_globe_apart(void **state)
{
    (void)state;
    struct geo here = { true, 45, 5 };
    struct geo there = { true, -45, -175 };
    assert_near(geo_distance_m(here, there), 20015115, 100);
}

static void directions_are_the_nearest_of_eight(void **state)
{
    (void)state;
    static const struct {
        double up;
        double across;
        enum geo_compass compass;
    } rows[] = {
        { 0.01, 0, GEO_NORTH },      { 0.01, 0.0142, GEO_NORTH_EAST },
        { 0, 0.01, GEO_EAST },       { -0.01, 0.0142, GEO_SOUTH_EAST },
        { -0.01, 0, GEO_SOUTH },     { -0.01, -0.0142, GEO_SOUTH_WEST },
        { 0, -0.01, GEO_WEST },      { 0.01, -0.0142, GEO_NORTH_WEST },
        { 0.01, -0.001, GEO_NORTH },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct geo to = { true, grenoble.latitude + rows[i].up, grenoble.longitude + rows[i].across };
        assert_int_equal(geo_direction(grenoble, to), rows[i].compass);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_is_no_way_from_itself),
        cmocka_unit_test(a_minute_of_latitude_is_a_nautical_mile),
        cmocka_unit_test(a_known_distance_is_found_within_half_a_percent),
        cmocka_unit_test(the_date_line_is_no_way_round_the_globe),
        cmocka_unit_test(opposite_places_are_half_the_globe_apart),
        cmocka_unit_test(directions_are_the_nearest_of_eight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
