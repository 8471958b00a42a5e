/* Base direction and levels. */
#include "text/bidi.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static bool is_rtl(const char *text, bool language)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct wide wide = wide_of(str_of(text), &arena);
    return bidi_is_rtl(&wide, language);
}

static void the_language_gives_the_direction_also_behind_a_foreign_name(void **state)
{
    (void)state;
    assert_true(is_rtl("A1: مرحبا", true));
    assert_true(is_rtl("12 مرحبا Accueil", true));
    assert_false(is_rtl("مرحبا is hello", false));
}

static void a_text_all_in_letters_of_the_other_direction_runs_that_way(void **state)
{
    (void)state;
    assert_false(is_rtl("Accueil, 12", true));
    assert_true(is_rtl("שלום", false));
    assert_true(is_rtl("1\n2\nمرحبا", false));
}

static void without_letters_the_language_gives_the_direction(void **state)
{
    (void)state;
    assert_true(is_rtl("04 76 76 75 75", true));
    assert_false(is_rtl("04 76 76 75 75", false));
    assert_true(is_rtl("", true));
}

static void what_is_isolated_does_not_count(void **state)
{
    (void)state;
    assert_true(is_rtl("\u2068Grenoble\u2069 مدينة", false));
    assert_false(is_rtl("\u2068مرحبا\u2069 is hello", true));
    assert_true(is_rtl("\u2068Grenoble\u2069", true));
    assert_true(is_rtl("\u2069\u2069 مدينة", false));
    assert_false(is_rtl("\u2067\u2068א\u2069א\u2069 a", true));
}

static void controls_are_known(void **state)
{
    (void)state;
    static const UChar32 controls[] = { 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069 };
    for (size_t i = 0; i < COUNT(controls); i++)
        assert_true(bidi_is_control(controls[i]));
    assert_false(bidi_is_control(0x200D));
    assert_false(bidi_is_control(' '));
}

static void numbers_in_arabic_have_even_levels(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct bidi *bidi = NULL;
    assert_true(bidi_open(&bidi, NULL));
    struct wide wide = wide_of(STR("ع 12"), &arena);
    const UBiDiLevel *levels = bidi_levels(bidi, &wide, true);
    assert_int_equal(levels[0], 1);
    assert_int_equal(levels[1], 1);
    assert_int_equal(levels[2], 2);
    wide = wide_of(STR(""), &arena);
    assert_non_null(bidi_levels(bidi, &wide, true));
    bidi_close(bidi);
}

static void runs_are_put_in_visual_order(void **state)
{
    (void)state;
    const UBiDiLevel levels[] = { 1, 2, 2, 1 };
    int32_t order[4];
    bidi_visual_order(levels, 4, order);
    static const int32_t expected[] = { 3, 1, 2, 0 };
    assert_memory_equal(order, expected, sizeof(expected));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_gives_the_direction_also_behind_a_foreign_name),
        cmocka_unit_test(a_text_all_in_letters_of_the_other_direction_runs_that_way),
        cmocka_unit_test(without_letters_the_language_gives_the_direction),
        cmocka_unit_test(what_is_isolated_does_not_count),
        cmocka_unit_test(controls_are_known),
        cmocka_unit_test(numbers_in_arabic_have_even_levels),
        cmocka_unit_test(runs_are_put_in_visual_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
