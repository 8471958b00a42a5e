/* What visitors do, told once and in pixels; and screens that are not there. */
#include "platform/input.h"
#include "platform/window.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>

static struct input input_of_a_screen(void)
{
    return (struct input){ .width = 1920, .height = 1080 };
}

static SDL_Event button(Uint32 type, Uint8 which_button, Uint32 which, int x, int y)
{
    return (SDL_Event){ .button = { .type = type, .which = which, .button = which_button, .x = x, .y = y } };
}

static SDL_Event motion(Uint32 which, int x, int y)
{
    return (SDL_Event){ .motion = { .type = SDL_MOUSEMOTION, .which = which, .x = x, .y = y, .xrel = 1 } };
}

static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y)
{
    return (SDL_Event){ .tfinger = { .type = type, .fingerId = id, .x = x, .y = y } };
}

static void expect(struct input *input, SDL_Event event, enum input_kind kind, int x, int y)
{
    struct input_event is = input_translate(input, &event);
    assert_int_equal(is.kind, kind);
    assert_int_equal(is.x, x);
    assert_int_equal(is.y, y);
}

static void expect_nothing(struct input *input, SDL_Event event)
{
    expect(input, event, INPUT_NONE, 0, 0);
}

static void a_click_is_a_press_moves_and_a_release(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect_nothing(&input, motion(0, 5, 5));
    expect(&input, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 10, 20), INPUT_PRESS, 10, 20);
    expect(&input, motion(0, 30, 40), INPUT_MOVE, 30, 40);
    expect(&input, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 0, 31, 41), INPUT_RELEASE, 31, 41);
    expect_nothing(&input, motion(0, 50, 50));
}

static void other_buttons_mean_nothing(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect_nothing(&input, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 0, 10, 20));
    expect_nothing(&input, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_RIGHT, 0, 10, 20));
    expect_nothing(&input, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 0, 10, 20));
}

static void a_touch_is_told_in_pixels(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect(&input, finger(SDL_FINGERDOWN, 7, 0.5f, 0.25f), INPUT_PRESS, 960, 270);
    expect(&input, finger(SDL_FINGERMOTION, 7, 0.75f, 0.5f), INPUT_MOVE, 1440, 540);
    expect(&input, finger(SDL_FINGERUP, 7, 0.0f, 0.0f), INPUT_RELEASE, 0, 0);
}

static void only_the_first_finger_counts(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect(&input, finger(SDL_FINGERDOWN, 1, 0.5f, 0.5f), INPUT_PRESS, 960, 540);
    expect_nothing(&input, finger(SDL_FINGERDOWN, 2, 0.1f, 0.1f));
    expect_nothing(&input, finger(SDL_FINGERMOTION, 2, 0.2f, 0.2f));
    expect_nothing(&input, finger(SDL_FINGERUP, 2, 0.2f, 0.2f));
    expect(&input, finger(SDL_FINGERUP, 1, 0.5f, 0.5f), INPUT_RELEASE, 960, 540);
    expect(&input, finger(SDL_FINGERDOWN, 2, 0.5f, 0.5f), INPUT_PRESS, 960, 540);
}

static void a_touch_that_is_also_told_as_a_mouse_counts_once(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect_nothing(&input, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID, 10, 20));
    expect(&input, finger(SDL_FINGERDOWN, 1, 0.5f, 0.5f), INPUT_PRESS, 960, 540);
    expect_nothing(&input, motion(SDL_TOUCH_MOUSEID, 10, 20));
    expect_nothing(&input, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 960, 540));
    expect_nothing(&input, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 0, 960, 540));
    expect(&input, finger(SDL_FINGERUP, 1, 0.5f, 0.5f), INPUT_RELEASE, 960, 540);
    expect_nothing(&input, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID, 10, 20));
}

static void a_finger_at_the_very_edge_is_still_on_the_screen(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect(&input, finger(SDL_FINGERDOWN, 1, 1.0f, 1.0f), INPUT_PRESS, 1919, 1079);
}

static void keys_have_their_names_and_shift(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    SDL_Event tab = { .key = { .type = SDL_KEYDOWN, .keysym = { .sym = SDLK_TAB, .mod = KMOD_LSHIFT } } };
    struct input_event is = input_translate(&input, &tab);
    assert_int_equal(is.kind, INPUT_KEY);
    assert_string_equal(is.key, "Tab");
    assert_true(is.shift);
    SDL_Event enter = { .key = { .type = SDL_KEYDOWN, .keysym = { .sym = SDLK_RETURN } } };
    is = input_translate(&input, &enter);
    assert_string_equal(is.key, "Return");
    assert_false(is.shift);
}

static void typed_text_arrives_whole(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    SDL_Event typed = { .text = { .type = SDL_TEXTINPUT, .text = "طبيب" } };
    struct input_event is = input_translate(&input, &typed);
    assert_int_equal(is.kind, INPUT_TEXT);
    assert_string_equal(is.text, "طبيب");
}

