/* How a visitor wants things shown: text size, contrast, reach, calm, time. It holds on every screen, is told by more
 * than colour, and ends with the visit. */
#include "platform/glyphs.h"
#include "support/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define STAGE(name)                                                                                                    \
    CLEANUP(stage_close) struct stage name;                                                                            \
    stage_open_pack(&name, NULL)

/* The kiosk's theme follows the model; the stage's does here. */
static const struct draw_list *drawn(struct stage *stage)
{
    stage->theme = theme_of(THEME_UNITS_PER_MM, stage->model.display.look);
    return stage_draw(stage);
}

static void tap(struct stage *stage, const char *id)
{
    drawn(stage);
    assert_true(stage_tap(stage, id));
    drawn(stage);
}

static const struct tap_region *region(struct stage *stage, const char *id)
{
    const struct tap_region *found = draw_list_region(drawn(stage), id);
    if (!found)
        fail_msg("there is no #%s", id);
    return found;
}

static void display_opens_from_the_resting_screen_and_back_returns(void **state)
{
    (void)state;
    STAGE(stage);
    tap(&stage, "display");
    assert_string_equal(screen_name(model_screen(&stage.model)), "display");
    tap(&stage, "back");
    assert_string_equal(screen_name(model_screen(&stage.model)), "languages");
    assert_false(model_is_visited(&stage.model));
}

static void display_is_on_every_screen_of_a_visit(void **state)
{
    (void)state;
    static const struct {
        enum action_kind kind;
        const char *arg;
    } ways[] = {
        { ACT_TOPIC, "health" }, { ACT_SERVICE, "clinic" }, { ACT_PAGE, "doctor" }, { ACT_SEARCH, NULL },
        { ACT_EMERGENCY, NULL }, { ACT_FIRST_DAYS, NULL },  { ACT_PHRASES, NULL },  { ACT_ABOUT, NULL },
        { ACT_LANGUAGES, NULL }, { ACT_HOME, NULL },
    };
    STAGE(stage);
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    for (size_t i = 0; i < COUNT(ways); i++) {
        assert_true(stage_act(&stage, ways[i].kind, ways[i].arg));
        region(&stage, "display");
    }
}

static void each_text_size_is_larger_on_the_next_screen_too(void **state)
{
    (void)state;
    static const char *const ids[] = { "size/usual", "size/large", "size/largest" };
    STAGE(stage);
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    int before = 0;
    for (size_t i = 0; i < COUNT(ids); i++) {
        assert_true(stage_act(&stage, ACT_DISPLAY, NULL));
        tap(&stage, ids[i]);
        assert_true(stage_act(&stage, ACT_ABOUT, NULL));
        const struct draw_list *list = drawn(&stage);
        int largest = 0;
        for (size_t c = 0; c < list->command_count; c++) {
            if (list->commands[c].kind == DRAW_TEXT && list->commands[c].text.size > largest)
                largest = list->commands[c].text.size;
        }
        assert_true(largest > before);
        before = largest;
    }
}

static void what_is_chosen_is_told_in_its_name_and_by_a_tick(void **state)
{
    (void)state;
    STAGE(stage);
    tap(&stage, "display");
    assert_string_equal(region(&stage, "contrast/light")->label, "Chosen: \u2068Light\u2069");
    assert_string_equal(region(&stage, "contrast/dark")->label, "Dark");
    assert_string_equal(region(&stage, "slow")->label, "Off: \u2068More time\u2069");
    tap(&stage, "contrast/dark");
    tap(&stage, "slow");
    assert_string_equal(region(&stage, "contrast/light")->label, "Light");
    assert_string_equal(region(&stage, "contrast/dark")->label, "Chosen: \u2068Dark\u2069");
    assert_string_equal(region(&stage, "slow")->label, "On: \u2068More time\u2069");
    const struct draw_list *list = drawn(&stage);
    size_t ticks = 0;
    for (size_t i = 0; i < list->command_count; i++)
        ticks += list->commands[i].kind == DRAW_ICON && strcmp(list->commands[i].icon.name, "check") == 0;
    assert_int_equal(ticks, 3); /* the size, the contrast and when the kiosk speaks */
    tap(&stage, "slow");
    assert_string_equal(region(&stage, "slow")->label, "Off: \u2068More time\u2069");
}

