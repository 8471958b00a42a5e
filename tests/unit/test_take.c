/* What visitors take along: texts that fit into codes, and codes that are read back from the screen. */
#include "platform/glyphs.h"
#include "platform/render.h"
#include "screens/take_text.h"
#include "support/walk.h"
#include "text/message.h"

#include <SDL.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

/* Portrait: there all codes of a screen show without scrolling. */
#define WIDTH 1080
#define HEIGHT 1920
#define DIAGONAL 24.0

static struct {
    struct fonts *fonts;
    struct glyphs *glyphs;
    struct para_cache *paras;
    struct window *window;
    struct render *render;
    struct theme theme;
    struct arena frame;
    struct draw_list list;
    struct walk walk;
    zbar_image_scanner_t *scanner;
    uint32_t pixels[WIDTH * HEIGHT];
    size_t screens, codes, numbered;
} stage;

static const struct take_form lines = {
    .open = "", .titled = "\n", .before = "", .between = "\n", .after = "\n", .close = ""
};

static struct ui start_ui(void)
{
    return (struct ui){ .arena = &stage.frame,
                        .paras = stage.paras,
                        .theme = &stage.theme,
                        .lang = model_lang(&stage.walk.model),
                        .width = WIDTH,
                        .height = HEIGHT };
}

static void draw(void)
{
    struct err err = { 0 };
    struct ui ui = start_ui();
    arena_reset(&stage.frame);
    screen_draw(&ui, &stage.walk.model, &stage.list);
    assert_true(render_frame(stage.render, &stage.list, &err));
    assert_int_equal(
        SDL_RenderReadPixels(window_renderer(stage.window), NULL, SDL_PIXELFORMAT_ARGB8888, stage.pixels, WIDTH * 4),
        0);
}

static zbar_image_t *grey_picture(void)
{
    unsigned char *grey = malloc(WIDTH * HEIGHT);
    assert_non_null(grey);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++)
        grey[i] = (unsigned char)((stage.pixels[i] >> 8) & 0xFF);
    zbar_image_t *image = zbar_image_create();
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, WIDTH, HEIGHT);
    zbar_image_set_data(image, grey, WIDTH * HEIGHT, zbar_image_free_data);
    return image;
}

static bool holds(const zbar_image_t *image, const char *text)
{
    const zbar_symbol_t *symbol = zbar_image_first_symbol(image);
    for (; symbol; symbol = zbar_symbol_next(symbol)) {
        if (strcmp(zbar_symbol_get_data(symbol), text) == 0)
            return true;
    }
    return false;
}

/* Every text of the screen, and nothing else, is read back from its pixels. */
static void read_back(struct take_texts texts)
{
    zbar_image_t *image = grey_picture();
    int found = zbar_scan_image(stage.scanner, image);
    if (found != (int)texts.count)
        print_error("%s in %s: %d codes of %zu were read\n", model_place(&stage.walk.model)->id,
                    model_lang(&stage.walk.model), found, texts.count);
    assert_int_equal(found, texts.count);
    for (size_t i = 0; i < texts.count; i++) {
        assert_true(strlen(texts.at[i]) <= QR_BYTES_MAX);
        if (!holds(image, texts.at[i]))
            print_error("not read back:\n%s\n", texts.at[i]);
        assert_true(holds(image, texts.at[i]));
    }
    zbar_image_destroy(image);
    stage.screens++;
    stage.codes += texts.count;
    stage.numbered += texts.count > 1;
}

/* The codes on a kiosk's screen are large enough for any telephone. */
static void modules_are_large_enough(void)
{
    double pixels_per_mm = hypot(WIDTH, HEIGHT) / (DIAGONAL * 25.4);
    size_t seen = 0;
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct draw_command *command = &stage.list.commands[i];
        if (command->kind != DRAW_CODE)
            continue;
        seen++;
        assert_true((double)command->code.module / pixels_per_mm >= 0.8);
        assert_int_equal(command->rect.w, command->code.module * (command->code.qr->size + 8));
    }
    assert_true(seen > 0);
}