static void the_wheel_turns_both_ways(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    SDL_Event wheel = { .wheel = { .type = SDL_MOUSEWHEEL, .preciseY = 1.5f, .mouseX = 3, .mouseY = 4 } };
    assert_float_equal(input_translate(&input, &wheel).amount, 1.5, 0);
    wheel.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    struct input_event is = input_translate(&input, &wheel);
    assert_float_equal(is.amount, -1.5, 0);
    assert_int_equal(is.x, 3);
    assert_int_equal(is.y, 4);
}

static SDL_Event window_event(Uint8 what, int width, int height)
{
    return (SDL_Event){ .window = { .type = SDL_WINDOWEVENT, .event = what, .data1 = width, .data2 = height } };
}

static void a_new_size_is_told_once(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect_nothing(&input, window_event(SDL_WINDOWEVENT_SIZE_CHANGED, 1920, 1080));
    expect(&input, window_event(SDL_WINDOWEVENT_SIZE_CHANGED, 1080, 1920), INPUT_RESIZED, 0, 0);
    expect_nothing(&input, window_event(SDL_WINDOWEVENT_SIZE_CHANGED, 1080, 1920));
    expect(&input, finger(SDL_FINGERDOWN, 1, 0.5f, 0.5f), INPUT_PRESS, 540, 960);
}

static void closing_and_uncovering_are_told(void **state)
{
    (void)state;
    struct input input = input_of_a_screen();
    expect(&input, window_event(SDL_WINDOWEVENT_EXPOSED, 0, 0), INPUT_EXPOSED, 0, 0);
    expect(&input, window_event(SDL_WINDOWEVENT_CLOSE, 0, 0), INPUT_QUIT, 0, 0);
    expect(&input, (SDL_Event){ .type = SDL_QUIT }, INPUT_QUIT, 0, 0);
    expect_nothing(&input, window_event(SDL_WINDOWEVENT_ENTER, 0, 0));
}

static void only_a_mouse_that_moves_or_clicks_is_a_mouse(void **state)
{
    (void)state;
    SDL_Event moved = motion(0, 5, 5), rested = moved, touched = motion(SDL_TOUCH_MOUSEID, 5, 5);
    rested.motion.xrel = 0;
    SDL_Event clicked = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 5, 5);
    assert_true(input_is_mouse(&moved));
    assert_true(input_is_mouse(&clicked));
    assert_false(input_is_mouse(&rested));
    assert_false(input_is_mouse(&touched));
}

static void a_screen_in_memory_needs_no_display(void **state)
{
    (void)state;
    struct window *window = NULL;
    struct err err;
    assert_true(window_open(&window, &(struct window_params){ .width = 1366, .height = 768, .offscreen = true }, &err));
    assert_int_equal(window_width(window), 1366);
    assert_int_equal(window_height(window), 768);
    assert_non_null(window_renderer(window));
    assert_int_equal(window_poll(window).kind, INPUT_NONE);
    assert_int_equal(window_wait(window, 5).kind, INPUT_NONE);
    assert_int_equal(SDL_WasInit(SDL_INIT_VIDEO), 0);
    window_close(window);
}

static void a_screen_in_memory_has_the_usual_size_when_none_is_asked_for(void **state)
{
    (void)state;
    struct window *window = NULL;
    struct err err;
    assert_true(window_open(&window, &(struct window_params){ .offscreen = true }, &err));
    assert_int_equal(window_width(window), 1920);
    assert_int_equal(window_height(window), 1080);
    window_close(window);
}

static void without_a_display_the_error_says_what_to_do(void **state)
{
    (void)state;
    struct window *window = NULL;
    struct err err = { 0 };
    setenv("SDL_VIDEODRIVER", "x11", 1);
    setenv("DISPLAY", ":98765", 1);
    assert_false(window_open(&window, &(struct window_params){ 0 }, &err));
    assert_null(window);
    assert_int_equal(err.code, ERR_DISPLAY);
    assert_non_null(strstr(err.detail, "no display could be opened"));
    assert_non_null(strstr(err.detail, "--offscreen with --script"));
    unsetenv("DISPLAY");
    unsetenv("SDL_VIDEODRIVER");
}

static void closing_nothing_is_fine(void **state)
{
    (void)state;
    window_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_click_is_a_press_moves_and_a_release),
        cmocka_unit_test(other_buttons_mean_nothing),
        cmocka_unit_test(a_touch_is_told_in_pixels),
        cmocka_unit_test(only_the_first_finger_counts),
        cmocka_unit_test(a_touch_that_is_also_told_as_a_mouse_counts_once),
        cmocka_unit_test(a_finger_at_the_very_edge_is_still_on_the_screen),
        cmocka_unit_test(keys_have_their_names_and_shift),
        cmocka_unit_test(typed_text_arrives_whole),
        cmocka_unit_test(the_wheel_turns_both_ways),
        cmocka_unit_test(a_new_size_is_told_once),
        cmocka_unit_test(closing_and_uncovering_are_told),
        cmocka_unit_test(only_a_mouse_that_moves_or_clicks_is_a_mouse),
        cmocka_unit_test(a_screen_in_memory_needs_no_display),
        cmocka_unit_test(a_screen_in_memory_has_the_usual_size_when_none_is_asked_for),
        cmocka_unit_test(without_a_display_the_error_says_what_to_do),
        cmocka_unit_test(closing_nothing_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
