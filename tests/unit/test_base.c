/* The base library: arena, str, err, file, clock. */
#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void arena_memory_is_zeroed_aligned_and_stays_apart(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    unsigned char *before = NULL;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *at = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(at[i], 0);
        memset(at, 0xAA, size);
        if (before)
            assert_true(at != before || size == 7);
        before = at;
    }
}

static void a_block_larger_than_the_arenas_own_is_given(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *large = arena_alloc(&arena, 1000000);
    char *small = arena_alloc(&arena, 10);
    memset(large, 'x', 1000000);
    assert_int_equal(small[0], 0);
    assert_true(arena_used(&arena) >= 1000010);
}

static void a_reset_arena_has_forgotten_what_was_in_it(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *secret = arena_strdup(&arena, "typed by a visitor");
    size_t length = strlen(secret);
    arena_reset(&arena);
    for (size_t i = 0; i < length; i++)
        assert_int_equal(secret[i], 0);
    assert_int_equal(arena_used(&arena), 0);
    assert_ptr_equal(arena_alloc(&arena, 5), secret);
}

static void an_arena_prints_text_of_any_length(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    assert_string_equal(arena_printf(&arena, "%d %s", 7, "x"), "7 x");
    assert_int_equal(strlen(arena_printf(&arena, "%*d", 100000, 1)), 100000);
    assert_string_equal(arena_str(&arena, (struct str){ NULL, 0 }), "");
    assert_null(arena_strdup(&arena, NULL));
}

static void views_are_compared_trimmed_and_cut(void **state)
{
    (void)state;
    struct str rest;
    assert_true(str_eq(str_of(NULL), STR("")));
    assert_true(str_eq_c(str_trim(STR(" \t a b \n")), "a b"));
    assert_true(str_eq_c(str_trim(STR("  ")), ""));
    assert_true(str_eq_c(str_cut(STR("a;b;c"), ';', &rest), "a"));
    assert_true(str_eq_c(rest, "b;c"));
    assert_true(str_eq_c(str_cut(STR("abc"), ';', &rest), "abc"));
    assert_int_equal(rest.len, 0);
    assert_true(str_eq_c(str_cut(STR(";"), ';', &rest), ""));
    assert_int_equal(rest.len, 0);
    assert_true(str_starts(STR("pack.db"), STR("pack")));
    assert_false(str_starts(STR("pa"), STR("pack")));
    assert_true(str_ends(STR("pack.db"), STR(".db")));
    assert_false(str_ends(STR("b"), STR(".db")));
    assert_true(str_contains(STR("abc"), STR("bc")));
    assert_true(str_contains(STR(""), STR("")));
    assert_false(str_contains(STR(""), STR("x")));
}

static void numbers_are_read_whole_or_not_at_all(void **state)
{
    (void)state;
    int64_t integer = 5;
    double real = 5;
    assert_true(str_to_int64(STR("-42"), &integer));
    assert_int_equal(integer, -42);
    static const char *const bad[] = { "", " 1", "1 ", "1x", "99999999999999999999", "0x10", "--1" };
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(str_to_int64(str_of(bad[i]), &integer));
    assert_false(str_to_int64((struct str){ "1\0002", 3 }, &integer));
    assert_int_equal(integer, -42);
    assert_true(str_to_double(STR("45.1885"), &real));
    assert_true(real > 45.1884 && real < 45.1886);
    static const char *const not_decimal[] = { "nan", "inf", "1e999", "", "1,5", "0x1p3", " 1" };
    for (size_t i = 0; i < COUNT(not_decimal); i++)
        assert_false(str_to_double(str_of(not_decimal[i]), &real));
}

static void malformed_utf8_is_seen_and_decodes_to_the_replacement(void **state)
{
    (void)state;
    assert_true(str_is_utf8(STR("é ع 中 \U0001F600")));
    assert_true(str_is_utf8(STR("")));
    static const char *const bad[] = { "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE2\x82" };
    for (size_t i = 0; i < COUNT(bad); i++) {
        const char *at = bad[i];
        assert_false(str_is_utf8(str_of(bad[i])));
        assert_int_equal(str_next_codepoint(&at, bad[i] + strlen(bad[i])), 0xFFFD);
        assert_ptr_equal(at, bad[i] + 1);
    }
    const char *at = "\U0001F600";
    assert_int_equal(str_next_codepoint(&at, at + 4), 0x1F600);
}

static void an_error_carries_its_place_and_gathers_context(void **state)
{
    (void)state;
    struct err err = { 0 };
    char text[900];
    assert_false(err_at(&err, ERR_FORMAT, "services.csv", 12, "no such %s", "column"));
    assert_false(err_add(&err, "pack %s", "grenoble"));
    assert_string_equal(err_text(&err, text, sizeof(text)), "services.csv:12: pack grenoble: no such column");
    assert_int_equal(err.code, ERR_FORMAT);
    assert_false(err_set(NULL, ERR_IO, "nobody listens"));
    assert_false(err_add(NULL, "nobody listens"));
}

