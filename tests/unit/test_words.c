/* How words are compared beyond folding: slips, sounds, Latin letters; and how they are stored. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/varint.h"
#include "content/posting.h"
#include "text/fold.h"
#include "text/latin.h"
#include "text/skeleton.h"
#include "text/slip.h"

#include <stdlib.h>
#include <string.h>

static struct arena arena;

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(&arena);
    return 0;
}

/* The whole table of optimal string alignment, for words of ASCII. */
static int slow_distance(const char *a, const char *b)
{
    int rows[32][32];
    int m = (int)strlen(a), n = (int)strlen(b);
    for (int i = 0; i <= m; i++) {
        for (int j = 0; j <= n; j++) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            int best = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            best = rows[i - 1][j] + 1 < best ? rows[i - 1][j] + 1 : best;
            best = rows[i][j - 1] + 1 < best ? rows[i][j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = rows[i - 2][j - 2] + 1 < best ? rows[i - 2][j - 2] + 1 : best;
            rows[i][j] = best;
        }
    }
    return rows[m][n];
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* Words of three letters only, so that many are near each other. */
static void make_words(char words[][16], size_t count, uint64_t seed)
{
    for (size_t i = 0; i < count; i++) {
        seed = str_hash(&i, sizeof(i), seed);
        size_t length = 3 + (size_t)(seed >> 40) % 9;
        for (size_t j = 0; j < length; j++)
            words[i][j] = (char)('a' + (seed >> (3 * j + 4)) % 3);
        words[i][length] = '\0';
    }
    qsort(words, count, sizeof(*words), by_bytes);
}

static size_t shared(const char *a, const char *b)
{
    size_t count = 0;
    while (a[count] && a[count] == b[count])
        count++;
    return count;
}

static void a_walk_through_a_sorted_list_gives_the_distance_of_each_word(void **state)
{
    static char words[600][16];
    size_t near = 0;
    (void)state;
    make_words(words, COUNT(words), 7);
    for (size_t i = 0; i < COUNT(words); i += 7) {
        struct slip slip;
        if (!slip_init(&slip, str_of(words[i])))
            continue;
        for (size_t j = 0; j < COUNT(words); j++) {
            struct slip_distance found = { 99, 99, false };
            bool is_near = slip_next(&found, &slip, str_of(words[j]), j > 0 ? shared(words[j - 1], words[j]) : 0);
            int whole = slow_distance(words[i], words[j]);
            near += whole <= slip.most;
            assert_true(whole > slip.most || (is_near && found.whole == whole));
            assert_true(!is_near || whole <= slip.most || found.whole > slip.most);
            for (size_t k = 0; k <= strlen(words[j]); k++) {
                char start[16] = { 0 };
                memcpy(start, words[j], k);
                assert_true(slow_distance(words[i], start) > slip.most || is_near);
            }
        }
    }
    assert_true(near > 200);
}

static void short_words_are_not_mistyped_and_long_ones_twice(void **state)
{
    struct slip slip;
    (void)state;
    assert_false(slip_init(&slip, str_of("lit")));
    assert_false(slip_init(&slip, str_of("ሓኪም")));
    assert_true(slip_init(&slip, str_of("bain")) && slip.most == 1);
    assert_true(slip_init(&slip, str_of("лікарня")) && slip.most == 1);
    assert_true(slip_init(&slip, str_of("pharmacie")) && slip.most == 2);
    assert_false(slip_init(&slip, str_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")));
}

static void words_that_sound_alike_have_one_skeleton(void **state)
{
    static const char *const rows[][2] = {
        { "tabib", "tbb" },
        { "tbib", "tbb" },
        { "toubib", "tbb" },
        { "tbyb", "tbb" },
        { "mustashfa", "mstcf" },
        { "mstshfy", "mstcf" },
        { "moustachfa", "mstcf" },
        { "doctor", "dktr" },
        { "doktor", "dktr" },
        { "vakil", "wkl" },
        { "wkyl", "wkl" },
        { "madrasah", "mdrs" },
        { "ummi", "am" },
        { "oui", "" },
        { "a", "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(skeleton_of(str_of(rows[i][0]), &arena), rows[i][1]);
    assert_true(skeleton_is_latin(str_of("tabib")));
    assert_false(skeleton_is_latin(str_of("méd")) || skeleton_is_latin(str_of("b2b")) || skeleton_is_latin(str_of("")));
}

static void words_are_written_in_latin_letters_by_the_rules_of_their_language(void **state)
{
    static const struct {
        const char *lang, *word, *latin, *initials;
    } rows[] = {
        { "ar", "طبيب", "tbyb", "" },  { "fa", "پزشك", "pzshk", "" },      { "ti", "ሓኪም", "hakim", "" },
        { "ti", "ሻወር", "shawar", "" }, { "uk", "щастя", "shchastya", "" }, { "zh-Hans", "医生", "yisheng", "ys" },
        { "zh-Hans", "医", "yi", "" }, { "fr", "docteur", "docteur", "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        CLEANUP(latin_closep) struct latin *latin = NULL;
        const char *initials;
        assert_true(latin_open(&latin, rows[i].lang, NULL));
        assert_string_equal(latin_of(latin, str_of(rows[i].word), &initials, &arena), rows[i].latin);
        assert_string_equal(initials, rows[i].initials);
    }
}

static void the_arabic_article_is_left_out_when_enough_remains(void **state)
{
    (void)state;
    assert_true(str_eq_c(fold_bare(str_of("المستشفي")), "مستشفي"));
    assert_true(str_eq_c(fold_bare(str_of("الان")), "الان"));
    assert_true(str_eq_c(fold_bare(str_of("hal")), "hal"));
}

static void pieces_of_a_text_know_their_bytes(void **state)
{
    CLEANUP(fold_closep) struct fold *fold = NULL;
    struct str text = STR("L’Hôpital, ﬁn 看医生 Сім’я");
    static const char *const wanted[][2] = {
        { "L", "l" },   { "Hôpital", "hopital" }, { "ﬁn", "fin" },     { "看", "看" },
        { "医", "医" }, { "生", "生" },           { "Сім’я", "сімя" },
    };
    (void)state;
    assert_true(fold_open(&fold, NULL));
    struct fold_pieces pieces = fold_pieces(fold, &arena, text, "fr");
    assert_int_equal(pieces.count, COUNT(wanted));
    for (size_t i = 0; i < pieces.count; i++) {
        struct str bytes = { text.at + pieces.at[i].start, pieces.at[i].end - pieces.at[i].start };
        assert_true(str_eq_c(bytes, wanted[i][0]));
        assert_string_equal(pieces.at[i].words, wanted[i][1]);
    }
    assert_int_equal(fold_covered(fold, &arena, str_of("Médecin"), "med", "fr"), strlen("Méd"));
    assert_int_equal(fold_covered(fold, &arena, str_of("Me\u0301decin"), "me", "fr"), strlen("Me\u0301"));
    assert_int_equal(fold_covered(fold, &arena, str_of("طبيب"), "ط", "ar"), strlen("طبيب"));
}

static void numbers_come_back_and_cut_ones_are_refused(void **state)
{
    static const uint64_t values[] = { 0, 1, 127, 128, 300, 16384, UINT32_MAX, UINT64_MAX };
    (void)state;
    for (size_t i = 0; i < COUNT(values); i++) {
        uint8_t bytes[VARINT_MAX];
        uint64_t value = 0;
        size_t length = varint_put(bytes, values[i]);
        const uint8_t *at = bytes;
        assert_true(varint_get(&value, &at, bytes + length) && value == values[i] && at == bytes + length);
        at = bytes;
        assert_false(varint_get(&value, &at, bytes + length - 1));
        assert_ptr_equal(at, bytes);
    }
}

static void postings_come_back_and_damaged_ones_end_early(void **state)
{
    static const struct posting_doc docs[] = {
        { 3, POSTING_NAME, 2 }, { 4, POSTING_TEXT, 0 }, { 900, POSTING_TOPIC, 0 }, { 70000, POSTING_TOPIC_AND_TEXT, 0 }
    };
    uint8_t bytes[COUNT(docs) * POSTING_MAX];
    size_t length = 0;
    (void)state;
    for (size_t i = 0; i < COUNT(docs); i++)
        length += posting_put(bytes + length, docs[i], i > 0 ? docs[i - 1].doc : 0);
    for (size_t cut = 0; cut <= length; cut++) {
        struct posting_doc doc = { 0 };
        const uint8_t *at = bytes;
        size_t count = 0;
        while (posting_get(&doc, &at, bytes + cut)) {
            assert_true(doc.doc == docs[count].doc && doc.part == docs[count].part);
            assert_int_equal(doc.name_words, docs[count].name_words);
            count++;
        }
        assert_true(at <= bytes + cut && (cut < length || count == COUNT(docs)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_walk_through_a_sorted_list_gives_the_distance_of_each_word),
        cmocka_unit_test(short_words_are_not_mistyped_and_long_ones_twice),
        cmocka_unit_test(words_that_sound_alike_have_one_skeleton),
        cmocka_unit_test(words_are_written_in_latin_letters_by_the_rules_of_their_language),
        cmocka_unit_test(the_arabic_article_is_left_out_when_enough_remains),
        cmocka_unit_test(pieces_of_a_text_know_their_bytes),
        cmocka_unit_test(numbers_come_back_and_cut_ones_are_refused),
        cmocka_unit_test(postings_come_back_and_damaged_ones_end_early),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
