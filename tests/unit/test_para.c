/* Paragraphs, with real fonts' coverage and a measurer that gives each code point half the type size: at 20
 * px every character is 10 px wide. */
#include "text/para.h"

#include "support/fake_measurer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct fonts *fonts;
static struct para_cache *cache;
static struct fake_measurer fake = FAKE_MEASURER;

static int set_up(void **state)
{
    (void)state;
    return fonts_open(&fonts, NULL) && para_cache_new(&cache, fonts, fake_measurer(&fake), NULL) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    para_cache_free(cache);
    fonts_close(fonts);
    return 0;
}

static const struct para *lay(const char *text, const char *lang, float width)
{
    return para_layout(cache, str_of(text), (struct para_style){ .size = 20, .lang = lang }, width);
}

/* The units from left to right, put between bars. */
static const char *seen(const struct para_line *line)
{
    static char text[2000];
    size_t length = 0;
    text[0] = '\0';
    for (size_t i = 0; i < line->count && length < sizeof(text); i++)
        length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%.*s", i > 0 ? "|" : "",
                                   STR_FMT(line->units[i].unit.text));
    return text;
}

static void assert_line(const struct para *para, size_t line, const char *expected)
{
    assert_true(line < para->line_count);
    assert_string_equal(seen(&para->lines[line]), expected);
}

static void assert_near(float value, float expected)
{
    assert_true(fabsf(value - expected) < 0.05f);
}

static void words_fill_lines_up_to_the_width(void **state)
{
    (void)state;
    const struct para *para = lay("one two three", "en", 70);
    assert_int_equal(para->line_count, 2);
    assert_line(para, 0, "one|two");
    assert_line(para, 1, "three");
    assert_near(para->lines[0].width, 70);
    assert_near(para->lines[0].units[1].x, 40);
    assert_near(para->width, 70);
    assert_int_equal(lay("one two three", "en", 69)->line_count, 3);
}

static void a_text_fits_the_width_it_was_measured_at(void **state)
{
    (void)state;
    static const char *const texts[] = { "Vous pouvez venir sans rendez-vous.", "اتصل بنا على الرقم", "欢迎来到这里" };
    for (size_t i = 0; i < COUNT(texts); i++) {
        const struct para *wide = lay(texts[i], "fr", INFINITY);
        assert_int_equal(wide->line_count, 1);
        assert_int_equal(lay(texts[i], "fr", wide->width)->line_count, 1);
    }
}

static void spaces_at_a_lines_end_have_no_width(void **state)
{
    (void)state;
    const struct para *para = lay("one  two   ", "en", 30);
    assert_line(para, 0, "one");
    assert_line(para, 1, "two");
    assert_near(para->width, 30);
    assert_near(lay("one  two", "en", 400)->width, 80);
    assert_near(lay("  one", "en", 400)->lines[0].units[0].x, 20);
}

static void a_newline_starts_a_line(void **state)
{
    (void)state;
    const struct para *para = lay("a\n\nb", "en", 400);
    assert_int_equal(para->line_count, 3);
    assert_line(para, 0, "a");
    assert_line(para, 1, "");
    assert_line(para, 2, "b");
    assert_int_equal(lay("a\n", "en", 400)->line_count, 2);
    assert_int_equal(lay("\n", "en", 400)->line_count, 2);
    assert_int_equal(lay("a\r\nb", "en", INFINITY)->line_count, 2);
    assert_true(str_eq_c(para->lines[0].text, "a"));
}

static void nothing_is_one_empty_line_with_a_height(void **state)
{
    (void)state;
    const struct para *para = lay("", "fr", 100);
    assert_int_equal(para->line_count, 1);
    assert_int_equal(para->lines[0].count, 0);
    assert_near(para->height, 28);
    assert_true(lay("", "ar", 100)->rtl);
}

static void a_word_longer_than_its_box_is_broken_between_clusters(void **state)
{
    (void)state;
    const struct para *para = lay("ab Donaudampf", "en", 50);
    assert_line(para, 0, "ab");
    assert_line(para, 1, "Donau");
    assert_line(para, 2, "dampf");
    para = lay("e\u0301e\u0301e\u0301", "fr", 10);
    assert_int_equal(para->line_count, 3);
    assert_line(para, 1, "e\u0301");
    para = lay("నమస్తే", "te", 1);
    for (size_t i = 0; i < para->line_count; i++)
        assert_int_equal(para->lines[i].count, 1);
    assert_line(lay("abc", "en", 0.5f), 1, "b");
}

