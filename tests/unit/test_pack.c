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
#include <sys/stat.h>
#include <unistd.h>


/* Opens, expecting a refusal with that code whose words contain `word`. */
static void assert_refused(const char *path, enum err_code code, const char *word)
{
    struct pack *pack = NULL;
    struct err err = { 0 };
    assert_false(pack_open(&pack, path, &err));
    assert_null(pack);
    assert_int_equal(err.code, code);
    if (!strstr(err.detail, word))
        fail_msg("'%s' does not say '%s'", err.detail, word);
}

static void assert_fixture_refused(const char *more_sql, enum err_code code, const char *word)
{
    char *path = pack_fixture_new(more_sql);
    assert_refused(path, code, word);
    pack_fixture_remove(path);
}

struct bytes {
    unsigned char *at;
    size_t count;
};

static struct bytes read_bytes(const char *path)
{
    struct stat info;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &info), 0);
    struct bytes bytes = { malloc((size_t)info.st_size), (size_t)info.st_size };
    assert_int_equal(fread(bytes.at, 1, bytes.count, file), bytes.count);
    fclose(file);
    return bytes;
}

static void write_bytes(const char *path, const unsigned char *at, size_t count)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(at, 1, count, file), count);
    assert_int_equal(fclose(file), 0);
}

/* Asks everything; answers may fail, but must not crash. */
static void ask_everything(struct pack *pack)
{
    struct arena arena = { 0 };
    struct err err;
    struct query query = { pack, "ar", { 2026, 11, 24, 14, 5, 0, 2 }, { true, 45.1885, 5.7245 } };
    static const char *const topics[] = { "health", "safety" };
    static const char *const services[] = { "counter", "hotline", "clinic", "lawyer", "library", "shower" };
    static const char *const pages[] = { "doctor", "violence" };
    static const char *const searches[] = { "c", "clinique", "الصحة", "le" };
    struct topic_list topic_list;
    struct page_list page_list;
    struct service_list service_list;
    struct service_detail service;
    struct page_detail page;
    struct emergency_list emergency;
    struct phrase_detail phrase;
    struct phrase_list phrase_list;
    struct step_list step_list;
    struct notice_list notice_list;
    struct kiosk_detail kiosk;
    struct search_list search_list;
    int answers = query_topics(&topic_list, &query, &arena, &err);
    for (size_t i = 0; i < COUNT(topics); i++) {
        answers += query_pages(&page_list, &query, topics[i], &arena, &err);
        answers += query_services(&service_list, &query, topics[i], &(struct service_wish){ .limit = 50 }, &arena, &err);
    }
    for (size_t i = 0; i < COUNT(services); i++)
        answers += query_service(&service, &query, services[i], &arena, &err);
    for (size_t i = 0; i < COUNT(pages); i++)
        answers += query_page(&page, &query, pages[i], &arena, &err);
    answers += query_emergency(&emergency, &query, &arena, &err);
    answers += query_phrase(&phrase, &query, "appointment", &arena, &err);
    answers += query_phrases(&phrase_list, &query, &arena, &err);
    answers += query_steps(&step_list, &query, &arena, &err);
    answers += query_notices(&notice_list, &query, NULL, &arena, &err);
    answers += query_notices(&notice_list, &query, "health", &arena, &err);
    answers += query_kiosk(&kiosk, pack, NULL, &arena, &err);
    for (size_t i = 0; i < COUNT(searches); i++)
        answers += query_search(&search_list, &query, searches[i], 50, &arena, &err);
    assert_true(answers >= 0);
    arena_destroy(&arena);
}

static void pack_opens_when_it_is_whole(void **state)
{
    (void)state;
    char *path = pack_fixture_new(NULL);
    struct pack *pack = NULL;
    struct err err = { 0 };
    if (!pack_open(&pack, path, &err))
        fail_msg("%s", err.detail);
    assert_string_equal(pack_meta(pack, "city"), "Testville");
    assert_null(pack_meta(pack, "mayor"));
    assert_int_equal(pack_languages(pack).count, 3);
    assert_string_equal(pack_languages(pack).tags[1], "ar");
    assert_int_equal(pack_fallback(pack).count, 2);
    assert_string_equal(pack_fallback(pack).tags[0], "en");
    ask_everything(pack);
    pack_close(pack);
    pack_fixture_remove(path);
}