static void an_error_that_is_too_long_is_cut_and_stays_terminated(void **state)
{
    (void)state;
    struct err err = { 0 };
    char filler[600];
    for (size_t length = 495; length < 520; length++) {
        memset(filler, 'x', length);
        filler[length] = '\0';
        err_set(&err, ERR_IO, "the end");
        err_add(&err, "%s", filler);
        assert_true(memchr(err.detail, '\0', sizeof(err.detail)) != NULL);
        assert_int_equal(err.detail[400], 'x');
        err_set(&err, ERR_IO, "%s", filler);
        err_add(&err, "begin");
        assert_memory_equal(err.detail, "begin: xxx", 10);
        assert_true(memchr(err.detail, '\0', sizeof(err.detail)) != NULL);
    }
}

static void a_written_file_is_read_back(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err err = { 0 };
    struct str content = { 0 };
    assert_true(file_write("base-file.txt", STR("one\0two"), &err));
    assert_true(file_read(&content, &arena, "base-file.txt", 100, &err));
    assert_true(str_eq(content, STR("one\0two")));
    assert_int_equal(content.at[content.len], '\0');
    assert_true(file_exists("base-file.txt"));
    assert_false(file_exists("base-file.txt.new"));
    assert_false(file_is_dir("base-file.txt"));
    unlink("base-file.txt");
}

static void what_is_no_readable_file_is_refused(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err err = { 0 };
    struct str content = { 0 };
    assert_false(file_read(&content, &arena, "no-such-file", 100, &err));
    assert_int_equal(err.code, ERR_MISSING);
    assert_false(file_read(&content, &arena, ".", 100, &err));
    assert_int_equal(err.code, ERR_FORMAT);
    assert_true(file_write("base-large.txt", STR("12345"), &err));
    assert_false(file_read(&content, &arena, "base-large.txt", 4, &err));
    assert_int_equal(err.code, ERR_FORMAT);
    assert_null(content.at);
    unlink("base-large.txt");
    assert_false(file_write("no-such-folder/file", STR(""), &err));
    assert_int_equal(err.code, ERR_IO);
}

static void a_pipe_in_place_of_a_file_does_not_hang_the_reader(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err err = { 0 };
    struct str content = { 0 };
    unlink("base-pipe");
    assert_int_equal(mkfifo("base-pipe", 0600), 0);
    assert_false(file_read(&content, &arena, "base-pipe", 100, &err));
    assert_int_equal(err.code, ERR_FORMAT);
    unlink("base-pipe");
}

static void a_folder_lists_its_files_in_order(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err err = { 0 };
    struct file_names names = { 0 };
    mkdir("base-folder", 0755);
    assert_true(file_write("base-folder/b.csv", STR(""), &err));
    assert_true(file_write("base-folder/a.csv", STR(""), &err));
    assert_true(file_write("base-folder/c.txt", STR(""), &err));
    assert_true(file_list(&names, &arena, "base-folder", ".csv", &err));
    assert_int_equal(names.count, 2);
    assert_string_equal(names.at[0], "a.csv");
    assert_string_equal(names.at[1], "b.csv");
    assert_true(file_list(&names, &arena, "no-such-folder", "", &err));
    assert_int_equal(names.count, 0);
    unlink("base-folder/a.csv");
    unlink("base-folder/b.csv");
    unlink("base-folder/c.txt");
    rmdir("base-folder");
}

static void a_virtual_clock_moves_only_when_told(void **state)
{
    (void)state;
    struct clock clock = clock_virtual(1000000);
    assert_int_equal(clock_wall_ms(&clock), 1000000);
    clock_advance(&clock, 600000);
    assert_int_equal(clock_wall_ms(&clock), 1600000);
    assert_int_equal(clock_steady_ms(&clock), 600000);
    struct clock real = clock_real_at(5000);
    assert_true(clock_wall_ms(&real) >= 5000 && clock_wall_ms(&real) < 65000);
}

static void easter_moves_as_the_church_counts(void **state)
{
    (void)state;
    /* From the earliest, 22 March, to the latest, 25 April, and over the turns of centuries. */
    static const int easters[][3] = {
        { 1818, 3, 22 }, { 1900, 4, 15 }, { 1954, 4, 18 }, { 1981, 4, 19 }, { 2000, 4, 23 },
        { 2024, 3, 31 }, { 2026, 4, 5 },  { 2027, 3, 28 }, { 2038, 4, 25 }, { 2049, 4, 18 },
        { 2076, 4, 19 }, { 2100, 3, 28 }, { 2108, 4, 1 },  { 2285, 3, 22 }, { 2299, 4, 16 },
        { 2300, 4, 8 },  { 2400, 4, 16 }, { 2500, 4, 18 }, { 2600, 3, 23 }, { 3000, 4, 13 },
    };
    for (size_t i = 0; i < COUNT(easters); i++)
        assert_int_equal(civil_easter(easters[i][0]), civil_days(easters[i][0], easters[i][1], easters[i][2]));
}

