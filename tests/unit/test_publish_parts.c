/* The small parts: cells, times, comparisons, maps, taxonomies' codes. */
#include "publish/compare.h"
#include "publish/csv.h"
#include "publish/manifest.h"
#include "publish/map.h"
#include "publish/schedule.h"
#include "publish/terms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static struct csv read_csv(struct findings *findings, const char *text)
{
    struct csv csv;
    csv_read(&csv, findings, "test.csv", str_of(text));
    return csv;
}

static void csv_accepts_a_mark_crlf_quotes_and_line_breaks_inside(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct csv csv = read_csv(&findings, "\xEF\xBB\xBFid,name\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,d");
    (void)state;
    assert_int_equal(findings.count, 0);
    assert_int_equal(csv.count, 3);
    assert_string_equal(csv.rows[0].cells[0], "id");
    assert_string_equal(csv.rows[1].cells[1], "a, \"b\"\nc");
    assert_string_equal(csv.rows[2].cells[1], "d");
}

static void csv_rows_are_numbered_as_in_a_spreadsheet(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct csv unix_ends = read_csv(&findings, "id\n\n1\n\"2\n\"\n3\n");
    struct csv dos_ends = read_csv(&findings, "id\r\n\r\n1\r\n\"2\r\n\"\r\n3\r\n");
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        const struct csv *csv = i == 0 ? &unix_ends : &dos_ends;
        assert_int_equal(csv->count, 4);
        assert_int_equal(csv->rows[1].number, 3);
        assert_int_equal(csv->rows[2].number, 4);
        assert_int_equal(csv->rows[3].number, 5);
    }
}

static void csv_keeps_the_rows_before_a_broken_one(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct csv csv = read_csv(&findings, "id\n1\n\"open");
    (void)state;
    assert_int_equal(csv.count, 2);
    assert_int_equal(findings.count, 1);
    assert_int_equal(findings.at[0].where.row, 3);
}

static const struct time_case {
    const char *text;
    int minutes; /* -1: refused */
} times[] = {
    { "10:00", 600 },      { "10:00:00", 600 }, { "10:00Z", 600 }, { "10:00+01:00", 600 }, { "10:00:00-0500", 600 },
    { "9:00am", 540 },     { "9:30 PM", 1290 }, { "12:00am", 0 },  { "12:00pm", 720 },     { "24:00", 0 },
    { "23:59", 1439 },     { "0:00", 0 },       { "", -1 },        { "10", -1 },           { "10h00", -1 },
    { "25:00", -1 },       { "10:60", -1 },     { "13:00pm", -1 }, { "24:01", -1 },        { "10:00 noon", -1 },
    { "10:00:00:00", -1 }, { "-1:00", -1 },     { "10:00+1", -1 }, { ":30", -1 },
};

static void times_are_read_as_people_write_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(times); i++) {
        int minutes = -1;
        bool read = schedule_parse_time(&minutes, times[i].text);
        if (read != (times[i].minutes >= 0) || minutes != times[i].minutes)
            fail_msg("\"%s\" gave %d instead of %d", times[i].text, minutes, times[i].minutes);
    }
}

static const struct schedule_case {
    const char *cells; /* by the names below */
    bool sound;
} schedules[] = {
    { "WEEKLY,,\"MO,TU\",,,,,09:00,12:00", true },
    { "weekly,1,mo,,,,,09:00,12:00", true },
    { ",,,,,,,,", false },
    { "MONTHLY,,\"2TU,-1FR\",,,,,09:00,12:00", true },
    { "MONTHLY,,,,,\"15,-1\",,09:00,12:00", true },
    { "MONTHLY,,,,,32,,09:00,12:00", false },
    { "WEEKLY,,,,,15,,09:00,12:00", false },
    { "WEEKLY,,,,,,,09:00,12:00", false },
    { "WEEKLY,,MO,many,,,,09:00,12:00", false },
    { "WEEKLY,,MO,,2026-02-30,,,09:00,12:00", false },
    { "WEEKLY,,MO,,,,,9h00,12:00", false },
    { "WEEKLY,0,MO,,,,,09:00,12:00", false },
    { "WEEKLY,,MO,,,,,09:00,25:00", false },
    { "WEEKLY,,2TU,,,,,09:00,12:00", false },
    { "WEEKLY,,MO,4,2026-12-01,,,09:00,12:00", false },
    { "MONTHLY,,MO,,,15,,09:00,12:00", false },
    { "WEEKLY,,MO,4,,,,09:00,12:00", false },
    { "WEEKLY,2,MO,,,,,09:00,12:00", false },
    { "DAILY,,,,,,,09:00,12:00", false },
    { "WEEKLY,,Monday - Friday,,,,,09:00,12:00", false },
    { "WEEKLY,,MO,,,,7,09:00,12:00", false },
    { "WEEKLY,,MO,,,,,09:00,", false },
    { "MONTHLY,,0MO,,,,,09:00,12:00", false },
};