static void pack_notices_when_somebody_writes_to_its_file(void **state)
{
    (void)state;
    struct err err = { 0 };
    struct pack *pack = NULL;
    char *path = pack_fixture_new(NULL);
    assert_true(pack_open(&pack, path, &err));
    assert_true(pack_require_unchanged(pack, &err));
    FILE *file = fopen(path, "ab");
    assert_non_null(file);
    fputc('x', file);
    fclose(file);
    assert_false(pack_require_unchanged(pack, &err));
    assert_int_equal(err.code, ERR_FORMAT);
    pack_close(pack);
    pack_fixture_remove(path);
}

static void pack_does_not_mind_that_its_file_is_replaced(void **state)
{
    (void)state;
    struct err err = { 0 };
    struct pack *pack = NULL;
    char *path = pack_fixture_new(NULL), *other = pack_fixture_new(NULL);
    assert_true(pack_open(&pack, path, &err));
    assert_int_equal(rename(other, path), 0);
    assert_true(pack_require_unchanged(pack, &err));
    pack_close(pack);
    pack_fixture_remove(path);
    free(other);
}

static void pack_opens_under_any_name(void **state)
{
    (void)state;
    static const char *const names[] = { "a b?c#d%41&mode=rw", "été 城.pack", "x'y\"z\\w" };
    char *path = pack_fixture_new(NULL);
    for (size_t i = 0; i < COUNT(names); i++) {
        char other[4200];
        struct pack *pack = NULL;
        struct err err = { 0 };
        snprintf(other, sizeof(other), "%s %s", path, names[i]);
        assert_int_equal(rename(path, other), 0);
        if (!pack_open(&pack, other, &err))
            fail_msg("%s", err.detail);
        pack_close(pack);
        assert_int_equal(rename(other, path), 0);
    }
    pack_fixture_remove(path);
}

static void opening_a_pack_leaves_no_file_beside_it(void **state)
{
    (void)state;
    static const char *const suffixes[] = { "-journal", "-wal", "-shm" };
    char *path = pack_fixture_new(NULL);
    struct bytes before = read_bytes(path);
    struct pack *pack = NULL;
    assert_true(pack_open(&pack, path, NULL));
    ask_everything(pack);
    for (size_t i = 0; i < COUNT(suffixes); i++) {
        char other[4200];
        snprintf(other, sizeof(other), "%s%s", path, suffixes[i]);
        assert_int_not_equal(access(other, F_OK), 0);
    }
    pack_close(pack);
    struct bytes after = read_bytes(path);
    assert_int_equal(before.count, after.count);
    assert_memory_equal(before.at, after.at, after.count);
    free(before.at);
    free(after.at);
    pack_fixture_remove(path);
}

static void pack_is_missing_when_there_is_no_file(void **state)
{
    (void)state;
    assert_refused("/nowhere/at/all.pack", ERR_MISSING, "can't be opened");
}

static void pack_is_refused_when_it_is_no_regular_file(void **state)
{
    (void)state;
    char *path = pack_fixture_new(NULL);
    assert_refused("/dev/zero", ERR_FORMAT, "regular");
    assert_refused("/", ERR_FORMAT, "regular");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_refused(path, ERR_FORMAT, "regular");
    pack_fixture_remove(path);
}

static void pack_is_refused_when_it_is_something_else(void **state)
{
    (void)state;
    char *path = pack_fixture_new(NULL);
    write_bytes(path, (const unsigned char *)"id,name\n1,Mairie\n", 17);
    assert_refused(path, ERR_FORMAT, "not a pack");
    write_bytes(path, (const unsigned char *)"", 0);
    assert_refused(path, ERR_FORMAT, "empty");
    pack_fixture_remove(path);
    assert_fixture_refused("PRAGMA application_id=1", ERR_FORMAT, "not a pack");
}

