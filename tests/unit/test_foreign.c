/* Every screen speaks the visitor's language: no word of another one stands in its texts, but for names, short forms
 * and the sentences that one says at a desk in the local language. */
#include "content/schema.h"
#include "platform/glyphs.h"
#include "support/foreign.h"
#include "support/walk.h"
#include "text/message.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

static struct {
    struct fonts *fonts;
    struct glyphs *glyphs;
    struct para_cache *paras;
    struct foreign *foreign;
    struct arena frame;
    struct theme theme;
    struct draw_list list;
    struct walk walk;
    unsigned long texts, failures;
} stage;

static void broken(const char *what, const char *word, const char *text)
{
    if (stage.failures++ < 6000)
        print_error("%s %s %s: %s \"%s\" in: %s\n", model_lang(&stage.walk.model),
                    screen_name(model_screen(&stage.walk.model)), model_place(&stage.walk.model)->id, what, word, text);
}

static bool is_of_the_local_language(const char *lang)
{
    return strcmp(lang, stage.walk.kiosk.source_lang) == 0;
}

/* What they typed, and how the local sentence sounds in their letters, are no words of a language. */
static bool is_of_the_visitor(const char *text)
{
    const struct model *model = &stage.walk.model;
    const char *say = NULL;
    if (model_screen(model) == SCREEN_PHRASE)
        say = model->view.phrase.say.text;
    if (model_screen(model) == SCREEN_EMERGENCY && model->view.emergency.has_phrase)
        say = model->view.emergency.phrase.say.text;
    return strcmp(text, model->words) == 0 || (say && strcmp(text, say) == 0);
}

/* A text of another language says so: it is the local one's. The choice of languages names each in its own words. */
static void look_at(const struct draw_text *drawn)
{
    const char *text = drawn->para->text.at, *lang = model_lang(&stage.walk.model);
    stage.texts++;
    if (is_of_the_visitor(text))
        return;
    if (strcmp(drawn->lang, lang) != 0) {
        if (!is_of_the_local_language(drawn->lang) && model_screen(&stage.walk.model) != SCREEN_LANGUAGES)
            broken("a text in", drawn->lang, text);
        return;
    }
    const char *word = foreign_word(stage.foreign, text, lang, &stage.frame);
    if (word)
        broken("a foreign word", word, text);
}

static void read_screen(void *context)
{
    (void)context;
    arena_reset(&stage.frame);
    struct ui ui = {
        .arena = &stage.frame, .paras = stage.paras, .theme = &stage.theme, .width = 1920, .height = 1080
    };
    screen_draw(&ui, &stage.walk.model, &stage.list);
    for (size_t i = 0; i < stage.list.command_count; i++) {
        if (stage.list.commands[i].kind == DRAW_TEXT)
            look_at(&stage.list.commands[i].text);
    }
}

/* What stands on doors and letters, as the pack has it in the local language. */
static const char names_sql[] =
    "SELECT name FROM place UNION SELECT address FROM place UNION SELECT organization FROM service "
    "UNION SELECT name FROM kiosk UNION SELECT address FROM kiosk "
    "UNION SELECT value FROM text WHERE owner LIKE 'services/%' AND field = 'name' AND lang = "
    "(SELECT value FROM meta WHERE key = 'source_language')";

/* Texts that quote what to say, between « and ». */
static const char quotes_sql[] = "SELECT value FROM text WHERE value LIKE '%«%' AND lang = "
                                 "(SELECT value FROM meta WHERE key = 'source_language')";

static void allow_quotes(const char *text)
{
    for (const char *from = strstr(text, "«"); from; from = strstr(from, "«")) {
        from += strlen("«");
        const char *to = strstr(from, "»");
        if (!to)
            return;
        foreign_allow(stage.foreign, arena_str(&stage.frame, (struct str){ from, (size_t)(to - from) }));
    }
}

static void allow(const char *phrase)
{
    foreign_allow(stage.foreign, phrase);
}

static void for_each(const char *sql, void (*use)(const char *text))
{
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    assert_int_equal(sqlite3_open_v2(TEST_BUILD_DIR "/tests/packs/grenoble.pack", &db, SQLITE_OPEN_READONLY, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        if (sqlite3_column_text(row, 0))
            use((const char *)sqlite3_column_text(row, 0));
    }
    sqlite3_finalize(row);
    sqlite3_close(db);
}

static void no_foreign_word_stands_on_any_screen(void **state)
{
    (void)state;
    for_each(names_sql, allow);
    for_each(quotes_sql, allow_quotes);
    foreign_allow_file(stage.foreign, TEST_SOURCE_DIR "/tests/data/names.txt");
    walk_open(&stage.walk, "grenoble");
    for (size_t i = 0; i < stage.walk.kiosk.language_count; i++)
        walk_language(&stage.walk, stage.walk.kiosk.languages[i].tag);
    print_message("%lu texts read\n", stage.texts);
    walk_close(&stage.walk);
    assert_true(stage.texts > 10000);
    assert_int_equal(stage.failures, 0);
}

static void assert_foreign(const char *expected, const char *text, const char *lang)
{
    const char *word = foreign_word(stage.foreign, text, lang, &stage.frame);
    if (!expected && word)
        fail_msg("\"%s\" in: %s", word, text);
    if (expected)
        assert_string_equal(word ? word : "nothing", expected);
}

static void foreign_words_are_found(void **state)
{
    (void)state;
    allow("Caf (Nord)");
    allow("Caf");
    allow("Je ne comprends pas.");
    assert_foreign("housing", "اتصلوا housing غدًا", "ar");
    assert_foreign("avec", "Hable avec la recepción", "es");
    assert_foreign("weather", "Le weather est beau", "fr");
    assert_foreign("Cafard", "Caf (Nord), Cafard", "ti");
    assert_foreign(NULL, "L’adresse est là.", "fr");
    assert_foreign(NULL, "الموقع france-education.fr أو nom.x@ville.fr", "ar");
    assert_foreign(NULL, "请说：« Je ne comprends pas. »", "zh-Hans");
}

static int set_up(void **state)
{
    (void)state;
    struct err err = { 0 };
    stage.foreign = foreign_open();
    stage.theme = theme_of(THEME_UNITS_PER_MM, (struct look){ 0 });
    stage.walk.see = read_screen;
    bool opened = message_init(TEST_BUILD_DIR "/tests/packs/locale", &err) && fonts_open(&stage.fonts, &err) &&
                  glyphs_open(&stage.glyphs, stage.fonts, &err) &&
                  para_cache_new(&stage.paras, stage.fonts, glyphs_measurer(stage.glyphs), &err);
    if (!opened)
        print_error("%s\n", err.detail);
    return opened ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    para_cache_free(stage.paras);
    glyphs_close(stage.glyphs);
    fonts_close(stage.fonts);
    foreign_close(stage.foreign);
    arena_destroy(&stage.frame);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(foreign_words_are_found),
        cmocka_unit_test(no_foreign_word_stands_on_any_screen),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
