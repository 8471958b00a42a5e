/* Numbers, times and dates as people write them, with Latin digits everywhere. */
#include "text/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define NBSP "\u00A0"
#define NARROW "\u202F"

static struct arena arena;

static int reset(void **state)
{
    (void)state;
    arena_reset(&arena);
    return 0;
}

static int destroy(void **state)
{
    (void)state;
    arena_destroy(&arena);
    return 0;
}

static const char *const all_languages[] = { "fr", "en", "ar", "es", "pt", "it",      "tr",  "ru", "uk", "fa", "ps",
                                             "ur", "ti", "am", "so", "bn", "zh-Hans", "sq",  "ro", "ka", "ku", "sw",
                                             "ta", "vi", "my", "km", "ne", "th",      "ckb", "xx", "" };

/* No digit but 0–9. */
static void assert_latin_digits(const char *text)
{
    static const uint32_t zeros[] = { 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0BE6, 0x0E50, 0x1040, 0x17E0 };
    const char *end = text + strlen(text);
    assert_true(text < end);
    while (text < end) {
        uint32_t codepoint = str_next_codepoint(&text, end);
        for (size_t i = 0; i < COUNT(zeros); i++)
            assert_false(codepoint >= zeros[i] && codepoint < zeros[i] + 10);
    }
}

static void digits_are_latin_in_every_language(void **state)
{
    (void)state;
    const struct civil day = { .year = 2026, .month = 11, .day = 3, .hour = 14, .minute = 5, .weekday = 2 };
    for (size_t i = 0; i < COUNT(all_languages); i++) {
        const char *lang = all_languages[i];
        assert_latin_digits(format_date(&arena, lang, day));
        assert_latin_digits(format_weekday_time(&arena, lang, day));
        assert_latin_digits(format_number(&arena, lang, 1234567.8, 1));
        assert_latin_digits(format_money(&arena, lang, 8, "EUR"));
        assert_latin_digits(format_distance(&arena, lang, 2400));
        assert_true(strstr(format_date(&arena, lang, day), "2026") != NULL);
        assert_true(strstr(format_weekday_time(&arena, lang, day), "14:05") != NULL);
    }
}

static void times_have_24_hours(void **state)
{
    (void)state;
    assert_string_equal(format_time(&arena, "en", 9 * 60), "09:00");
    assert_string_equal(format_time(&arena, "ar", 17 * 60 + 30), "17:30");
    assert_string_equal(format_time(&arena, "fr", 0), "00:00");
}

static void weekdays_are_counted_from_monday(void **state)
{
    (void)state;
    assert_string_equal(format_weekday(&arena, "en", 1), "Monday");
    assert_string_equal(format_weekday(&arena, "en", 7), "Sunday");
    assert_string_equal(format_weekday(&arena, "fr", 3), "mercredi");
    assert_string_equal(format_weekday(&arena, "ti", 1), "ሰኑይ");
}

static void lines_begin_with_a_capital_letter_where_there_is_one(void **state)
{
    (void)state;
    struct civil day = civil_from_days(civil_days(2026, 12, 25));
    assert_string_equal(format_weekday_label(&arena, "fr", 1), "Lundi");
    assert_string_equal(format_weekday_label(&arena, "es", 7), "Domingo");
    assert_string_equal(format_weekday_label(&arena, "ar", 1), format_weekday(&arena, "ar", 1));
    assert_string_equal(format_day_label(&arena, "fr", day), "Vendredi 25 décembre");
    assert_string_equal(format_day_of_month(&arena, "fr", day), "25 décembre");
}

static void dates_are_gregorian_and_start_with_the_day_in_english(void **state)
{
    (void)state;
    const struct civil day = { .year = 2026, .month = 11, .day = 3 };
    assert_string_equal(format_date(&arena, "en", day), "3 November 2026");
    assert_string_equal(format_date(&arena, "fr", day), "3 novembre 2026");
    assert_string_equal(format_date(&arena, "zh-Hans", day), "2026年11月3日");
    assert_string_equal(format_date(&arena, "fa", day), "3 نوامبر 2026");
    assert_string_equal(format_weekday_time(&arena, "en", (struct civil){ .hour = 14, .minute = 5, .weekday = 2 }),
                        "Tuesday 14:05");
}

