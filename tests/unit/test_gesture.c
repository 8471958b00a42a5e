#include "kiosk/gesture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#define SLOP 14 /* 4 mm of 3.6 pixels, whole */

static struct gesture fresh(void)
{
    struct gesture gesture;
    gesture_init(&gesture, 3.6f);
    return gesture;
}

static void a_press_and_a_release_are_a_tap(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    assert_true(gesture_press(&gesture, 100, 100, 0, true));
    assert_true(gesture_release(&gesture, 80));
    assert_false(gesture_is_running(&gesture));
    assert_false(gesture_release(&gesture, 90)); /* there is no finger any more */
}

static void a_trembling_finger_still_taps_and_scrolls_nothing(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    assert_int_equal(gesture.slop, SLOP);
    gesture_press(&gesture, 100, 100, 0, true);
    for (int i = 1; i <= SLOP; i++) {
        assert_int_equal(gesture_move(&gesture, 100, 100 + i, i), 0);
        assert_int_equal(gesture_move(&gesture, 100, 100 - i, i), 0);
    }
    assert_true(gesture_release(&gesture, 100));
}

static void a_finger_that_leaves_the_slop_scrolls_and_is_no_tap_even_if_it_returns(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 100, 0, true);
    assert_int_equal(gesture_move(&gesture, 100, 100 - SLOP - 1, 10), SLOP + 1);
    assert_true(gesture.sliding);
    assert_int_equal(gesture_move(&gesture, 100, 100, 20), -(SLOP + 1));
    assert_false(gesture_release(&gesture, 1000));
}

static void what_is_scrolled_is_how_far_the_finger_went(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 500, 0, true);
    int scrolled = 0;
    for (int i = 1; i <= 60; i++)
        scrolled += gesture_move(&gesture, 100 + i, 500 - 7 * i, i * 10);
    assert_int_equal(scrolled, 420);
}

static void a_sideways_slide_scrolls_nothing(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 100, 0, true);
    assert_int_equal(gesture_move(&gesture, 900, 105, 10), 0);
    assert_false(gesture.sliding);
}

static void a_finger_on_a_part_that_does_not_scroll_never_scrolls(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 100, 0, false);
    assert_int_equal(gesture_move(&gesture, 100, 400, 10), 0);
    gesture_release(&gesture, 20);
    assert_false(gesture_is_running(&gesture));
}

static void a_move_without_a_finger_is_nothing(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    assert_int_equal(gesture_move(&gesture, 100, 400, 10), 0);
    gesture_press(&gesture, 100, 100, 20, true);
    gesture_release(&gesture, 30);
    assert_int_equal(gesture_move(&gesture, 100, 400, 40), 0);
}

/* A slide of `speed` pixels each 10 ms, upwards, let go at 200 ms. */
static struct gesture flick(int speed)
{
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 1000, 0, true);
    for (int i = 1; i <= 20; i++)
        gesture_move(&gesture, 100, 1000 - speed * i, i * 10);
    assert_false(gesture_release(&gesture, 200));
    return gesture;
}

/* Lets it run, a tick every `step` ms; how far it went. */
static int run_out(struct gesture *gesture, int step)
{
    int moved = 0;
    int64_t now = 200;
    int last = -1;
    for (int i = 0; gesture_is_running(gesture); i++) {
        assert_true(i < 100000);
        now += step;
        int pixels = gesture_tick(gesture, now);
        if (step == 16 && last >= 0)
            assert_true(abs(pixels) <= abs(last) + 1); /* ever slower, but for rounding */
        last = pixels;
        moved += pixels;
    }
    assert_int_equal(gesture_tick(gesture, now + 1000), 0);
    return moved;
}

static void a_flick_runs_on_ever_slower_and_ends(void **state)
{
    (void)state;
    struct gesture gesture = flick(10); /* a pixel a millisecond */
    assert_true(gesture_is_running(&gesture));
    int moved = run_out(&gesture, 16);
    assert_true(moved > 280 && moved <= 325); /* speed times the time in which it fades */
}

static void a_flick_stays_where_the_finger_left_it_for_who_wants_less_movement(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture.is_calm = true;
    gesture_press(&gesture, 100, 1000, 0, true);
    int moved = 0;
    for (int i = 1; i <= 20; i++)
        moved += gesture_move(&gesture, 100, 1000 - 10 * i, i * 10);
    assert_int_equal(moved, 200); /* it still scrolls with the finger */
    assert_false(gesture_release(&gesture, 200));
    assert_false(gesture_is_running(&gesture));
}

static void a_flick_runs_the_way_the_finger_went(void **state)
{
    (void)state;
    struct gesture gesture = flick(-10);
    int moved = run_out(&gesture, 16);
    assert_true(moved < -280 && moved >= -325);
}

