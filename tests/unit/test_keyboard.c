/* Keyboards on the screen show the letters that people know. */
#include "ui/keyboard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static bool has(const struct keyboard *keyboard, const char *letter)
{
    for (size_t i = 0; i < KEYBOARD_ROWS; i++) {
        for (size_t j = 0; j < keyboard->rows[i].count; j++) {
            if (strcmp(keyboard->rows[i].keys[j], letter) == 0)
                return true;
        }
    }
    return false;
}

static void french_begins_with_azerty(void **state)
{
    (void)state;
    struct keyboard keyboard = keyboard_for("fr", false, &arena);
    assert_string_equal(keyboard.rows[0].keys[0], "a");
    assert_string_equal(keyboard.rows[0].keys[1], "z");
    assert_true(keyboard.is_latin);
}

static void each_language_has_its_letters(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *letter;
    } cases[] = { { "ar", "ض" }, { "fa", "پ" }, { "fa", "ژ" }, { "uk", "ґ" }, { "uk", "ї" },      { "ru", "ж" },
                  { "es", "ñ" }, { "ti", "ሀ" }, { "am", "አ" }, { "ka", "ქ" }, { "zh-Hans", "q" }, { "pt", "ç" } };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct keyboard keyboard = keyboard_for(cases[i].lang, false, &arena);
        if (!has(&keyboard, cases[i].letter))
            fail_msg("%s lacks %s", cases[i].lang, cases[i].letter);
    }
}

static void every_language_can_type_latin(void **state)
{
    (void)state;
    struct keyboard keyboard = keyboard_for("ar", true, &arena);
    assert_true(keyboard.is_latin);
    assert_true(has(&keyboard, "q"));
}

static void a_language_without_a_layout_types_latin(void **state)
{
    (void)state;
    assert_true(keyboard_for("xx", false, &arena).is_latin);
    assert_true(keyboard_for("", false, &arena).is_latin);
}

static void a_syllable_has_its_forms(void **state)
{
    (void)state;
    const char *forms[KEYBOARD_FORMS_MAX];
    assert_int_equal(keyboard_forms(forms, "ለ", &arena), 8);
    assert_string_equal(forms[0], "ለ");
    assert_string_equal(forms[1], "ሉ");
    assert_int_equal(keyboard_forms(forms, "ሌ", &arena), 8);
    assert_string_equal(forms[0], "ለ");
    assert_int_equal(keyboard_forms(forms, "a", &arena), 0);
    assert_int_equal(keyboard_forms(forms, "", &arena), 0);
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_begins_with_azerty),     cmocka_unit_test(each_language_has_its_letters),
        cmocka_unit_test(every_language_can_type_latin), cmocka_unit_test(a_language_without_a_layout_types_latin),
        cmocka_unit_test(a_syllable_has_its_forms),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
