/* What guards the staff screen: the PIN, how long wrong ones lock it, the finger in the corner. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/pin.h"
#include "kiosk/hold.h"
#include "kiosk/lockout.h"
#include "publish/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void a_hash_knows_its_pin_and_no_other(void **state)
{
    char hash[PIN_HASH_MAX], again[PIN_HASH_MAX];
    (void)state;
    assert_true(pin_hash(hash, "2468", NULL));
    assert_true(pin_hash(again, "2468", NULL));
    assert_string_not_equal(hash, again);
    assert_true(pin_is_hash(hash));
    assert_true(pin_matches(hash, "2468"));
    assert_true(pin_matches(again, "2468"));
    assert_false(pin_matches(hash, "2469"));
    assert_false(pin_matches(hash, ""));
    assert_null(strstr(hash, "2468"));
}

static void only_digits_are_a_pin(void **state)
{
    static const char *const wrong[] = { "", "123", "1234567890123", "12a4", " 1234", "12345 " };
    char hash[PIN_HASH_MAX];
    (void)state;
    assert_true(pin_is_valid("1234"));
    assert_true(pin_is_valid("123456789012"));
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct err err = { 0 };
        assert_false(pin_hash(hash, wrong[i], &err));
        assert_int_equal(err.code, ERR_USAGE);
    }
}

static void what_is_no_hash_is_not_taken_for_one(void **state)
{
    static const char *const wrong[] = { "", "2468", "$argon2id$", "$argon2id$v=19$m=65536,t=2,p=1$",
                                         "$2b$12$abcdefgh" };
    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_false(pin_is_hash(wrong[i]));
        assert_false(pin_matches(wrong[i], "2468"));
    }
}

static void each_wrong_pin_locks_longer_up_to_half_an_hour(void **state)
{
    static const int seconds[] = { 30, 60, 120, 240, 480, 960, 1800, 1800 };
    struct lockout lockout;
    int64_t now = 5000;
    (void)state;
    lockout_open(&lockout, NULL, now);
    assert_int_equal(lockout_seconds(&lockout, now), 0);
    for (size_t i = 0; i < COUNT(seconds); i++) {
        assert_true(lockout_try(&lockout, NULL, now, NULL));
        assert_int_equal(lockout_seconds(&lockout, now), seconds[i]);
        assert_int_equal(lockout_seconds(&lockout, now + 1), seconds[i]);
        assert_int_equal(lockout_seconds(&lockout, now + 1000), seconds[i] - 1);
        now += seconds[i] * INT64_C(1000);
        assert_int_equal(lockout_seconds(&lockout, now - 1), 1);
        assert_int_equal(lockout_seconds(&lockout, now), 0);
    }
    assert_true(lockout_clear(&lockout, NULL, NULL));
    assert_true(lockout_try(&lockout, NULL, now, NULL));
    assert_int_equal(lockout_seconds(&lockout, now), 30);
}

static void a_restart_does_not_unlock(void **state)
{
    char folder[] = "staff-XXXXXX";
    struct lockout lockout;
    (void)state;
    assert_non_null(mkdtemp(folder));
    lockout_open(&lockout, folder, 0);
    assert_true(lockout_try(&lockout, folder, 0, NULL));
    assert_true(lockout_try(&lockout, folder, 40000, NULL));
    lockout_open(&lockout, folder, 7); /* another process has another steady clock */
    assert_int_equal(lockout_seconds(&lockout, 7), 60);
    assert_true(lockout_clear(&lockout, folder, NULL));
    lockout_open(&lockout, folder, 7);
    assert_int_equal(lockout_seconds(&lockout, 7), 0);
    assert_true(run_program((const char *const[]){ "rm", "-r", folder, NULL }, NULL));
}

static void what_can_not_be_kept_locks_all_the_same(void **state)
{
    struct lockout lockout;
    struct err err = { 0 };
    (void)state;
    lockout_open(&lockout, "/proc/nowhere", 0);
    assert_false(lockout_try(&lockout, "/proc/nowhere", 0, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_int_equal(lockout_seconds(&lockout, 0), 30);
}

static void a_finger_that_rests_in_a_corner_opens(void **state)
{
    static const struct {
        int x, y;
        bool opens;
    } points[] = { { 0, 0, true },   { 35, 35, true }, { 1919, 1079, true }, { 1900, 5, true },  { 5, 1070, true },
                   { 36, 5, false }, { 5, 36, false }, { 960, 0, false },    { 960, 540, false } };
    (void)state;
    for (size_t i = 0; i < COUNT(points); i++) {
        struct hold hold = { 0 };
        hold_press(&hold, points[i].x, points[i].y, 1920, 1080, 36, 100);
        assert_false(hold_is_over(&hold, 100 + HOLD_MS - 1));
        assert_int_equal(hold_is_over(&hold, 100 + HOLD_MS), points[i].opens);
        assert_false(hold_is_over(&hold, 100 + HOLD_MS)); /* once */
    }
}

static void a_finger_that_leaves_or_wanders_does_not(void **state)
{
    struct hold hold = { 0 };
    (void)state;
    assert_true(hold_deadline(&hold) == INT64_MAX);
    hold_press(&hold, 5, 5, 1920, 1080, 36, 0);
    hold_move(&hold, 12, 5, 10); /* trembles */
    assert_true(hold_deadline(&hold) == HOLD_MS);
    hold_move(&hold, 16, 5, 10);
    assert_false(hold_is_over(&hold, HOLD_MS));
    hold_press(&hold, 5, 5, 1920, 1080, 36, 0);
    hold_stop(&hold);
    assert_false(hold_is_over(&hold, HOLD_MS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hash_knows_its_pin_and_no_other),
        cmocka_unit_test(only_digits_are_a_pin),
        cmocka_unit_test(what_is_no_hash_is_not_taken_for_one),
        cmocka_unit_test(each_wrong_pin_locks_longer_up_to_half_an_hour),
        cmocka_unit_test(a_restart_does_not_unlock),
        cmocka_unit_test(what_can_not_be_kept_locks_all_the_same),
        cmocka_unit_test(a_finger_that_rests_in_a_corner_opens),
        cmocka_unit_test(a_finger_that_leaves_or_wanders_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