static void a_broken_word_leaves_room_for_what_follows(void **state)
{
    (void)state;
    const struct para *para = lay("abcdefg hi", "en", 50);
    assert_line(para, 0, "abcde");
    assert_line(para, 1, "fg|hi");
}

static void nothing_sticks_out_at_any_width(void **state)
{
    (void)state;
    static const char *const texts[] = { "Félix-Poulat, 38000 Grenoble (France) ! « oui »",
                                         "مرحبا (Grenoble) 04 76 76 75 75، أهلا", "欢迎来到格勒诺布尔。电话：04 76",
                                         "สวัสดีครับยินดีต้อนรับ", "ሰላም፡ለዓለም፡መጡ a" };
    for (size_t i = 0; i < COUNT(texts); i++) {
        for (int width = 10; width < 500; width += 10) {
            const struct para *para = lay(texts[i], "fr", (float)width);
            assert_true(para->width <= (float)width + 0.05f);
            for (size_t k = 0; k < para->line_count; k++) {
                const struct para_line *line = &para->lines[k];
                for (size_t u = 0; u < line->count; u++) {
                    assert_true(line->units[u].x > -0.05f);
                    assert_true(line->units[u].x + line->units[u].advance <= line->width + 0.05f);
                }
            }
        }
    }
}

static void the_lines_texts_make_the_whole_text(void **state)
{
    (void)state;
    const char *text = "مرحبا (Grenoble) 04 76، Donaudampf 欢迎";
    for (int width = 10; width < 300; width += 10) {
        const struct para *para = lay(text, "ar", (float)width);
        size_t total = 0;
        for (size_t i = 0; i < para->line_count; i++) {
            assert_ptr_equal(para->lines[i].text.at, para->text.at + total);
            total += para->lines[i].text.len;
        }
        assert_int_equal(total, strlen(text));
    }
}

static void arabic_runs_from_the_right(void **state)
{
    (void)state;
    const struct para *para = lay("واحد اثنان ثلاثة", "ar", 400);
    assert_true(para->rtl);
    assert_line(para, 0, "ثلاثة|اثنان|واحد");
    assert_near(para->lines[0].units[0].x, 0);
    assert_near(para->lines[0].units[2].x, 120);
    assert_true(para->lines[0].units[0].unit.rtl);
    assert_string_equal(para->lines[0].units[0].unit.script, "Arab");
    assert_line(lay("واحد اثنان ثلاثة", "ar", 110), 0, "اثنان|واحد");
}

static void groups_of_a_bare_phone_number_are_turned_round_in_arabic(void **state)
{
    (void)state; /* this is what UAX #9 says; hence the isolates */
    assert_line(lay("اتصل 04 76 75", "ar", 400), 0, "75|76|04|اتصل");
}

static void an_isolated_phone_number_keeps_its_order_in_arabic(void **state)
{
    (void)state;
    const struct para *para = lay("اتصل \u2066"
                                  "04 76 76 75 75\u2069 الآن",
                                  "ar", 400);
    assert_line(para, 0, "الآن|04|76|76|75|75|اتصل");
    assert_false(para->lines[0].units[1].unit.rtl);
    assert_near(para->lines[0].width, 40 + 10 + 140 + 10 + 40);
    assert_line(lay("\u2068"
                    "04 76\u2069",
                    "fr", 400),
                0, "04|76");
}

static void controls_never_reach_the_shaper(void **state)
{
    (void)state;
    const struct para *para = lay("\u2068"
                                  "a\u200Eb\u2069\u200E \x01\u200Bc\u061C\uFEFF",
                                  "en", 400);
    assert_line(para, 0, "a|b|c");
    assert_near(para->width, 40);
}

static void joiners_do_reach_the_shaper(void **state)
{
    (void)state;
    assert_line(lay("می\u200Cخواهم", "fa", 400), 0, "می\u200Cخواهم");
}

static void latin_words_in_arabic_stand_left_to_right(void **state)
{
    (void)state;
    const struct para *para = lay("مدينة New York الكبيرة", "ar", 400);
    assert_line(para, 0, "الكبيرة|New|York|مدينة");
    assert_string_equal(para->lines[0].units[1].unit.script, "Latn");
    assert_int_not_equal(para->lines[0].units[0].unit.face, para->lines[0].units[1].unit.face);
}

