/* Pages on paper: that they fit, that Arabic and Tigrinya are right, and that printers get what was drawn. After a
 * wanted change of the pictures: test_print --update */
#include "platform/glyphs.h"
#include "platform/printer.h"
#include "platform/printer_reason.h"
#include "screens/print.h"
#include "support/walk.h"
#include "text/message.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <png.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

#define FOLDER TEST_SOURCE_DIR "/tests/golden/"

/* A4 at 90 dots an inch, with a margin of 12 mm. */
static const struct print_page a4 = { 744, 1052, 43, 90 / 25.4f };

static bool updating;

static struct {
    struct fonts *fonts;
    struct walk walk;
    struct arena frame;
    struct draw_list list;
    char folder[64];
} stage;

static void nothing(void *context)
{
    (void)context;
}

static int draw_page(struct sheet *sheet, const struct print_page *page)
{
    arena_reset(&stage.frame);
    struct ui ui = { .arena = &stage.frame, .paras = sheet_paras(sheet) };
    return print_draw(&ui, &stage.walk.model, page, &stage.list);
}

static void open_service(const char *lang, const char *topic, size_t which)
{
    char id[MODEL_ID_MAX];
    walk_act(&stage.walk, ACT_FINISH, NULL, 0);
    walk_act(&stage.walk, ACT_CHOOSE_LANGUAGE, lang, 0);
    walk_act(&stage.walk, ACT_TOPIC, topic, 0);
    const struct service_list services = stage.walk.model.view.topic_lists.services;
    assert_true(services.count > 0);
    snprintf(id, sizeof(id), "%s", services.at[which % services.count].id);
    walk_act(&stage.walk, ACT_SERVICE, id, 0);
}

static struct raster print_on(const struct print_page *page)
{
    struct err err = { 0 };
    struct sheet *sheet = NULL;
    struct raster raster = { 0 };
    assert_true(sheet_open(&sheet, stage.fonts, page->width, page->height, &err));
    draw_page(sheet, page);
    assert_true(sheet_draw(sheet, &stage.list, &raster, &err));
    sheet_close(sheet);
    return raster;
}

static void write_png(const char *path, const struct raster *raster)
{
    png_image image = { .version = PNG_IMAGE_VERSION,
                        .width = (png_uint_32)raster->width,
                        .height = (png_uint_32)raster->height,
                        .format = PNG_FORMAT_GRAY };
    assert_true(png_image_write_to_file(&image, path, 0, raster->grey, 0, NULL));
}

/* Pixels that anybody would see to be others. */
static size_t count_differences(const char *path, const struct raster *raster)
{
    png_image image = { .version = PNG_IMAGE_VERSION };
    if (!png_image_begin_read_from_file(&image, path))
        fail_msg("%s is missing; test_print --update makes it", path);
    image.format = PNG_FORMAT_GRAY;
    assert_int_equal(image.width, raster->width);
    assert_int_equal(image.height, raster->height);
    size_t count = (size_t)raster->width * (size_t)raster->height, differences = 0;
    uint8_t *wanted = malloc(count);
    assert_non_null(wanted);
    assert_true(png_image_finish_read(&image, NULL, wanted, 0, NULL));
    for (size_t i = 0; i < count; i++)
        differences += abs(wanted[i] - raster->grey[i]) > 48;
    free(wanted);
    return differences;
}

static void assert_golden(const char *name)
{
    char path[4096];
    struct raster raster = print_on(&a4);
    snprintf(path, sizeof(path), FOLDER "%s.png", name);
    if (updating)
        write_png(path, &raster);
    size_t differences = updating ? 0 : count_differences(path, &raster);
    if (differences > 0) {
        write_png("print-differs.png", &raster);
        print_error("%s: %zu pixels are not as they were; now it is print-differs.png\n", name, differences);
    }
    raster_free(&raster);
    assert_int_equal(differences, 0);
}

static void a_service_in_arabic_is_printed_as_it_was(void **state)
{
    (void)state;
    open_service("ar", "language", 0);
    assert_golden("print_ar");
}

