/* What people type in eight languages, one case a line of tests/data/search.tsv, and the same words asked of a slow
 * reference that reads all texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "content/search.h"
#include "content/statement.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct visit {
    struct pack *pack;
    struct arena arena;
    char path[256];
};

static int set_up(void **state)
{
    static struct visit visit;
    struct err err = { 0 };
    snprintf(visit.path, sizeof(visit.path), TEST_BUILD_DIR "/tests/packs/search.pack");
    if (!pack_open(&visit.pack, visit.path, &err)) {
        fprintf(stderr, "%s\n", err.detail);
        return -1;
    }
    *state = &visit;
    return 0;
}

static int tear_down(void **state)
{
    struct visit *visit = *state;
    pack_close(visit->pack);
    arena_destroy(&visit->arena);
    return 0;
}

static struct search_list search(struct visit *visit, const char *lang, const char *words)
{
    /* Tuesday 2026-11-24, 14:05, at the hall. */
    struct query query = { visit->pack, lang, { 2026, 11, 24, 14, 5, 0, 2 }, { true, 45.18, 5.72 } };
    struct search_list out = { 0 };
    struct err err = { 0 };
    if (!query_search(&out, &query, words, 50, &visit->arena, &err))
        fail_msg("'%s': %s", words, err.detail);
    return out;
}

/* One line: language, input, first hits, why. */
struct line {
    const char *cells[4];
};

static bool next_line(struct line *out, struct str *rest, struct arena *arena)
{
    while (rest->len > 0) {
        struct str line = str_cut(*rest, '\n', rest);
        if (line.len == 0 || line.at[0] == '#')
            continue;
        for (size_t i = 0; i < COUNT(out->cells); i++)
            out->cells[i] = arena_str(arena, str_cut(line, '\t', &line));
        return true;
    }
    return false;
}

static struct str read_cases(struct visit *visit)
{
    struct str text;
    struct err err = { 0 };
    if (!file_read(&text, &visit->arena, TEST_SOURCE_DIR "/tests/data/search.tsv", 1 << 20, &err))
        fail_msg("%s", err.detail);
    return text;
}

static bool begins_with(const struct search_list *found, const char *wanted)
{
    struct str rest = str_of(wanted);
    if (strcmp(wanted, "*") == 0)
        return found->count > 0;
    if (strcmp(wanted, "-") == 0)
        return found->total == 0;
    for (size_t i = 0; rest.len > 0; i++) {
        struct str name = str_trim(str_cut(rest, '|', &rest));
        if (i >= found->count || !str_eq_c(name, found->at[i].local_name.text))
            return false;
    }
    return true;
}

static void each_case_finds_what_is_meant(void **state)
{
    struct visit *visit = *state;
    struct str rest = read_cases(visit);
    struct line line;
    size_t count = 0, wrong = 0;
    for (; next_line(&line, &rest, &visit->arena); count++) {
        struct search_list found = search(visit, line.cells[0], line.cells[1]);
        if (begins_with(&found, line.cells[2]))
            continue;
        wrong++;
        print_error("%s '%s' (%s): %s instead of %s\n", line.cells[0], line.cells[1], line.cells[3],
                    found.count > 0 ? found.at[0].local_name.text : "nothing", line.cells[2]);
    }
    assert_true(count >= 150);
    assert_int_equal(wrong, 0);
}

/* Every mark lies within the name, holds whole letters, and marks stand apart, in order. */
static void assert_marks(struct str_ranges marks, const char *text)
{
    size_t before = 0;
    for (size_t i = 0; i < marks.count; i++) {
        const struct str_range *mark = &marks.at[i];
        assert_true(mark->start < mark->end && mark->end <= strlen(text) && (i == 0 || mark->start > before));
        assert_true(((unsigned char)text[mark->start] & 0xC0) != 0x80 &&
                    ((unsigned char)text[mark->end] & 0xC0) != 0x80);
        before = mark->end;
    }
}