static void pack_is_refused_when_its_format_is_later(void **state)
{
    (void)state;
    assert_fixture_refused("PRAGMA user_version=2", ERR_TOO_NEW, "later version");
    assert_fixture_refused("PRAGMA user_version=-1", ERR_TOO_NEW, "later version");
    assert_fixture_refused("PRAGMA user_version=0", ERR_FORMAT, "old format");
}

static void pack_is_refused_when_it_is_still_being_written(void **state)
{
    (void)state;
    assert_fixture_refused("PRAGMA journal_mode=WAL; PRAGMA wal_checkpoint(TRUNCATE);", ERR_FORMAT, "finished");
}

static void pack_is_refused_when_it_is_longer_than_it_says(void **state)
{
    (void)state;
    char *path = pack_fixture_new(NULL);
    struct bytes bytes = read_bytes(path);
    bytes.at = realloc(bytes.at, bytes.count + 1);
    bytes.at[bytes.count] = 0;
    write_bytes(path, bytes.at, bytes.count + 1);
    assert_refused(path, ERR_FORMAT, "1 bytes longer");
    free(bytes.at);
    pack_fixture_remove(path);
}

static void pack_is_refused_when_its_schema_differs(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        const char *word;
    } rows[] = {
        { "CREATE TABLE visitor (name TEXT)", "table 'visitor'" },
        { "CREATE TABLE zzz (name TEXT)", "table 'zzz'" },
        { "CREATE VIEW aaa AS SELECT 1", "view 'aaa'" },
        { "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM text; END", "trigger 't'" },
        { "CREATE INDEX by_lang ON text (lang)", "index 'by_lang'" },
        { "CREATE VIRTUAL TABLE v USING fts5 (x)", "table 'v'" },
        { "DROP TABLE search_block", "lacks the table 'search_block'" },
        { "ALTER TABLE search_posting ADD COLUMN note TEXT", "table 'search_posting'" },
        { "DROP TABLE language; CREATE VIEW language AS SELECT 1 AS seq, 'fr' AS tag", "lacks the table 'language'" },
        { "DROP TABLE language; CREATE VIRTUAL TABLE Language USING fts5 (seq, tag)", "table 'Language'" },
        { "DROP TABLE language", "lacks the table 'language'" },
        { "DROP TABLE closure", "lacks the table 'closure'" },
        { "ALTER TABLE source ADD COLUMN note TEXT", "table 'source'" },
        { "ALTER TABLE kiosk RENAME TO terminal", "'kiosk'" },
        { "ANALYZE", "sqlite_stat1" },
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_fixture_refused(rows[i].sql, ERR_FORMAT, rows[i].word);
}

static void pack_is_refused_when_it_lacks_what_every_screen_needs(void **state)
{
    (void)state;
    assert_fixture_refused("DELETE FROM meta WHERE key = 'time_zone'", ERR_FORMAT, "time_zone");
    assert_fixture_refused("UPDATE meta SET value = '' WHERE key = 'source_language'", ERR_FORMAT, "source_language");
    assert_fixture_refused("DELETE FROM language", ERR_FORMAT, "no language");
}

static void comments_in_the_schema_make_no_difference(void **state)
{
    (void)state;
    char *path = pack_fixture_new("PRAGMA writable_schema=ON;"
                                  "UPDATE sqlite_schema SET sql = replace(sql, '-- BCP 47', '-- a tag') "
                                  "WHERE name = 'language';");
    struct pack *pack = NULL;
    struct err err = { 0 };
    if (!pack_open(&pack, path, &err))
        fail_msg("%s", err.detail);
    pack_close(pack);
    pack_fixture_remove(path);
    assert_fixture_refused("PRAGMA writable_schema=ON;"
                           "UPDATE sqlite_schema SET sql = replace(sql, 'TEXT NOT NULL UNIQUE', 'TEXT UNIQUE') "
                           "WHERE name = 'fallback';",
                           ERR_FORMAT, "table 'fallback'");
}