static void the_first_days_in_tigrinya_are_printed_as_they_were(void **state)
{
    (void)state;
    walk_act(&stage.walk, ACT_FINISH, NULL, 0);
    walk_act(&stage.walk, ACT_CHOOSE_LANGUAGE, "ti", 0);
    walk_act(&stage.walk, ACT_FIRST_DAYS, NULL, 0);
    walk_act(&stage.walk, ACT_STEP, stage.walk.model.view.steps.at[0].id, 0);
    assert_golden("print_ti");
}

static size_t check_fits(struct sheet *sheet)
{
    int height = draw_page(sheet, &a4);
    size_t outside = height > a4.height;
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct rect *rect = &stage.list.commands[i].rect;
        outside += stage.list.commands[i].kind != DRAW_BOX &&
                   (rect->x < 0 || rect->x + rect->w > a4.width || rect->y + rect->h > a4.height);
    }
    if (outside > 0)
        print_error("%s in %s does not fit on one page\n", model_place(&stage.walk.model)->id,
                    model_lang(&stage.walk.model));
    assert_int_equal(stage.list.region_count, 0); /* nothing on paper can be tapped */
    return outside > 0;
}

static size_t check_topic(struct sheet *sheet, struct arena *arena, const char *topic)
{
    size_t wrong = 0;
    walk_act(&stage.walk, ACT_TOPIC, topic, 0);
    const struct page_list pages = stage.walk.model.view.topic_lists.pages;
    const struct service_list services = stage.walk.model.view.topic_lists.services;
    size_t count = pages.count + services.count;
    const char **ids = ARENA_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = arena_strdup(arena, i < pages.count ? pages.at[i].id : services.at[i - pages.count].id);
    for (size_t i = 0; i < count; i++) {
        walk_act(&stage.walk, i < pages.count ? ACT_PAGE : ACT_SERVICE, ids[i], 0);
        wrong += check_fits(sheet);
        walk_act(&stage.walk, ACT_BACK, NULL, 0);
    }
    walk_act(&stage.walk, ACT_BACK, NULL, 0);
    return wrong;
}

/* In the languages whose texts need the most room. */
static void each_page_and_service_fits_on_one_sheet(void **state)
{
    (void)state;
    static const char *const langs[] = { "ti", "fa", "fr" };
    struct err err = { 0 };
    struct sheet *sheet = NULL;
    size_t wrong = 0;
    assert_true(sheet_open(&sheet, stage.fonts, a4.width, a4.height, &err));
    for (size_t l = 0; l < COUNT(langs); l++) {
        struct arena arena = { 0 };
        walk_act(&stage.walk, ACT_FINISH, NULL, 0);
        walk_act(&stage.walk, ACT_CHOOSE_LANGUAGE, langs[l], 0);
        const struct topic_list topics = stage.walk.model.view.home.topics;
        const char **ids = ARENA_ARRAY(&arena, const char *, topics.count);
        for (size_t i = 0; i < topics.count; i++)
            ids[i] = arena_strdup(&arena, topics.at[i].id);
        for (size_t i = 0; i < topics.count; i++)
            wrong += check_topic(sheet, &arena, ids[i]);
        arena_destroy(&arena);
    }
    sheet_close(sheet);
    assert_int_equal(wrong, 0);
}

static enum printer_state print_to(const char *where, struct raster *page, char detail[256])
{
    struct err err = { 0 };
    struct printer *printer = NULL;
    assert_true(printer_open(&printer, where, &err));
    printer_print(printer, page);
    assert_null(page->grey); /* taken over */
    printer_wait(printer);
    enum printer_state state = printer_state(printer);
    snprintf(detail, 256, "%s", printer_detail(printer));
    printer_close(printer);
    return state;
}

/* What a receipt printer would put on paper, from the commands that it was sent. */
static size_t read_receipt(const char *path, const struct raster *page)
{
    uint8_t bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, sizeof(bytes), file), at = 2, wrong = 0;
    int y = 0;
    fclose(file);
    assert_memory_equal(bytes, "\x1B@", 2);
    while (bytes[at] == 0x1D && bytes[at + 1] == 'v') {
        int width = bytes[at + 4] + 256 * bytes[at + 5], rows = bytes[at + 6] + 256 * bytes[at + 7];
        assert_int_equal(width, (page->width + 7) / 8);
        const uint8_t *band = &bytes[at + 8];
        for (int row = 0; row < rows; row++, y++) {
            for (int x = 0; x < page->width; x++) {
                bool black = (band[row * width + x / 8] >> (7 - x % 8)) & 1;
                wrong += black != (page->grey[(size_t)y * (size_t)page->width + (size_t)x] < 160);
            }
        }
        at += 8 + (size_t)(width * rows);
    }
    assert_int_equal(y, page->height);
    assert_int_equal(size - at, 4);
    assert_memory_equal(&bytes[at], "\x1DV\x42\0", 4); /* feed and cut */
    return wrong;
}