static void a_flick_goes_as_far_however_often_it_is_ticked(void **state)
{
    (void)state;
    struct gesture often = flick(10), rarely = flick(10);
    assert_true(abs(run_out(&often, 1) - run_out(&rarely, 50)) <= 6);
}

static void a_flick_is_never_faster_than_eyes_can_follow(void **state)
{
    (void)state;
    struct gesture fast = flick(60), insane = flick(5000);
    assert_int_equal(run_out(&fast, 16), run_out(&insane, 16));
}

static void a_slide_that_rests_before_it_ends_does_not_run_on(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 1000, 0, true);
    for (int i = 1; i <= 20; i++)
        gesture_move(&gesture, 100, 1000 - 10 * i, i * 10);
    assert_false(gesture_release(&gesture, 301));
    assert_false(gesture_is_running(&gesture));
}

static void only_the_last_tenth_of_a_second_says_how_fast_it_was(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 1000, 0, true);
    gesture_move(&gesture, 100, 200, 10); /* fast, then slowly for long */
    for (int i = 1; i <= 30; i++)
        gesture_move(&gesture, 100, 200 - i, 10 + i * 20);
    gesture_release(&gesture, 610);
    assert_true(gesture_is_running(&gesture));
    assert_true(gesture.velocity > 0.04f && gesture.velocity < 0.06f);
}

static void a_slide_in_no_time_at_all_does_not_run_on(void **state)
{
    (void)state;
    struct gesture gesture = fresh();
    gesture_press(&gesture, 100, 1000, 5, true);
    assert_int_equal(gesture_move(&gesture, 100, 500, 5), 500);
    assert_false(gesture_release(&gesture, 5));
    assert_false(gesture_is_running(&gesture));
}

static void a_press_on_running_content_stops_it_and_is_no_tap(void **state)
{
    (void)state;
    struct gesture gesture = flick(10);
    gesture_tick(&gesture, 216);
    assert_false(gesture_press(&gesture, 100, 500, 220, true));
    assert_false(gesture_is_running(&gesture));
    assert_int_equal(gesture_tick(&gesture, 236), 0);
    assert_false(gesture_release(&gesture, 240));
    assert_true(gesture_press(&gesture, 100, 500, 300, true)); /* the next one is */
    assert_true(gesture_release(&gesture, 320));
}

static void a_finger_that_stopped_running_content_moves_it_at_once(void **state)
{
    (void)state;
    struct gesture gesture = flick(10);
    gesture_press(&gesture, 100, 500, 220, true);
    assert_int_equal(gesture_move(&gesture, 100, 498, 230), 2);
}

static void a_press_beside_running_content_stops_it_and_still_taps(void **state)
{
    (void)state;
    struct gesture gesture = flick(10);
    assert_true(gesture_press(&gesture, 100, 1050, 220, false)); /* Hide and Emergency must never be lost */
    assert_false(gesture_is_running(&gesture));
    assert_true(gesture_release(&gesture, 240));
}

static void stopping_a_flick_forgets_it(void **state)
{
    (void)state;
    struct gesture gesture = flick(10);
    gesture_stop(&gesture);
    assert_false(gesture_is_running(&gesture));
    assert_int_equal(gesture_tick(&gesture, 300), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_press_and_a_release_are_a_tap),
        cmocka_unit_test(a_trembling_finger_still_taps_and_scrolls_nothing),
        cmocka_unit_test(a_finger_that_leaves_the_slop_scrolls_and_is_no_tap_even_if_it_returns),
        cmocka_unit_test(what_is_scrolled_is_how_far_the_finger_went),
        cmocka_unit_test(a_sideways_slide_scrolls_nothing),
        cmocka_unit_test(a_finger_on_a_part_that_does_not_scroll_never_scrolls),
        cmocka_unit_test(a_move_without_a_finger_is_nothing),
        cmocka_unit_test(a_flick_runs_on_ever_slower_and_ends),
        cmocka_unit_test(a_flick_stays_where_the_finger_left_it_for_who_wants_less_movement),
        cmocka_unit_test(a_flick_runs_the_way_the_finger_went),
        cmocka_unit_test(a_flick_goes_as_far_however_often_it_is_ticked),
        cmocka_unit_test(a_flick_is_never_faster_than_eyes_can_follow),
        cmocka_unit_test(a_slide_that_rests_before_it_ends_does_not_run_on),
        cmocka_unit_test(only_the_last_tenth_of_a_second_says_how_fast_it_was),
        cmocka_unit_test(a_slide_in_no_time_at_all_does_not_run_on),
        cmocka_unit_test(a_press_on_running_content_stops_it_and_is_no_tap),
        cmocka_unit_test(a_finger_that_stopped_running_content_moves_it_at_once),
        cmocka_unit_test(a_press_beside_running_content_stops_it_and_still_taps),
        cmocka_unit_test(stopping_a_flick_forgets_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
