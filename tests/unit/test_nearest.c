#include "base/nearest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *const words[] = { "pack", "kiosk", "lang", "size", "diagonal", "idle_seconds" };
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char *nearest(const char *word)
{
    return nearest_word(word, words, COUNT_OF(words));
}

static void a_slip_of_the_finger_finds_the_word(void **state)
{
    (void)state;
    assert_string_equal(nearest("pakc"), "pack");          /* two letters changed */
    assert_string_equal(nearest("diagnal"), "diagonal");   /* one left out */
    assert_string_equal(nearest("diagonall"), "diagonal"); /* one too many */
    assert_string_equal(nearest("kiosc"), "kiosk");        /* another one */
    assert_string_equal(nearest("idle-seconds"), "idle_seconds");
    assert_string_equal(nearest("lang"), "lang");
}

static void the_nearest_of_several_is_found_wherever_it_stands(void **state)
{
    (void)state;
    static const char *const near[] = { "waits", "wait", "waist" };
    assert_string_equal(nearest_word("wait", near, 3), "wait");
    assert_string_equal(nearest_word("waist", near, 3), "waist");
    static const char *const same[] = { "bat", "cat" }; /* equally near: the first */
    assert_string_equal(nearest_word("hat", same, 2), "bat");
}

static void a_word_that_is_not_like_any_finds_none(void **state)
{
    (void)state;
    assert_null(nearest("juggle"));
    assert_null(nearest(""));
    assert_null(nearest("x"));
    assert_null(nearest_word("pack", words, 0));
}

static void half_of_the_letters_must_be_right(void **state)
{
    (void)state;
    static const char *const one[] = { "abcd" };
    assert_string_equal(nearest_word("abxy", one, 1), "abcd");
    assert_null(nearest_word("axyz", one, 1));
}

static void very_long_words_do_no_harm(void **state)
{
    (void)state;
    char word[5000], candidate[200];
    memset(word, 'a', sizeof(word));
    word[sizeof(word) - 1] = '\0';
    memset(candidate, 'a', sizeof(candidate));
    candidate[sizeof(candidate) - 1] = '\0';
    const char *const candidates[] = { candidate, "aaaa" };
    assert_null(nearest_word(word, candidates, 2));
    assert_string_equal(nearest_word("aaaa", candidates, 2), "aaaa");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_of_the_finger_finds_the_word),
        cmocka_unit_test(the_nearest_of_several_is_found_wherever_it_stands),
        cmocka_unit_test(a_word_that_is_not_like_any_finds_none),
        cmocka_unit_test(half_of_the_letters_must_be_right),
        cmocka_unit_test(very_long_words_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