static struct raster copy_of(const struct raster *page)
{
    struct raster copy = { page->width, page->height, malloc((size_t)page->width * (size_t)page->height) };
    assert_non_null(copy.grey);
    memcpy(copy.grey, page->grey, (size_t)page->width * (size_t)page->height);
    return copy;
}

static void a_receipt_printer_gets_what_was_drawn(void **state)
{
    (void)state;
    char path[128], where[160], detail[256];
    struct print_page roll = { 576, 0, 0, 203 / 25.4f };
    struct err err = { 0 };
    struct sheet *sheet = NULL;
    open_service("ar", "language", 0);
    assert_true(sheet_open(&sheet, stage.fonts, 576, 100, &err));
    roll.height = draw_page(sheet, &roll);
    sheet_close(sheet);
    assert_true(roll.height > 300 && roll.height < 5000);
    struct raster page = print_on(&roll), copy = copy_of(&page);
    snprintf(path, sizeof(path), "%s/receipt", stage.folder);
    fclose(fopen(path, "wb"));
    snprintf(where, sizeof(where), "escpos:%s", path);
    assert_int_equal(print_to(where, &copy, detail), PRINTER_DONE);
    assert_int_equal(read_receipt(path, &page), 0);
    raster_free(&page);
}

static struct raster white_page(void)
{
    struct raster page = { 576, 4000, malloc(576 * 4000) };
    assert_non_null(page.grey);
    memset(page.grey, 255, 576 * 4000);
    return page;
}

static void a_printer_that_takes_nothing_can_be_left(void **state)
{
    (void)state;
    char path[128], where[160];
    struct err err = { 0 };
    struct printer *printer = NULL;
    struct raster page = white_page();
    snprintf(path, sizeof(path), "%s/fifo", stage.folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK); /* and never reads */
    assert_true(reader >= 0);
    snprintf(where, sizeof(where), "escpos:%s", path);
    assert_true(printer_open(&printer, where, &err));
    printer_print(printer, &page);
    assert_int_equal(printer_state(printer), PRINTER_BUSY);
    printer_cancel(printer);
    assert_int_equal(printer_state(printer), PRINTER_IDLE);
    printer_wait(printer); /* comes back soon, not after the printer's patience */
    assert_int_equal(printer_state(printer), PRINTER_IDLE);
    printer_close(printer);
    close(reader);
}

/* Connections wait there to be taken, and never are. */
static int deaf_printer(char *where, size_t size)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof(address);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, length), 0);
    assert_int_equal(listen(listener, 4), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &length), 0);
    snprintf(where, size, "ipp://127.0.0.1:%d/ipp/print", ntohs(address.sin_port));
    return listener;
}

static void the_next_page_does_not_hold_up_whoever_prints_it(void **state)
{
    (void)state;
    char where[64];
    struct err err = { 0 };
    struct printer *printer = NULL;
    int listener = deaf_printer(where, sizeof(where));
    assert_true(printer_open(&printer, where, &err));
    alarm(60); /* waiting for a page that nobody takes would be longer */
    for (int i = 0; i < 3; i++) {
        struct raster page = white_page();
        printer_print(printer, &page);
        assert_int_equal(printer_state(printer), PRINTER_BUSY);
        assert_string_equal(printer_detail(printer), "");
    }
    close(listener); /* now all are refused, in turn */
    printer_wait(printer);
    assert_int_equal(printer_state(printer), PRINTER_FAILED);
    assert_true(printer_detail(printer)[0] != '\0');
    alarm(0);
    printer_close(printer);
}

