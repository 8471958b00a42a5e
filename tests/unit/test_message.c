/* The interface's sentences, with catalogues compiled for the test. */
#include "text/message.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER "message-locale"

#define HEADER(checked, plurals)                                                                                       \
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: " plurals                \
    "\\n\"\n" checked

static void compile(const char *lang, const char *po)
{
    char command[300];
    struct err err = { 0 };
    snprintf(command, sizeof(command), "mkdir -p " FOLDER "/%s/LC_MESSAGES", lang);
    assert_int_equal(system(command), 0);
    assert_true(file_write(FOLDER "/test.po", str_of(po), &err));
    snprintf(command, sizeof(command), "msgfmt -o " FOLDER "/%s/LC_MESSAGES/maison.mo " FOLDER "/test.po", lang);
    assert_int_equal(system(command), 0);
}

static int set_up(void **state)
{
    (void)state;
    struct err err = { 0 };
    if (system("rm -rf " FOLDER) != 0)
        return -1;
    compile("fr", HEADER("\"X-Checked-By-Speaker: yes\\n\"\n",
                         "nplurals=2; plural=(n > 1);") "msgid \"Back\"\nmsgstr \"Retour\"\n"
                                                        "msgid \"Stop\"\nmsgstr \"Stop\"\n"
                                                        "msgid \"%d place\"\nmsgid_plural \"%d places\"\nmsgstr[0] "
                                                        "\"%d lieu\"\nmsgstr[1] \"%d lieux\"\n");
    compile("ar", HEADER("\"X-Checked-By-Speaker: no\\n\"\n",
                         "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
                         "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);") "msgid \"Back\"\nmsgstr \"رجوع\"\n"
                                                                            "msgid \"%d place\"\nmsgid_plural \"%d "
                                                                            "places\"\nmsgstr[0] \"z\"\nmsgstr[1] "
                                                                            "\"o\"\nmsgstr[2] \"t\"\n"
                                                                            "msgstr[3] \"f\"\nmsgstr[4] "
                                                                            "\"m\"\nmsgstr[5] \"h\"\n");
    compile("zh-Hans", HEADER("", "nplurals=1; plural=0;") "msgid \"Back\"\nmsgstr \"返回\"\n");
    return message_init(FOLDER, &err) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    return system("rm -rf " FOLDER);
}

static void one_screen_speaks_several_languages(void **state)
{
    (void)state;
    for (int round = 0; round < 3; round++) {
        assert_string_equal(message_get("fr", "Back"), "Retour");
        assert_string_equal(message_get("ar", "Back"), "رجوع");
        assert_string_equal(message_get("zh-Hans", "Back"), "返回");
        assert_string_equal(message_get("en", "Back"), "Back");
    }
}

static void what_has_no_translation_stays_english(void **state)
{
    (void)state;
    assert_string_equal(message_get("fr", "Finish"), "Finish");
    assert_string_equal(message_get("de", "Back"), "Back");
    assert_string_equal(message_get("fr", ""), "");
    assert_string_equal(message_get("", "Back"), "Back");
    assert_string_equal(message_get("../fr", "Back"), "Back");
}

static void plurals_follow_the_catalogue(void **state)
{
    (void)state;
    assert_string_equal(message_plural("fr", "%d place", "%d places", 0), "%d lieu");
    assert_string_equal(message_plural("fr", "%d place", "%d places", 2), "%d lieux");
    assert_string_equal(message_plural("ar", "%d place", "%d places", 2), "t");
    assert_string_equal(message_plural("ar", "%d place", "%d places", 11), "m");
    assert_string_equal(message_plural("en", "%d place", "%d places", 1), "%d place");
    assert_string_equal(message_plural("en", "%d place", "%d places", 0), "%d places");
}

static void a_language_says_whether_it_has_a_catalogue(void **state)
{
    (void)state;
    assert_true(message_has("fr"));
    assert_true(message_has("en"));
    assert_true(message_has("en-GB"));
    assert_false(message_has("de"));
    assert_false(message_has("eno"));
    assert_false(message_has(""));
}

static void a_catalogue_says_whether_a_speaker_has_read_it(void **state)
{
    (void)state;
    assert_true(message_is_checked("fr"));
    assert_false(message_is_checked("ar"));
    assert_false(message_is_checked("zh-Hans"));
    assert_false(message_is_checked("de"));
    assert_true(message_is_checked("en"));
}

static void a_folder_that_is_not_there_is_refused(void **state)
{
    (void)state;
    struct err err = { 0 };
    assert_false(message_init("no-such-folder", &err));
    assert_int_equal(err.code, ERR_MISSING);
    assert_string_equal(message_get("fr", "Back"), "Retour");
}

static void placeholders_are_filled_and_isolated(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    assert_string_equal(MESSAGE_FORMAT(&arena, "Call {phone} now", { "phone", "04 76" }), "Call \u2068"
                                                                                          "04 76\u2069 now");
    const struct message_arg args[] = { { "a", "1" }, { "b", "2" }, { "none", NULL } };
    assert_string_equal(message_format(&arena, "{b}{a}{b}", false, args, 3), "212");
    assert_string_equal(message_format(&arena, "[{none}]", true, args, 3), "[]");
}

static void a_broken_pattern_is_shown_as_it_is(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const struct message_arg args[] = { { "a", "1" } };
    static const char *const same[] = { "{", "}", "{}", "{b}", "{a", "a}", "{{", "%s %n", "" };
    for (size_t i = 0; i < COUNT(same); i++)
        assert_string_equal(message_format(&arena, same[i], true, args, 1), same[i]);
    assert_string_equal(message_format(&arena, "{{a}}", false, args, 1), "{1}");
    assert_string_equal(message_format(&arena, "{x {a}", false, args, 1), "{x 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_screen_speaks_several_languages),
        cmocka_unit_test(what_has_no_translation_stays_english),
        cmocka_unit_test(plurals_follow_the_catalogue),
        cmocka_unit_test(a_language_says_whether_it_has_a_catalogue),
        cmocka_unit_test(a_catalogue_says_whether_a_speaker_has_read_it),
        cmocka_unit_test(a_folder_that_is_not_there_is_refused),
        cmocka_unit_test(placeholders_are_filled_and_isolated),
        cmocka_unit_test(a_broken_pattern_is_shown_as_it_is),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
