/* Draw lists as pixels, on a screen in memory. */
#include "platform/render.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <math.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAPER 0xFAF7F2u
#define CARD 0xFFFFFFu
#define INK 0x14213Du
#define LINE 0xD8D2C6u
#define WIDTH 320
#define HEIGHT 200

struct world {
    struct fonts *fonts;
    struct glyphs *glyphs;
    struct window *window;
    struct render *render;
    struct arena arena;
    struct draw_list list;
    uint32_t pixels[WIDTH * HEIGHT];
};

static int setup(void **state)
{
    struct world *world = calloc(1, sizeof(*world));
    struct err err;
    assert_non_null(world);
    assert_true(fonts_open(&world->fonts, &err));
    assert_true(glyphs_open(&world->glyphs, world->fonts, &err));
    struct window_params params = { .width = WIDTH, .height = HEIGHT, .offscreen = true };
    assert_true(window_open(&world->window, &params, &err));
    world->render = render_new(world->glyphs);
    render_attach(world->render, world->window);
    draw_list_init(&world->list, &world->arena);
    world->list.background = PAPER;
    *state = world;
    return 0;
}

static int teardown(void **state)
{
    struct world *world = *state;
    render_close(world->render);
    window_close(world->window);
    glyphs_close(world->glyphs);
    fonts_close(world->fonts);
    arena_destroy(&world->arena);
    free(world);
    return 0;
}

static const struct rect whole = { 0, 0, WIDTH, HEIGHT };

static void show(struct world *world)
{
    struct err err;
    assert_true(render_frame(world->render, &world->list, &err));
    assert_int_equal(
        SDL_RenderReadPixels(window_renderer(world->window), NULL, SDL_PIXELFORMAT_ARGB8888, world->pixels, WIDTH * 4),
        0);
}

static uint32_t at(const struct world *world, int x, int y)
{
    return world->pixels[y * WIDTH + x] & 0xFFFFFFu;
}

static void add_box(struct world *world, struct rect rect, struct draw_box box)
{
    draw_list_add(&world->list, (struct draw_command){ .kind = DRAW_BOX, .rect = rect, .clip = whole, .box = box });
}

static int brightness(uint32_t pixel)
{
    return (int)((pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF));
}

/* Pixels in the rectangle that are not quite `ground`. */
static int marks(const struct world *world, struct rect rect, uint32_t ground)
{
    int count = 0;
    for (int y = rect.y; y < rect.y + rect.h; y++) {
        for (int x = rect.x; x < rect.x + rect.w; x++)
            count += at(world, x, y) != ground;
    }
    return count;
}

static void an_empty_list_shows_the_background(void **state)
{
    struct world *world = *state;
    show(world);
    assert_int_equal(marks(world, whole, PAPER), 0);
}

static void a_plain_box_fills_its_rectangle_exactly(void **state)
{
    struct world *world = *state;
    for (int x = 0; x < 40; x += 13) {
        world->list.command_count = 0;
        struct rect rect = { x, 20, 101, 31 };
        add_box(world, rect, (struct draw_box){ .has_fill = true, .fill = CARD });
        show(world);
        assert_int_equal(marks(world, rect, CARD), 0);
        assert_int_equal(marks(world, whole, PAPER), rect.w * rect.h);
    }
}

static void a_border_stays_inside_the_rectangle(void **state)
{
    struct world *world = *state;
    struct rect rect = { 10, 10, 60, 40 };
    add_box(world, rect, (struct draw_box){ .has_fill = true, .fill = CARD, .border = INK, .border_width = 3 });
    show(world);
    assert_int_equal(marks(world, whole, PAPER), rect.w * rect.h);
    assert_int_equal(marks(world, (struct rect){ 13, 13, 54, 34 }, CARD), 0);
    assert_int_equal(at(world, 10, 10), INK);
    assert_int_equal(at(world, 69, 49), INK);
    assert_int_equal(at(world, 12, 30), INK);
}

static void a_frame_without_fill_shows_what_is_behind(void **state)
{
    struct world *world = *state;
    add_box(world, (struct rect){ 10, 10, 60, 60 },
            (struct draw_box){ .border = INK, .border_width = 4, .radius = 16 });
    show(world);
    assert_int_equal(marks(world, (struct rect){ 22, 22, 36, 36 }, PAPER), 0);
    assert_int_equal(at(world, 11, 40), INK);
}

