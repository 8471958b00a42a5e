/* The built pack: the same bytes for the same folder, everything public in it, nothing private. */
#include "base/file.h"
#include "publish/build.h"
#include "publish/catalogue.h"
#include "publish/check.h"
#include "publish/run.h"
#include "support/pack_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <sqlite3.h>
#include <string.h>

static void load(struct source *source, struct arena *arena, const char *folder)
{
    struct findings findings = { .arena = arena };
    assert_true(check_folder(source, &findings, arena, folder, NULL));
    for (size_t i = 0; i < findings.count; i++)
        assert_int_equal(rule_severity(findings.at[i].rule), SEVERITY_WARNING);
}

static struct str build(struct arena *arena, const char *folder)
{
    struct source source;
    struct str bytes;
    struct err err;
    const char *path = arena_printf(arena, "%s/out.pack", folder);
    load(&source, arena, folder);
    if (!build_pack(&source, path, &err))
        fail_msg("%s", err.detail);
    assert_false(file_exists(arena_printf(arena, "%s.new", path)));
    assert_true(file_read(&bytes, arena, path, 1 << 24, NULL));
    return bytes;
}

static void the_same_folder_gives_the_same_bytes(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *first = pack_folder_new();
    char *second = pack_folder_new();
    (void)state;
    /* Files made again in another order, at another time. */
    pack_folder_replace(second, "topics.csv", "id", "id");
    pack_folder_replace(second, "hsds/services.csv", "id", "id");
    pack_folder_replace(second, "po/ar.po", "msgid", "msgid");
    assert_true(run_program((const char *const[]){ "touch", "-d", "2001-02-03", second, NULL }, NULL));
    struct str a = build(&arena, first);
    struct str b = build(&arena, second);
    struct str again = build(&arena, first);
    assert_true(str_eq(a, b));
    assert_true(str_eq(a, again));
    pack_folder_remove(first);
    pack_folder_remove(second);
}

static void nothing_private_is_in_the_pack(void **state)
{
    static const char *const secrets[] = {
        "person@private.example", "Prénom Nom",         "06 99 00 00 01", "rue Secrète",
        "Adresse discrète",       "tiny.example/vieux", "01 99 00 00 00", "Ancienne association",
    };
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    struct str bytes = build(&arena, folder);
    (void)state;
    assert_true(str_contains(bytes, STR("Le dispensaire")));
    for (size_t i = 0; i < COUNT(secrets); i++) {
        if (str_contains(bytes, str_of(secrets[i])))
            fail_msg("%s is in the pack", secrets[i]);
    }
    pack_folder_remove(folder);
}

static const char *ask(struct arena *arena, const char *folder, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *stmt = NULL;
    const char *path = arena_printf(arena, "%s/out.pack", folder);
    assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
    const char *answer = "";
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *value = (const char *)sqlite3_column_text(stmt, 0);
        answer = arena_printf(arena, "%s%s%s", answer, answer[0] ? ";" : "", value ? value : "NULL");
    }
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return answer;
}