static void what_is_not_there_is_said(void **state)
{
    (void)state;
    static const char *const places[] = { "escpos:/nonexistent/lp0", "file:/nonexistent/folder",
                                          "ipp://127.0.0.1:9/ipp/print" };
    for (size_t i = 0; i < COUNT(places); i++) {
        char detail[256];
        struct raster page = white_page();
        assert_int_equal(print_to(places[i], &page, detail), PRINTER_FAILED);
        assert_true(detail[0] != '\0');
    }
}

static enum printer_state told_by(const char *keyword, struct printer_asked asked)
{
    const struct printer_reason *reason = printer_reason_of(keyword, &asked);
    return reason ? reason->state : PRINTER_IDLE;
}

static void what_printers_complain_about_is_weighed(void **state)
{
    (void)state;
    const struct printer_asked before = { 0 }, stopped = { .is_stopped = true }, late = { .waited = 20000 };
    const struct printer_asked of_queue = { .is_queue = true }, later = { .is_queue = true, .waited = 5000 };
    assert_int_equal(told_by("media-empty", before), PRINTER_NO_PAPER);
    assert_int_equal(told_by("media-jam-error", before), PRINTER_JAMMED);
    assert_int_equal(told_by("cover-open", before), PRINTER_FAILED);
    assert_int_equal(told_by("cover-open-warning", before), PRINTER_FAILED);
    assert_int_equal(told_by("none", stopped), PRINTER_IDLE);
    assert_int_equal(told_by("media-empty-soon", stopped), PRINTER_IDLE);
    /* A second tray may be empty while the first prints on. */
    assert_int_equal(told_by("media-empty-warning", before), PRINTER_IDLE);
    assert_int_equal(told_by("media-empty-warning", stopped), PRINTER_NO_PAPER);
    assert_int_equal(told_by("media-empty-warning", late), PRINTER_NO_PAPER);
    /* A queue says what was true when the last page reached its printer. */
    assert_int_equal(told_by("media-jam-error", of_queue), PRINTER_IDLE);
    assert_int_equal(told_by("media-jam-error", later), PRINTER_JAMMED);
}

static void what_is_no_printer_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = { "", "lp0", "cups:", "http://127.0.0.1/", "file" };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct err err = { 0 };
        struct printer *printer = NULL;
        assert_false(printer_open(&printer, wrong[i], &err));
        assert_int_equal(err.code, ERR_USAGE);
    }
}

static int set_up(void **state)
{
    (void)state;
    struct err err = { 0 };
    if (!message_init(TEST_BUILD_DIR "/tests/packs/locale", &err) || !fonts_open(&stage.fonts, &err)) {
        print_error("%s\n", err.detail);
        return -1;
    }
    snprintf(stage.folder, sizeof(stage.folder), "/tmp/maison-print-XXXXXX");
    stage.walk.see = nothing;
    walk_open(&stage.walk, "grenoble");
    return mkdtemp(stage.folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    char path[128];
    static const char *const left[] = { "receipt", "fifo" };
    for (size_t i = 0; i < COUNT(left); i++) {
        snprintf(path, sizeof(path), "%s/%s", stage.folder, left[i]);
        unlink(path);
    }
    rmdir(stage.folder);
    walk_close(&stage.walk);
    fonts_close(stage.fonts);
    arena_destroy(&stage.frame);
    return 0;
}

int main(int argc, char **argv)
{
    updating = argc == 2 && strcmp(argv[1], "--update") == 0;
    if (argc > 1 && !updating) {
        fprintf(stderr, "usage: test_print [--update]\n");
        return 2;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_service_in_arabic_is_printed_as_it_was),
        cmocka_unit_test(the_first_days_in_tigrinya_are_printed_as_they_were),
        cmocka_unit_test(each_page_and_service_fits_on_one_sheet),
        cmocka_unit_test(a_receipt_printer_gets_what_was_drawn),
        cmocka_unit_test(a_printer_that_takes_nothing_can_be_left),
        cmocka_unit_test(the_next_page_does_not_hold_up_whoever_prints_it),
        cmocka_unit_test(what_is_not_there_is_said),
        cmocka_unit_test(what_printers_complain_about_is_weighed),
        cmocka_unit_test(what_is_no_printer_is_refused),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
