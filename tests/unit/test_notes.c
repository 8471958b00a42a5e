#include "base/file.h"
#include "kiosk/notes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

#define SERVICE "services/50e4be1f-0a6d-5f4e-9c1d-0a5b1c2d3e4f"

static const struct civil today = { 2026, 11, 24, 14, 5, 9, 2 };

struct place {
    char folder[64], file[80];
    struct arena arena;
};

static int set_up(void **state)
{
    static struct place place;
    place = (struct place){ .folder = "notes-XXXXXX" };
    assert_non_null(mkdtemp(place.folder));
    assert_int_equal(rmdir(place.folder), 0); /* the first note makes it */
    snprintf(place.file, sizeof(place.file), "%s/notes.csv", place.folder);
    *state = &place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *place = *state;
    arena_destroy(&place->arena);
    unlink(place->file);
    rmdir(place->folder);
    return 0;
}

static const char *content(struct place *place)
{
    struct str text;
    struct err err = { 0 };
    assert_true(file_read(&text, &place->arena, place->file, 1 << 20, &err));
    return text.at;
}

static void a_note_holds_the_day_the_record_and_the_kind(void **state)
{
    struct place *place = *state;
    struct err err = { 0 };
    assert_true(notes_add(place->folder, today, SERVICE, "phone", "7", &err));
    assert_true(notes_add(place->folder, today, "guide/your-rights", "other", "7", &err));
    assert_string_equal(content(place), "day,record,kind,sequence\r\n"
                                        "2026-11-24," SERVICE ",phone,7\r\n"
                                        "2026-11-24,guide/your-rights,other,7\r\n");
}

static void only_the_kiosk_may_read_the_notes(void **state)
{
    struct place *place = *state;
    struct err err = { 0 };
    struct stat info;
    assert_true(notes_add(place->folder, today, SERVICE, "phone", "7", &err));
    assert_int_equal(stat(place->file, &info), 0);
    assert_int_equal(info.st_mode & 077, 0);
}

static void a_link_in_the_place_of_the_notes_is_not_followed(void **state)
{
    struct place *place = *state;
    struct err err = { 0 };
    assert_int_equal(mkdir(place->folder, 0700), 0);
    assert_int_equal(symlink("elsewhere.csv", place->file), 0);
    assert_false(notes_add(place->folder, today, SERVICE, "phone", "7", &err));
    assert_int_equal(err.code, ERR_IO);
    assert_false(file_exists("elsewhere.csv"));
}

static void full_notes_stay_as_they_are_and_say_what_to_do(void **state)
{
    struct place *place = *state;
    struct err err = { 0 };
    assert_true(notes_add(place->folder, today, SERVICE, "phone", "7", &err));
    assert_int_equal(truncate(place->file, 512 * 1024 - 10), 0);
    assert_false(notes_add(place->folder, today, SERVICE, "phone", "7", &err));
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.detail, "is full"));
    struct stat info;
    assert_int_equal(stat(place->file, &info), 0);
    assert_int_equal(info.st_size, 512 * 1024 - 10);
}

static void a_folder_that_cannot_be_made_is_named(void **state)
{
    (void)state;
    struct err err = { 0 };
    assert_false(notes_add("/proc/no/such", today, SERVICE, "phone", "7", &err));
    assert_int_equal(err.code, ERR_IO);
    assert_string_equal(err.file, "/proc/no/such");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_note_holds_the_day_the_record_and_the_kind, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_the_kiosk_may_read_the_notes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_link_in_the_place_of_the_notes_is_not_followed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(full_notes_stay_as_they_are_and_say_what_to_do, set_up, tear_down),
        cmocka_unit_test(a_folder_that_cannot_be_made_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