static void rounded_corners_are_round_smooth_and_alike(void **state)
{
    struct world *world = *state;
    struct rect rect = { 20, 20, 100, 80 };
    add_box(world, rect, (struct draw_box){ .has_fill = true, .fill = INK, .radius = 24 });
    show(world);
    assert_int_equal(at(world, 20, 20), PAPER);
    assert_int_equal(at(world, 44, 20), INK);
    assert_int_equal(at(world, 20, 44), INK);
    int between = 0;
    for (int y = 0; y < rect.h; y++) {
        for (int x = 0; x < rect.w; x++) {
            uint32_t pixel = at(world, rect.x + x, rect.y + y);
            between += pixel != INK && pixel != PAPER;
            assert_int_equal(pixel, at(world, rect.x + rect.w - 1 - x, rect.y + y));
            assert_int_equal(pixel, at(world, rect.x + x, rect.y + rect.h - 1 - y));
        }
    }
    assert_in_range(between, 40, 400);
}

/* With fill and border of one colour, the seam between them must not show. */
static void fill_and_border_meet_without_a_fringe(void **state)
{
    struct world *world = *state;
    for (int width = 1; width <= 4; width++) {
        world->list.command_count = 0;
        add_box(
            world, (struct rect){ 20, 20, 100, 80 },
            (struct draw_box){ .has_fill = true, .fill = LINE, .border = LINE, .border_width = width, .radius = 24 });
        show(world);
        for (int x = 20; x < 44; x++) {
            bool inside = false;
            for (int y = 20; y < 60; y++) {
                assert_true(brightness(at(world, x, y)) <= brightness(PAPER));
                if (inside)
                    assert_true(abs(brightness(at(world, x, y)) - brightness(LINE)) <= 9); /* SDL's own rounding */
                inside = inside || at(world, x, y) == LINE;
            }
        }
    }
}

static void a_radius_larger_than_the_box_makes_a_disc(void **state)
{
    struct world *world = *state;
    add_box(world, (struct rect){ 20, 20, 60, 60 }, (struct draw_box){ .has_fill = true, .fill = INK, .radius = 999 });
    show(world);
    int area = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        area += (world->pixels[i] & 0xFFFFFF) == INK;
    assert_in_range(area, 2650, 2830);
}

static void odd_boxes_are_painted_without_harm(void **state)
{
    struct world *world = *state;
    static const struct rect rects[] = { { 0, 0, 0, 0 },         { 5, 5, 1, 1 },  { -50, -50, 80, 80 },
                                         { 300, 190, 900, 900 }, { 5, 5, 3, 90 }, { -9000, 9000, 3, 3 },
                                         { 9, 9, -4, -4 } };
    for (size_t i = 0; i < COUNT(rects); i++) {
        struct draw_box box = { .has_fill = true, .fill = INK, .border = LINE, .border_width = 2, .radius = 24 };
        add_box(world, rects[i], box);
    }
    show(world);
    assert_int_equal(at(world, 0, 0), INK);
}

static void nothing_shows_outside_its_clip(void **state)
{
    struct world *world = *state;
    struct rect clip = { 40, 40, 50, 30 };
    add_box(world, (struct rect){ 0, 0, 300, 180 }, (struct draw_box){ .has_fill = true, .fill = INK, .radius = 60 });
    world->list.commands[0].clip = clip;
    add_box(world, (struct rect){ 200, 100, 10, 10 }, (struct draw_box){ .has_fill = true, .fill = CARD });
    show(world);
    assert_int_equal(marks(world, whole, PAPER), clip.w * clip.h + 100);
    assert_int_equal(at(world, 205, 105), CARD);
}