static void a_number_that_is_no_choice_changes_nothing(void **state)
{
    (void)state;
    static const int wrong[] = { -1, 3, 1000 };
    STAGE(stage);
    struct update_context context = { stage.pack, &stage.view };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_true(update(&stage.model, (struct action){ ACT_TEXT_SIZE, NULL, wrong[i] }, &context, &stage.err));
        assert_true(update(&stage.model, (struct action){ ACT_CONTRAST, NULL, wrong[i] }, &context, &stage.err));
        assert_true(display_is_usual(&stage.model.display));
    }
}

static void set_everything(struct stage *stage)
{
    static const char *const ids[] = { "size/largest", "contrast/black-yellow", "low-reach", "calm", "slow" };
    if (model_screen(&stage->model) != SCREEN_DISPLAY)
        tap(stage, "display");
    for (size_t i = 0; i < COUNT(ids); i++)
        tap(stage, ids[i]);
    const struct display *display = &stage->model.display;
    assert_int_equal(display->look.text_size, TEXT_LARGEST);
    assert_int_equal(display->look.palette, PALETTE_BLACK_YELLOW);
    assert_true(display->low_reach && display->calm && display->slow);
}

static void everything_as_usual_is_one_tap_away(void **state)
{
    (void)state;
    STAGE(stage);
    tap(&stage, "display");
    assert_null(draw_list_region(drawn(&stage), "usual-display"));
    set_everything(&stage);
    tap(&stage, "usual-display");
    assert_true(display_is_usual(&stage.model.display));
}

static void what_was_set_stays_for_the_visit_and_ends_with_it(void **state)
{
    (void)state;
    static const enum action_kind ends[] = { ACT_FINISH, ACT_HIDE };
    for (size_t i = 0; i < COUNT(ends); i++) {
        STAGE(stage);
        set_everything(&stage);
        assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "ar"));
        assert_int_equal(stage.model.display.look.text_size, TEXT_LARGEST);
        assert_true(stage_act(&stage, ends[i], NULL));
        assert_true(display_is_usual(&stage.model.display));
    }
}

static void the_resting_screen_is_not_at_rest_while_it_shows_in_another_way(void **state)
{
    (void)state;
    STAGE(stage);
    tap(&stage, "display");
    tap(&stage, "contrast/dark");
    tap(&stage, "back");
    assert_true(model_is_visited(&stage.model));
    region(&stage, "finish");
}

/* … nor under the finger that goes on typing. */
static void keys_stay_where_they_are_when_the_first_letter_is_typed(void **state)
{
    (void)state;
    static const struct look looks[] = { { PALETTE_LIGHT, TEXT_USUAL }, { PALETTE_DARK, TEXT_LARGEST } };
    for (size_t i = 0; i < 2 * COUNT(looks); i++) {
        STAGE(stage);
        stage.model.display = (struct display){ .look = looks[i / 2], .low_reach = i % 2 };
        tap(&stage, "lang/en");
        tap(&stage, "search");
        struct rect key = region(&stage, "key/w")->rect;
        tap(&stage, "key/d");
        struct rect then = region(&stage, "key/w")->rect;
        assert_int_equal(key.x, then.x);
        assert_int_equal(key.y, then.y);
        assert_true(region(&stage, "clear")->visible);
    }
}

/* A button is words on every screen or a pictogram on every screen, however much else the bar holds. */
static void buttons_of_the_bottom_bar_are_as_wide_on_every_screen(void **state)
{
    (void)state;
    static const char *const buttons[] = { "back", "display", "listen", "finish" };
    static const struct {
        enum action_kind kind;
        const char *arg;
    } ways[] = { { ACT_SERVICE, "clinic" }, { ACT_PAGE, "doctor" }, { ACT_EMERGENCY, NULL }, { ACT_LANGUAGES, NULL } };
    for (int width = 640; width <= 1920; width += 128) {
        STAGE(stage);
        stage.width = width;
        stage.height = 1200;
        tap(&stage, "lang/en");
        stage_act(&stage, ACT_TOPIC, "health");
        int usual[COUNT(buttons)];
        for (size_t i = 0; i < COUNT(buttons); i++)
            usual[i] = region(&stage, buttons[i])->rect.w;
        for (size_t w = 0; w < COUNT(ways); w++) {
            stage_act(&stage, ways[w].kind, ways[w].arg);
            size_t first = ways[w].kind == ACT_EMERGENCY; /* Close is there instead of Back */
            for (size_t i = first; i < COUNT(buttons); i++) {
                const struct tap_region *same = draw_list_region(drawn(&stage), buttons[i]);
                if (same && same->rect.w != usual[i])
                    fail_msg("#%s is %d wide on screen %zu at %d, not %d", buttons[i], same->rect.w, w, width,
                             usual[i]);
            }
        }
    }
}