static const struct question {
    const char *sql;
    const char *answer;
} questions[] = {
    { "PRAGMA application_id", "1298229619" },
    { "PRAGMA user_version", "1" },
    { "PRAGMA page_size", "4096" },
    { "PRAGMA encoding", "UTF-8" },
    { "SELECT value FROM meta ORDER BY key", "tiny;Tiny;FR;2026-11-01;2027-11-01;tiny;3;fr;sample;Europe/Paris" },
    { "SELECT tag FROM language ORDER BY seq", "fr;en;ar" },
    { "SELECT tag FROM fallback ORDER BY seq", "en;fr" },
    { "SELECT id || colour || sensitive FROM topic ORDER BY seq", "health118098231;housing70286400" },
    { "SELECT count(*) FROM service", "2" },
    { "SELECT free FROM service ORDER BY seq", "1;0" },
    { "SELECT no_papers FROM service ORDER BY seq", "1;NULL" },
    { "SELECT step_free FROM service ORDER BY seq", "1;0" },
    { "SELECT women_only FROM service ORDER BY seq", "NULL;1" },
    { "SELECT topic || service FROM service_topic", "health1;housing2" },
    { "SELECT address FROM place", "1 place Neuve\nBâtiment B\n38999 Tiny" },
    { "SELECT number FROM phone ORDER BY owner DESC", "01 99 00 12 34;115" },
    { "SELECT opens_at || '-' || closes_at FROM schedule", "540-720;840-1020;1140-480" },
    { "SELECT code FROM service_language", "ar" },
    { "SELECT kind FROM block ORDER BY seq", "2;1;3;3;4;4;5;5" },
    { "SELECT target FROM block WHERE kind = 5 AND seq = 8", "topic:health" },
    { "SELECT id FROM closure ORDER BY id", "noel;travaux" },
    { "SELECT count(*) FROM source WHERE record = 'guide/seeing-a-doctor'", "2" },
    { "SELECT part || id FROM step ORDER BY seq", "2doctor;0ask;1papers;0sleep" },
    { "SELECT target FROM step ORDER BY seq",
      "page:seeing-a-doctor;NULL;topic:health;service:26104c5c-6b4c-5c9f-8493-a36258b94d92" },
    { "SELECT id || icon FROM answer ORDER BY seq", "yescheck;noclose;laterschedule" },
    { "SELECT phrase || answer FROM phrase_answer ORDER BY phrase, seq", "doctoryes;doctorlater;doctorno" },
    { "SELECT id || start || end || severity FROM notice ORDER BY seq",
      "cold2026-11-202026-11-302;class2026-11-022026-12-180" },
    { "SELECT notice || topic FROM notice_topic ORDER BY topic", "coldhealth;coldhousing" },
    { "SELECT notice || lang FROM notice_language ORDER BY lang", "classen;classfr" },
    { "SELECT url || date FROM source WHERE record LIKE 'notices/%' ORDER BY record",
      "https://tiny.example/cours2026-10-15;https://tiny.example/froid2026-11-01" },
    { "SELECT value FROM text WHERE owner = 'notices/cold' AND lang = 'en' ORDER BY field",
      "Call 115 to sleep in the warm.;Very cold weather" },
    { "SELECT count(DISTINCT lang) FROM text WHERE owner = 'answers/later'", "3" },
    { "SELECT count(*) FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'", "0" },
    { "SELECT kind || topic FROM search_doc ORDER BY rowid", "2health;1health;1housing" },
    { "SELECT tag FROM language WHERE seq IN (SELECT lexicon / 16 FROM search_block) ORDER BY tag", "ar;en;fr" },
    { "SELECT DISTINCT tag FROM search_block JOIN language ON seq = lexicon / 16 WHERE lexicon % 16 = 1", "ar" },
    { "SELECT count(*) FROM search_posting WHERE id >> 32 NOT IN (SELECT lexicon FROM search_block)", "0" },
    { "SELECT service || term FROM service_term ORDER BY 1",
      "1health;1no-papers;1step-free;2housing;2steps;2women-only" },
    { "SELECT DISTINCT state FROM text WHERE lang = 'fr'", "0" },
    { "SELECT DISTINCT state FROM text WHERE lang = 'en'", "1" },
    { "SELECT DISTINCT state FROM text WHERE lang = 'ar'", "2" },
    { "SELECT value FROM text WHERE owner = 'guide/seeing-a-doctor' AND field = 'body/004' AND lang = 'en'",
      "Say your name." },
};

static void the_tables_hold_what_the_folder_says(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    build(&arena, folder);
    for (size_t i = 0; i < COUNT(questions); i++) {
        const char *answer = ask(&arena, folder, questions[i].sql);
        if (strcmp(answer, questions[i].answer) != 0)
            fail_msg("%s\ngave %s", questions[i].sql, answer);
    }
    pack_folder_remove(folder);
}