static void arabic_words_in_french_stand_right_to_left(void **state)
{
    (void)state;
    const struct para *para = lay("dire واحد اثنان ici", "fr", 400);
    assert_false(para->rtl);
    assert_line(para, 0, "dire|اثنان|واحد|ici");
    assert_near(para->lines[0].units[1].x, 50);
    assert_near(para->lines[0].units[2].x, 110);
    assert_near(para->lines[0].units[3].x, 160);
}

static void han_breaks_between_characters_but_not_before_a_full_stop(void **state)
{
    (void)state;
    const struct para *para = lay("欢迎来到。", "zh-Hans", 40);
    assert_line(para, 0, "欢|迎|来");
    assert_line(para, 1, "到。");
}

static void thai_and_khmer_break_by_their_dictionaries(void **state)
{
    (void)state;
    assert_line(lay("สวัสดีครับ", "th", INFINITY), 0, "สวัสดี|ครับ");
    assert_true(lay("សូមស្វាគមន៍មកកាន់", "km", INFINITY)->lines[0].count > 1);
}

static void ethiopic_breaks_after_its_word_space(void **state)
{
    (void)state;
    assert_line(lay("ሰላም፡ለዓለም", "am", 50), 0, "ሰላም፡");
}

static void a_french_exclamation_mark_stays_with_its_word(void **state)
{
    (void)state;
    const struct para *para = lay("Au Bonjour !", "fr", 110);
    assert_line(para, 0, "Au");
    assert_line(para, 1, "Bonjour|!");
    assert_line(lay("12\u00A0h", "fr", 400), 0, "12\u00A0h");
}

static void lines_are_as_tall_as_the_language_wants(void **state)
{
    (void)state;
    assert_near(lay("a\nb", "fr", 400)->height, 56);
    assert_near(lay("أ", "ar", 400)->height, 32);
    assert_near(lay("ا", "ur", 400)->height, 40);
    const struct para *para = lay("a\nb", "fr", 400);
    assert_near(para->lines[1].top, 28);
    assert_near(para->lines[0].baseline, 2 + 18);
    assert_near(para->lines[1].baseline, 28 + 2 + 18);
}

static void tight_lines_are_closer_together(void **state)
{
    (void)state;
    struct para_style style = { .size = 20, .lang = "fr" };
    float loose = para_layout(cache, STR("deux mots"), style, 60)->height;
    style.tight = true;
    float tight = para_layout(cache, STR("deux mots"), style, 60)->height;
    assert_near(loose, 56);
    assert_near(tight, 48.16f);
}

static void tall_ink_makes_its_line_taller(void **state)
{
    (void)state;
    struct fake_measurer tall = { .advance = 0.5f, .ascent = 0.9f, .descent = 0.3f, .rise = 1.5f, .fall = 0.5f };
    struct para_cache *own = NULL;
    assert_true(para_cache_new(&own, fonts, fake_measurer(&tall), NULL));
    const struct para *para = para_layout(own, STR("a"), (struct para_style){ .size = 20, .lang = "fr" }, 100);
    assert_near(para->height, 40);
    assert_near(para->lines[0].baseline, 30);
    para_cache_free(own);
}

static void the_same_paragraph_is_laid_out_once(void **state)
{
    (void)state;
    char copy[] = "une phrase";
    const struct para *para = lay("une phrase", "fr", 300);
    assert_ptr_equal(lay(copy, "fr", 300), para);
    assert_ptr_not_equal(lay("une phrase", "en", 300), para);
    assert_ptr_not_equal(lay("une phrase", "fr", 301), para);
    int calls = fake.unit_calls;
    assert_ptr_not_equal(lay("une phrase", "fr", 302), para);
    assert_int_equal(fake.unit_calls, calls);
}

static void a_paragraph_outlives_its_callers_text(void **state)
{
    (void)state;
    char text[] = "volatile";
    char lang[] = "it";
    const struct para *para = lay(text, lang, 300);
    memset(text, 'x', sizeof(text) - 1);
    memset(lang, 'x', sizeof(lang) - 1);
    assert_line(para, 0, "volatile");
    assert_string_equal(para->lines[0].units[0].unit.lang, "it");
}

static void trimming_keeps_what_was_used_last(void **state)
{
    (void)state;
    para_cache_clear(cache);
    const struct para *first = lay("first", "fr", 300);
    const struct para *second = lay("second", "fr", 300);
    lay("third", "fr", 300);
    assert_ptr_equal(lay("first", "fr", 300), first);
    para_cache_trim(cache, 2);
    assert_ptr_equal(lay("first", "fr", 300), first);
    assert_line(first, 0, "first");
    (void)second;
    para_cache_trim(cache, 0);
    para_cache_trim(cache, 0);
    assert_line(lay("first", "fr", 300), 0, "first");
}

