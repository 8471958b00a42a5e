/* What keys do, as usual and as a config says. */
#include "kiosk/keys.h"
#include "platform/window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct key_map none = { .count = 0 };

static void a_keyboard_and_a_keypad_work_unconfigured(void **state)
{
    (void)state;
    assert_int_equal(keys_function(&none, "Return"), KEY_OK);
    assert_int_equal(keys_function(&none, "Down"), KEY_DOWN);
    assert_int_equal(keys_function(&none, "VolumeUp"), KEY_LOUDER);
    assert_int_equal(keys_function(&none, "F17"), KEY_OK);
    assert_int_equal(keys_function(&none, "F23"), KEY_HEADSET_IN);
    assert_int_equal(keys_function(&none, "Q"), KEY_NONE);
}

static void a_config_comes_before_what_is_usual(void **state)
{
    struct key_map map;
    (void)state;
    assert_true(keys_parse(&map, "F13=ok, Keypad 5 = help,PageUp=nothing"));
    assert_int_equal(map.count, 3);
    assert_int_equal(keys_function(&map, "F13"), KEY_OK);
    assert_int_equal(keys_function(&map, "Keypad 5"), KEY_HELP);
    assert_int_equal(keys_function(&map, "PageUp"), KEY_NONE);
    assert_int_equal(keys_function(&map, "F14"), KEY_DOWN);
}

static void what_is_no_map_is_refused(void **state)
{
    static const char *const bad[] = { "",
                                       " ",
                                       "F13",
                                       "F13=",
                                       "F13=jump",
                                       "=ok",
                                       "F13=ok,,F14=up",
                                       "a key with a name that no keyboard would ever have=ok" };
    struct key_map map = { .count = 0 };
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        if (keys_parse(&map, bad[i]))
            fail_msg("\"%s\" was taken", bad[i]);
    }
    assert_int_equal(map.count, 0);
}

static void a_map_has_an_end(void **state)
{
    char text[KEYS_MAX * 8 + 16] = "";
    struct key_map map;
    (void)state;
    for (size_t i = 0; i < KEYS_MAX; i++)
        strcat(text, "F13=ok,");
    assert_true(keys_parse(&map, text));
    strcat(text, "F13=ok");
    assert_false(keys_parse(&map, text));
}

/* SDL must know the names, or no key would ever do it. */
static void every_usual_key_exists(void **state)
{
    static const char *const names[] = { "Tab", "AC Back",  "AC Home", "Select",     "Help",        "AudioPlay", "F24",
                                         "F13", "VolumeUp", "F8",      "VolumeDown", "AudioRewind", "Home",      "F1" };
    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        if (!window_has_key(names[i]) || keys_function(&none, names[i]) == KEY_NONE)
            fail_msg("there is no key \"%s\"", names[i]);
    }
}

static void only_some_keys_leave_the_voice_alone(void **state)
{
    (void)state;
    assert_true(keys_keeps_speech(KEY_LOUDER) && keys_keeps_speech(KEY_SLOWER));
    assert_false(keys_keeps_speech(KEY_NEXT) || keys_keeps_speech(KEY_NONE) || keys_keeps_speech(KEY_HELP));
    assert_true(keys_moves(KEY_DOWN) && keys_moves(KEY_OK) && keys_moves(KEY_BACK) && keys_moves(KEY_PAGE_UP));
    assert_false(keys_moves(KEY_HELP) || keys_moves(KEY_NONE) || keys_moves(KEY_LOUDER));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_keyboard_and_a_keypad_work_unconfigured),
        cmocka_unit_test(a_config_comes_before_what_is_usual),
        cmocka_unit_test(what_is_no_map_is_refused),
        cmocka_unit_test(a_map_has_an_end),
        cmocka_unit_test(every_usual_key_exists),
        cmocka_unit_test(only_some_keys_leave_the_voice_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
