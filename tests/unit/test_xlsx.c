/* Workbooks, made by hand and as a spreadsheet program saves them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "publish/xlsx.h"
#include "support/feed_files.h"
#include "support/workbook.h"

#include <string.h>

/* All rows as "2:a|b|=c": the number, then the cells; "=" before what a formula came to. */
static const char *text_of(struct arena *arena, const char *path, size_t sheet)
{
    CLEANUP(feed_closep) struct feed *feed = NULL;
    CLEANUP(xlsx_closep) struct xlsx *book = NULL;
    CLEANUP(xlsx_rows_closep) struct xlsx_rows *rows = NULL;
    const struct xlsx_row *row;
    struct err err = { 0 };
    const char *text = "";
    if (!feed_open(&feed, path, &err) || !xlsx_open(&book, feed, &err) || !xlsx_rows_open(&rows, book, sheet, &err))
        return arena_printf(arena, "!%s", err.detail);
    for (;;) {
        if (!xlsx_rows_next(rows, &row, &err))
            return arena_printf(arena, "!%s", err.detail);
        if (!row)
            return text;
        text = arena_printf(arena, "%s%s%ld:", text, text[0] ? " " : "", row->number);
        for (size_t i = 0; i < row->count; i++)
            text = arena_printf(arena, "%s%s%s%.*s", text, i > 0 ? "|" : "", row->cells[i].formula ? "=" : "",
                                STR_FMT(row->cells[i].text));
        if (row->fault)
            text = arena_printf(arena, "%s !%s", text, row->fault);
    }
}

static void expect_rows(const char *rows, bool from_1904, const char *wanted)
{
    struct arena arena = { 0 };
    char *path = workbook_of_rows(rows, from_1904);
    assert_string_equal(text_of(&arena, path, 0), wanted);
    feed_file_remove(path);
    arena_destroy(&arena);
}

static void texts_come_from_the_shared_table_or_stand_in_the_cell(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                "<c r='C1' t='inlineStr'><is><t>ici</t></is></c><c r='D1' t='str'><f>A1</f><v>là</v></c></row>",
                false, "1:Zéro|un deux|ici|=là");
}

static void what_xml_cannot_hold_is_written_out(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c t='inlineStr'><is><t>a_x000D__x000A_b_x0041_ _x12 &lt;_x00E9_</t></is></c></row>", false,
                "1:a\nbA _x12 <_x00E9_");
}

static void numbers_read_as_people_see_them(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c><v>59260.0</v></c><c><v>8.2454114801871E13</v></c><c><v>48.5</v></c><c><v>-0.1</v></c>"
                "<c s='5'><v>3</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c></row>",
                false, "1:59260|82454114801871|48.5|-0.1|3|TRUE|#N/A");
}

static void numbers_of_a_date_style_are_dates(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c s='1'><v>46076</v></c><c s='4'><v>46076.0</v></c><c s='2'><v>0.375</v></c>"
                "<c s='3'><v>46076.4375</v></c><c><v>46076</v></c><c t='d'><v>2026-02-23</v></c></row>",
                false, "1:2026-02-23|2026-02-23|09:00|2026-02-23T10:30:00|46076|2026-02-23");
}

static void the_february_that_never_was_moves_the_days_before_it(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>61</v></c></row>", false,
                "1:1900-01-01|1900-02-28|1900-03-01");
}

static void days_may_count_from_1904(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c s='1'><v>0</v></c><c s='1'><v>44614</v></c></row>", true, "1:1904-01-01|2026-02-23");
}

static void a_date_that_no_calendar_has_stays_a_number(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c s='1'><v>-5</v></c><c s='1'><v>9999999</v></c></row>", false, "1:-5|9999999");
}

static void cells_and_rows_stand_where_their_names_say(void **state)
{
    (void)state;
    expect_rows("<row r='2'><c r='C2'><v>1</v></c><c><v>2</v></c></row><row r='5'/><row r='9'><c r='A9' s='1'/></row>"
                "<row><c r='B10'><v>3</v></c></row>",
                false, "2:||1|2 10:|3");
}

