/* Files that grow beside their names and are put in place together. */
#include "base/file.h"
#include "base/file_out.h"

#include "support/feed_files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <unistd.h>

static void assert_holds(const char *path, const char *wanted)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str content;
    assert_true(file_read(&content, &arena, path, 1 << 20, NULL));
    assert_string_equal(content.at, wanted);
}

static const char *beside(struct arena *arena, const char *path)
{
    return arena_printf(arena, "%s.new", path);
}

static void nothing_changes_before_a_file_is_placed(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *path = feed_file_new("a.csv", STR("old"));
    struct file_out *file = NULL;
    (void)state;
    assert_true(file_out_open(&file, path, NULL));
    file_out_put(file, STR("ne"));
    file_out_put(file, STR("w"));
    assert_true(file_out_finish(file, NULL));
    assert_holds(path, "old");
    assert_true(file_out_differs(file));
    assert_true(file_out_place(file, NULL));
    assert_holds(path, "new");
    file_out_close(file);
    assert_false(file_exists(beside(&arena, path)));
    assert_holds(path, "new");
    feed_file_remove(path);
}

static void what_is_not_placed_leaves_nothing_behind(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *path = feed_file_new("a.csv", STR("old"));
    struct file_out *file = NULL;
    (void)state;
    assert_true(file_out_open(&file, path, NULL));
    file_out_put(file, STR("old"));
    assert_true(file_out_finish(file, NULL));
    assert_false(file_out_differs(file));
    file_out_close(file);
    assert_false(file_exists(beside(&arena, path)));
    assert_holds(path, "old");
    feed_file_remove(path);
}

static void a_disk_that_is_full_is_told_at_the_end(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *path = feed_file_new("a.csv", STR("old"));
    struct file_out *file = NULL;
    struct err err = { 0 };
    (void)state;
    /* /dev/full takes the place of the file that grows. */
    assert_int_equal(symlink("/dev/full", beside(&arena, path)), 0);
    assert_true(file_out_open(&file, path, NULL));
    for (int i = 0; i < 100; i++)
        file_out_put(file, str_of(arena_printf(&arena, "%2000d", i)));
    assert_false(file_out_finish(file, &err));
    assert_int_equal(err.code, ERR_IO);
    file_out_close(file);
    assert_holds(path, "old");
    assert_false(file_exists(beside(&arena, path)));
    feed_file_remove(path);
}

static void a_folder_that_is_not_there_is_told_at_once(void **state)
{
    struct file_out *file = NULL;
    struct err err = { 0 };
    (void)state;
    assert_false(file_out_open(&file, "/nowhere/at/all.csv", &err));
    assert_int_equal(err.code, ERR_IO);
    assert_null(file);
    file_out_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_changes_before_a_file_is_placed),
        cmocka_unit_test(what_is_not_placed_leaves_nothing_behind),
        cmocka_unit_test(a_disk_that_is_full_is_told_at_the_end),
        cmocka_unit_test(a_folder_that_is_not_there_is_told_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