/* One line, one word, as the layout would make it. */
static void add_word(struct world *world, const char *text, struct rect rect, enum draw_align align)
{
    struct placed_unit *placed = ARENA_NEW(&world->arena, struct placed_unit);
    placed->unit = (struct text_unit){ .text = str_of(text),
                                       .size = 30,
                                       .script = "Latn",
                                       .lang = "en",
                                       .face = fonts_face(world->fonts, 'l', "en", FONT_REGULAR, FONT_NONE) };
    struct text_measurer measurer = glyphs_measurer(world->glyphs);
    placed->advance = measurer.unit(measurer.data, &placed->unit).advance;
    struct para_line *line = ARENA_NEW(&world->arena, struct para_line);
    *line = (struct para_line){
        .units = placed, .count = 1, .text = str_of(text), .width = placed->advance, .baseline = 32.0f
    };
    struct para *para = ARENA_NEW(&world->arena, struct para);
    *para = (struct para){ .text = str_of(text), .lines = line, .line_count = 1, .width = line->width, .height = 42 };
    struct draw_text draw = {
        .para = para, .align = align, .colour = INK, .background = PAPER, .lang = "en", .size = 30
    };
    draw_list_add(&world->list, (struct draw_command){ .kind = DRAW_TEXT, .rect = rect, .clip = whole, .text = draw });
}

static struct rect ink_of(const struct world *world)
{
    int left = WIDTH, top = HEIGHT, right = 0, bottom = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            if (at(world, x, y) == PAPER)
                continue;
            left = x < left ? x : left;
            right = x + 1 > right ? x + 1 : right;
            top = y < top ? y : top;
            bottom = y + 1;
        }
    }
    return (struct rect){ left, top, right - left, bottom - top };
}

static void words_stand_on_their_baseline(void **state)
{
    struct world *world = *state;
    add_word(world, "HUT", (struct rect){ 20, 50, 200, 42 }, ALIGN_LEFT);
    show(world);
    struct rect ink = ink_of(world);
    assert_in_range(ink.y + ink.h, 82, 83);
    assert_in_range(ink.h, 20, 24);
    assert_in_range(ink.x, 21, 25);
}

static void words_are_aligned_within_their_rectangle(void **state)
{
    struct world *world = *state;
    struct rect rect = { 20, 50, 200, 42 };
    int middles[3];
    for (int align = ALIGN_LEFT; align <= ALIGN_RIGHT; align++) {
        world->list.command_count = 0;
        add_word(world, "HUT", rect, (enum draw_align)align);
        show(world);
        struct rect ink = ink_of(world);
        middles[align] = ink.x + ink.w / 2;
    }
    assert_in_range(middles[ALIGN_CENTRE], 118, 122);
    assert_in_range(middles[ALIGN_LEFT], 30, 60);
    assert_in_range(middles[ALIGN_RIGHT], 180, 210);
}

static void icons_stand_in_the_middle_of_their_rectangle(void **state)
{
    struct world *world = *state;
    struct draw_icon icon = { .name = "add", .colour = INK, .background = PAPER };
    draw_list_add(&world->list,
                  (struct draw_command){ .kind = DRAW_ICON, .rect = { 60, 40, 100, 48 }, .clip = whole, .icon = icon });
    show(world);
    struct rect ink = ink_of(world);
    assert_in_range(ink.x + ink.w / 2, 109, 111);
    assert_in_range(ink.y + ink.h / 2, 63, 65);
    assert_in_range(ink.h, 24, 48);
}

static void the_same_list_is_painted_once(void **state)
{
    struct world *world = *state;
    add_word(world, "HUT", (struct rect){ 20, 50, 200, 42 }, ALIGN_LEFT);
    show(world);
    unsigned long frames = render_frames(world->render);
    show(world);
    assert_int_equal(render_frames(world->render), frames);
    render_invalidate(world->render);
    show(world);
    assert_int_equal(render_frames(world->render), frames + 1);
    world->list.background = CARD;
    show(world);
    assert_int_equal(render_frames(world->render), frames + 2);
}

static void forgetting_changes_nothing_of_the_next_picture(void **state)
{
    struct world *world = *state;
    static uint32_t before[WIDTH * HEIGHT];
    add_word(world, "jaffa", (struct rect){ 20, 50, 200, 42 }, ALIGN_LEFT);
    show(world);
    memcpy(before, world->pixels, sizeof(before));
    render_forget(world->render);
    show(world);
    assert_memory_equal(before, world->pixels, sizeof(before));
}

