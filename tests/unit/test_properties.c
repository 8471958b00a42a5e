/* The rules of support/rules.h on every screen, in every language, at every size: over the default pack with doubled
 * languages beside it, and with eight and twenty-four languages. test_properties_display.c has the other ways to show
 * things. */
#include "support/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct rules_size sizes[] = {
    { 1920, 1080, 24 },  { 1080, 1920, 24 }, { 1366, 768, 24 },  { 1366, 768, 15.6 },
    { 768, 1366, 15.6 }, { 3840, 2160, 27 }, { 1280, 1024, 19 }, { 1456, 1092, 30 },
};

static struct rules rules;

static void every_screen_keeps_the_rules(void **state)
{
    (void)state;
    rules_open_pack(&rules, "double");
    for (size_t i = 0; i < COUNT(sizes); i++) {
        rules_set(&rules, &sizes[i], (struct display){ 0 });
        rules_check_pack(&rules);
    }
    print_message("%lu screens checked\n", rules.screens);
    assert_true(rules.screens > 1000 && rules.marks > 500);
    rules_close_pack(&rules);
}

/* The list of languages and home, in each of the pack's languages; their names are real ones here. */
static void check_languages_of(const char *pack, size_t count)
{
    rules_open_pack(&rules, pack);
    assert_int_equal(rules.walk.kiosk.language_count, count);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        rules_set(&rules, &sizes[i], (struct display){ 0 });
        for (size_t j = 0; j < count; j++) {
            walk_act(&rules.walk, ACT_FINISH, NULL, 0);
            rules_check_screen(&rules);
            rules_check_languages(&rules);
            walk_act(&rules.walk, ACT_CHOOSE_LANGUAGE, rules.walk.kiosk.languages[j].tag, 0);
            rules_check_screen(&rules);
            walk_act(&rules.walk, ACT_LANGUAGES, NULL, 0);
            rules_check_screen(&rules);
            rules_check_languages(&rules);
        }
    }
    rules_close_pack(&rules);
}

static void eight_languages_keep_the_rules(void **state)
{
    (void)state;
    check_languages_of("grenoble", 8);
}

static void twenty_four_languages_keep_the_rules(void **state)
{
    (void)state;
    check_languages_of("polyglot", 24);
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
        cmocka_unit_test(every_screen_keeps_the_rules),
        cmocka_unit_test(eight_languages_keep_the_rules),
        cmocka_unit_test(twenty_four_languages_keep_the_rules),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