static void days_and_dates_go_both_ways(void **state)
{
    (void)state;
    assert_int_equal(civil_days(1970, 1, 1), 0);
    assert_int_equal(civil_days(2000, 3, 1), 11017);
    for (int64_t day = -800000; day < 800000; day += 101) {
        struct civil civil = civil_from_days(day);
        assert_int_equal(civil_days(civil.year, civil.month, civil.day), day);
        assert_true(civil.weekday >= 1 && civil.weekday <= 7);
    }
    assert_int_equal(civil_from_days(0).weekday, 4);
    assert_int_equal(civil_from_days(-1).weekday, 3);
    assert_int_equal(civil_from_days(-8).weekday, 3);
}

static void dates_are_valid_in_the_gregorian_calendar_only(void **state)
{
    (void)state;
    struct civil civil = { 0 };
    assert_true(civil_date_is_valid(2024, 2, 29));
    assert_true(civil_date_is_valid(2000, 2, 29));
    assert_false(civil_date_is_valid(2100, 2, 29));
    assert_false(civil_date_is_valid(2026, 2, 29));
    assert_false(civil_date_is_valid(2026, 13, 1));
    assert_true(civil_parse_date(&civil, STR("2026-11-03")));
    assert_int_equal(civil.weekday, 2);
    assert_true(civil_parse_date(&civil, STR("2026-11-03Z")));
    static const char *const bad[] = { "2026-11-3", "2026-11-31", "", "2026-11-03T10:00", "03/11/2026", "2026-11-03 " };
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(civil_parse_date(&civil, str_of(bad[i])));
}

static void moments_are_read_with_their_offset(void **state)
{
    (void)state;
    int64_t at = 0;
    assert_true(clock_parse_rfc3339(&at, STR("2026-11-24T14:05:00+01:00")));
    assert_int_equal(at, 1795525500000);
    int64_t same = 0;
    assert_true(clock_parse_rfc3339(&same, STR("2026-11-24T13:05Z")));
    assert_int_equal(same, at);
    assert_true(clock_parse_rfc3339(&same, STR("2026-11-24 08:05:00.25-05:00")));
    assert_int_equal(same, at);
    static const char *const bad[] = { "2026-11-24",         "2026-11-24T24:00Z",   "2026-11-24T10:60Z",
                                       "2026-11-24T10:00",   "2026-02-30T10:00Z",   "2026-11-24T10:00+25:00",
                                       "2026-11-24T10:00Zx", "2026-11-24T10:00.5Z", "2026-11-24T10:00:00.Z" };
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(clock_parse_rfc3339(&at, str_of(bad[i])));
}

static void a_mapped_file_keeps_its_content_when_its_pages_go(void **state)
{
    (void)state;
    struct err err = { 0 };
    struct file_map map = { 0 };
    assert_true(file_write("mapped.txt", STR("what stands here"), &err));
    assert_true(file_map(&map, "mapped.txt", &err));
    assert_int_equal(map.len, 16);
    assert_memory_equal(map.at, "what stands here", 16);
    file_let_go(map);
    assert_memory_equal(map.at, "what stands here", 16);
    file_unmap(map);
    file_unmap((struct file_map){ 0 });
    unlink("mapped.txt");
}

static void what_is_no_file_with_content_is_not_mapped(void **state)
{
    (void)state;
    static const char *const paths[] = { "no-such-file", ".", "empty.txt" };
    struct err err = { 0 };
    assert_true(file_write("empty.txt", (struct str){ 0 }, &err));
    for (size_t i = 0; i < COUNT(paths); i++) {
        struct file_map map = { 0 };
        err = (struct err){ 0 };
        assert_false(file_map(&map, paths[i], &err));
        assert_int_equal(err.code, ERR_IO);
        assert_string_equal(err.file, paths[i]);
        assert_int_equal(map.len, 0);
    }
    unlink("empty.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_memory_is_zeroed_aligned_and_stays_apart),
        cmocka_unit_test(a_block_larger_than_the_arenas_own_is_given),
        cmocka_unit_test(a_reset_arena_has_forgotten_what_was_in_it),
        cmocka_unit_test(an_arena_prints_text_of_any_length),
        cmocka_unit_test(views_are_compared_trimmed_and_cut),
        cmocka_unit_test(numbers_are_read_whole_or_not_at_all),
        cmocka_unit_test(malformed_utf8_is_seen_and_decodes_to_the_replacement),
        cmocka_unit_test(an_error_carries_its_place_and_gathers_context),
        cmocka_unit_test(an_error_that_is_too_long_is_cut_and_stays_terminated),
        cmocka_unit_test(a_written_file_is_read_back),
        cmocka_unit_test(what_is_no_readable_file_is_refused),
        cmocka_unit_test(a_pipe_in_place_of_a_file_does_not_hang_the_reader),
        cmocka_unit_test(a_folder_lists_its_files_in_order),
        cmocka_unit_test(a_virtual_clock_moves_only_when_told),
        cmocka_unit_test(days_and_dates_go_both_ways),
        cmocka_unit_test(easter_moves_as_the_church_counts),
        cmocka_unit_test(dates_are_valid_in_the_gregorian_calendar_only),
        cmocka_unit_test(moments_are_read_with_their_offset),
        cmocka_unit_test(a_mapped_file_keeps_its_content_when_its_pages_go),
        cmocka_unit_test(what_is_no_file_with_content_is_not_mapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