static void take_along(void)
{
    walk_act(&stage.walk, ACT_TAKE, NULL, 0);
    assert_int_equal(model_screen(&stage.walk.model), SCREEN_TAKE_AWAY);
    draw();
    modules_are_large_enough();
    struct ui ui = start_ui();
    ui.rtl = false;
    bool is_service = model_place(&stage.walk.model)->id[0] != '\0';
    read_back(is_service ? take_service(&ui, &stage.walk.model) : take_steps(&ui, &stage.walk.model));
    walk_act(&stage.walk, ACT_BACK, NULL, 0);
}

static void take_from_topic(const char *topic, size_t which)
{
    walk_act(&stage.walk, ACT_TOPIC, topic, 0);
    const struct service_list services = stage.walk.model.view.topic_lists.services;
    if (services.count > 0) {
        char id[MODEL_ID_MAX];
        snprintf(id, sizeof(id), "%s", services.at[which % services.count].id);
        walk_act(&stage.walk, ACT_SERVICE, id, 0);
        take_along();
        walk_act(&stage.walk, ACT_BACK, NULL, 0);
    }
    walk_act(&stage.walk, ACT_BACK, NULL, 0);
}

/* One service of each topic, another in each language, and the first days. */
static void take_in_language(const char *tag, size_t which)
{
    struct arena arena = { 0 };
    walk_act(&stage.walk, ACT_FINISH, NULL, 0);
    walk_act(&stage.walk, ACT_CHOOSE_LANGUAGE, tag, 0);
    const struct topic_list topics = stage.walk.model.view.home.topics;
    const char **ids = ARENA_ARRAY(&arena, const char *, topics.count);
    for (size_t i = 0; i < topics.count; i++)
        ids[i] = arena_strdup(&arena, topics.at[i].id);
    for (size_t i = 0; i < topics.count; i++)
        take_from_topic(ids[i], which + i);
    walk_act(&stage.walk, ACT_FIRST_DAYS, NULL, 0);
    char step[MODEL_ID_MAX];
    snprintf(step, sizeof(step), "%s", stage.walk.model.view.steps.at[0].id);
    walk_act(&stage.walk, ACT_STEP, step, 0);
    take_along();
    arena_destroy(&arena);
}

static void codes_are_read_back_from_the_screen_in_every_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < stage.walk.kiosk.language_count; i++)
        take_in_language(stage.walk.kiosk.languages[i].tag, i);
    print_message("%zu codes read back from %zu screens, %zu of them with several\n", stage.codes, stage.screens,
                  stage.numbered);
    assert_true(stage.screens >= 80 && stage.numbered >= 8);
}

static void ticks_go_along(void **state)
{
    (void)state;
    walk_act(&stage.walk, ACT_FINISH, NULL, 0);
    walk_act(&stage.walk, ACT_CHOOSE_LANGUAGE, "fr", 0);
    walk_act(&stage.walk, ACT_FIRST_DAYS, NULL, 0);
    struct ui ui = start_ui();
    assert_null(strstr(take_steps(&ui, &stage.walk.model).at[0], "☑"));
    char step[MODEL_ID_MAX];
    snprintf(step, sizeof(step), "%s", stage.walk.model.view.steps.at[1].id);
    walk_act(&stage.walk, ACT_STEP, step, 0);
    const char *text = take_steps(&ui, &stage.walk.model).at[0];
    assert_non_null(strstr(text, "☑"));
    assert_ptr_equal(strstr(text, "Mes premiers jours ici"), text);
}

static struct take_items items_of(struct take_item *items, size_t count)
{
    return (struct take_items){ items, count };
}

static void what_does_not_fit_goes_on_in_a_numbered_text(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    char *hundred = arena_alloc(&arena, 101);
    memset(hundred, 'x', 100);
    struct take_item items[10];
    for (size_t i = 0; i < COUNT(items); i++)
        items[i] = (struct take_item){ hundred, false };
    struct take_texts texts = take_fill(&arena, &lines, "Title", items_of(items, COUNT(items)));
    size_t letters = 0;
    assert_int_equal(texts.count, 2);
    assert_ptr_equal(strstr(texts.at[0], "Title 1/2\n"), texts.at[0]);
    assert_ptr_equal(strstr(texts.at[1], "Title 2/2\n"), texts.at[1]);
    for (size_t i = 0; i < texts.count; i++) {
        assert_true(strlen(texts.at[i]) <= QR_BYTES_MAX);
        for (const char *at = texts.at[i]; *at; at++)
            letters += *at == 'x';
    }
    assert_int_equal(letters, 1000);
    arena_destroy(&arena);
}