static void numbers_are_grouped_and_pointed_as_the_language_does(void **state)
{
    (void)state;
    assert_string_equal(format_number(&arena, "fr", 1200, 0), "1" NARROW "200");
    assert_string_equal(format_number(&arena, "en", 1200, 0), "1,200");
    assert_string_equal(format_number(&arena, "fr", 2.5, 1), "2,5");
    assert_string_equal(format_number(&arena, "en", 2, 2), "2.00");
    assert_string_equal(format_number(&arena, "en", 2, 1000), "2.000000000");
    assert_string_equal(format_number(&arena, "en", 2, -1), "2");
}

static void money_has_its_currencys_sign_and_decimals(void **state)
{
    (void)state;
    assert_string_equal(format_money(&arena, "fr", 8, "EUR"), "8,00" NBSP "€");
    assert_string_equal(format_money(&arena, "en", 8, "EUR"), "€8.00");
    assert_string_equal(format_money(&arena, "fr", 8, "no currency"), "8,00 no currency");
}

static void distances_are_rounded_as_one_says_them(void **state)
{
    (void)state;
    assert_string_equal(format_distance(&arena, "fr", 0), "10" NARROW "m");
    assert_string_equal(format_distance(&arena, "fr", 82), "80" NARROW "m");
    assert_string_equal(format_distance(&arena, "fr", 98), "100" NARROW "m");
    assert_string_equal(format_distance(&arena, "fr", 640), "650" NARROW "m");
    assert_string_equal(format_distance(&arena, "fr", 980), "1" NARROW "km");
    assert_string_equal(format_distance(&arena, "fr", 2440), "2,4" NARROW "km");
    assert_string_equal(format_distance(&arena, "fa", 500), "500 متر");
    assert_string_equal(format_distance(&arena, "uk", 3000), "3 км");
    assert_string_equal(format_distance(&arena, "fr", 12600), "13" NARROW "km");
    assert_string_equal(format_distance(&arena, "en", 2440), "2.4 km");
    assert_string_equal(format_distance(&arena, "ar", 2440), "2.4 كم");
    assert_string_equal(format_distance(&arena, "en", -5), "10 m");
}

#define OPEN "\u2068"
#define CLOSE "\u2069"

static void lists_are_joined_as_one_speaks(void **state)
{
    (void)state;
    static const char *const items[] = { "a", "b", "c" };
    /* Each item stands in an isolate: Latin names must not turn an Arabic list round. */
    assert_string_equal(format_list(&arena, "en", items, 3), OPEN "a" CLOSE ", " OPEN "b" CLOSE " and " OPEN "c" CLOSE);
    assert_string_equal(format_list(&arena, "fr", items, 3), OPEN "a" CLOSE ", " OPEN "b" CLOSE " et " OPEN "c" CLOSE);
    assert_string_equal(format_list(&arena, "fr", items, 2), OPEN "a" CLOSE " et " OPEN "b" CLOSE);
    assert_string_equal(format_list(&arena, "fr", items, 1), "a");
    assert_string_equal(format_list(&arena, "fr", items, 0), "");
    for (size_t i = 0; i < COUNT(all_languages); i++)
        assert_true(strstr(format_list(&arena, all_languages[i], items, 3), "c") != NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(digits_are_latin_in_every_language, reset),
        cmocka_unit_test_setup(times_have_24_hours, reset),
        cmocka_unit_test_setup(weekdays_are_counted_from_monday, reset),
        cmocka_unit_test_setup(lines_begin_with_a_capital_letter_where_there_is_one, reset),
        cmocka_unit_test_setup(dates_are_gregorian_and_start_with_the_day_in_english, reset),
        cmocka_unit_test_setup(numbers_are_grouped_and_pointed_as_the_language_does, reset),
        cmocka_unit_test_setup(money_has_its_currencys_sign_and_decimals, reset),
        cmocka_unit_test_setup(distances_are_rounded_as_one_says_them, reset),
        cmocka_unit_test_setup(lists_are_joined_as_one_speaks, reset),
    };
    return cmocka_run_group_tests(tests, NULL, destroy);
}
