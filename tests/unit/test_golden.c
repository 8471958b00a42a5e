/* Whole screens as draw lists, compared with the files in tests/golden. After a wanted change: test_golden
 * --update */
#include "base/file.h"
#include "support/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER TEST_SOURCE_DIR "/tests/golden/"
#define GOLDEN_SIZE_MAX (1024u * 1024u)

static bool updating;
static struct stage stage;
static struct arena texts;

static int set_up(void **state)
{
    (void)state;
    stage_open_pack(&stage, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    stage_close(&stage);
    arena_destroy(&texts);
    return 0;
}

/* Prints the first line in which the two differ. */
static void print_difference(const char *name, struct str wanted, struct str got)
{
    for (long row = 1; wanted.len > 0 || got.len > 0; row++) {
        bool wanted_ended = wanted.len == 0, got_ended = got.len == 0;
        struct str old = str_cut(wanted, '\n', &wanted), new = str_cut(got, '\n', &got);
        if (str_eq(old, new) && wanted_ended == got_ended)
            continue;
        print_error("%s:%ld differs\n-%.*s\n+%.*s\n", name, row, STR_FMT(wanted_ended ? STR("(the end)") : old),
                    STR_FMT(got_ended ? STR("(the end)") : new));
        return;
    }
}

static void assert_golden(const char *name)
{
    struct err err = { 0 };
    struct str wanted, got = str_of(draw_list_dump(stage_draw(&stage), &texts));
    const char *path = arena_printf(&texts, FOLDER "%s.txt", name);
    if (updating) {
        if (!file_write(path, got, &err))
            fail_msg("%s", err.detail);
        return;
    }
    if (!file_read(&wanted, &texts, path, GOLDEN_SIZE_MAX, &err))
        fail_msg("%s %s; test_golden --update makes it", path, err.detail);
    if (str_eq(wanted, got))
        return;
    print_difference(name, wanted, got);
    fail_msg("%s is not drawn as it was; if that is wanted, test_golden --update", name);
}

static void home_in_english_is_drawn_as_it_was(void **state)
{
    (void)state;
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    assert_golden("home_en");
}

static void a_topic_in_arabic_is_drawn_as_it_was(void **state)
{
    (void)state;
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "ar"));
    assert_true(stage_act(&stage, ACT_TOPIC, "health"));
    assert_golden("topic_ar");
}

int main(int argc, char **argv)
{
    updating = argc == 2 && strcmp(argv[1], "--update") == 0;
    if (argc > 1 && !updating) {
        fprintf(stderr, "usage: test_golden [--update]\n");
        return 2;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(home_in_english_is_drawn_as_it_was, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_topic_in_arabic_is_drawn_as_it_was, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