static void contradictory_schedules_are_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(schedules); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        struct findings findings = { .arena = &arena };
        struct csv csv = read_csv(&findings, schedules[i].cells);
        static const char *const names[] = { "freq",       "interval", "byday",    "count",    "until",
                                             "bymonthday", "byweekno", "opens_at", "closes_at" };
        struct table table = { .spec = spec_of(TABLE_SCHEDULES) };
        struct row row = { .cells = csv.rows[0].cells };
        assert_int_equal(csv.rows[0].count, COUNT(names));
        for (size_t column = 0; column < COLUMNS_MAX && table.spec->columns[column].name; column++) {
            table.column_at[column] = -1;
            for (size_t j = 0; j < COUNT(names); j++) {
                if (str_eq_c(str_of(names[j]), table.spec->columns[column].name))
                    table.column_at[column] = (int)j;
            }
        }
        const char *column;
        if ((schedule_fault_text(&table, &row, &column) == NULL) != schedules[i].sound)
            fail_msg("%s", schedules[i].cells);
    }
}

static void placeholders_must_be_the_same_on_both_sides(void **state)
{
    (void)state;
    assert_int_equal(compare_placeholders("Je parle {language}.", "I speak {language}.").len, 0);
    assert_true(str_eq_c(compare_placeholders("Je parle {language}.", "I speak."), "{language}"));
    assert_true(str_eq_c(compare_placeholders("Bonjour", "Hello {name}"), "{name}"));
    assert_int_equal(compare_placeholders("{}, { a } and {A1}", "").len, 0);
}

static void numbers_of_two_digits_and_more_must_stay(void **state)
{
    (void)state;
    assert_int_equal(compare_numbers("De 10 h 30 à 12 h", "10:30–12:00").len, 0);
    assert_int_equal(compare_numbers("1 enfant, 2 lits", "a child, two beds").len, 0);
    assert_true(str_eq_c(compare_numbers("Appelez le 115", "Call 112"), "115"));
    assert_true(str_eq_c(compare_numbers("Le 15 ou le 15", "On the 15th"), "15"));
    assert_true(str_eq_c(compare_numbers("Le 15", "١٥"), "15"));
}

static void maps_keep_the_first_and_grow(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct map map = { 0 };
    size_t value = 0;
    (void)state;
    assert_false(map_get(&map, "0", &value));
    for (size_t i = 0; i < 1000; i++)
        assert_true(map_add(&map, &arena, arena_printf(&arena, "%zu", i), i));
    assert_false(map_add(&map, &arena, "999", 5));
    for (size_t i = 0; i < 1000; i++) {
        assert_true(map_get(&map, arena_printf(&arena, "%zu", i), &value));
        assert_int_equal(value, i);
    }
    assert_false(map_get(&map, "1000", &value));
}

static void codes_may_be_parted_in_many_ways(void **state)
{
    struct str rest = STR(" health, food;;legal|children ");
    struct str code;
    static const char *const wanted[] = { "health", "food", "legal", "children" };
    (void)state;
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_true(terms_next(&rest, &code));
        assert_true(str_eq_c(code, wanted[i]));
    }
    assert_false(terms_next(&rest, &code));
}

static void language_tags_are_known_by_their_form(void **state)
{
    static const char *const good[] = { "fr", "fas", "zh-Hans", "pt-BR", "sr-Latn-RS", "es-419" };
    static const char *const bad[] = { "", "f", "french", "fr_FR", "fr-", "../x", "12", "fr-é" };
    (void)state;
    for (size_t i = 0; i < COUNT(good); i++)
        assert_true(tag_is_wellformed(good[i]));
    for (size_t i = 0; i < COUNT(bad); i++) {
        if (tag_is_wellformed(bad[i]))
            fail_msg("%s passed", bad[i]);
    }
}

/* A cell can hold a page of text; letters of two bytes begin at even and at odd places. */
static void a_message_that_is_too_long_is_cut_between_characters(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    char letters[1201];
    (void)state;
    for (size_t i = 0; i < sizeof(letters) - 1; i += 2)
        memcpy(letters + i, "é", 2);
    letters[sizeof(letters) - 1] = '\0';
    finding_add(&findings, RULE_BAD_DATE, (struct spot){ 0 }, "%s", letters);
    finding_add(&findings, RULE_BAD_DATE, (struct spot){ 0 }, "\"%s\" is no date", letters);
    for (size_t i = 0; i < findings.count; i++) {
        assert_true(str_is_utf8(str_of(findings.at[i].message)));
        assert_in_range(strlen(findings.at[i].message), 1000, 1023);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_accepts_a_mark_crlf_quotes_and_line_breaks_inside),
        cmocka_unit_test(csv_rows_are_numbered_as_in_a_spreadsheet),
        cmocka_unit_test(csv_keeps_the_rows_before_a_broken_one),
        cmocka_unit_test(times_are_read_as_people_write_them),
        cmocka_unit_test(contradictory_schedules_are_named),
        cmocka_unit_test(placeholders_must_be_the_same_on_both_sides),
        cmocka_unit_test(numbers_of_two_digits_and_more_must_stay),
        cmocka_unit_test(maps_keep_the_first_and_grow),
        cmocka_unit_test(codes_may_be_parted_in_many_ways),
        cmocka_unit_test(language_tags_are_known_by_their_form),
        cmocka_unit_test(a_message_that_is_too_long_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
