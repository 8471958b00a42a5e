#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/connection.h"
#include "content/diff.h"
#include "support/pack_fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Writes each change as a line: "changed service counter hours: OLD -> NEW". */
struct log {
    char text[16384];
    size_t length;
    size_t lines;
    size_t stop_after; /* 0: never */
};

static bool note(void *data, const struct diff_item *item)
{
    struct log *log = data;
    log->length += (size_t)snprintf(log->text + log->length, sizeof(log->text) - log->length, "%s %s %s",
                                    diff_change_id(item->change), diff_kind_id(item->kind), item->id);
    if (item->field)
        log->length += (size_t)snprintf(log->text + log->length, sizeof(log->text) - log->length, " %s%s%s: %s -> %s",
                                        item->field, item->lang[0] ? "/" : "", item->lang,
                                        item->before ? item->before : "-", item->after ? item->after : "-");
    else
        log->length += (size_t)snprintf(log->text + log->length, sizeof(log->text) - log->length, " (%s)", item->name);
    log->length += (size_t)snprintf(log->text + log->length, sizeof(log->text) - log->length, "\n");
    log->lines++;
    return log->lines != log->stop_after;
}

static struct pack *open_fixture(char *path)
{
    struct pack *pack = NULL;
    struct err err;
    if (!pack_open(&pack, path, &err))
        fail_msg("%s", err.detail);
    return pack;
}

/* The fixture against the fixture with more SQL. */
static struct diff_counts compare(struct log *log, const char *before_sql, const char *after_sql)
{
    char *paths[] = { pack_fixture_new(before_sql), pack_fixture_new(after_sql) };
    struct pack *before = open_fixture(paths[0]);
    struct pack *after = open_fixture(paths[1]);
    struct diff_counts counts;
    struct err err;
    if (!diff_packs(&counts, before, after, note, log, &err))
        fail_msg("%s", err.detail);
    pack_close(before);
    pack_close(after);
    pack_fixture_remove(paths[0]);
    pack_fixture_remove(paths[1]);
    return counts;
}

static void assert_changes(const char *before_sql, const char *after_sql, const char *wanted)
{
    struct log log = { 0 };
    compare(&log, before_sql, after_sql);
    assert_string_equal(log.text, wanted);
}

static void equal_packs_show_no_change(void **state)
{
    (void)state;
    static const struct diff_counts none;
    struct log log = { 0 };
    struct diff_counts counts = compare(&log, "", "");
    assert_string_equal(log.text, "");
    assert_memory_equal(&counts, &none, sizeof(none));
}

static void what_nobody_sees_is_no_change(void **state)
{
    (void)state;
    assert_changes("",
                   "UPDATE meta SET value = '2' WHERE key = 'sequence';"
                   "UPDATE schedule SET opens_at = 60 WHERE owner = 'locations/middle';"
                   "UPDATE phone SET id = 'p9' WHERE id = 'p3';"
                   "UPDATE emergency SET seq = seq + 5;",
                   "");
}

static void services_that_are_new_gone_and_renamed_are_told(void **state)
{
    (void)state;
    struct log log = { 0 };
    struct diff_counts counts = compare(
        &log, "",
        "DELETE FROM service_place WHERE service = 6; DELETE FROM service_topic WHERE service = 6;"
        "DELETE FROM service WHERE seq = 6;"
        "INSERT INTO service (seq, id, status) VALUES (7, 'kitchen', 'active');"
        "INSERT INTO text VALUES ('services/kitchen', 'name', 'fr', 'Cuisine', 0);"
        "UPDATE text SET value = 'Accueil' WHERE owner = 'services/counter' AND field = 'name' AND lang = 'fr';");
    assert_string_equal(log.text, "changed service counter name/fr: Guichet -> Accueil\n"
                                  "added service kitchen (Cuisine)\n"
                                  "removed service shower (Douches)\n");
    assert_int_equal(counts.of[DIFF_SERVICE][DIFF_ADDED], 1);
    assert_int_equal(counts.of[DIFF_SERVICE][DIFF_REMOVED], 1);
    assert_int_equal(counts.of[DIFF_SERVICE][DIFF_CHANGED], 1);
}

