/* What is said of what is shown: each line of tests/data/spoken.tsv, with the interface's real catalogues. */
#include "base/file.h"
#include "text/message.h"
#include "text/spoken.h"
#include "text/tongues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct spoken_short shorts[] = { { "AME", "A M E" }, { "PASS", "passe" } };

/* The file's sign for a line end becomes one. */
static struct str with_line_ends(struct arena *arena, struct str text)
{
    char *out = arena_str(arena, text);
    char *sign = strstr(out, "⏎");
    if (sign) {
        *sign = '\n';
        memmove(sign + 1, sign + strlen("⏎"), strlen(sign + strlen("⏎")) + 1);
    }
    return str_of(out);
}

static struct spoken say(struct arena *arena, struct str shown, const char *lang)
{
    return spoken_of(arena, shown, lang, (struct spoken_shorts){ shorts, COUNT(shorts) });
}

static bool check_line(struct arena *arena, struct str line, long row)
{
    struct str rest, said;
    const char *lang = arena_str(arena, str_cut(line, '\t', &rest));
    struct str shown = with_line_ends(arena, str_cut(rest, '\t', &said));
    struct spoken spoken = say(arena, shown, lang);
    if (str_eq_c(said, spoken.text))
        return true;
    print_error("spoken.tsv:%ld: \"%s\" is said, not \"%.*s\"\n", row, spoken.text, STR_FMT(said));
    return false;
}

static void each_line_is_said_as_it_stands_there(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str rest;
    struct err err;
    long row = 0, wrong = 0, checked = 0;
    (void)state;
    assert_true(file_read(&rest, &arena, TEST_SOURCE_DIR "/tests/data/spoken.tsv", 1 << 20, &err));
    while (rest.len > 0) {
        struct str line = str_cut(rest, '\n', &rest);
        row++;
        if (line.len == 0 || line.at[0] == '#')
            continue;
        checked++;
        wrong += check_line(&arena, line, row) ? 0 : 1;
    }
    assert_true(checked > 40);
    assert_int_equal(wrong, 0);
}

/* Together the pieces are all that is said, and each stands for bytes of the shown text, in order. */
static void assert_pieces_join(const struct spoken *spoken, struct str shown)
{
    size_t said = 0, at = 0;
    for (size_t i = 0; i < spoken->count; i++) {
        const struct spoken_piece *piece = &spoken->pieces[i];
        assert_int_equal(piece->said.start, said);
        assert_true(piece->shown.start >= at && piece->shown.end >= piece->shown.start);
        assert_true(piece->shown.end <= shown.len);
        said = piece->said.end;
        at = piece->shown.start;
    }
    assert_int_equal(said, strlen(spoken->text));
}

static void every_word_is_found_again_on_the_screen(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str shown = STR("L’AME \u00B7 jusqu’à \u206817:30\u2069, 0476427770");
    struct spoken spoken = say(&arena, shown, "fr");
    (void)state;
    assert_pieces_join(&spoken, shown);
    static const struct {
        const char *said, *shown;
    } words[] = { { "A M E", "AME" }, { "jusqu", "jusqu" }, { "trente", "17:30" }, { "77", "0476427770" } };
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t start = (size_t)(strstr(spoken.text, words[i].said) - spoken.text);
        struct str_range letters = spoken_shown(&spoken, (struct str_range){ start, start + strlen(words[i].said) });
        const char *found = arena_str(&arena, (struct str){ shown.at + letters.start, letters.end - letters.start });
        if (!strstr(found, words[i].shown))
            fail_msg("\"%s\" is shown at \"%s\"", words[i].said, found);
    }
}

static void a_character_is_found_within_a_sentence_without_spaces(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct spoken spoken = say(&arena, STR("\u2068告诉对方\u2069"), "zh-Hans");
    struct str_range letters = spoken_shown(&spoken, (struct str_range){ 3, 6 });
    (void)state;
    assert_string_equal(spoken.text, "告诉对方");
    assert_int_equal(letters.start, 6);
    assert_int_equal(letters.end, 9);
}

static void nothing_is_said_of_nothing(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    (void)state;
    assert_string_equal(say(&arena, STR(""), "fr").text, "");
    assert_string_equal(say(&arena, STR("\u2068\u2069 "), "fr").text, "");
    assert_int_equal(spoken_shown(&(struct spoken){ "", NULL, 0 }, (struct str_range){ 0, 9 }).end, 0);
}

static void a_number_has_no_letters(void **state)
{
    (void)state;
    assert_true(spoken_is_number(STR("04 76 42 77 70")));
    assert_true(spoken_is_number(STR("\u2068115\u2069")));
    assert_false(spoken_is_number(STR("le 115")));
    assert_false(spoken_is_number(STR("–")));
}

/* Each stretch as "lang:text", bars between them. */
static const char *stretches(struct arena *arena, const char *text, const char *lang)
{
    const struct locale languages[] = { locale_of("fr", arena), locale_of("en", arena), locale_of("ar", arena) };
    struct tongues tongues = tongues_of(arena, str_of(text), lang, "fr", (struct tongue_choice){ languages, 3 });
    const char *out = "";
    for (size_t i = 0; i < tongues.count; i++)
        out =
            arena_printf(arena, "%s%s%s:%.*s", out, i ? "|" : "", tongues.at[i].lang,
                         (int)(tongues.at[i].bytes.end - tongues.at[i].bytes.start), text + tongues.at[i].bytes.start);
    return out;
}

static void other_letters_are_said_in_a_language_that_has_them(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    (void)state;
    assert_string_equal(stretches(&arena, "Bonjour CPAM", "en"), "en:Bonjour CPAM");
    assert_string_equal(stretches(&arena, "اتصلوا بـ CPAM اليوم", "ar"), "ar:اتصلوا بـ|fr:CPAM|ar:اليوم");
    assert_string_equal(stretches(&arena, "SAMU 15", "ar"), "fr:SAMU|ar:15");
    assert_string_equal(stretches(&arena, "CPAM（医疗保险局）。", "zh-Hans"), "fr:CPAM（|zh-Hans:医疗保险局）。");
    assert_string_equal(stretches(&arena, "Le mot طبيب", "fr"), "fr:Le mot|ar:طبيب");
    assert_string_equal(stretches(&arena, "ትግርኛ", "fr"), "fr:ትግርኛ"); /* nobody has these letters */
    assert_string_equal(stretches(&arena, " – ", "fr"), "");
}

static int set_up(void **state)
{
    struct err err = { 0 };
    (void)state;
    return message_init(TEST_BUILD_DIR "/locale", &err) && message_has("fr") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_is_said_as_it_stands_there),
        cmocka_unit_test(every_word_is_found_again_on_the_screen),
        cmocka_unit_test(a_character_is_found_within_a_sentence_without_spaces),
        cmocka_unit_test(nothing_is_said_of_nothing),
        cmocka_unit_test(a_number_has_no_letters),
        cmocka_unit_test(other_letters_are_said_in_a_language_that_has_them),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
