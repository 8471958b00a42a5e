/* The rules of support/rules.h in each way to show things. Settings that touch different things (colours, sizes, reach)
 * are set together, so that a sample of the product covers them all: each is walked with every language of the pack at
 * one size, and with the doubled languages, which are the longest, at a second one of the other orientation. */
#include "support/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct rules rules;

static const struct rules_size landscape = { 1920, 1080, 24 }, portrait = { 1080, 1920, 24 };
static const struct rules_size small_landscape = { 1366, 768, 15.6 }, small_portrait = { 768, 1366, 15.6 };

static void check(const struct rules_size *size, const struct rules_size *other, struct display display)
{
    rules_open_pack(&rules, "double");
    rules_set(&rules, size, display);
    rules_check_pack(&rules);
    rules_set(&rules, other, display);
    rules_check_doubled(&rules);
    print_message("%lu screens checked\n", rules.screens);
    assert_true(rules.screens > 1000);
    rules_close_pack(&rules);
}

static void the_largest_text_in_the_dark_keeps_the_rules(void **state)
{
    (void)state;
    check(&portrait, &landscape, (struct display){ .look = { PALETTE_DARK, TEXT_LARGEST } });
}

static void large_text_in_black_and_yellow_keeps_the_rules_on_a_small_screen(void **state)
{
    (void)state;
    check(&small_landscape, &small_portrait, (struct display){ .look = { PALETTE_BLACK_YELLOW, TEXT_LARGE } });
}

static void a_low_reach_gets_to_everything(void **state)
{
    (void)state;
    check(&landscape, &portrait, (struct display){ .low_reach = true, .calm = true, .slow = true });
}

/* Both were checked with every language above. */
static void a_low_reach_as_the_config_has_it_gets_to_everything_in_the_largest_text(void **state)
{
    (void)state;
    rules_open_pack(&rules, "double");
    rules.low_reach_mm = 250;
    rules_set(&rules, &portrait, (struct display){ { PALETTE_BLACK_YELLOW, TEXT_LARGEST }, .low_reach = true });
    rules_check_doubled(&rules);
    rules.low_reach_mm = 0;
    assert_true(rules.screens > 500);
    rules_close_pack(&rules);
}

static int set_up(void **state)
{
    (void)state;
    return rules_open(&rules) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    rules_close(&rules);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_text_in_the_dark_keeps_the_rules),
        cmocka_unit_test(large_text_in_black_and_yellow_keeps_the_rules_on_a_small_screen),
        cmocka_unit_test(a_low_reach_gets_to_everything),
        cmocka_unit_test(a_low_reach_as_the_config_has_it_gets_to_everything_in_the_largest_text),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
