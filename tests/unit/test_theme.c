#include "ui/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* The tokens are given for 3.6 pixels a millimetre. */
static struct theme theme_1080p(void)
{
    return theme_light(3.6f);
}

static void a_unit_is_a_pixel_on_the_screen_that_the_tokens_are_given_for(void **state)
{
    (void)state;
    struct theme theme = theme_1080p();
    assert_true(theme.unit == 1.0f);
    assert_int_equal(theme_type_size(&theme, TYPE_SMALL), 25);
    assert_int_equal(theme_type_size(&theme, TYPE_BODY), 30);
    assert_int_equal(theme_type_size(&theme, TYPE_TILE), 34);
    assert_int_equal(theme_type_size(&theme, TYPE_H2), 36);
    assert_int_equal(theme_type_size(&theme, TYPE_H1), 56);
}

static void everything_scales_with_the_pixels_of_a_millimetre(void **state)
{
    (void)state;
    struct theme fine = theme_light(7.2f), coarse = theme_light(1.8f);
    assert_true(fine.unit == 2.0f);
    assert_true(coarse.unit == 0.5f);
    assert_int_equal(theme_type_size(&fine, TYPE_BODY), 60);
    assert_int_equal(theme_type_size(&coarse, TYPE_BODY), 15);
    assert_int_equal(theme_type_size(&coarse, TYPE_SMALL), 13); /* 12.5 is rounded, not cut */
}

static void type_never_vanishes(void **state)
{
    (void)state;
    struct theme tiny = theme_light(0.01f);
    for (enum type_role role = 0; role < TYPE_ROLE_COUNT; role++)
        assert_int_equal(theme_type_size(&tiny, role), 1);
}

static void a_target_is_twenty_millimetres(void **state)
{
    (void)state;
    assert_true(fabsf(UNITS_TARGET / THEME_UNITS_PER_MM - 20.0f) < 0.01f);
    assert_true(UNITS_GAP / THEME_UNITS_PER_MM >= 3.0f);
}

static void a_pressed_colour_is_an_eighth_darker_in_each_channel(void **state)
{
    (void)state;
    assert_int_equal(theme_pressed(0xFFFFFF), 0xDFDFDF);
    assert_int_equal(theme_pressed(0x800840), 0x700738);
    assert_int_equal(theme_pressed(0x000000), 0x000000);
    assert_int_equal(theme_pressed(0x0000FF), 0x0000DF); /* nothing is carried into the next channel */
}

static void assert_ratio(uint32_t a, uint32_t b, double wanted)
{
    assert_true(fabs(theme_contrast(a, b) - wanted) < 0.01);
    assert_true(theme_contrast(a, b) == theme_contrast(b, a));
}

static void contrast_is_as_wcag_counts_it(void **state)
{
    (void)state;
    assert_ratio(0x000000, 0xFFFFFF, 21.0);
    assert_ratio(0x123456, 0x123456, 1.0);
    assert_ratio(0x767676, 0xFFFFFF, 4.54); /* the well-known lightest grey of AA */
    assert_ratio(0xFF0000, 0xFFFFFF, 4.00);
    assert_ratio(0x00FF00, 0xFFFFFF, 1.37);
    assert_ratio(0x0000FF, 0xFFFFFF, 8.59);
}

/* What the widgets write on what. */
static const struct {
    enum colour text, ground;
} pairs[] = {
    { COLOUR_INK, COLOUR_PAPER },     { COLOUR_INK, COLOUR_CARD },         { COLOUR_INK, COLOUR_TINT },
    { COLOUR_INK, COLOUR_RED_TINT },  { COLOUR_INK, COLOUR_HIGHLIGHT },    { COLOUR_MUTED, COLOUR_PAPER },
    { COLOUR_MUTED, COLOUR_CARD },    { COLOUR_ACCENT, COLOUR_PAPER },     { COLOUR_ACCENT, COLOUR_CARD },
    { COLOUR_ACCENT, COLOUR_TINT },   { COLOUR_RED, COLOUR_CARD },         { COLOUR_OPEN, COLOUR_CARD },
    { COLOUR_ON_ACCENT, COLOUR_RED }, { COLOUR_ON_ACCENT, COLOUR_ACCENT },
};

static void every_text_colour_can_be_read_on_its_ground(void **state)
{
    (void)state;
    struct theme theme = theme_1080p();
    for (size_t i = 0; i < COUNT(pairs); i++) {
        double ratio = theme_contrast(theme.colours[pairs[i].text], theme.colours[pairs[i].ground]);
        if (ratio < 4.5)
            fail_msg("pair %zu: %06X on %06X is only %.2f", i, (unsigned)theme.colours[pairs[i].text],
                     (unsigned)theme.colours[pairs[i].ground], ratio);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_is_a_pixel_on_the_screen_that_the_tokens_are_given_for),
        cmocka_unit_test(everything_scales_with_the_pixels_of_a_millimetre),
        cmocka_unit_test(type_never_vanishes),
        cmocka_unit_test(a_target_is_twenty_millimetres),
        cmocka_unit_test(a_pressed_colour_is_an_eighth_darker_in_each_channel),
        cmocka_unit_test(contrast_is_as_wcag_counts_it),
        cmocka_unit_test(every_text_colour_can_be_read_on_its_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
