/* Searching: what a visitor types finds what is meant, in each language, and never anything but an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/search.h"
#include "support/pack_fixture.h"

#include <sqlite3.h>
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
    visit.query = (struct query){ visit.pack, lang, { 2026, 11, 24, 14, 5, 0, 2 }, { true, 45.1885, 5.7245 } };
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
    assert_true(out.count <= limit && out.count <= out.total);
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

static const char doctors_sql[] = "INSERT INTO text VALUES ('guide/doctor', 'title', 'ar', 'رؤية الطَّبيب', 1),"
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
    assert_finds(&ar, "طبيب", "doctor clinic");
    assert_finds(&ar, "طَبِيب", "doctor clinic");
    assert_finds(&ar, "الطبيب", "doctor clinic");
}

static void one_letter_is_enough(void **state)
{
    VISIT(fr, "fr", doctors_sql);
    VISIT(ar, "ar", doctors_sql);
    (void)state;
    assert_finds(&fr, "g", "counter");
    assert_finds(&fr, "bib", "library");
    assert_finds(&ar, "ط", "doctor clinic");
}

static void a_word_in_the_local_or_the_fallback_language_finds_in_every_language(void **state)
{
    VISIT(en, "en", doctors_sql);
    VISIT(ar, "ar", doctors_sql);
    VISIT(fr, "fr", doctors_sql);
    VISIT(other, "ti", doctors_sql);
    (void)state;
    assert_finds(&en, "douches", "shower");
    assert_finds(&en, "showers", "shower");
    assert_finds(&ar, "douches", "shower");
    assert_finds(&ar, "showers", "shower"); /* English is the first fallback */
    assert_finds(&fr, "showers", "shower");
    assert_finds(&other, "médecin", "doctor clinic");
}

static void every_word_must_be_found_and_the_last_may_be_begun(void **state)
{
    VISIT(fr, "fr", doctors_sql);
    (void)state;
    assert_finds(&fr, "médecin hôpital", "clinic");
    assert_finds(&fr, "hôpital méd", "clinic");
    assert_finds(&fr, "méd hôpital", "");
    assert_finds(&fr, "médecin plombier", "");
}

static void names_come_before_topics_then_the_rest_and_open_doors_before_closed(void **state)
{
    VISIT(fr, "fr",
          "INSERT INTO text VALUES ('services/library', 'description', 'fr', 'Rien sur la sécurité.', 0),"
          " ('services/shower', 'alert', 'fr', 'Pour votre sécurité, fermé demain.', 0);"
          "UPDATE text SET value = 'Sécurité sociale' WHERE owner = 'services/lawyer' AND field = 'name';");
    (void)state;
    assert_finds(&fr, "securite", "lawyer violence hotline shower library");
    struct search_list two = search(&fr, "securite", 2);
    assert_int_equal(two.count, 2);
    assert_int_equal(two.total, 5);
    assert_int_equal(search(&fr, "securite", 0).count, 0);
}

static void a_hit_says_where_and_when(void **state)
{
    VISIT(en, "en", doctors_sql);
    (void)state;
    struct search_list list = search(&en, "showers", 9);
    assert_int_equal(list.count, 1);
    const struct search_hit *hit = &list.at[0];
    assert_false(hit->is_page);
    assert_string_equal(hit->topic, "health");
    assert_string_equal(hit->topic_icon, "favorite");
    assert_int_equal(hit->topic_colour, 0x2E7D32);
    assert_string_equal(hit->name.text, "Showers");
    assert_string_equal(hit->local_name.text, "Douches");
    assert_true(hit->has_hours);
    assert_int_equal(hit->hours.kind, HOURS_OPEN);
    assert_true(hit->hours.closes_soon);
    assert_true(hit->has_distance && hit->distance_m > 500 && hit->distance_m < 600);
    list = search(&en, "See a doctor", 9);
    assert_true(list.at[0].is_page);
    assert_false(list.at[0].has_hours);
    assert_false(list.at[0].has_distance);
    assert_string_equal(list.at[0].name.text, "See a doctor");
}

static void what_was_found_as_typed_is_told_from_what_was_folded(void **state)
{
    VISIT(fr, "fr", doctors_sql);
    (void)state;
    assert_int_equal(search(&fr, "médecin", 1).at[0].matched, SEARCH_EXACT);
    assert_int_equal(search(&fr, "  un  médecin ", 1).at[0].matched, SEARCH_EXACT);
    assert_int_equal(search(&fr, "Un médecin", 1).at[0].matched, SEARCH_FOLDED);
    assert_int_equal(search(&fr, "medecin", 1).at[0].matched, SEARCH_FOLDED);
    /* Its own texts do not say it, only its topic does. */
    assert_int_equal(search(&fr, "santé", 1).at[0].matched, SEARCH_SYNONYM);
    assert_int_equal(search(&fr, "médecin santé", 1).at[0].matched, SEARCH_SYNONYM);
}

