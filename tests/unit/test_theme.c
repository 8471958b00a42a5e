#include "ui/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* The tokens are given for 3.6 pixels a millimetre. */
static struct theme theme_1080p(void)
{
    return theme_of(3.6f, (struct look){ 0 });
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
    struct theme fine = theme_of(7.2f, (struct look){ 0 }), coarse = theme_of(1.8f, (struct look){ 0 });
    assert_true(fine.unit == 2.0f);
    assert_true(coarse.unit == 0.5f);
    assert_int_equal(theme_type_size(&fine, TYPE_BODY), 60);
    assert_int_equal(theme_type_size(&coarse, TYPE_BODY), 15);
    assert_int_equal(theme_type_size(&coarse, TYPE_SMALL), 13); /* 12.5 is rounded, not cut */
}

static void type_never_vanishes(void **state)
{
    (void)state;
    struct theme tiny = theme_of(0.01f, (struct look){ 0 });
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
    struct theme theme = theme_1080p();
    assert_int_equal(theme_pressed(&theme, 0xFFFFFF), 0xDFDFDF);
    assert_int_equal(theme_pressed(&theme, 0x800840), 0x700738);
    assert_int_equal(theme_pressed(&theme, 0x000000), 0x000000);
    assert_int_equal(theme_pressed(&theme, 0x0000FF), 0x0000DF); /* nothing is carried into the next channel */
}

static void on_a_dark_ground_a_pressed_colour_is_lighter(void **state)
{
    (void)state;
    for (enum palette palette = PALETTE_DARK; palette < PALETTE_COUNT; palette++) {
        struct theme theme = theme_of(3.6f, (struct look){ palette, TEXT_USUAL });
        assert_int_equal(theme_pressed(&theme, 0x000000), 0x1F1F1F);
        assert_int_equal(theme_pressed(&theme, 0xFFFFFF), 0xDFDFDF); /* what is light is still darkened */
    }
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

static void assert_readable(const struct theme *theme, uint32_t text, uint32_t ground, double least)
{
    double ratio = theme_contrast(text, ground);
    if (ratio < least)
        fail_msg("palette %d: %06X on %06X is only %.2f", (int)theme->look.palette, (unsigned)text, (unsigned)ground,
                 ratio);
}

static void every_text_colour_can_be_read_on_its_ground_also_while_pressed(void **state)
{
    (void)state;
    for (enum palette palette = 0; palette < PALETTE_COUNT; palette++) {
        struct theme theme = theme_of(3.6f, (struct look){ palette, TEXT_USUAL });
        for (size_t i = 0; i < COUNT(pairs); i++) {
            uint32_t text = theme.colours[pairs[i].text], ground = theme.colours[pairs[i].ground];
            assert_readable(&theme, text, ground, 4.5);
            assert_readable(&theme, text, theme_pressed(&theme, ground), 4.5);
        }
    }
}

static void what_can_be_tapped_has_an_edge_that_shows_on_every_ground(void **state)
{
    (void)state;
    static const enum colour grounds[] = { COLOUR_PAPER, COLOUR_CARD, COLOUR_KEYS };
    for (enum palette palette = 0; palette < PALETTE_COUNT; palette++) {
        struct theme theme = theme_of(3.6f, (struct look){ palette, TEXT_USUAL });
        for (size_t i = 0; i < COUNT(grounds); i++) {
            assert_readable(&theme, theme.colours[COLOUR_EDGE], theme.colours[grounds[i]], 3);
            assert_readable(&theme, theme.colours[COLOUR_ACCENT], theme.colours[grounds[i]], 3);
            assert_readable(&theme, theme.colours[COLOUR_RED], theme.colours[grounds[i]], 3);
        }
    }
}

/* Any colour that a pack may name for a topic. */
static void every_colour_of_a_pack_becomes_a_ground_that_can_be_read(void **state)
{
    (void)state;
    for (enum palette palette = 0; palette < PALETTE_COUNT; palette++) {
        struct theme theme = theme_of(3.6f, (struct look){ palette, TEXT_USUAL });
        for (uint32_t colour = 0; colour <= 0xFFFFFF; colour += 0x0B1D07)
            assert_readable(&theme, theme.colours[COLOUR_ON_ACCENT], theme_ground(&theme, colour), 4.5);
    }
    struct theme light = theme_1080p();
    assert_int_equal(theme_ground(&light, 0x6B3FA0), 0x6B3FA0); /* what can be read already stays as it is */
}

static void larger_text_grows_in_steps_and_pictograms_with_it(void **state)
{
    (void)state;
    for (enum text_size size = TEXT_LARGE; size < TEXT_SIZE_COUNT; size++) {
        struct theme before = theme_of(3.6f, (struct look){ PALETTE_LIGHT, size - 1 });
        struct theme theme = theme_of(3.6f, (struct look){ PALETTE_LIGHT, size });
        assert_true(theme.growth > before.growth);
        assert_true(theme.unit == before.unit); /* what is promised in millimetres stays as it is */
        for (enum type_role role = 0; role < TYPE_ROLE_COUNT; role++)
            assert_true(theme_type_size(&theme, role) > theme_type_size(&before, role));
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
        cmocka_unit_test(on_a_dark_ground_a_pressed_colour_is_lighter),
        cmocka_unit_test(contrast_is_as_wcag_counts_it),
        cmocka_unit_test(every_text_colour_can_be_read_on_its_ground_also_while_pressed),
        cmocka_unit_test(what_can_be_tapped_has_an_edge_that_shows_on_every_ground),
        cmocka_unit_test(every_colour_of_a_pack_becomes_a_ground_that_can_be_read),
        cmocka_unit_test(larger_text_grows_in_steps_and_pictograms_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
