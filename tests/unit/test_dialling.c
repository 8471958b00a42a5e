#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "publish/dialling.h"

struct number {
    const char *text;
    const char *country;
};

static const struct number good[] = {
    { "04 76 00 00 00", "FR" },
    { "04.76.00.00.00", "FR" },
    { "0476000000", "FR" },
    { "04\xC2\xA0"
      "76\xE2\x80\xAF"
      "00 00 00",
      "FR" },
    { "+33 4 76 00 00 00", "FR" },
    { "+33 (0)4 76 00 00 00", "FR" },
    { "0033 4 76 00 00 00", "FR" },
    { "15", "FR" },
    { "112", "FR" },
    { "32 30", "FR" },
    { "116 006", "FR" },
    { "0 800 08 11 11", "FR" },
    { "Accueil : 04 76 00 00 00 (le matin)", "FR" },
    { "poste 12345, 04 76 00 00 00", "FR" },
    { "+41 22 000 00 00", "FR" },
    { "02 000 00 00", "BE" },
    { "0470 00 00 00", "BE" },
    { "912 345 678", "ES" },
    { "016", "ES" },
    { "+351 21 000 0000", "PT" },
    { "(212) 555-0100", "US" },
    { "911", "US" },
    { "020 7946 0000", "GB" },
    { "0800 111", "DE" }, /* no plan: E.164 decides */
    { "12", "DE" },
};

static const struct number bad[] = {
    { "04 76 00 00 0", "FR" },
    { "04 76 00 00 000", "FR" },
    { "4 76 00 00 00", "FR" },
    { "+33 4 76 00 00 0", "FR" },
    { "+33 44 76 00 00 00", "FR" },
    { "+4", "FR" },
    { "+0 4 76 00 00 00", "FR" },
    { "11200", "FR" },
    { "1", "FR" },
    { "0", "FR" },
    { "00", "FR" },
    { "", "FR" },
    { "demander à l’accueil", "FR" },
    { "01 23 45", "BE" },
    { "12345678", "ES" },
    { "555-010", "US" },
    { "1234567890123456", "DE" },
    { "+1234567890123456", "DE" },
    { "5", "DE" },
};

static void numbers_that_a_telephone_takes_are_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(good); i++) {
        if (!dialling_is_possible(good[i].text, good[i].country))
            fail_msg("\"%s\" can be dialled in %s", good[i].text, good[i].country);
    }
}

static void numbers_with_a_digit_too_few_or_too_many_are_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        if (dialling_is_possible(bad[i].text, bad[i].country))
            fail_msg("\"%s\" can't be dialled in %s", bad[i].text, bad[i].country);
    }
}

static void endless_digits_are_no_number(void **state)
{
    char digits[4096];
    (void)state;
    for (size_t i = 0; i < sizeof(digits) - 1; i++)
        digits[i] = '7';
    digits[sizeof(digits) - 1] = '\0';
    assert_false(dialling_is_possible(digits, "FR"));
    assert_false(dialling_is_possible(digits, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_that_a_telephone_takes_are_good),
        cmocka_unit_test(numbers_with_a_digit_too_few_or_too_many_are_not),
        cmocka_unit_test(endless_digits_are_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
