#include "kiosk/options.h"

#include "base/file.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Reads a command line over the defaults; the error's words, or NULL. */
static const char *parse(struct options *options, ...)
{
    static struct err err;
    char *argv[16] = { (char *)"maison" };
    int argc = 1;
    va_list words;
    va_start(words, options);
    for (char *word; (word = va_arg(words, char *));)
        argv[argc++] = word;
    va_end(words);
    err = (struct err){ 0 };
    if (options_parse(options, argc, argv, &err))
        return NULL;
    assert_int_equal(err.code, ERR_USAGE);
    return err.detail;
}

static struct options good(const char *first, const char *second)
{
    struct options options = options_default();
    const char *wrong = parse(&options, first, second, NULL);
    if (wrong)
        fail_msg("%s", wrong);
    return options;
}

static void the_defaults_are_a_24_inch_screen_and_ninety_seconds(void **state)
{
    (void)state;
    struct options options = options_default();
    assert_true(options.diagonal == 24.0);
    assert_int_equal(options.idle_seconds, 90);
    assert_int_equal(options.low_reach_mm, 0); /* half of the screen */
    assert_null(options.pack);
    assert_null(options.lang);
    assert_int_equal(options.width, 0);
    assert_false(options.windowed || options.offscreen || options.stats || options.has_now || options.help);
}

static void every_option_is_read(void **state)
{
    (void)state;
    assert_string_equal(good("--pack", "a.pack").pack, "a.pack");
    assert_string_equal(good("--config", "kiosk.ini").config, "kiosk.ini");
    assert_string_equal(good("--kiosk", "annex").kiosk, "annex");
    assert_string_equal(good("--lang", "ar").lang, "ar");
    assert_string_equal(good("--script", "-").script, "-");
    struct options options = good("--size", "1080x1920");
    assert_int_equal(options.width, 1080);
    assert_int_equal(options.height, 1920);
    assert_true(good("--diagonal", "15.6").diagonal == 15.6);
    assert_true(good("--windowed", NULL).windowed);
    assert_true(good("--offscreen", NULL).offscreen);
    assert_true(good("--stats", NULL).stats);
    assert_true(good("--help", NULL).help);
    assert_true(good("--version", NULL).version);
    options = good("--now", "1970-01-01T01:00:01+01:00");
    assert_true(options.has_now);
    assert_int_equal(options.now_ms, 1000);
}

static void a_value_can_stand_behind_an_equals_sign(void **state)
{
    (void)state;
    assert_string_equal(good("--pack=a=b.pack", NULL).pack, "a=b.pack");
    assert_int_equal(good("--size=640x480", NULL).width, 640);
    assert_true(good("--stats=yes", NULL).stats);
    assert_false(good("--stats=no", NULL).stats);
}

static void several_options_are_read_together_and_the_last_of_two_wins(void **state)
{
    (void)state;
    struct options options = options_default();
    assert_null(parse(&options, "--pack", "a", "--windowed", "--lang=fr", "--pack", "b", NULL));
    assert_string_equal(options.pack, "b");
    assert_string_equal(options.lang, "fr");
    assert_true(options.windowed);
}

static const struct {
    const char *first, *second, *words;
} wrongs[] = {
    { "--pack", NULL, "--pack needs a value: a file" },
    { "--size", NULL, "--size needs a value: WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080" },
    { "--pack", "", "--pack can't be \"\"; give a file" },
    { "--lang=", NULL, "--lang can't be \"\"; give a language tag such as ar" },
    { "--size", "1920",
      "--size can't be \"1920\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080" },
    { "--size", "1920x",
      "--size can't be \"1920x\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080" },
    { "--size", "479x480",
      "--size can't be \"479x480\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080" },
    { "--size", "480x8193",
      "--size can't be \"480x8193\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080" },
    { "--size", "99999999999x480",
      "--size can't be \"99999999999x480\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as "
      "1920x1080" },
    { "--size", "640x480x2",
      "--size can't be \"640x480x2\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as "
      "1920x1080" },
    { "--size", "-640x480",
      "--size can't be \"-640x480\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080" },
    { "--diagonal", "6.9", "--diagonal can't be \"6.9\"; give inches from 7 to 120, such as 24" },
    { "--diagonal", "121", "--diagonal can't be \"121\"; give inches from 7 to 120, such as 24" },
    { "--diagonal", "nan", "--diagonal can't be \"nan\"; give inches from 7 to 120, such as 24" },
    { "--diagonal", "24\"", "--diagonal can't be \"24\"\"; give inches from 7 to 120, such as 24" },
    { "--now", "yesterday", "--now can't be \"yesterday\"; give a moment such as 2026-11-24T14:05:00+01:00" },
    { "--now", "2026-02-30T00:00:00Z",
      "--now can't be \"2026-02-30T00:00:00Z\"; give a moment such as 2026-11-24T14:05:00+01:00" },
    { "--stats=maybe", NULL, "--stats can't be \"maybe\"; give yes or no" },
    { "--pakc", "a", "there is no option --pakc; did you mean --pack?" },
    { "--pakc=some/long/path.pack", NULL, "there is no option --pakc; did you mean --pack?" },
    { "--juggle", NULL, "there is no option --juggle (see --help)" },
    { "--", NULL, "there is no option -- (see --help)" },
    { "--=5", NULL, "there is no option -- (see --help)" },
    { "-h", NULL, "\"-h\" is not an option (see --help)" },
    { "a.pack", NULL, "\"a.pack\" is not an option (see --help)" },
    { "--idle_seconds", "30", "there is no option --idle_seconds (see --help)" },
};

