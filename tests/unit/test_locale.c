/* Languages by their own names, scripts and directions. */
#include "text/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct expected {
    const char *tag;
    const char *name;
    const char *script;
    bool rtl;
} expected[] = {
    { "fr", "Français", "Latn", false },      { "en", "English", "Latn", false },
    { "ar", "العربية", "Arab", true },        { "es", "Español", "Latn", false },
    { "pt", "Português", "Latn", false },     { "it", "Italiano", "Latn", false },
    { "tr", "Türkçe", "Latn", false },        { "ru", "Русский", "Cyrl", false },
    { "uk", "Українська", "Cyrl", false },    { "fa", "فارسی", "Arab", true },
    { "ps", "پښتو", "Arab", true },           { "ur", "اردو", "Arab", true },
    { "ti", "ትግርኛ", "Ethi", false },          { "am", "አማርኛ", "Ethi", false },
    { "so", "Soomaali", "Latn", false },      { "bn", "বাংলা", "Beng", false },
    { "zh-Hans", "简体中文", "Hans", false }, { "sq", "Shqip", "Latn", false },
    { "ro", "Română", "Latn", false },        { "ka", "ქართული", "Geor", false },
    { "ku", "Kurdî", "Latn", false },         { "sw", "Kiswahili", "Latn", false },
    { "ta", "தமிழ்", "Taml", false },          { "vi", "Tiếng Việt", "Latn", false },
};

static void each_language_has_its_own_name_script_and_direction(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    for (size_t i = 0; i < COUNT(expected); i++) {
        struct locale locale = locale_of(expected[i].tag, &arena);
        assert_string_equal(locale.tag, expected[i].tag);
        assert_string_equal(locale.name, expected[i].name);
        assert_string_equal(locale.script, expected[i].script);
        assert_int_equal(locale.rtl, expected[i].rtl);
    }
}

static void languages_that_icu_cannot_name_have_names_too(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct locale dari = locale_of("prs", &arena);
    assert_string_equal(dari.name, "دری");
    assert_true(dari.rtl);
    struct locale sorani_letters = locale_of("ku-Arab", &arena);
    assert_string_equal(sorani_letters.name, "کوردی");
    assert_true(sorani_letters.rtl);
    assert_string_equal(locale_of("kmr", &arena).name, "Kurmancî");
}

static void an_unknown_tag_gives_itself(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    static const char *const tags[] = { "xx", "qaa", "", "x", "not a tag", "-", "\xFF" };
    for (size_t i = 0; i < COUNT(tags); i++) {
        struct locale locale = locale_of(tags[i], &arena);
        assert_string_equal(locale.name, tags[i]);
        assert_string_equal(locale.script, "Latn");
        assert_false(locale.rtl);
    }
}

static void a_very_long_tag_is_harmless(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char tag[2000];
    memset(tag, 'a', sizeof(tag));
    for (size_t i = 8; i < sizeof(tag); i += 9)
        tag[i] = '-';
    tag[sizeof(tag) - 1] = '\0';
    assert_string_equal(locale_of(tag, &arena).tag, tag);
}

static void arabic_script_and_nastaliq_have_taller_lines(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    assert_true(locale_of("fr", &arena).line_height == 1.4f);
    assert_true(locale_of("ar", &arena).line_height == 1.6f);
    assert_true(locale_of("fa", &arena).line_height == 1.6f);
    assert_true(locale_of("ur", &arena).line_height == 2.0f);
}

static void a_language_is_named_in_another_one_as_inside_a_sentence(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    assert_string_equal(locale_language_name("ar", "fr", &arena), "arabe");
    assert_string_equal(locale_language_name("fr", "fr", &arena), "français");
    assert_string_equal(locale_language_name("ti", "en", &arena), "Tigrinya");
    assert_string_equal(locale_language_name("zh-Hans", "fr", &arena), "chinois simplifié");
    assert_string_equal(locale_spoken_name("zh-Hans", "fr", &arena), "chinois");
    assert_string_equal(locale_spoken_name("zh-Hans", "zh-Hans", &arena), "中文");
    assert_string_equal(locale_spoken_name("ar", "fr", &arena), "arabe");
    assert_string_equal(locale_language_name("xx", "fr", &arena), "xx");
}

static void a_wanted_language_is_found_by_its_tag_or_its_language(void **state)
{
    (void)state;
    static const char *const tags[] = { "fr", "zh-Hans", "pt", "pt-BR" };
    assert_string_equal(locale_match("fr", tags, COUNT(tags)), "fr");
    assert_string_equal(locale_match("fr-CA", tags, COUNT(tags)), "fr");
    assert_string_equal(locale_match("zh", tags, COUNT(tags)), "zh-Hans");
    assert_string_equal(locale_match("PT-br", tags, COUNT(tags)), "pt-BR");
    assert_string_equal(locale_match("pt_PT", tags, COUNT(tags)), "pt");
    assert_null(locale_match("f", tags, COUNT(tags)));
    assert_null(locale_match("fra", tags, COUNT(tags)));
    assert_null(locale_match("de", tags, COUNT(tags)));
    assert_null(locale_match("", tags, COUNT(tags)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_has_its_own_name_script_and_direction),
        cmocka_unit_test(languages_that_icu_cannot_name_have_names_too),
        cmocka_unit_test(an_unknown_tag_gives_itself),
        cmocka_unit_test(a_very_long_tag_is_harmless),
        cmocka_unit_test(arabic_script_and_nastaliq_have_taller_lines),
        cmocka_unit_test(a_language_is_named_in_another_one_as_inside_a_sentence),
        cmocka_unit_test(a_wanted_language_is_found_by_its_tag_or_its_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
