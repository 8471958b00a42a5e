/* Guide pages: what becomes a block, and what is refused with its line. */
#include "publish/guide.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#define TOP "---\nid: a\norder: 1\nchecked: 2026-10-01\nsensitive: no\nsource: https://a.example/ 2026-10-01\n---\n"
#define TOP_LINES 7

static struct guide_page read_page(struct findings *findings, const char *text)
{
    struct guide_page page = { .file = "guide/health/a.md", .topic = "health" };
    guide_read_page(&page, findings, str_of(text));
    return page;
}

static void a_page_becomes_blocks(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct guide_page page =
        read_page(&findings, TOP "# Title\n\nOne line\nand another\n\n## Heading\n\n1. First\n2. Second\n\n- Bullet\n\n"
                                 "[Label](service:x)\n");
    static const struct guide_block wanted[] = {
        { BLOCK_PARAGRAPH, "One line and another", NULL, 10 },
        { BLOCK_HEADING, "Heading", NULL, 13 },
        { BLOCK_STEP, "First", NULL, 15 },
        { BLOCK_STEP, "Second", NULL, 16 },
        { BLOCK_BULLET, "Bullet", NULL, 18 },
        { BLOCK_LINK, "Label", "service:x", 20 },
    };
    (void)state;
    assert_int_equal(findings.count, 0);
    assert_string_equal(page.title, "Title");
    assert_int_equal(page.block_count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(page.blocks[i].kind, wanted[i].kind);
        assert_string_equal(page.blocks[i].text, wanted[i].text);
        assert_int_equal(page.blocks[i].line, wanted[i].line);
        if (wanted[i].target)
            assert_string_equal(page.blocks[i].target, wanted[i].target);
        else
            assert_null(page.blocks[i].target);
    }
}

static void the_top_is_read(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct guide_page page = read_page(&findings, "---\r\nid: a-b\r\norder: 20\r\nchecked: 2026-10-01\r\n"
                                                  "sensitive: yes\r\nsource: https://a.example/x 2026-09-01\r\n"
                                                  "source: https://b.example/ 2026-09-02\r\n---\r\n# T\r\n");
    (void)state;
    assert_int_equal(findings.count, 0);
    assert_string_equal(page.id, "a-b");
    assert_int_equal(page.order, 20);
    assert_string_equal(page.checked, "2026-10-01");
    assert_true(page.sensitive);
    assert_int_equal(page.source_count, 2);
    assert_string_equal(page.sources[1].url, "https://b.example/");
    assert_string_equal(page.sources[1].date, "2026-09-02");
    assert_string_equal(page.title, "T");
}

static const struct refusal {
    const char *body;
    long line; /* in the body */
} refusals[] = {
    { "# T\n\nwith **bold** words\n", 3 },
    { "# T\n\nwith *slanted* words\n", 3 },
    { "# T\n\nwith `code`\n", 3 },
    { "# T\n\ntext\n\n- a\n  - b\n", 6 },
    { "# T\n\n1. a\n\n   more\n2. b\n", 5 },
    { "# T\n\n> said\n", 3 },
    { "# T\n\ntext\n\n***\n\ntext\n", 5 },
    { "# T\n\n    indented\n", 3 },
    { "# T\n\n```\nfenced\n```\n", 3 },
    { "# T\n\n<div>x</div>\n", 3 },
    { "# T\n\na <b>bold</b> word\n", 3 },
    { "# T\n\n| a | b |\n|---|---|\n| c | d |\n", 3 },
    { "# T\n\nsee [this](page:x) page\n", 3 },
    { "# T\n\n[a](page:x) [b](page:y)\n", 3 },
    { "# T\n\n- [a](page:x)\n", 3 },
    { "# T\n\n[](page:x)\n", 3 },
    { "# T\n\ntext\n\n[ ](page:x)\n\ntext\n", 5 },
    { "# T\n\n## [a](page:x)\n", 3 },
    { "# T\n\n![picture](x.png)\n", 3 },
    { "# T\n\n### deep\n", 3 },
    { "# T\n\ntext\n\n# Again\n", 5 },
    { "# T\n\nbroken  \nby hand\n", 3 },
    { "# T\n\na &amp; b\n", 3 },
    { "text\n\n# T\n", 3 },
};

static void whatever_a_screen_has_no_place_for_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refusals); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        struct findings findings = { .arena = &arena };
        read_page(&findings, arena_printf(&arena, TOP "%s", refusals[i].body));
        if (findings.count == 0 || findings.at[0].rule != RULE_BAD_MARKDOWN)
            fail_msg("passed: %s", refusals[i].body);
        if (findings.at[0].where.row != refusals[i].line + TOP_LINES)
            fail_msg("line %ld named in: %s", findings.at[0].where.row - TOP_LINES, refusals[i].body);
    }
}

static const struct top_refusal {
    const char *text;
    enum rule rule;
    long row;
} top_refusals[] = {
    { "# T\n", RULE_BAD_FRONT_MATTER, 1 },
    { "---\nid: a\n", RULE_BAD_FRONT_MATTER, 2 },
    { "---\nid: a\nname: b\n---\n", RULE_BAD_FRONT_MATTER, 3 },
    { "---\norder: first\n---\n", RULE_BAD_NUMBER, 2 },
    { "---\nchecked: yesterday\n---\n", RULE_BAD_DATE, 2 },
    { "---\nsensitive: a bit\n---\n", RULE_BAD_WORD, 2 },
    { "---\nsource: book 2026-01-01\n---\n", RULE_BAD_URL, 2 },
    { "---\nsource: https://a.example/\n---\n", RULE_BAD_DATE, 2 },
    { "", RULE_BAD_FRONT_MATTER, 1 },
};

static void a_bad_top_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(top_refusals); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        struct findings findings = { .arena = &arena };
        read_page(&findings, top_refusals[i].text);
        if (findings.count == 0 || findings.at[0].rule != top_refusals[i].rule ||
            findings.at[0].where.row != top_refusals[i].row)
            fail_msg("not refused: %s", top_refusals[i].text);
    }
}

static void a_paragraph_that_fills_a_book_is_refused(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    char *text = arena_alloc(&arena, 20001);
    (void)state;
    memset(text, 'a', 20000);
    read_page(&findings, arena_printf(&arena, TOP "# T\n\n%s\n", text));
    assert_int_equal(findings.count, 1);
    assert_int_equal(findings.at[0].rule, RULE_BAD_MARKDOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_becomes_blocks),
        cmocka_unit_test(the_top_is_read),
        cmocka_unit_test(whatever_a_screen_has_no_place_for_is_refused_with_its_line),
        cmocka_unit_test(a_bad_top_is_refused_with_its_line),
        cmocka_unit_test(a_paragraph_that_fills_a_book_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