static void what_is_wrong_is_said_and_what_to_write_instead(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(wrongs); i++) {
        struct options options = options_default();
        const char *words = parse(&options, wrongs[i].first, wrongs[i].second, NULL);
        if (!words || strcmp(words, wrongs[i].words) != 0)
            fail_msg("%s %s says: %s", wrongs[i].first, wrongs[i].second ? wrongs[i].second : "",
                     words ? words : "nothing");
    }
}

static void a_command_line_with_a_mistake_sets_nothing(void **state)
{
    (void)state;
    struct options options = options_default();
    assert_non_null(parse(&options, "--windowed", "--size", "640x480", "--diagonal", "0", NULL));
    assert_false(options.windowed);
    assert_int_equal(options.width, 0);
}

/* Config files. */

#define CONFIG "options-test.ini"

static bool read_config(struct options *options, struct arena *arena, const char *text, struct err *err)
{
    *err = (struct err){ 0 };
    assert_true(file_write(CONFIG, str_of(text), err));
    bool done = options_read_config(options, arena, CONFIG, err);
    unlink(CONFIG);
    return done;
}

static void a_config_file_sets_what_a_kiosk_needs(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct options options = options_default();
    struct err err;
    assert_true(read_config(&options, &arena,
                            "# the kiosk in the hall\n"
                            "; and another comment\n"
                            "\n"
                            "pack = /srv/grenoble.pack\r\n"
                            "kiosk=hall\n"
                            "  lang   =   ar  \n"
                            "size = 1080x1920\n"
                            "diagonal = 32\n"
                            "windowed = yes\n"
                            "low_reach_mm = 320\n"
                            "idle_seconds = 180",
                            &err));
    assert_string_equal(options.pack, "/srv/grenoble.pack");
    assert_string_equal(options.kiosk, "hall");
    assert_string_equal(options.lang, "ar");
    assert_int_equal(options.width, 1080);
    assert_true(options.diagonal == 32.0);
    assert_true(options.windowed);
    assert_int_equal(options.idle_seconds, 180);
    assert_int_equal(options.low_reach_mm, 320);
}

static void an_empty_config_file_changes_nothing(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct options options = options_default(), before = options_default();
    struct err err;
    assert_true(read_config(&options, &arena, "", &err));
    assert_true(read_config(&options, &arena, "\n# nothing\n", &err));
    assert_memory_equal(&options, &before, sizeof(options));
}

static const struct {
    const char *text;
    long row;
    const char *words;
} bad_configs[] = {
    { "# hall\npakc = a\n", 2, "there is no setting \"pakc\"; did you mean \"pack\"?" },
    { "idle-seconds = 90\n", 1, "there is no setting \"idle-seconds\"; did you mean \"idle_seconds\"?" },
    { "\n\njuggling = 3\n", 3, "there is no setting \"juggling\"" },
    { "lang = fr\ndiagonal = wide\nsize = 1\n", 2,
      "diagonal can't be \"wide\"; give inches from 7 to 120, such as 24" },
    { "idle_seconds = 9\n", 1, "idle_seconds can't be \"9\"; give whole seconds from 10 to 3600" },
    { "low_reach_mm = 99\n", 1, "low_reach_mm can't be \"99\"; give whole millimetres from 100 to 2000" },
    { "low_reach_mm = 2001\n", 1, "low_reach_mm can't be \"2001\"; give whole millimetres from 100 to 2000" },
    { "idle_seconds = 3601\n", 1, "idle_seconds can't be \"3601\"; give whole seconds from 10 to 3600" },
    { "windowed = true\n", 1, "windowed can't be \"true\"; give yes or no" },
    { "pack =\n", 1, "pack can't be \"\"; give a file" },
    { "lang = fr\nhello\n", 2, "is not a setting; write `name = value`" },
    { "[kiosk]\npack = a\n", 2, "[kiosk] is not expected; write settings without sections" },
    { "hello\npakc = a\n", 1, "is not a setting; write `name = value`" },
    { "pakc = a\nhello\n", 1, "there is no setting \"pakc\"; did you mean \"pack\"?" },
    { "script = -\n", 1, "there is no setting \"script\"" },
    { "now = 2026-11-24T14:05:00Z\n", 1, "there is no setting \"now\"" },
};