static void hours_are_told_as_they_count_at_each_door(void **state)
{
    (void)state;
    assert_changes("",
                   "UPDATE schedule SET opens_at = 600, byday = 'TU,WE' WHERE id = 'h5';"
                   "UPDATE schedule SET until = '2027-01-31' WHERE id = 'h9';",
                   "changed service clinic hours: Milieu: WE 09:00-12:00\nTU 14:00-17:00 -> "
                   "Milieu: WE 09:00-12:00\nTU,WE 10:00-17:00\n"
                   "changed service shower hours: MO,TU,WE,TH,FR 08:00-14:30 -> "
                   "MO,TU,WE,TH,FR 08:00-14:30 until 2027-01-31\n");
    /* Rows of the service hide those of the place as soon as there are any. */
    assert_changes("", "DELETE FROM schedule WHERE id = 'h9'",
                   "changed service shower hours: MO,TU,WE,TH,FR 08:00-14:30 -> TU 00:00-23:59\n");
}

static void exceptions_of_one_service_are_told_with_it_and_those_of_all_by_themselves(void **state)
{
    (void)state;
    assert_changes("",
                   "UPDATE closure SET \"end\" = '2026-11-30' WHERE id = 'works';"
                   "UPDATE closure SET opens_at = 600, closes_at = 720 WHERE id = 'noel';"
                   "INSERT INTO closure VALUES ('easter', 'easter+1', NULL, NULL, NULL, NULL);",
                   "changed service shower exceptions: 2026-11-25 to 2026-11-27 closed -> "
                   "2026-11-25 to 2026-11-30 closed\n"
                   "changed closure noel hours: closed -> 10:00-12:00\n"
                   "added closure easter (easter+1)\n");
}

static void a_number_of_the_organization_changes_only_services_without_their_own(void **state)
{
    (void)state;
    assert_changes("", "UPDATE phone SET number = '04 11' WHERE id = 'p2'",
                   "changed service hotline phone: 04 00 00 00 02 -> 04 11\n"
                   "changed service shower phone: 04 00 00 00 02 -> 04 11\n");
}

static void addresses_prices_papers_and_answers_are_told(void **state)
{
    (void)state;
    assert_changes("",
                   "UPDATE place SET address = '9 rue Z', latitude = 45.5 WHERE id = 'far';"
                   "UPDATE cost SET amount = 9 WHERE id = 'c1';"
                   "UPDATE service SET free = NULL, assured_date = '2026-11-11' WHERE id = 'counter';"
                   "INSERT INTO text VALUES ('required_documents/d2', 'document', 'fr', 'Une photo', 0);",
                   "changed service counter checked: 2026-10-10 -> 2026-11-11\n"
                   "changed service counter documents/fr: Une pièce d’identité -> Une pièce d’identité\nUne photo\n"
                   "changed service counter free: yes -> -\n"
                   "changed service clinic address: Milieu\n2 rue B\n3 rue C -> Milieu\n2 rue B\n9 rue Z\n"
                   "changed service clinic position: 45.19350, 5.72450\n45.20850, 5.72450 -> "
                   "45.19350, 5.72450\n45.50000, 5.72450\n"
                   "changed service clinic price: 8.50 EUR -> 9.00 EUR\n");
}

static void a_page_reads_as_one_text_in_each_language(void **state)
{
    (void)state;
    assert_changes("",
                   "INSERT INTO block VALUES ('violence', 2, 4, NULL);"
                   "INSERT INTO text VALUES ('guide/violence', 'body/002', 'fr', 'Le 3919', 0);",
                   "changed page violence body/fr: 1. Appelez. -> 1. Appelez.\n- Le 3919\n");
    assert_changes("", "UPDATE text SET value = 'Go there.' WHERE field = 'body/002' AND lang = 'en'",
                   "changed page doctor body/en: To the clinic. -> Go there.\n");
}

static void a_translation_that_comes_or_goes_is_told(void **state)
{
    (void)state;
    assert_changes("",
                   "DELETE FROM text WHERE owner = 'emergency/e112' AND lang = 'ar';"
                   "INSERT INTO text VALUES ('emergency/e15', 'name', 'en', 'Ambulance', 2);",
                   "changed emergency e112 name/ar: كل طارئ -> -\n"
                   "changed emergency e15 name/en: - -> Ambulance\n");
}

static void another_order_is_told_once(void **state)
{
    (void)state;
    assert_changes("", "UPDATE topic SET seq = 1 WHERE id = 'safety'",
                   "changed topic  order: - -> -\nchanged page  order: - -> -\n");
    /* What is new in front of the others does not move them. */
    assert_changes("", "INSERT INTO emergency VALUES ('e18', 1, 'fire', '18')", "added emergency e18 (e18)\n");
}

