/* Searching: what a visitor types finds what is meant, in each language, and never anything but an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/search.h"
#include "support/pack_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One visit: Tuesday 2026-11-24, 14:05, at the town hall. */
struct visit {
    char *path;
    struct pack *pack;
    struct arena arena;
    struct query query;
};

static struct visit visit_begin(const char *lang, const char *more_sql)
{
    struct visit visit = { .path = pack_fixture_new_indexed(more_sql) };
    struct err err = { 0 };
    if (!pack_open(&visit.pack, visit.path, &err))
        fail_msg("%s", err.detail);
    visit.query =
        (struct query){ visit.pack, lang, { 2026, 11, 24, 14, 5, 0, 2 }, { true, 45.1885, 5.7245 } };
    return visit;
}

static void visit_end(struct visit *visit)
{
    pack_close(visit->pack);
    arena_destroy(&visit->arena);
    pack_fixture_remove(visit->path);
}

#define VISIT(name, lang, more_sql) CLEANUP(visit_end) struct visit name = visit_begin((lang), (more_sql))

static struct search_list search(struct visit *visit, const char *words, size_t limit)
{
    struct search_list out = { 0 };
    struct err err = { 0 };
    if (!query_search(&out, &visit->query, words, limit, &visit->arena, &err))
        fail_msg("'%s': %s", words, err.detail);
    assert_true(out.count <= limit && out.count <= out.total && out.total <= SEARCH_RANKED_MAX);
    return out;
}

/* The ids of the hits in their order, with spaces between. */
static void assert_finds(struct visit *visit, const char *words, const char *wanted)
{
    struct search_list list = search(visit, words, 50);
    const char *ids = "";
    for (size_t i = 0; i < list.count; i++)
        ids = arena_printf(&visit->arena, "%s%s%s", ids, i > 0 ? " " : "", list.at[i].id);
    if (strcmp(ids, wanted) != 0)
        fail_msg("'%s' found '%s' instead of '%s'", words, ids, wanted);
}

static const char doctors_sql[] =
    "INSERT INTO text VALUES ('guide/doctor', 'title', 'ar', 'رؤية الطَّبيب', 1),"
    " ('services/clinic', 'name', 'ar', 'طبيب في المستشفى', 1),"
    " ('services/clinic', 'description', 'fr', 'Un médecin vous reçoit à l’hôpital.', 0),"
    " ('services/counter', 'description', 'en', 'A doctor comes here.', 1);";

static void case_marks_and_ways_to_write_a_letter_do_not_matter(void **state)
{
    static const char *const questions[] = { "médecin", "MEDECIN", "Médecin", "me\u0301decin" };
    VISIT(fr, "fr", doctors_sql);
    VISIT(ar, "ar", doctors_sql);
    (void)state;
    for (size_t i = 0; i < COUNT(questions); i++)
        assert_finds(&fr, questions[i], "doctor clinic");
    assert_finds(&fr, "hopital", "clinic");
    assert_finds(&ar, "طبيب", "clinic");
    assert_finds(&ar, "طَبِيب", "clinic");
    assert_finds(&ar, "الطبيب", "doctor");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_marks_and_ways_to_write_a_letter_do_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