static void a_formula_gives_what_it_came_to_and_says_so(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>",
                false, "1:=2||=#DIV/0!");
}

static void damaged_cells_are_said_and_the_others_stay(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c t='s'><v>99</v></c><c><v>7</v></c></row>", false, "1:|7 !a cell is damaged");
    expect_rows("<row r='1'><c r='A1'><v>7</v></c><c r='ZZZ1'><v>8</v></c></row>", false,
                "1:7 !it has more columns than an import takes");
}

static void a_document_type_is_refused(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct workbook_part parts[] = {
        { "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;&b;'>]><workbook>&c;</workbook>" },
        { "xl/_rels/workbook.xml.rels", "<Relationships/>" },
    };
    char *path = workbook_of_parts(parts, COUNT(parts));
    assert_string_equal(text_of(&arena, path, 0), "!has a document type of its own, which no spreadsheet needs");
    feed_file_remove(path);
    arena_destroy(&arena);
}

static void broken_xml_is_refused(void **state)
{
    (void)state;
    expect_rows("<row r='1'><c><v>1</v></row>", false, "!is no well-formed XML");
    expect_rows("<row r='1'><c><v>&b;</v></c></row>", false, "!is no well-formed XML");
}

static void a_relation_that_leads_out_of_the_file_is_refused(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct workbook_part parts[] = {
        { "xl/workbook.xml", "<workbook><sheets><sheet name='a' id='r1'/></sheets></workbook>" },
        { "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='r1' Target='../../../../etc/passwd'/></Relationships>" },
    };
    char *path = workbook_of_parts(parts, COUNT(parts));
    assert_string_equal(text_of(&arena, path, 0), "!names a sheet that is not in the file");
    feed_file_remove(path);
    arena_destroy(&arena);
}

static void a_zip_that_is_no_workbook_is_refused(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct workbook_part parts[] = { { "readme.txt", "nothing" } };
    char *path = workbook_of_parts(parts, COUNT(parts));
    assert_string_equal(text_of(&arena, path, 0), "!is no workbook: it holds no xl/workbook.xml");
    feed_file_remove(path);
    arena_destroy(&arena);
}

static void a_row_without_end_is_refused_before_memory_ends(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    enum { CELLS = 20000 };
    char *rows = arena_alloc(&arena, CELLS * 8 + 40);
    strcpy(rows, "<row r='1'>");
    for (size_t i = 0, at = strlen(rows); i < CELLS; i++, at += 4)
        memcpy(rows + at, "<c/>", 5);
    strcat(rows, "</row>");
    expect_rows(rows, false, "!has a row without end");
    arena_destroy(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_from_the_shared_table_or_stand_in_the_cell),
        cmocka_unit_test(what_xml_cannot_hold_is_written_out),
        cmocka_unit_test(numbers_read_as_people_see_them),
        cmocka_unit_test(numbers_of_a_date_style_are_dates),
        cmocka_unit_test(the_february_that_never_was_moves_the_days_before_it),
        cmocka_unit_test(days_may_count_from_1904),
        cmocka_unit_test(a_date_that_no_calendar_has_stays_a_number),
        cmocka_unit_test(cells_and_rows_stand_where_their_names_say),
        cmocka_unit_test(a_formula_gives_what_it_came_to_and_says_so),
        cmocka_unit_test(damaged_cells_are_said_and_the_others_stay),
        cmocka_unit_test(a_document_type_is_refused),
        cmocka_unit_test(broken_xml_is_refused),
        cmocka_unit_test(a_relation_that_leads_out_of_the_file_is_refused),
        cmocka_unit_test(a_zip_that_is_no_workbook_is_refused),
        cmocka_unit_test(a_row_without_end_is_refused_before_memory_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
