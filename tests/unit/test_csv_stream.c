/* Feeds, encodings and CSV files as they come: whatever is in them, each row is given or named. */
#include "publish/csv_stream.h"

#include "support/feed_files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All rows in one line each: "row: cell|cell", or "row! fault". */
static const char *rows_of(struct arena *arena, struct str bytes)
{
    CLEANUP(feed_closep) struct feed *feed = NULL;
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    const char *text = "";
    char *path = feed_file_new("rows.csv", bytes);
    struct err err = { 0 };
    assert_true(feed_open(&feed, path, &err));
    assert_true(csv_stream_open(&stream, feed, 0, &err));
    while (csv_stream_next(stream, &line, &err) && line) {
        text = arena_printf(arena, "%s%ld%s", text, line->row, line->fault ? "! " : ": ");
        for (size_t i = 0; i < line->count && !line->fault; i++)
            text = arena_printf(arena, "%s%s%s", text, i > 0 ? "|" : "", line->cells[i].at);
        text = arena_printf(arena, "%s%s\n", text, line->fault ? line->fault : "");
    }
    assert_int_equal(err.code, ERR_NONE);
    feed_file_remove(path);
    return text;
}

static void assert_rows(struct str bytes, const char *wanted)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    assert_string_equal(rows_of(&arena, bytes), wanted);
}

static void rows_are_numbered_as_in_a_spreadsheet(void **state)
{
    (void)state;
    assert_rows(STR("id,name\n\n1,\"a\nb\"\n2,c"), "1: id|name\n3: 1|a\nb\n4: 2|c\n");
    assert_rows(STR("id,name\r\n\r\n1,\"a\r\nb\"\r\n2,c\r\n"), "1: id|name\n3: 1|a\r\nb\n4: 2|c\n");
    assert_rows(STR("id\r1\r2"), "1: id\n2: 1\n3: 2\n");
    assert_rows(STR(""), "");
}

static void semicolons_and_tabs_part_cells_where_the_names_have_most_of_them(void **state)
{
    (void)state;
    assert_rows(STR("id;name\n1;a,b\n"), "1: id|name\n2: 1|a,b\n");
    assert_rows(STR("id\tname\n1\ta;b\n"), "1: id|name\n2: 1|a;b\n");
    assert_rows(STR("\"a;b;c\",d\n1,2\n"), "1: a;b;c|d\n2: 1|2\n");
    assert_rows(STR("sep=;\nid,x;name\n1;2\n"), "2: id,x|name\n3: 1|2\n");
}

static void any_encoding_gives_the_same_text(void **state)
{
    (void)state;
    assert_rows(STR("\xEF\xBB\xBFid,n\n1,\xC3\xA9t\xC3\xA9\n"), "1: id|n\n2: 1|été\n");
    assert_rows(STR("id,n\n1,\xE9t\xE9 \x80\n"), "1: id|n\n2: 1|été €\n");
    assert_rows(STR("\xFF\xFEi\0d\0\n\0\xE9\0\n\0"), "1: id\n2: é\n");
    assert_rows(STR("\xFE\xFF\0i\0d\0\n\0\xE9\0\n"), "1: id\n2: é\n");
    assert_rows(STR("i\0d\0,\0n\0\n\0001\0,\0\xE9\0\n\0"), "1: id|n\n2: 1|é\n");
}

static void a_few_broken_bytes_do_not_spoil_the_letters_around_them(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const char *text = "id\n";
    (void)state;
    for (int i = 0; i < 30; i++)
        text = arena_printf(&arena, "%sé\n", text);
    text = arena_printf(&arena, "%sa\xC3\n", text);
    const char *rows = rows_of(&arena, str_of(text));
    assert_non_null(strstr(rows, "31: é\n"));
    assert_non_null(strstr(rows, "32: a\xEF\xBF\xBD\n"));
}

static void a_row_that_can_not_be_read_is_named_and_the_next_one_is_read(void **state)
{
    (void)state;
    assert_rows(STR("id,n\n1,\"a\"b\n2,c\n"), "1: id|n\n2! has quotation marks that don't match\n3: 2|c\n");
    assert_rows(STR("id,n\n1,a\n2,\"open\n3,c\n"),
                "1: id|n\n2: 1|a\n3! has a quotation mark that nothing closes; what follows it to the end of the file "
                "was not read\n");
    assert_rows(STR("id,n\n1,a\0b\n2,c\n"), "1: id|n\n2! has a zero byte in a cell\n3: 2|c\n");
}

/* Before `bytes` and behind them, the text; between them so many letters. */
static struct str with_long_cell(struct arena *arena, const char *before, size_t length, const char *after)
{
    size_t head = strlen(before);
    size_t tail = strlen(after);
    char *text = arena_alloc(arena, head + length + tail);
    memcpy(text, before, head);
    memset(text + head, 'x', length);
    memcpy(text + head + length, after, tail);
    return (struct str){ text, head + length + tail };
}

static void an_endless_cell_costs_its_row_only(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    static const char wanted[] = "1: id|n\n2! is longer than a row can be; a quotation mark may be missing\n3: 2|c\n";
    (void)state;
    assert_rows(with_long_cell(&arena, "id,n\n1,", 3 << 20, "\n2,c\n"), wanted);
    assert_rows(with_long_cell(&arena, "id,n\n1,\"a\n\"\"", 3 << 20, "\"\"\n,\"\n2,c\n"), wanted);
    assert_rows(with_long_cell(&arena, "id,n\n1,", ((size_t)1 << 20) + 10, "\n2,c\n"),
                "1: id|n\n2! has a cell of more than a megabyte\n3: 2|c\n");
}

static void rows_across_the_pieces_of_a_large_file_are_whole(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(feed_closep) struct feed *feed = NULL;
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    size_t length = 0;
    size_t rows = 20000;
    char *text = arena_alloc(&arena, rows * 40);
    struct err err = { 0 };
    (void)state;
    for (size_t i = 0; i < rows; i++)
        length += (size_t)sprintf(text + length, "%zu,\"é \"\"%zu\"\"\",end\r\n", i, i * 7);
    char *path = feed_file_new("rows.csv", (struct str){ text, length });
    assert_true(feed_open(&feed, path, &err));
    assert_true(csv_stream_open(&stream, feed, 0, &err));
    size_t at = 0;
    for (size_t i = 0; i < rows; i++) {
        assert_true(csv_stream_next(stream, &line, &err) && line && !line->fault);
        assert_int_equal(line->row, (long)i + 1);
        assert_int_equal(line->count, 3);
        assert_string_equal(line->cells[1].at, arena_printf(&arena, "é \"%zu\"", i * 7));
        assert_memory_equal(line->raw.at, text + at, line->raw.len);
        at += line->raw.len;
    }
    assert_int_equal(at, length);
    assert_true(csv_stream_next(stream, &line, &err) && !line);
    feed_file_remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_numbered_as_in_a_spreadsheet),
        cmocka_unit_test(semicolons_and_tabs_part_cells_where_the_names_have_most_of_them),
        cmocka_unit_test(any_encoding_gives_the_same_text),
        cmocka_unit_test(a_few_broken_bytes_do_not_spoil_the_letters_around_them),
        cmocka_unit_test(a_row_that_can_not_be_read_is_named_and_the_next_one_is_read),
        cmocka_unit_test(an_endless_cell_costs_its_row_only),
        cmocka_unit_test(rows_across_the_pieces_of_a_large_file_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