static void a_cleared_cache_measures_anew(void **state)
{
    (void)state;
    lay("secret", "fr", 300);
    int calls = fake.unit_calls;
    para_cache_clear(cache);
    lay("secret", "fr", 300);
    assert_true(fake.unit_calls > calls);
}

static void bytes_that_are_no_text_are_survived(void **state)
{
    (void)state;
    char bytes[256];
    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (char)(i * 37);
    for (size_t length = 0; length < sizeof(bytes); length++) {
        struct str text = { bytes, length };
        const struct para *para = para_layout(cache, text, (struct para_style){ .size = 20, .lang = "" }, 45);
        assert_int_equal(para->text.len, length);
        assert_true(para->line_count >= 1);
    }
}

static void parts_of_the_text_are_found_on_their_lines(void **state)
{
    struct arena arena = { 0 };
    const struct str_range range = { 4, 12 };
    const struct para *para = lay("one second third", "en", 110);
    (void)state;
    struct para_marks marks = para_marks(cache, para, (struct str_ranges){ &range, 1 }, &arena);
    assert_int_equal(marks.count, 2);
    assert_int_equal(marks.at[0].line, 0);
    assert_near(marks.at[0].x, 40);
    assert_near(marks.at[0].width, 60);
    assert_int_equal(marks.at[1].line, 1);
    assert_near(marks.at[1].x, 0);
    assert_near(marks.at[1].width, 10);
    arena_destroy(&arena);
}

static void a_part_of_a_word_that_runs_leftwards_is_at_its_right(void **state)
{
    struct arena arena = { 0 };
    const struct str_range range = { 0, 4 }; /* two letters of two bytes */
    const struct para *para = lay("طبيب", "ar", 200);
    (void)state;
    struct para_marks marks = para_marks(cache, para, (struct str_ranges){ &range, 1 }, &arena);
    assert_int_equal(marks.count, 1);
    assert_near(marks.at[0].x, 20);
    assert_near(marks.at[0].width, 20);
    arena_destroy(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_fill_lines_up_to_the_width),
        cmocka_unit_test(a_text_fits_the_width_it_was_measured_at),
        cmocka_unit_test(spaces_at_a_lines_end_have_no_width),
        cmocka_unit_test(a_newline_starts_a_line),
        cmocka_unit_test(nothing_is_one_empty_line_with_a_height),
        cmocka_unit_test(a_word_longer_than_its_box_is_broken_between_clusters),
        cmocka_unit_test(a_broken_word_leaves_room_for_what_follows),
        cmocka_unit_test(nothing_sticks_out_at_any_width),
        cmocka_unit_test(the_lines_texts_make_the_whole_text),
        cmocka_unit_test(arabic_runs_from_the_right),
        cmocka_unit_test(groups_of_a_bare_phone_number_are_turned_round_in_arabic),
        cmocka_unit_test(an_isolated_phone_number_keeps_its_order_in_arabic),
        cmocka_unit_test(controls_never_reach_the_shaper),
        cmocka_unit_test(joiners_do_reach_the_shaper),
        cmocka_unit_test(latin_words_in_arabic_stand_left_to_right),
        cmocka_unit_test(arabic_words_in_french_stand_right_to_left),
        cmocka_unit_test(han_breaks_between_characters_but_not_before_a_full_stop),
        cmocka_unit_test(thai_and_khmer_break_by_their_dictionaries),
        cmocka_unit_test(ethiopic_breaks_after_its_word_space),
        cmocka_unit_test(a_french_exclamation_mark_stays_with_its_word),
        cmocka_unit_test(lines_are_as_tall_as_the_language_wants),
        cmocka_unit_test(tight_lines_are_closer_together),
        cmocka_unit_test(tall_ink_makes_its_line_taller),
        cmocka_unit_test(the_same_paragraph_is_laid_out_once),
        cmocka_unit_test(a_paragraph_outlives_its_callers_text),
        cmocka_unit_test(trimming_keeps_what_was_used_last),
        cmocka_unit_test(a_cleared_cache_measures_anew),
        cmocka_unit_test(bytes_that_are_no_text_are_survived),
        cmocka_unit_test(parts_of_the_text_are_found_on_their_lines),
        cmocka_unit_test(a_part_of_a_word_that_runs_leftwards_is_at_its_right),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