/* "Stop" is shorter than "Listen": where only the one fits, the other buttons must not change for it. */
static void reading_aloud_changes_no_other_button(void **state)
{
    (void)state;
    static const char *const buttons[] = { "back", "display", "finish" };
    STAGE(stage);
    tap(&stage, "lang/en");
    stage_act(&stage, ACT_TOPIC, "health");
    stage.height = 1200;
    for (stage.width = 640; stage.width <= 1920; stage.width += 4) {
        for (size_t i = 0; i < COUNT(buttons); i++) {
            stage.model.is_reading = false;
            int silent = region(&stage, buttons[i])->rect.w;
            stage.model.is_reading = true;
            assert_int_equal(region(&stage, buttons[i])->rect.w, silent);
        }
    }
}

/* EN 301 549 V3.2.1, 5.1.4: an H of 0.7 degrees, from 60 cm. SDL2_ttf draws what is measured here. */
#define DEGREES 0.7
#define DISTANCE_MM 600.0
#define PI 3.14159265358979

static void at_the_largest_the_smallest_text_has_capitals_of_seven_tenths_of_a_degree(void **state)
{
    (void)state;
    static const float pixels_per_mm[] = { 1.8f, 2.572f, 3.614f, 3.957f, 6.425f };
    struct fonts *fonts = NULL;
    struct glyphs *glyphs = NULL;
    struct err err = { 0 };
    assert_true(fonts_open(&fonts, &err));
    assert_true(glyphs_open(&glyphs, fonts, &err));
    struct text_measurer measurer = glyphs_measurer(glyphs);
    int face = fonts_face(fonts, 0x48, "en", FONT_REGULAR, FONT_NONE);
    for (size_t i = 0; i < COUNT(pixels_per_mm); i++) {
        struct theme theme = theme_of(pixels_per_mm[i], (struct look){ PALETTE_LIGHT, TEXT_LARGEST });
        for (enum type_role role = 0; role < TYPE_ROLE_COUNT; role++) {
            struct text_unit unit = { .text = STR("H"), .face = face, .script = "Latn", .lang = "en" };
            unit.size = theme_type_size(&theme, role);
            double height_mm = (double)measurer.unit(measurer.data, &unit).rise / (double)pixels_per_mm[i];
            double degrees = 180.0 * height_mm / (PI * DISTANCE_MM); /* as the standard has it, for small angles */
            if (height_mm < 7.3 || degrees < DEGREES - 0.005)
                fail_msg("role %d at %.1f px/mm: an H of %.2f mm, %.3f degrees", (int)role, (double)pixels_per_mm[i],
                         height_mm, degrees);
        }
    }
    glyphs_close(glyphs);
    fonts_close(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(display_opens_from_the_resting_screen_and_back_returns),
        cmocka_unit_test(display_is_on_every_screen_of_a_visit),
        cmocka_unit_test(each_text_size_is_larger_on_the_next_screen_too),
        cmocka_unit_test(what_is_chosen_is_told_in_its_name_and_by_a_tick),
        cmocka_unit_test(a_number_that_is_no_choice_changes_nothing),
        cmocka_unit_test(keys_stay_where_they_are_when_the_first_letter_is_typed),
        cmocka_unit_test(buttons_of_the_bottom_bar_are_as_wide_on_every_screen),
        cmocka_unit_test(reading_aloud_changes_no_other_button),
        cmocka_unit_test(everything_as_usual_is_one_tap_away),
        cmocka_unit_test(what_was_set_stays_for_the_visit_and_ends_with_it),
        cmocka_unit_test(the_resting_screen_is_not_at_rest_while_it_shows_in_another_way),
        cmocka_unit_test(at_the_largest_the_smallest_text_has_capitals_of_seven_tenths_of_a_degree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