static void a_config_file_with_a_mistake_names_the_line_and_sets_nothing(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    for (size_t i = 0; i < COUNT(bad_configs); i++) {
        struct options options = options_default(), before = options_default();
        struct err err;
        assert_false(read_config(&options, &arena, bad_configs[i].text, &err));
        assert_int_equal(err.code, ERR_USAGE);
        assert_string_equal(err.file, CONFIG);
        if (err.row != bad_configs[i].row || strcmp(err.detail, bad_configs[i].words) != 0)
            fail_msg("%s says, of line %ld: %s", bad_configs[i].text, err.row, err.detail);
        assert_memory_equal(&options, &before, sizeof(options));
    }
}

static void a_line_is_read_whole_or_refused(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    size_t longest = 0;
    for (size_t length = 1; length < 500; length++) {
        char text[600], path[501];
        memset(path, 'p', length);
        path[length] = '\0';
        snprintf(text, sizeof(text), "lang = fr\npack = %s\nkiosk = hall\n", path);
        struct options options = options_default();
        struct err err;
        if (read_config(&options, &arena, text, &err)) {
            assert_string_equal(options.pack, path);
            assert_string_equal(options.kiosk, "hall");
            longest = length;
        } else {
            assert_int_equal(err.row, 2);
            unsigned long most = 0;
            assert_int_equal(sscanf(err.detail, "the line is longer than %lu bytes", &most), 1);
            assert_int_equal(most, strlen("pack = ") + longest);
        }
    }
    assert_true(longest >= 180 && longest < 499);
}

static void a_config_file_that_is_none_is_said(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct options options = options_default();
    struct err err = { 0 };
    assert_false(options_read_config(&options, &arena, "there/is/none.ini", &err));
    assert_int_equal(err.code, ERR_MISSING);
    assert_string_equal(err.file, "there/is/none.ini");
    err = (struct err){ 0 };
    assert_false(options_read_config(&options, &arena, ".", &err)); /* a folder */
    assert_int_not_equal(err.code, ERR_NONE);
    assert_string_equal(err.file, ".");
}

static void the_command_line_wins_over_the_config_file(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct options options = options_default();
    struct err err;
    assert_true(read_config(&options, &arena, "pack = from-file\nlang = fr\nwindowed = yes\n", &err));
    assert_null(parse(&options, "--pack", "from-line", "--windowed=no", NULL));
    assert_string_equal(options.pack, "from-line");
    assert_string_equal(options.lang, "fr");
    assert_false(options.windowed);
}

static void the_diagonal_says_how_many_pixels_a_millimetre_has(void **state)
{
    (void)state;
    struct options options = options_default();
    assert_true(fabs(options_pixels_per_mm(&options, 1920, 1080) - 3.6136) < 0.001);
    assert_true(fabs(options_pixels_per_mm(&options, 1080, 1920) - 3.6136) < 0.001);
    options.diagonal = 12;
    assert_true(fabs(options_pixels_per_mm(&options, 1920, 1080) - 7.2272) < 0.001);
}

static void the_help_names_every_option(void **state)
{
    (void)state;
    static const char *const names[] = { "--pack",     "--config",   "--kiosk",  "--lang",      "--size",
                                         "--diagonal", "--windowed", "--now",    "--offscreen", "--script",
                                         "--stats",    "--help",     "--version" };
    for (size_t i = 0; i < COUNT(names); i++)
        assert_non_null(strstr(options_usage, names[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_a_24_inch_screen_and_ninety_seconds),
        cmocka_unit_test(every_option_is_read),
        cmocka_unit_test(a_value_can_stand_behind_an_equals_sign),
        cmocka_unit_test(several_options_are_read_together_and_the_last_of_two_wins),
        cmocka_unit_test(what_is_wrong_is_said_and_what_to_write_instead),
        cmocka_unit_test(a_command_line_with_a_mistake_sets_nothing),
        cmocka_unit_test(a_config_file_sets_what_a_kiosk_needs),
        cmocka_unit_test(an_empty_config_file_changes_nothing),
        cmocka_unit_test(a_config_file_with_a_mistake_names_the_line_and_sets_nothing),
        cmocka_unit_test(a_line_is_read_whole_or_refused),
        cmocka_unit_test(a_config_file_that_is_none_is_said),
        cmocka_unit_test(the_command_line_wins_over_the_config_file),
        cmocka_unit_test(the_diagonal_says_how_many_pixels_a_millimetre_has),
        cmocka_unit_test(the_help_names_every_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
