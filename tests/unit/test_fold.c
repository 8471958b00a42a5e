/* What a search takes for the same word. */
#include "text/fold.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct fold *fold;
static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    return fold_open(&fold, NULL) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    fold_close(fold);
    arena_destroy(&arena);
    return 0;
}

#define assert_folds(lang, text, expected)                                                                             \
    assert_string_equal(fold_words(fold, &arena, str_of(text), (lang)), (expected))

static void case_and_accents_do_not_matter(void **state)
{
    (void)state;
    assert_folds("fr", "MÉDECIN généraliste", "medecin generaliste");
    assert_folds("fr", "Cœur", "coeur");
    assert_folds("fr", "Ex æquo", "ex aequo");
    assert_folds("da", "Søster på Gården", "soster pa garden");
    assert_folds("pl", "Łódź", "lodz");
    assert_folds("tr", "ŞİŞLİ", "sisli");
    assert_folds("vi", "Tiếng Việt", "tieng viet");
}

static void apostrophes_part_words_but_not_in_cyrillic(void **state)
{
    (void)state;
    assert_folds("fr", "l’hôpital", "l hopital");
    assert_folds("fr", "aujourd'hui", "aujourd hui");
    assert_folds("uk", "здоров’я", "здоровя");
    assert_folds("uk", "здоров'я", "здоровя");
}

static void arabic_letters_that_are_written_alike_are_one(void **state)
{
    (void)state;
    assert_folds("ar", "طَبِيبٌ", "طبيب");
    assert_folds("ar", "أإآٱ", "اااا");
    assert_folds("ar", "مدرسة", "مدرسه");
    assert_folds("ar", "مستشفى", "مستشفي");
    assert_folds("ar", "طـبـيـب", "طبيب");
    assert_folds("fa", "پزشکی", "پزشكي");
}

static void digits_of_every_script_are_one(void **state)
{
    (void)state;
    assert_folds("ar", "١١٥", "115");
    assert_folds("fa", "۱۱۵", "115");
    assert_folds("zh", "１１５", "115");
}

static void marks_that_are_letters_stay(void **state)
{
    (void)state;
    assert_folds("bn", "বাংলা", "বাংলা");
    assert_folds("uk", "Україна", "україна");
    assert_folds("ti", "ሓኪም", "ሓኪም");
}

static void each_han_character_is_a_word(void **state)
{
    (void)state;
    assert_folds("zh-Hans", "看医生", "看 医 生");
}

static void dictionaries_cut_thai(void **state)
{
    (void)state;
    assert_folds("th", "โรงพยาบาลรัฐ", "โรง พยาบาล รัฐ");
}

static void punctuation_is_no_word(void **state)
{
    (void)state;
    assert_folds("fr", " -- ?! … «», ", "");
    assert_folds("fr", "", "");
    assert_folds("fr", "Où dormir ? (ce soir)", "ou dormir ce soir");
    assert_folds("fr", "\xff\xfe", "");
}

static void a_number_is_its_digits_and_nothing_else_is_one(void **state)
{
    (void)state;
    assert_string_equal(fold_number(&arena, STR("04 76\u00A054\u202F57.97")), "0476545797");
    assert_string_equal(fold_number(&arena, STR("+33 (0)4-76/54")), "33047654");
    assert_null(fold_number(&arena, STR("")));
    assert_null(fold_number(&arena, STR(" . - ")));
    assert_null(fold_number(&arena, STR("appelez le 115")));
    assert_null(fold_number(&arena, STR("115\u00A9")));
    assert_null(fold_number(&arena, STR("11\xC2")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_accents_do_not_matter),
        cmocka_unit_test(apostrophes_part_words_but_not_in_cyrillic),
        cmocka_unit_test(arabic_letters_that_are_written_alike_are_one),
        cmocka_unit_test(digits_of_every_script_are_one),
        cmocka_unit_test(marks_that_are_letters_stay),
        cmocka_unit_test(each_han_character_is_a_word),
        cmocka_unit_test(dictionaries_cut_thai),
        cmocka_unit_test(punctuation_is_no_word),
        cmocka_unit_test(a_number_is_its_digits_and_nothing_else_is_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
