/* What visitors take along: texts that fit into codes, and codes that are read back from the screen. */
#include "screens/take_text.h"
#include "support/gallery.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

static struct gallery gallery;
static struct walk *const visit = &gallery.walk;
static zbar_image_scanner_t *scanner;
static size_t screens, codes, numbered;

static const struct take_form lines = {
    .open = "", .titled = "\n", .before = "", .between = "\n", .after = "\n", .close = ""
};

static zbar_image_t *grey_picture(void)
{
    unsigned char *grey = malloc(GALLERY_WIDTH * GALLERY_HEIGHT);
    assert_non_null(grey);
    for (size_t i = 0; i < GALLERY_WIDTH * GALLERY_HEIGHT; i++)
        grey[i] = (unsigned char)((gallery.pixels[i] >> 8) & 0xFF);
    zbar_image_t *image = zbar_image_create();
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, GALLERY_WIDTH, GALLERY_HEIGHT);
    zbar_image_set_data(image, grey, GALLERY_WIDTH * GALLERY_HEIGHT, zbar_image_free_data);
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
    int found = zbar_scan_image(scanner, image);
    if (found != (int)texts.count)
        print_error("%s in %s: %d codes of %zu were read\n", model_place(&visit->model)->id, model_lang(&visit->model),
                    found, texts.count);
    assert_int_equal(found, texts.count);
    for (size_t i = 0; i < texts.count; i++) {
        assert_true(strlen(texts.at[i]) <= QR_BYTES_MAX);
        if (!holds(image, texts.at[i]))
            print_error("not read back:\n%s\n", texts.at[i]);
        assert_true(holds(image, texts.at[i]));
    }
    zbar_image_destroy(image);
    screens++;
    codes += texts.count;
    numbered += texts.count > 1;
}

/* The codes on a kiosk's screen are large enough for any telephone. */
static void modules_are_large_enough(void)
{
    double pixels_per_mm = hypot(GALLERY_WIDTH, GALLERY_HEIGHT) / (GALLERY_DIAGONAL * 25.4);
    size_t seen = 0;
    for (size_t i = 0; i < gallery.list.command_count; i++) {
        const struct draw_command *command = &gallery.list.commands[i];
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
    walk_act(visit, ACT_TAKE, NULL, 0);
    assert_int_equal(model_screen(&visit->model), SCREEN_TAKE_AWAY);
    gallery_paint(&gallery);
    modules_are_large_enough();
    struct ui ui = gallery_ui(&gallery);
    ui.rtl = false;
    bool is_service = model_place(&visit->model)->id[0] != '\0';
    read_back(is_service ? take_service(&ui, &visit->model) : take_steps(&ui, &visit->model));
    walk_act(visit, ACT_BACK, NULL, 0);
}

static void take_from_topic(const char *topic, size_t which)
{
    walk_act(visit, ACT_TOPIC, topic, 0);
    const struct service_list services = visit->model.view.topic_lists.services;
    if (services.count > 0) {
        char id[MODEL_ID_MAX];
        snprintf(id, sizeof(id), "%s", services.at[which % services.count].id);
        walk_act(visit, ACT_SERVICE, id, 0);
        take_along();
        walk_act(visit, ACT_BACK, NULL, 0);
    }
    walk_act(visit, ACT_BACK, NULL, 0);
}

/* One service of each topic, another in each language, and the first days. */
static void take_in_language(const char *tag, size_t which)
{
    struct arena arena = { 0 };
    walk_act(visit, ACT_FINISH, NULL, 0);
    walk_act(visit, ACT_CHOOSE_LANGUAGE, tag, 0);
    const struct topic_list topics = visit->model.view.home.topics;
    const char **ids = ARENA_ARRAY(&arena, const char *, topics.count);
    for (size_t i = 0; i < topics.count; i++)
        ids[i] = arena_strdup(&arena, topics.at[i].id);
    for (size_t i = 0; i < topics.count; i++)
        take_from_topic(ids[i], which + i);
    walk_act(visit, ACT_FIRST_DAYS, NULL, 0);
    char step[MODEL_ID_MAX];
    snprintf(step, sizeof(step), "%s", visit->model.view.steps.at[0].id);
    walk_act(visit, ACT_STEP, step, 0);
    take_along();
    arena_destroy(&arena);
}

static void codes_are_read_back_from_the_screen_in_every_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < visit->kiosk.language_count; i++)
        take_in_language(visit->kiosk.languages[i].tag, i);
    print_message("%zu codes read back from %zu screens, %zu of them with several\n", codes, screens, numbered);
    assert_true(screens >= 80 && numbered >= 8);
}

static void ticks_go_along(void **state)
{
    (void)state;
    walk_act(visit, ACT_FINISH, NULL, 0);
    walk_act(visit, ACT_CHOOSE_LANGUAGE, "fr", 0);
    walk_act(visit, ACT_FIRST_DAYS, NULL, 0);
    struct ui ui = gallery_ui(&gallery);
    assert_null(strstr(take_steps(&ui, &visit->model).at[0], "☑"));
    char step[MODEL_ID_MAX];
    snprintf(step, sizeof(step), "%s", visit->model.view.steps.at[1].id);
    walk_act(visit, ACT_STEP, step, 0);
    const char *text = take_steps(&ui, &visit->model).at[0];
    assert_non_null(strstr(text, "☑"));
    assert_ptr_equal(strstr(text, "Mes premiers jours"), text);
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
    if (!gallery_open(&gallery, look_at_nothing))
        return -1;
    scanner = zbar_image_scanner_create();
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    zbar_image_scanner_destroy(scanner);
    gallery_close(&gallery);
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