static void how_far_texts_can_be_trusted_is_counted_by_language(void **state)
{
    (void)state;
    struct log log = { 0 };
    struct diff_counts counts = compare(
        &log, "", "UPDATE text SET state = 1 WHERE lang = 'ar'; UPDATE text SET state = 3 WHERE value = 'Health'");
    assert_string_equal(log.text, "changed pack pack now-out-of-date/en: - -> 1\n"
                                  "changed pack pack now-checked/ar: - -> 3\n");
    assert_int_equal(counts.of[DIFF_PACK][DIFF_CHANGED], 1);
}

static void the_city_its_languages_steps_notices_and_kiosks_are_told(void **state)
{
    (void)state;
    assert_changes("",
                   "UPDATE meta SET value = 'checked' WHERE key = 'status';"
                   "INSERT INTO language VALUES (4, 'uk');"
                   "UPDATE notice SET \"end\" = '2026-12-01', severity = 0 WHERE id = 'cold';"
                   "INSERT INTO phrase_answer VALUES ('emergency', 2, 'no');"
                   "UPDATE step SET target = 'topic:health' WHERE id = 'eat';"
                   "UPDATE kiosk SET address = '3 rue X' WHERE id = 'annex';",
                   "changed pack pack status: sample -> checked\n"
                   "changed pack pack languages: fr\nar\nen -> fr\nar\nen\nuk\n"
                   "changed notice cold days: 2026-11-24 to 2026-11-24 -> 2026-11-24 to 2026-12-01\n"
                   "changed notice cold severity: urgent -> info\n"
                   "changed step eat target: - -> topic:health\n"
                   "changed phrase emergency answers: yes -> yes\nno\n"
                   "changed kiosk annex address: 2 rue du Pont -> 3 rue X\n");
}

static void a_reader_who_has_seen_enough_stops_it(void **state)
{
    (void)state;
    struct log log = { .stop_after = 2 };
    struct diff_counts counts = compare(&log, "", "UPDATE text SET value = value || '!' WHERE field = 'name'");
    assert_int_equal(log.lines, 2);
    assert_int_equal(counts.of[DIFF_SERVICE][DIFF_CHANGED], 0);
}

static void damage_that_shows_only_now_is_an_error(void **state)
{
    (void)state;
    char *paths[] = { pack_fixture_new(""), pack_fixture_new("") };
    struct pack *before = open_fixture(paths[0]);
    struct pack *after = open_fixture(paths[1]);
    struct diff_counts counts = { .of[DIFF_PACK][DIFF_ADDED] = 77 };
    struct err err = { 0 };
    int fd = open(paths[1], O_WRONLY);
    char garbage[1024];
    memset(garbage, 0x55, sizeof(garbage));
    for (off_t at = 1024; at < lseek(fd, 0, SEEK_END); at += 1024)
        assert_int_equal(pwrite(fd, garbage, sizeof(garbage), at), (ssize_t)sizeof(garbage));
    close(fd);
    sqlite3_db_release_memory(after->db); /* what it has read is read again */
    assert_false(diff_packs(&counts, before, after, NULL, NULL, &err));
    assert_int_equal(err.code, ERR_FORMAT);
    assert_non_null(strstr(err.detail, "copy the pack again"));
    assert_int_equal(counts.of[DIFF_PACK][DIFF_ADDED], 77);
    pack_close(before);
    pack_close(after);
    pack_fixture_remove(paths[0]);
    pack_fixture_remove(paths[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_packs_show_no_change),
        cmocka_unit_test(what_nobody_sees_is_no_change),
        cmocka_unit_test(services_that_are_new_gone_and_renamed_are_told),
        cmocka_unit_test(hours_are_told_as_they_count_at_each_door),
        cmocka_unit_test(exceptions_of_one_service_are_told_with_it_and_those_of_all_by_themselves),
        cmocka_unit_test(a_number_of_the_organization_changes_only_services_without_their_own),
        cmocka_unit_test(addresses_prices_papers_and_answers_are_told),
        cmocka_unit_test(a_page_reads_as_one_text_in_each_language),
        cmocka_unit_test(a_translation_that_comes_or_goes_is_told),
        cmocka_unit_test(another_order_is_told_once),
        cmocka_unit_test(how_far_texts_can_be_trusted_is_counted_by_language),
        cmocka_unit_test(the_city_its_languages_steps_notices_and_kiosks_are_told),
        cmocka_unit_test(a_reader_who_has_seen_enough_stops_it),
        cmocka_unit_test(damage_that_shows_only_now_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