static void marks_are_parts_of_the_shown_names(void **state)
{
    struct visit *visit = *state;
    struct str rest = read_cases(visit);
    struct line line;
    while (next_line(&line, &rest, &visit->arena)) {
        struct search_list found = search(visit, line.cells[0], line.cells[1]);
        for (size_t i = 0; i < found.count; i++) {
            assert_marks(found.at[i].name_marks, found.at[i].name.text);
            assert_marks(found.at[i].local_marks, found.at[i].local_name.text);
        }
    }
}

static void assert_marked(struct visit *visit, const char *lang, const char *words, const char *wanted)
{
    struct search_list found = search(visit, lang, words);
    const char *marked = "";
    assert_true(found.count > 0);
    for (size_t i = 0; i < found.at[0].name_marks.count; i++) {
        const struct str_range *mark = &found.at[0].name_marks.at[i];
        marked = arena_printf(&visit->arena, "%s%s%.*s", marked, i > 0 ? "|" : "", (int)(mark->end - mark->start),
                              found.at[0].name.text + mark->start);
    }
    if (strcmp(marked, wanted) != 0)
        fail_msg("'%s' marks '%s' in '%s' instead of '%s'", words, marked, found.at[0].name.text, wanted);
}

static void what_was_searched_for_is_marked_however_it_was_typed(void **state)
{
    struct visit *visit = *state;
    assert_marked(visit, "fr", "med", "méd");
    assert_marked(visit, "fr", "hopitla", "Hôpital");
    assert_marked(visit, "fr", "centre bibl", "Bibl|Centre");
    assert_marked(visit, "fr", "asile", "asile");
    assert_marked(visit, "ar", "tbib", "طبيب");
    assert_marked(visit, "ar", "طَب", "طبيب"); /* joined letters are marked as a word */
    assert_marked(visit, "fa", "پزشك", "پزشک");
    assert_marked(visit, "ti", "hakim", "ሓኪም");
    assert_marked(visit, "uk", "likarnya", "лікарня");
    assert_marked(visit, "zh-Hans", "yisheng", "医生");
    assert_marked(visit, "zh-Hans", "ys", "医生");
    assert_marked(visit, "zh-Hans", "医", "医");
    assert_marked(visit, "zh-Hans", "kanyisheng", "看医生");
}

static void a_hit_by_the_local_name_marks_that_one(void **state)
{
    struct visit *visit = *state;
    struct search_list found = search(visit, "ar", "médecin");
    assert_int_equal(found.at[0].name_marks.count, 0);
    assert_int_equal(found.at[0].local_marks.count, 1);
}

static void how_close_a_hit_is_is_told(void **state)
{
    struct visit *visit = *state;
    assert_int_equal(search(visit, "fr", "médecin").at[0].matched, SEARCH_EXACT);
    assert_int_equal(search(visit, "fr", "medecin").at[0].matched, SEARCH_FOLDED);
    assert_int_equal(search(visit, "ar", "tbyb").at[0].matched, SEARCH_LATIN);
    assert_int_equal(search(visit, "ti", "hakem").at[0].matched, SEARCH_SOUND);
    assert_int_equal(search(visit, "fr", "medcin").at[0].matched, SEARCH_SLIP);
}

/* Words in the text of a fallback language cost the most of those that are found as typed; many of them together, or two
 * in Latin letters, must not be taken for something less close. */
static void several_words_are_as_close_as_the_least_close_of_them(void **state)
{
    struct visit *visit = *state;
    struct search_list found = search(visit, "ar", "tbyb tbyb");
    assert_true(found.count > 0);
    assert_int_equal(found.at[0].matched, SEARCH_LATIN);
    found = search(visit, "ti", "a doctor sees you a doctor sees you a doctor sees you");
    for (size_t i = 0; i < found.count; i++)
        assert_true(found.at[i].matched <= SEARCH_FOLDED || found.at[i].matched == SEARCH_SYNONYM);
}

static void slips_never_come_before_what_was_typed(void **state)
{
    struct visit *visit = *state;
    struct str rest = read_cases(visit);
    struct line line;
    while (next_line(&line, &rest, &visit->arena)) {
        struct search_list found = search(visit, line.cells[0], line.cells[1]);
        for (size_t i = 1; i < found.count; i++)
            assert_false(found.at[i - 1].matched == SEARCH_SLIP && found.at[i].matched < SEARCH_LATIN);
    }
}

