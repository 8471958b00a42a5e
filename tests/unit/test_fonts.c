/* Families found through fontconfig: needs fonts-noto-core, fonts-noto-cjk and Material Icons. */
#include "text/fonts.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct fonts *fonts;

static int set_up(void **state)
{
    (void)state;
    return fonts_open(&fonts, NULL) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    fonts_close(fonts);
    return 0;
}

static const char *file_name(int face)
{
    const char *path = fonts_file(fonts, face).path;
    assert_non_null(path);
    return strrchr(path, '/') + 1;
}

static void each_script_and_language_has_its_family(void **state)
{
    (void)state;
    static const struct {
        uint32_t codepoint;
        const char *lang;
        const char *file;
    } rows[] = {
        { 'a', "fr", "NotoSans-Regular.ttf" },
        { 0x448, "ru", "NotoSans-Regular.ttf" },
        { 0x3B1, "el", "NotoSans-Regular.ttf" },
        { 0x1EC7, "vi", "NotoSans-Regular.ttf" },
        { 0x639, "ar", "NotoSansArabic-Regular.ttf" },
        { 0x6AF, "fa", "NotoSansArabic-Regular.ttf" },
        { 0x681, "ps", "NotoSansArabic-Regular.ttf" },
        { 0x6C6, "ku-Arab", "NotoSansArabic-Regular.ttf" },
        { 0x6D2, "ur", "NotoNastaliqUrdu-Regular.ttf" },
        { 0x1275, "ti", "NotoSansEthiopic-Regular.ttf" },
        { 0x995, "bn", "NotoSansBengali-Regular.ttf" },
        { 0xB95, "ta", "NotoSansTamil-Regular.ttf" },
        { 0x10D0, "ka", "NotoSansGeorgian-Regular.ttf" },
        { 0x915, "ne", "NotoSansDevanagari-Regular.ttf" },
        { 0x1780, "km", "NotoSansKhmer-Regular.ttf" },
        { 0x1000, "my", "NotoSansMyanmar-Regular.ttf" },
        { 0xE01, "th", "NotoSansThai-Regular.ttf" },
        { 0x5D0, "he", "NotoSansHebrew-Regular.ttf" },
        { 0x561, "hy", "NotoSansArmenian-Regular.ttf" },
        { 0x6C34, "zh-Hans", "NotoSansCJK-Regular.ttc" },
        { 'a', "ar", "NotoSans-Regular.ttf" },
        { 0x639, "fr", "NotoSansArabic-Regular.ttf" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int face = fonts_face(fonts, rows[i].codepoint, rows[i].lang, FONT_REGULAR, FONT_NONE);
        assert_string_equal(file_name(face), rows[i].file);
    }
}

static void han_is_drawn_as_its_language_writes_it(void **state)
{
    (void)state;
    static const char *const langs[] = { "zh-Hans", "zh-Hant", "ja", "ko" };
    int indices[COUNT(langs)];
    for (size_t i = 0; i < COUNT(langs); i++) {
        indices[i] = fonts_file(fonts, fonts_face(fonts, 0x76F4, langs[i], FONT_REGULAR, FONT_NONE)).index;
        for (size_t k = 0; k < i; k++)
            assert_int_not_equal(indices[i], indices[k]);
    }
    int kanji = fonts_face(fonts, 0x76F4, "ja", FONT_REGULAR, FONT_NONE);
    assert_int_equal(fonts_face(fonts, 0x3042, "ja", FONT_REGULAR, FONT_NONE), kanji);
}

static void bold_is_the_static_bold_file_or_else_regular(void **state)
{
    (void)state;
    assert_string_equal(file_name(fonts_face(fonts, 'a', "fr", FONT_BOLD, FONT_NONE)), "NotoSans-Bold.ttf");
    assert_string_equal(file_name(fonts_face(fonts, 0x639, "ar", FONT_BOLD, FONT_NONE)), "NotoSansArabic-Bold.ttf");
    int arrow = fonts_face(fonts, 0x1F800, "fr", FONT_BOLD, FONT_NONE); /* Symbols2 has no bold */
    assert_string_equal(file_name(arrow), "NotoSansSymbols2-Regular.ttf");
    assert_int_equal(arrow, fonts_face(fonts, 0x1F800, "fr", FONT_REGULAR, FONT_NONE));
}

static void what_shows_nothing_goes_with_its_neighbour(void **state)
{
    (void)state;
    int arabic = fonts_face(fonts, 0x639, "ar", FONT_REGULAR, FONT_NONE);
    static const uint32_t unseen[] = { ' ', 0xA0, 0x200D, 0x200C, 0xFE0F, 0x2067, '\n', 0x202F };
    for (size_t i = 0; i < COUNT(unseen); i++) {
        assert_int_equal(fonts_face(fonts, unseen[i], "fr", FONT_REGULAR, arabic), arabic);
        assert_int_not_equal(fonts_face(fonts, unseen[i], "fr", FONT_REGULAR, FONT_NONE), FONT_NONE);
    }
}

static void punctuation_stays_in_its_neighbours_font_if_that_has_it(void **state)
{
    (void)state;
    int latin = fonts_face(fonts, 'a', "zh-Hans", FONT_REGULAR, FONT_NONE);
    int han = fonts_face(fonts, 0x6C34, "zh-Hans", FONT_REGULAR, FONT_NONE);
    assert_int_equal(fonts_face(fonts, ',', "zh-Hans", FONT_REGULAR, latin), latin);
    assert_int_equal(fonts_face(fonts, 0x3002, "zh-Hans", FONT_REGULAR, latin), han);
}

static void the_icon_font_is_for_icons_only(void **state)
{
    (void)state;
    int icons = fonts_icon_face(fonts);
    assert_string_equal(file_name(icons), "MaterialIcons-Regular.ttf");
    assert_int_equal(fonts_face(fonts, 0xE88A, "fr", FONT_REGULAR, FONT_NONE), FONT_NONE);
    assert_true(icons < FONT_FACES_MAX);
}

static void the_first_character_that_no_font_has_is_named(void **state)
{
    (void)state;
    uint32_t missing = 0;
    assert_true(fonts_cover(fonts, STR("Bonjour, سلام 你好 → ✓\u2066\u200D"), "fr", &missing));
    assert_int_equal(missing, 0);
    assert_false(fonts_cover(fonts, STR("ab \uE88A \uE88B"), "fr", &missing));
    assert_int_equal(missing, 0xE88A);
    assert_false(fonts_cover(fonts, STR("\uE88A"), "fr", NULL));
    assert_true(fonts_cover(fonts, STR(""), "fr", NULL));
}

static void a_face_that_was_never_given_has_no_file(void **state)
{
    (void)state;
    assert_null(fonts_file(fonts, FONT_NONE).path);
    assert_null(fonts_file(fonts, FONT_FACES_MAX).path);
}

static void the_bold_nastaliq_is_known_though_it_calls_itself_regular(void **state)
{
    (void)state;
    assert_string_equal(file_name(fonts_face(fonts, 0x6D2, "ur", FONT_BOLD, FONT_NONE)), "NotoNastaliqUrdu-Bold.ttf");
}

static void a_machine_without_noto_is_told_so(void **state)
{
    (void)state;
    struct err err = { 0 };
    struct fonts *none = NULL;
    assert_true(file_write("no-fonts.conf", STR("<fontconfig><dir>/no-such-folder</dir></fontconfig>"), &err));
    char *path = realpath("no-fonts.conf", NULL);
    setenv("FONTCONFIG_FILE", path, 1);
    free(path);
    assert_false(fonts_open(&none, &err));
    unsetenv("FONTCONFIG_FILE");
    assert_int_equal(err.code, ERR_FONT);
    assert_non_null(strstr(err.detail, "Noto Sans"));
    assert_null(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_script_and_language_has_its_family),
        cmocka_unit_test(han_is_drawn_as_its_language_writes_it),
        cmocka_unit_test(bold_is_the_static_bold_file_or_else_regular),
        cmocka_unit_test(what_shows_nothing_goes_with_its_neighbour),
        cmocka_unit_test(punctuation_stays_in_its_neighbours_font_if_that_has_it),
        cmocka_unit_test(the_icon_font_is_for_icons_only),
        cmocka_unit_test(the_first_character_that_no_font_has_is_named),
        cmocka_unit_test(a_face_that_was_never_given_has_no_file),
        cmocka_unit_test(the_bold_nastaliq_is_known_though_it_calls_itself_regular),
        cmocka_unit_test(a_machine_without_noto_is_told_so),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