static void a_line_that_is_too_long_is_cut_between_letters(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    char *long_line = arena_alloc(&arena, 3 * 600 + 1);
    for (size_t i = 0; i < 600; i++)
        memcpy(long_line + 3 * i, "ሰ", 3);
    struct take_item item = { long_line, false };
    struct take_texts texts = take_fill(&arena, &lines, long_line, items_of(&item, 1));
    assert_true(texts.count >= 3);
    for (size_t i = 0; i < texts.count; i++) {
        assert_true(strlen(texts.at[i]) <= QR_BYTES_MAX);
        assert_true(str_is_utf8(str_of(texts.at[i])));
    }
    arena_destroy(&arena);
}

static void one_text_has_no_number(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct take_item item = { "09:00–12:00", false };
    struct take_texts texts = take_fill(&arena, &lines, "Title", items_of(&item, 1));
    assert_int_equal(texts.count, 1);
    assert_string_equal(texts.at[0], "Title\n09:00–12:00\n");
    arena_destroy(&arena);
}

static void a_code_holds_663_bytes_and_no_more(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    char text[QR_BYTES_MAX + 1];
    struct qr qr = { 0 };
    memset(text, 'a', sizeof(text));
    assert_true(qr_make(&qr, (struct str){ text, QR_BYTES_MAX }, &arena));
    assert_int_equal(qr.size, 97); /* version 20 */
    assert_int_equal(qr_edge(&qr), 105);
    assert_false(qr_make(&qr, (struct str){ text, QR_BYTES_MAX + 1 }, &arena));
    assert_false(qr_make(&qr, (struct str){ text, 0 }, &arena));
    assert_true(qr_make(&qr, (struct str){ text, 1 }, &arena));
    assert_int_equal(qr.size, 21); /* version 1 */
    arena_destroy(&arena);
}

static void look_at_nothing(void *context)
{
    (void)context;
}

static int set_up(void **state)
{
    (void)state;
    struct err err = { 0 };
    struct window_params params = { .width = WIDTH, .height = HEIGHT, .offscreen = true };
    bool opened = message_init(TEST_BUILD_DIR "/tests/packs/locale", &err) && fonts_open(&stage.fonts, &err) &&
                  glyphs_open(&stage.glyphs, stage.fonts, &err) &&
                  para_cache_new(&stage.paras, stage.fonts, glyphs_measurer(stage.glyphs), &err) &&
                  window_open(&stage.window, &params, &err) &&
                  render_open(&stage.render, stage.window, stage.glyphs, &err);
    if (!opened) {
        print_error("%s\n", err.detail);
        return -1;
    }
    stage.theme = theme_of((float)(hypot(WIDTH, HEIGHT) / (DIAGONAL * 25.4)), (struct look){ 0 });
    stage.walk.see = look_at_nothing;
    walk_open(&stage.walk, "grenoble");
    stage.scanner = zbar_image_scanner_create();
    zbar_image_scanner_set_config(stage.scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(stage.scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    zbar_image_scanner_destroy(stage.scanner);
    walk_close(&stage.walk);
    render_close(stage.render);
    window_close(stage.window);
    para_cache_free(stage.paras);
    glyphs_close(stage.glyphs);
    fonts_close(stage.fonts);
    arena_destroy(&stage.frame);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_read_back_from_the_screen_in_every_language),
        cmocka_unit_test(ticks_go_along),
        cmocka_unit_test(what_does_not_fit_goes_on_in_a_numbered_text),
        cmocka_unit_test(a_line_that_is_too_long_is_cut_between_letters),
        cmocka_unit_test(one_text_has_no_number),
        cmocka_unit_test(a_code_holds_663_bytes_and_no_more),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
