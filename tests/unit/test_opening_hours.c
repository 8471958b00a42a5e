/* opening_hours texts against tests/data/opening_hours.tsv, and against what their rules say of each day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "support/opening_case.h"

#define CASES_MIN 80
#define YEAR 2026

/* What is wrong with a case, or NULL. */
typedef const char *case_fn(struct str fields[3], struct arena *arena);

static void each_case(case_fn *check)
{
    struct arena arena = { 0 };
    struct str text;
    size_t count = 0;
    size_t wrong_count = 0;
    assert_true(file_read(&text, &arena, TEST_SOURCE_DIR "/tests/data/opening_hours.tsv", 1 << 20, NULL));
    for (int number = 1; text.len > 0; number++) {
        struct str fields[3];
        struct str line = str_cut(text, '\n', &text);
        if (line.len == 0 || line.at[0] == '#')
            continue;
        for (size_t i = 0; i < COUNT(fields); i++)
            fields[i] = str_cut(line, '\t', &line);
        if (fields[2].len == 0)
            fail_msg("opening_hours.tsv:%d can't be read", number);
        const char *wrong = check(fields, &arena);
        if (wrong)
            print_error("opening_hours.tsv:%d: %s\n", number, wrong);
        wrong_count += wrong ? 1 : 0;
        count++;
    }
    arena_destroy(&arena);
    assert_true(count >= CASES_MIN);
    assert_int_equal(wrong_count, 0);
}

static const char *check_rows(struct str fields[3], struct arena *arena)
{
    struct opening_hours hours;
    opening_hours_read(&hours, arena, fields[0], YEAR);
    const char *text = opening_case_text(arena, &hours);
    return str_eq_c(fields[1], text) ? NULL : arena_printf(arena, "\"%s\", but %.*s", text, STR_FMT(fields[1]));
}

static void each_case_of_the_table_becomes_the_rows_that_stand_there(void **state)
{
    (void)state;
    each_case(check_rows);
}

static const char *check_days(struct str fields[3], struct arena *arena)
{
    return opening_case_differs(arena, fields[0], YEAR, 1);
}

static void the_rows_open_on_the_days_and_at_the_times_that_the_rules_say(void **state)
{
    (void)state;
    each_case(check_days);
}

static void an_empty_text_gives_no_rows_and_no_doubt(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct opening_hours hours;
    opening_hours_read(&hours, &arena, STR("  "), YEAR);
    assert_int_equal(hours.count, 0);
    assert_null(hours.doubt);
    arena_destroy(&arena);
}

static void what_is_not_known_keeps_its_text_and_never_reads_as_closed(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct opening_hours hours;
    opening_hours_read(&hours, &arena, STR("Mo-Fr 9h-12h; We ask"), YEAR);
    assert_int_equal(hours.count, 1);
    assert_string_equal(hours.rows[0].notes, "Mo-Fr 9h-12h; We ask");
    assert_string_equal(hours.rows[0].opens_at, "");
    assert_string_equal(hours.rows[0].description, ""); /* with words it would mean "by appointment" */
    arena_destroy(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case_of_the_table_becomes_the_rows_that_stand_there),
        cmocka_unit_test(the_rows_open_on_the_days_and_at_the_times_that_the_rules_say),
        cmocka_unit_test(an_empty_text_gives_no_rows_and_no_doubt),
        cmocka_unit_test(what_is_not_known_keeps_its_text_and_never_reads_as_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