static void nothing_found_names_topics_that_begin_alike(void **state)
{
    struct visit *visit = *state;
    struct search_list found = search(visit, "fr", "medxxxxxxx");
    assert_int_equal(found.total, 0);
    assert_true(found.near_topic_count > 0);
    assert_string_equal(found.near_topics[0], "health");
    found = search(visit, "fr", "avocat xxxxxxxx");
    assert_int_equal(found.total, 0);
    assert_string_equal(found.near_topics[0], "papers");
    assert_int_equal(search(visit, "fr", "xyzxyzxyz").near_topic_count, 0);
}

/* The reference reads the folded texts of a document and looks for each word in them, the last also as a beginning. */
static bool has_word(const char *folded, struct str word, bool may_begin)
{
    struct str rest = str_of(folded);
    while (rest.len > 0) {
        struct str one = str_cut(rest, ' ', &rest);
        if (str_eq(one, word) || (may_begin && str_starts(one, word)))
            return true;
    }
    return false;
}

static const char *all_words(struct visit *visit, struct fold *fold, const char *owner, const char *lang)
{
    static const char sql[] = "SELECT value FROM text WHERE owner = ?1 AND lang = ?2";
    const char *out = "";
    struct statement row = statement_begin(visit->pack, sql);
    statement_bind_text(&row, 1, owner);
    statement_bind_text(&row, 2, lang);
    while (statement_row(&row))
        out = arena_printf(&visit->arena, "%s %s", out,
                           fold_words(fold, &visit->arena, str_of(statement_text(&row, 0, &visit->arena)), lang));
    statement_end(&row);
    return out;
}

static bool is_found(const struct search_list *found, const char *id)
{
    for (size_t i = 0; i < found->count; i++) {
        if (strcmp(found->at[i].id, id) == 0)
            return true;
    }
    return false;
}

static void assert_reference(struct visit *visit, struct fold *fold, const struct line *line, const char *owner)
{
    struct search_list found = search(visit, line->cells[0], line->cells[1]);
    struct str rest = str_of(fold_words(fold, &visit->arena, str_of(line->cells[1]), line->cells[0]));
    const char *own = all_words(visit, fold, owner, line->cells[0]);
    const char *local = all_words(visit, fold, owner, "fr");
    bool has_all = rest.len > 0;
    while (rest.len > 0) {
        struct str word = str_cut(rest, ' ', &rest);
        has_all = has_all && (has_word(own, word, rest.len == 0) || has_word(local, word, rest.len == 0));
    }
    if (has_all && !is_found(&found, strchr(owner, '/') + 1))
        fail_msg("%s '%s' does not find %s", line->cells[0], line->cells[1], owner);
}

static void what_a_reader_of_all_texts_finds_is_found(void **state)
{
    static const char sql[] = "SELECT DISTINCT owner FROM text WHERE owner LIKE 'services/%' OR owner LIKE 'guide/%'";
    struct visit *visit = *state;
    struct fold *fold = NULL;
    struct str rest = read_cases(visit);
    struct line line;
    const char *owners[64];
    size_t count = 0;
    assert_true(fold_open(&fold, NULL));
    struct statement row = statement_begin(visit->pack, sql);
    while (statement_row(&row) && count < COUNT(owners))
        owners[count++] = statement_text(&row, 0, &visit->arena);
    statement_end(&row);
    assert_true(count > 20);
    while (next_line(&line, &rest, &visit->arena)) {
        for (size_t i = 0; i < count; i++)
            assert_reference(visit, fold, &line, owners[i]);
    }
    fold_close(fold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case_finds_what_is_meant),
        cmocka_unit_test(marks_are_parts_of_the_shown_names),
        cmocka_unit_test(what_was_searched_for_is_marked_however_it_was_typed),
        cmocka_unit_test(a_hit_by_the_local_name_marks_that_one),
        cmocka_unit_test(how_close_a_hit_is_is_told),
        cmocka_unit_test(several_words_are_as_close_as_the_least_close_of_them),
        cmocka_unit_test(slips_never_come_before_what_was_typed),
        cmocka_unit_test(nothing_found_names_topics_that_begin_alike),
        cmocka_unit_test(what_a_reader_of_all_texts_finds_is_found),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