/* Vowel signs, joiners and characters without spaces: what FTS5 by itself would cut, or not cut. */
static void words_of_every_script_stay_whole(void **state)
{
    static const struct {
        const char *lang;
        const char *text;
        const char *finds;
        const char * not ;
    } rows[] = {
        { "bn", "দুঃখিত বাংলাদেশের ডাক্তার", "ডাক্তার", "ক্তার" },
        { "ti", "ሆስፒታል መቐለ", "ሆስፒ", "ታል" },
        { "zh-Hans", "长城医院", "城", "墙" },
        { "zh-Hans", "长城医院", "医院", "医城墙" },
        { "ta", "மருத்துவமனை", "மருத்துவமனை", "துவமனை" },
        { "th", "ฉันไปโรงพยาบาลวันนี้", "โรงพยาบาล", "ยาบาลวัน" }, /* by ICU's dictionary: no space tells */
        { "km", "ខ្ញុំទៅមន្ទីរពេទ្យថ្ងៃនេះ", "មន្ទីរពេទ្យ", "ទីរពេទ្យថ្ងៃ" },
        { "uk", "Сім’я і пам'ять", "сім'я", "я" },
        { "fa", "می‌خواهم دکتر", "میخواهم", "خواهم" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *with_text = sqlite3_mprintf("INSERT INTO language VALUES (4, %Q);"
                                          "INSERT INTO text VALUES ('services/hotline', 'name', %Q, %Q, 1);",
                                          rows[i].lang, rows[i].lang, rows[i].text);
        VISIT(visit, rows[i].lang, with_text);
        sqlite3_free(with_text);
        assert_finds(&visit, rows[i].finds, "hotline");
        assert_finds(&visit, rows[i].not, "");
    }
}

static void odd_questions_have_an_answer(void **state)
{
    static const char *const without_words[] = { "",   " ", "\t\n ", "\"", "\"\"", "*", "'",
                                                 "()", "-", "^",     ":",  "؟",    "،", "\u064E" };
    static const char *const others[] = { "\"clinique",
                                          "clinique\"",
                                          "clinique*",
                                          "NOT clinique",
                                          "clinique NOT douches",
                                          "clinique AND",
                                          "OR",
                                          "NEAR(a b)",
                                          "name:clinique",
                                          "name : clinique",
                                          "-clinique",
                                          "^clinique",
                                          "clinique + a",
                                          "{name body}: a",
                                          "search_fr",
                                          "rank",
                                          "'; DROP TABLE text; --",
                                          "%s%n",
                                          "clin\\ique",
                                          "a\xC3",
                                          "\xFF\xFE",
                                          "\xF0\x9F\x98\x80",
                                          "\xED\xA0\x80",
                                          "\x01\x02\x7F",
                                          "a\u200Fb",
                                          "1,5 3.14 a.b",
                                          "l'hôpital d’ici" };
    VISIT(fr, "fr", doctors_sql);
    (void)state;
    for (size_t i = 0; i < COUNT(without_words); i++)
        assert_finds(&fr, without_words[i], "");
    for (size_t i = 0; i < COUNT(others); i++)
        search(&fr, others[i], 5);
    struct search_list list;
    assert_true(query_search(&list, &fr.query, NULL, 5, &fr.arena, NULL));
    assert_int_equal(list.total, 0);
    assert_finds(&fr, "clinique*", "clinic doctor");
    assert_finds(&fr, "name:clinique", "");
}

static void a_long_question_is_cut_between_characters(void **state)
{
    static const char *const units[] = {
        "a ", "é", "clinique ", "城", "\xF0\x9F\x98\x80", "\x80", "\"", " ", "e\u0301"
    };
    VISIT(fr, "fr", doctors_sql);
    (void)state;
    for (size_t i = 0; i < COUNT(units); i++) {
        for (size_t before = 0; before < 4; before++) {
            size_t size = strlen(units[i]);
            char *text = malloc(3 + 100000 * size + 1);
            assert_non_null(text);
            memset(text, 'c', before);
            for (size_t j = 0; j < 100000; j++)
                memcpy(text + before + j * size, units[i], size);
            text[before + 100000 * size] = '\0';
            search(&fr, text, 5);
            free(text);
        }
    }
}

static void random_bytes_have_an_answer(void **state)
{
    static const char *const languages[] = { "fr", "ar", "en", "th" };
    uint64_t seed = 1;
    VISIT(visit, "fr", doctors_sql);
    (void)state;
    for (size_t turn = 0; turn < 4000; turn++) {
        char text[64];
        size_t length = turn % (sizeof(text) - 1);
        for (size_t i = 0; i < length; i++) {
            seed = str_hash(&i, sizeof(i), seed);
            text[i] = (char)(seed >> 32);
        }
        text[length] = '\0';
        visit.query.lang = languages[turn % COUNT(languages)];
        search(&visit, text, 3);
        arena_reset(&visit.arena);
    }
}

static void all_are_counted_and_the_most_important_listed(void **state)
{
    VISIT(fr, "fr",
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
          "INSERT INTO service (seq, id, status) SELECT 100 + i, 'many' || i, 'active' FROM n;"
          "INSERT INTO text SELECT 'services/' || id, 'name', 'fr', 'Zebre', 0 FROM service WHERE seq > 100;");
    (void)state;
    struct search_list list = search(&fr, "z", 2000);
    assert_int_equal(list.total, 1500);
    assert_int_equal(list.count, SEARCH_LIMIT_MAX);
    assert_string_equal(list.at[0].id, "many1");
    assert_string_equal(list.at[SEARCH_LIMIT_MAX - 1].id, "many1000");
}

/* The last of two hundred equals in services.csv is open, the one before it only near: they come first all the same. */
static void among_many_equals_the_open_and_the_near_come_first(void **state)
{
    VISIT(fr, "fr",
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
          "INSERT INTO service (seq, id, status) SELECT 100 + i, 'many' || i, 'active' FROM n;"
          "INSERT INTO text SELECT 'services/' || id, 'name', 'fr', 'Zebre', 0 FROM service WHERE seq > 100;"
          "INSERT INTO service_place VALUES (298, 1, 'many198-far', 'nowhere'), (299, 1, 'many199-near', 'near'),"
          " (300, 1, 'many200-far', 'far');");
    (void)state;
    static const size_t limits[] = { 1, 3, 30, 500 };
    static const char *const first[] = { "many200", "many199", "many1" };
    for (size_t i = 0; i < COUNT(limits); i++) {
        struct search_list list = search(&fr, "z", limits[i]);
        assert_int_equal(list.total, 200);
        for (size_t at = 0; at < list.count && at < COUNT(first); at++)
            assert_string_equal(list.at[at].id, first[at]);
    }
}

static void what_is_closed_for_good_is_not_found(void **state)
{
    VISIT(fr, "fr", "UPDATE service SET status = 'defunct' WHERE id = 'shower';");
    (void)state;
    assert_finds(&fr, "douches", "");
}

static void a_telephone_number_is_found_however_its_digits_are_grouped(void **state)
{
    static const char *const questions[] = {
        "0400000001",     "04 00 00 00 01", "04.00.00.00.01",
        "04-00 00/00 01", "(04) 00000001",  "\u0660\u0664 \u0660\u0660 \u0660\u0660 \u0660\u0660 \u0660\u0661"
    };
    VISIT(fr, "fr", NULL);
    VISIT(ar, "ar", NULL);
    (void)state;
    for (size_t i = 0; i < COUNT(questions); i++) {
        assert_finds(&fr, questions[i], "counter");
        assert_finds(&ar, questions[i], "counter");
    }
    assert_int_equal(search(&fr, "04 00 00 0", 50).total, search(&fr, "0400000", 50).total);
    assert_true(search(&fr, "04 00 00 0", 50).total > 1);
    assert_finds(&fr, "0400000009", "");
}

static void a_number_is_that_of_the_service_before_its_organization(void **state)
{
    VISIT(fr, "fr",
          "UPDATE service SET organization_id = 'city' WHERE id IN ('counter', 'lawyer');"
          "UPDATE service SET organization_id = 'other' WHERE id NOT IN ('counter', 'lawyer');"
          "DELETE FROM service_place WHERE id = 'lawyer-near';");
    (void)state;
    assert_finds(&fr, "04 00 00 00 02", "lawyer");
    assert_finds(&fr, "04 00 00 00 03", "counter");
}

static void digits_that_begin_no_number_are_words(void **state)
{
    VISIT(fr, "fr", "INSERT INTO text VALUES ('services/library', 'description', 'fr', 'Salles 24 et 36.', 0);");
    (void)state;
    assert_finds(&fr, "24 36", "library");
    assert_finds(&fr, "24 3", "library");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_marks_and_ways_to_write_a_letter_do_not_matter),
        cmocka_unit_test(one_letter_is_enough),
        cmocka_unit_test(a_word_in_the_local_or_the_fallback_language_finds_in_every_language),
        cmocka_unit_test(every_word_must_be_found_and_the_last_may_be_begun),
        cmocka_unit_test(names_come_before_topics_then_the_rest_and_open_doors_before_closed),
        cmocka_unit_test(a_hit_says_where_and_when),
        cmocka_unit_test(what_was_found_as_typed_is_told_from_what_was_folded),
        cmocka_unit_test(words_of_every_script_stay_whole),
        cmocka_unit_test(odd_questions_have_an_answer),
        cmocka_unit_test(a_long_question_is_cut_between_characters),
        cmocka_unit_test(random_bytes_have_an_answer),
        cmocka_unit_test(all_are_counted_and_the_most_important_listed),
        cmocka_unit_test(among_many_equals_the_open_and_the_near_come_first),
        cmocka_unit_test(what_is_closed_for_good_is_not_found),
        cmocka_unit_test(a_telephone_number_is_found_however_its_digits_are_grouped),
        cmocka_unit_test(a_number_is_that_of_the_service_before_its_organization),
        cmocka_unit_test(digits_that_begin_no_number_are_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