static void warming_shows_nothing(void **state)
{
    struct world *world = *state;
    show(world);
    unsigned long frames = render_frames(world->render);
    struct draw_list next = world->list;
    add_word(world, "HUT", (struct rect){ 20, 50, 200, 42 }, ALIGN_LEFT);
    add_box(world, (struct rect){ 0, 0, 50, 50 }, (struct draw_box){ .has_fill = true, .fill = INK, .radius = 9 });
    render_warm(world->render, &world->list);
    world->list = next;
    show(world);
    assert_int_equal(render_frames(world->render), frames);
    assert_int_equal(marks(world, whole, PAPER), 0);
}

static void words_drawn_before_there_is_a_window_look_the_same(void **state)
{
    struct world *world = *state;
    static uint32_t usual[WIDTH * HEIGHT];
    add_word(world, "jaffa", (struct rect){ 20, 50, 200, 42 }, ALIGN_LEFT);
    show(world);
    memcpy(usual, world->pixels, sizeof(usual));
    render_close(world->render);
    world->render = render_new(world->glyphs);
    render_warm(world->render, &world->list);
    render_attach(world->render, world->window);
    SDL_RenderClear(window_renderer(world->window));
    show(world);
    assert_int_equal(render_frames(world->render), 1);
    assert_memory_equal(usual, world->pixels, sizeof(usual));
}

static void a_picture_without_a_window_is_given_back(void **state)
{
    struct world *world = *state;
    struct render *without = render_new(world->glyphs);
    add_word(world, "HUT", (struct rect){ 20, 50, 200, 42 }, ALIGN_LEFT);
    render_warm(without, &world->list);
    render_close(without); /* the leak checker would tell */
}

static void a_shot_is_a_png_of_what_is_shown(void **state)
{
    struct world *world = *state;
    struct err err;
    char path[] = "/tmp/maison-shot-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    add_box(world, (struct rect){ 0, 0, 50, 50 }, (struct draw_box){ .has_fill = true, .fill = INK });
    show(world);
    assert_true(render_shot(world->render, path, &err));
    unsigned char head[26] = { 0 };
    assert_int_equal(read(file, head, sizeof(head)), sizeof(head));
    assert_memory_equal(head, "\x89PNG\r\n\x1A\n", 8);
    assert_int_equal(head[18] << 8 | head[19], WIDTH);
    assert_int_equal(head[22] << 8 | head[23], HEIGHT);
    assert_int_equal(head[24], 8); /* bits */
    assert_int_equal(head[25], 2); /* colour without alpha */
    close(file);
    unlink(path);
}

static void a_shot_that_cannot_be_written_is_an_error(void **state)
{
    struct world *world = *state;
    struct err err = { 0 };
    show(world);
    assert_false(render_shot(world->render, "/nowhere/at/all.png", &err));
    assert_int_equal(err.code, ERR_IO);
    assert_string_equal(err.file, "/nowhere/at/all.png");
    assert_false(render_shot(world->render, "/dev/full", &err));
    assert_int_equal(err.code, ERR_IO);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(an_empty_list_shows_the_background),
        EACH(a_plain_box_fills_its_rectangle_exactly),
        EACH(a_border_stays_inside_the_rectangle),
        EACH(a_frame_without_fill_shows_what_is_behind),
        EACH(rounded_corners_are_round_smooth_and_alike),
        EACH(fill_and_border_meet_without_a_fringe),
        EACH(a_radius_larger_than_the_box_makes_a_disc),
        EACH(odd_boxes_are_painted_without_harm),
        EACH(nothing_shows_outside_its_clip),
        EACH(words_stand_on_their_baseline),
        EACH(words_are_aligned_within_their_rectangle),
        EACH(icons_stand_in_the_middle_of_their_rectangle),
        EACH(the_same_list_is_painted_once),
        EACH(forgetting_changes_nothing_of_the_next_picture),
        EACH(warming_shows_nothing),
        EACH(words_drawn_before_there_is_a_window_look_the_same),
        EACH(a_picture_without_a_window_is_given_back),
        EACH(a_shot_is_a_png_of_what_is_shown),
        EACH(a_shot_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
