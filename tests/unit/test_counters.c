/* Openings per day and topic: kept over a restart, shown only from ten up, and saying nothing of who or when. */
#include "kiosk/counters.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const struct civil tuesday = { 2026, 11, 24, 10, 5, 0, 2 }, wednesday = { 2026, 11, 25, 0, 1, 0, 3 };

struct world {
    char folder[64];
    struct arena arena;
    struct counters counters;
    struct err err;
};

static int set_up(void **state)
{
    struct world *world = calloc(1, sizeof(*world));
    strcpy(world->folder, "/tmp/maison-counters-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    *state = world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    struct file_names names;
    assert_true(file_list(&names, &world->arena, world->folder, "", &world->err));
    for (size_t i = 0; i < names.count; i++)
        unlink(arena_printf(&world->arena, "%s/%s", world->folder, names.at[i]));
    rmdir(world->folder);
    arena_destroy(&world->arena);
    free(world);
    return 0;
}

static void open_topic(struct world *world, struct civil day, const char *topic, int times)
{
    for (int i = 0; i < times; i++)
        assert_true(counters_add(&world->counters, world->folder, day, topic, &world->err));
}

static const char *exported(struct world *world)
{
    struct str text;
    assert_true(counters_export(&text, &world->arena, world->folder, &world->err));
    return arena_str(&world->arena, text);
}

static void flush(struct world *world)
{
    assert_true(counters_flush(&world->counters, world->folder, &world->err));
}

static void counts_are_shown_from_ten_up(void **state)
{
    struct world *world = *state;
    open_topic(world, tuesday, "health", 10);
    open_topic(world, tuesday, "women", 9);
    flush(world);
    assert_string_equal(exported(world), "day,topic,count\r\n2026-11-24,health,10\r\n");
    open_topic(world, tuesday, "women", 1);
    flush(world);
    assert_string_equal(exported(world), "day,topic,count\r\n2026-11-24,health,10\r\n2026-11-24,women,10\r\n");
}

static void nothing_is_written_before_a_visit_ends(void **state)
{
    struct world *world = *state;
    struct file_names names;
    open_topic(world, tuesday, "health", 20);
    assert_true(file_list(&names, &world->arena, world->folder, "", &world->err));
    assert_int_equal(names.count, 0);
    assert_string_equal(exported(world), "day,topic,count\r\n");
}

static void a_day_goes_on_after_a_restart(void **state)
{
    struct world *world = *state;
    open_topic(world, tuesday, "health", 6);
    flush(world);
    world->counters = (struct counters){ 0 };
    open_topic(world, tuesday, "health", 6);
    flush(world);
    assert_string_equal(exported(world), "day,topic,count\r\n2026-11-24,health,12\r\n");
}

static void at_midnight_the_old_day_is_written_and_a_new_one_begins(void **state)
{
    struct world *world = *state;
    open_topic(world, tuesday, "health", 11);
    open_topic(world, wednesday, "health", 12);
    flush(world);
    assert_string_equal(exported(world), "day,topic,count\r\n2026-11-24,health,11\r\n2026-11-25,health,12\r\n");
}

static void too_many_topics_and_strange_files_are_survived(void **state)
{
    struct world *world = *state;
    for (int i = 0; i < COUNTERS_TOPICS + 5; i++)
        open_topic(world, tuesday, arena_printf(&world->arena, "topic-%d", i), 10);
    open_topic(world, tuesday, "", 10);
    assert_int_equal(world->counters.count, COUNTERS_TOPICS);
    flush(world);
    struct str junk = STR("day,topic,count\r\n,,\nno line\r\n2026-11-23,x,-4\r\n2026-11-23,x,99999999999\r\n");
    const char *path = arena_printf(&world->arena, "%s/counters-2026-11-23.csv", world->folder);
    assert_true(file_write(path, junk, &world->err));
    assert_null(strstr(exported(world), "2026-11-23"));
}

static void a_folder_that_cannot_be_made_is_said_and_the_count_stays(void **state)
{
    struct world *world = *state;
    open_topic(world, tuesday, "health", 3);
    assert_false(counters_flush(&world->counters, "/proc/no/such", &world->err));
    assert_int_equal(world->err.code, ERR_IO);
    assert_true(world->counters.is_dirty);
    assert_int_equal(world->counters.at[0].count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_are_shown_from_ten_up, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_written_before_a_visit_ends, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_day_goes_on_after_a_restart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(at_midnight_the_old_day_is_written_and_a_new_one_begins, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_many_topics_and_strange_files_are_survived, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_made_is_said_and_the_count_stays, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
