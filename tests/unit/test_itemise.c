/* Scripts and faces, character by character. */
#include "text/itemise.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct fonts *fonts;
static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    return fonts_open(&fonts, NULL) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    fonts_close(fonts);
    arena_destroy(&arena);
    return 0;
}

static const struct item *items_of(const char *text, const char *lang, UScriptCode script)
{
    struct wide wide = wide_of(str_of(text), &arena);
    return itemise(&wide, fonts, (struct item_style){ lang, script, FONT_REGULAR }, &arena);
}

static void shared_characters_join_what_stands_before_them(void **state)
{
    (void)state;
    const struct item *items = items_of("ab, 12 ع!", "fr", USCRIPT_LATIN);
    for (int i = 0; i < 7; i++)
        assert_int_equal(items[i].script, USCRIPT_LATIN);
    assert_int_equal(items[7].script, USCRIPT_ARABIC);
    assert_int_equal(items[8].script, USCRIPT_ARABIC);
}

static void at_the_beginning_they_join_what_follows(void **state)
{
    (void)state;
    const struct item *items = items_of("« 12 ع", "fr", USCRIPT_LATIN);
    assert_int_equal(items[0].script, USCRIPT_ARABIC);
}

static void a_text_without_letters_has_its_languages_script(void **state)
{
    (void)state;
    assert_int_equal(items_of("04 76", "ar", USCRIPT_ARABIC)[0].script, USCRIPT_ARABIC);
}

static void a_closing_bracket_joins_its_opening_one(void **state)
{
    (void)state;
    const struct item *items = items_of("a (ع) b", "fr", USCRIPT_LATIN);
    assert_int_equal(items[2].script, USCRIPT_LATIN);
    assert_int_equal(items[3].script, USCRIPT_ARABIC);
    assert_int_equal(items[4].script, USCRIPT_LATIN);
}

static void brackets_that_do_not_pair_are_harmless(void **state)
{
    (void)state;
    char deep[200] = { 0 };
    for (size_t i = 0; i < sizeof(deep) - 1; i++)
        deep[i] = i < 100 ? '(' : ')';
    assert_int_equal(items_of(deep, "fr", USCRIPT_LATIN)[198].script, USCRIPT_LATIN);
    assert_int_equal(items_of(")a]", "fr", USCRIPT_LATIN)[2].script, USCRIPT_LATIN);
}

static void marks_stay_in_their_bases_face(void **state)
{
    (void)state;
    const struct item *items = items_of("e\u0301 ك\u0651 ก\u0E34", "fr", USCRIPT_LATIN);
    assert_int_equal(items[0].face, items[1].face);
    assert_int_equal(items[3].face, items[4].face);
    assert_int_equal(items[6].face, items[7].face);
    assert_int_not_equal(items[0].face, items[3].face);
}

static void a_character_that_no_font_has_still_has_a_face(void **state)
{
    (void)state;
    const struct item *items = items_of("\uE88A a\uE88A", "fr", USCRIPT_LATIN);
    assert_int_not_equal(items[0].face, FONT_NONE);
    assert_int_equal(items[3].face, items[2].face);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shared_characters_join_what_stands_before_them),
        cmocka_unit_test(at_the_beginning_they_join_what_follows),
        cmocka_unit_test(a_text_without_letters_has_its_languages_script),
        cmocka_unit_test(a_closing_bracket_joins_its_opening_one),
        cmocka_unit_test(brackets_that_do_not_pair_are_harmless),
        cmocka_unit_test(marks_stay_in_their_bases_face),
        cmocka_unit_test(a_character_that_no_font_has_still_has_a_face),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
