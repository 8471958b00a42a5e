/* Single cells of what is imported. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "publish/import_cells.h"
#include "publish/plain_markdown.h"

static void a_persons_mail_is_told_from_an_offices(void **state)
{
    (void)state;
    static const char *const persons[] = { "jeanne.martin@ville.example", "jean-luc.petit@asso.example" };
    static const char *const offices[] = { "accueil@ville.example",
                                           "mission.locale@ville.example",
                                           "contact.grenoble@asso.example",
                                           "ccas.38@ville.example",
                                           "m.l@ville.example",
                                           "urgences115@asso.example" };
    for (size_t i = 0; i < COUNT(persons); i++)
        assert_true(cell_is_personal_email(str_of(persons[i])));
    for (size_t i = 0; i < COUNT(offices); i++)
        assert_false(cell_is_personal_email(str_of(offices[i])));
}

static void addresses_and_numbers_are_held_to_their_form(void **state)
{
    (void)state;
    assert_true(cell_is_url(STR("https://a.example/x?y=1")));
    assert_false(cell_is_url(STR("www.a.example")));
    assert_false(cell_is_url(STR("https://a b.example")));
    assert_false(cell_is_url(STR("pas une url !")));
    assert_true(cell_is_email(STR("a@b.example")));
    assert_false(cell_is_email(STR("a@b.example, c@d.example")));
    assert_false(cell_is_email(STR("pas une adresse")));
    assert_true(cell_is_phone(STR("+33 (0)4 76 00 00 00")));
    assert_true(cell_is_phone(STR("3949")));
    assert_false(cell_is_phone(STR("04 76 00 00 00 ou 01")));
}

static void a_day_may_have_a_time_behind_it(void **state)
{
    (void)state;
    struct str day;
    assert_true(cell_date(&day, STR("2026-02-23T10:00:00+01:00")));
    assert_true(str_eq(day, STR("2026-02-23")));
    assert_false(cell_date(&day, STR("23/02/2026")));
    assert_false(cell_date(&day, STR("2026-02-234")));
}

static void lists_are_taken_apart_whatever_parts_their_words(void **state)
{
    (void)state;
    static const char *const written[] = { "a, b", "a;b", "{a,b}", "[\"a\", \"b\"]", " a\nb " };
    for (size_t i = 0; i < COUNT(written); i++) {
        struct str rest = str_of(written[i]);
        struct str word;
        assert_true(cell_next_word(&rest, &word) && str_eq(word, STR("a")));
        assert_true(cell_next_word(&rest, &word) && str_eq(word, STR("b")));
        assert_false(cell_next_word(&rest, &word));
    }
}

static void expect_plain(const char *markdown, const char *plain)
{
    struct arena arena = { 0 };
    assert_string_equal(arena_str(&arena, plain_markdown(&arena, str_of(markdown))), plain);
    arena_destroy(&arena);
}

static void markdown_becomes_plain_text(void **state)
{
    (void)state;
    expect_plain("## Pour *qui* ?\n\n**Vous** :\n- un\n- deux\n\n1. puis\n2. [le site](https://a.example)",
                 "Pour qui ?\nVous :\n– un\n– deux\n1. puis\n2. le site");
    expect_plain("Un atelier d’une journée.\nSur place & gratuit, 3 < 4.",
                 "Un atelier d’une journée.\nSur place & gratuit, 3 < 4.");
    expect_plain("a&nbsp;b &amp; c &#233;", "a\u00A0b & c &#233;");
    expect_plain("a <b>c</b>", "a <b>c</b>");
    expect_plain("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_persons_mail_is_told_from_an_offices),
        cmocka_unit_test(addresses_and_numbers_are_held_to_their_form),
        cmocka_unit_test(a_day_may_have_a_time_behind_it),
        cmocka_unit_test(lists_are_taken_apart_whatever_parts_their_words),
        cmocka_unit_test(markdown_becomes_plain_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