static void pack_is_refused_when_it_is_truncated(void **state)
{
    (void)state;
    char *path = pack_fixture_new(NULL);
    struct bytes bytes = read_bytes(path);
    for (size_t length = 0; length < bytes.count; length += length < 200 ? 1 : 509) {
        struct pack *pack = NULL;
        struct err err = { 0 };
        write_bytes(path, bytes.at, length);
        assert_false(pack_open(&pack, path, &err));
        assert_int_equal(err.code, ERR_FORMAT);
    }
    free(bytes.at);
    pack_fixture_remove(path);
}

/* Every byte of the header, then a sweep through the rest: refused or readable, never a crash. */
static void a_flipped_byte_never_crashes(void **state)
{
    (void)state;
    static const unsigned char flips[] = { 0x01, 0x80, 0xff };
    char *path = pack_fixture_new(NULL);
    struct bytes bytes = read_bytes(path);
    size_t refused = 0;
    for (size_t at = 0, turn = 0; at < bytes.count; at += at < 100 ? 1 : 157, turn++) {
        struct pack *pack = NULL;
        struct err err = { 0 };
        unsigned char flip = flips[turn % COUNT(flips)];
        bytes.at[at] ^= flip;
        write_bytes(path, bytes.at, bytes.count);
        if (pack_open(&pack, path, &err)) {
            ask_everything(pack);
        } else {
            assert_true(err.code == ERR_FORMAT || err.code == ERR_TOO_NEW || err.code == ERR_IO);
            refused++;
        }
        pack_close(pack);
        bytes.at[at] ^= flip;
    }
    assert_true(refused > 100);
    free(bytes.at);
    pack_fixture_remove(path);
}

/* A pack too large for all its pages to be checked at opening: its queries meet the damage. What they read
 * stands before the ballast. */
static void damage_in_a_large_pack_never_crashes(void **state)
{
    (void)state;
    char *path = pack_fixture_new("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 17)"
                                  "INSERT INTO service (seq, id, status, url) "
                                  "SELECT 1000 + i, 'ballast' || i, 'defunct', hex(zeroblob(524288)) FROM n");
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    size_t opened = 0;
    for (long at = 100; at < 64 * 1024; at += 113) {
        struct pack *pack = NULL;
        fseek(file, at, SEEK_SET);
        int kept = fgetc(file);
        fseek(file, at, SEEK_SET);
        assert_int_equal(fputc(kept ^ 0x5a, file), (kept ^ 0x5a) & 0xff);
        fflush(file);
        if (pack_open(&pack, path, NULL)) {
            ask_everything(pack);
            opened++;
        }
        pack_close(pack);
        fseek(file, at, SEEK_SET);
        fputc(kept, file);
    }
    assert_true(opened > 100);
    fclose(file);
    pack_fixture_remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pack_opens_when_it_is_whole),
        cmocka_unit_test(pack_notices_when_somebody_writes_to_its_file),
        cmocka_unit_test(pack_does_not_mind_that_its_file_is_replaced),
        cmocka_unit_test(pack_opens_under_any_name),
        cmocka_unit_test(opening_a_pack_leaves_no_file_beside_it),
        cmocka_unit_test(pack_is_missing_when_there_is_no_file),
        cmocka_unit_test(pack_is_refused_when_it_is_no_regular_file),
        cmocka_unit_test(pack_is_refused_when_it_is_something_else),
        cmocka_unit_test(pack_is_refused_when_its_format_is_later),
        cmocka_unit_test(pack_is_refused_when_it_is_still_being_written),
        cmocka_unit_test(pack_is_refused_when_it_is_longer_than_it_says),
        cmocka_unit_test(pack_is_refused_when_its_schema_differs),
        cmocka_unit_test(pack_is_refused_when_it_lacks_what_every_screen_needs),
        cmocka_unit_test(comments_in_the_schema_make_no_difference),
        cmocka_unit_test(pack_is_refused_when_it_is_truncated),
        cmocka_unit_test(a_flipped_byte_never_crashes),
        cmocka_unit_test(damage_in_a_large_pack_never_crashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