static void a_stale_text_is_marked_and_one_with_an_old_number_left_out(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "topics.csv", "Dormir", "Se reposer");
    pack_folder_replace(folder, "hsds/services.csv", "coûte 12 €", "coûte 14 €");
    build(&arena, folder);
    assert_string_equal(ask(&arena, folder, "SELECT state FROM text WHERE value = 'Sleep'"), "3");
    assert_string_equal(ask(&arena, folder, "SELECT lang FROM text WHERE field = 'fees_description'"), "fr");
    pack_folder_remove(folder);
}

static void merging_keeps_translations_and_marks_what_has_changed(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    struct source source;
    struct pack_texts texts;
    const struct translation *found;
    (void)state;
    pack_folder_replace(folder, "topics.csv", "Une place ce soir", "Une place ce soir ou demain");
    load(&source, &arena, folder);
    texts_list(&texts, &source);
    assert_true(catalogue_write_template(&source, &texts, NULL));
    assert_true(catalogue_merge(&source, "en", NULL));
    load(&source, &arena, folder);
    assert_int_equal(
        translations_find(&found, &source.translations[0], "topics/housing/summary", "Une place ce soir ou demain"),
        MATCH_STALE);
    assert_string_equal(found->text, "A place tonight");
    struct coverage coverage = catalogue_coverage(&source.translations[0], &texts);
    assert_int_equal(coverage.stale, 1);
    assert_int_equal(coverage.current, texts.count - 1);
    pack_folder_remove(folder);
}

/* msgmerge offers what resembles a new text, from any record. That is a hint for translators, not a translation. */
static void a_guess_from_another_record_is_no_translation(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    struct source source;
    struct pack_texts texts;
    const struct translation *found;
    (void)state;
    pack_folder_replace(folder, "emergency.csv", "e112,112,sos,10,Urgence,",
                        "e113,112,sos,20,Urgence,\"Venez avant 10 h 35.\"\ne112,112,sos,10,Urgence,");
    pack_folder_replace(folder, "sources.csv", "s5,", "s6,emergency/e113,*,https://tiny.example/,2026-10-01,\ns5,");
    load(&source, &arena, folder);
    texts_list(&texts, &source);
    assert_true(catalogue_write_template(&source, &texts, NULL));
    assert_true(catalogue_merge(&source, "en", NULL));
    load(&source, &arena, folder);
    assert_int_equal(translations_find(&found, &source.translations[0], "emergency/e113/when", "Venez avant 10 h 35."),
                     MATCH_NONE);
    pack_folder_remove(folder);
}

static void a_template_is_the_same_each_time(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    struct source source;
    struct pack_texts texts;
    struct str before;
    struct str after;
    const char *path = arena_printf(&arena, "%s/" CATALOGUE_TEMPLATE, folder);
    (void)state;
    assert_true(file_read(&before, &arena, path, 1 << 20, NULL));
    load(&source, &arena, folder);
    texts_list(&texts, &source);
    assert_true(catalogue_write_template(&source, &texts, NULL));
    assert_true(file_read(&after, &arena, path, 1 << 20, NULL));
    assert_true(str_eq(before, after));
    pack_folder_remove(folder);
}

static void a_pack_that_can_not_be_written_leaves_the_old_one(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct source source;
    struct err err;
    (void)state;
    load(&source, &arena, PACK_FOLDER_TINY);
    assert_false(build_pack(&source, "/nowhere/at/all.pack", &err));
    assert_int_equal(err.code, ERR_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_folder_gives_the_same_bytes),
        cmocka_unit_test(nothing_private_is_in_the_pack),
        cmocka_unit_test(the_tables_hold_what_the_folder_says),
        cmocka_unit_test(a_stale_text_is_marked_and_one_with_an_old_number_left_out),
        cmocka_unit_test(merging_keeps_translations_and_marks_what_has_changed),
        cmocka_unit_test(a_guess_from_another_record_is_no_translation),
        cmocka_unit_test(a_template_is_the_same_each_time),
        cmocka_unit_test(a_pack_that_can_not_be_written_leaves_the_old_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
