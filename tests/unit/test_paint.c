/* A tree with places becomes commands and regions: mirrored, scrolled, clipped, pressed, focused. One unit is
 * one pixel here. */
#include "support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct node *text(struct node *parent, const char *words)
{
    return ui_text(&tree.ui, parent, UI_BODY, words);
}

static void assert_rect(struct rect rect, int x, int y, int w, int h)
{
    if (rect.x != x || rect.y != y || rect.w != w || rect.h != h)
        fail_msg("the rectangle is %d,%d %dx%d, not %d,%d %dx%d", rect.x, rect.y, rect.w, rect.h, x, y, w, h);
}

static struct node *scroller(struct node *root)
{
    struct node *scroll = ui_column(&tree.ui, root, 0);
    scroll->grow = 1;
    scroll->scroll = true;
    return scroll;
}

static struct node *filled(struct node *parent, float width, float height, uint32_t fill)
{
    struct node *node = tree_box(parent, width, height);
    ui_fill(node, fill);
    return node;
}

/* Something of everything, at whole pixels. */
static const struct draw_list *paint_everything(bool rtl)
{
    struct node *root = tree_screen(1000, 400);
    tree.ui.rtl = rtl;
    struct node *bar = ui_row(&tree.ui, root, 20);
    ui_pad(&tree.ui, bar, 40, 18);
    ui_fill(bar, 0xFFFFFF);
    ui_button(&tree.ui, bar, (struct ui_button){ .id = "home", .icon = "home", .label = "Home" });
    ui_space(&tree.ui, bar);
    ui_button(&tree.ui, bar,
              (struct ui_button){ .id = "emergency", .icon = "call", .label = "112", .look = BUTTON_RED });
    struct node *scroll = scroller(root);
    text(scroll, "start");
    text(scroll, "centre")->text_align = NODE_CENTRE;
    text(scroll, "end")->text_align = NODE_END;
    struct node *wrap = ui_wrap(&tree.ui, scroll, 20);
    for (int i = 0; i < 3; i++)
        filled(wrap, 200, 300, 0xE3F0EF)->radius = 24;
    return tree_paint();
}

static void a_right_to_left_screen_is_the_mirror_image(void **state)
{
    (void)state;
    CLEANUP(arena_destroy) struct arena kept = { 0 };
    const struct draw_list *list = paint_everything(false);
    size_t count = list->command_count, regions = list->region_count;
    struct draw_command *commands = ARENA_ARRAY(&kept, struct draw_command, count);
    struct rect *rects = ARENA_ARRAY(&kept, struct rect, regions);
    memcpy(commands, list->commands, count * sizeof(*commands));
    for (size_t i = 0; i < regions; i++)
        rects[i] = list->regions[i].rect;
    list = paint_everything(true);
    assert_int_equal(list->command_count, count);
    assert_int_equal(list->region_count, regions);
    assert_true(count > 10 && regions == 3);
    static const enum draw_align flipped[] = {
        [ALIGN_LEFT] = ALIGN_RIGHT, [ALIGN_CENTRE] = ALIGN_CENTRE, [ALIGN_RIGHT] = ALIGN_LEFT
    };
    for (size_t i = 0; i < count; i++) {
        struct rect seen = commands[i].rect, clip = commands[i].clip;
        assert_int_equal(list->commands[i].kind, commands[i].kind);
        assert_rect(list->commands[i].rect, 1000 - seen.x - seen.w, seen.y, seen.w, seen.h);
        assert_rect(list->commands[i].clip, 1000 - clip.x - clip.w, clip.y, clip.w, clip.h);
        if (commands[i].kind == DRAW_TEXT)
            assert_int_equal(list->commands[i].text.align, flipped[commands[i].text.align]);
    }
    for (size_t i = 0; i < regions; i++) {
        assert_rect(list->regions[i].rect, 1000 - rects[i].x - rects[i].w, rects[i].y, rects[i].w, rects[i].h);
        assert_true(list->regions[i].rtl);
    }
}

static const struct draw_command *text_command(const struct draw_list *list, const char *words)
{
    for (size_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->kind == DRAW_TEXT && str_eq_c(command->text.para->text, words))
            return command;
    }
    fail_msg("there is no text \"%s\"", words);
    return NULL;
}

static void texts_start_at_the_left_or_at_the_right_by_the_direction(void **state)
{
    (void)state;
    const struct draw_list *list = paint_everything(false);
    assert_int_equal(text_command(list, "start")->text.align, ALIGN_LEFT);
    assert_int_equal(text_command(list, "centre")->text.align, ALIGN_CENTRE);
    assert_int_equal(text_command(list, "end")->text.align, ALIGN_RIGHT);
    list = paint_everything(true);
    assert_int_equal(text_command(list, "start")->text.align, ALIGN_RIGHT);
    assert_int_equal(text_command(list, "end")->text.align, ALIGN_LEFT);
}

static void what_touches_still_touches_in_whole_pixels(void **state)
{
    (void)state;
    struct node *grid = ui_grid(&tree.ui, tree_screen(1000, 100), 7, 0);
    for (int i = 0; i < 7; i++)
        filled(grid, 0, 10, 0x123456);
    for (int rtl = 0; rtl < 2; rtl++) {
        tree.ui.rtl = rtl;
        const struct draw_list *list = tree_paint();
        assert_int_equal(list->command_count, 7);
        int covered = 0;
        for (size_t i = 0; i < 7; i++)
            covered += list->commands[i].rect.w;
        assert_int_equal(covered, 1000);
        for (size_t i = 1; i < 7; i++) {
            struct rect left = list->commands[rtl ? i : i - 1].rect, right = list->commands[rtl ? i - 1 : i].rect;
            assert_int_equal(left.x + left.w, right.x);
        }
    }
}

static void a_border_is_never_thinner_than_a_pixel(void **state)
{
    (void)state;
    tree.stage.theme = theme_of(0.5f, (struct look){ 0 });
    ui_border(tree_box(tree_screen(100, 100), 10, 10), 0xFF0000);
    assert_int_equal(tree_paint()->commands[0].box.border_width, 1);
    tree.stage.theme = theme_of(THEME_UNITS_PER_MM, (struct look){ 0 });
    struct node *thick = tree_box(tree_screen(100, 100), 10, 10);
    ui_border(thick, 0xFF0000);
    thick->thick = true;
    assert_int_equal(tree_paint()->commands[0].box.border_width, 4);
    assert_false(tree.stage.list.commands[0].box.has_fill);
}

static void a_text_knows_what_it_stands_on(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    text(root, "on paper");
    struct node *card = filled(root, 0, 0, 0xFFFFFF);
    text(card, "on a card");
    struct node *badge = filled(card, 0, 0, 0xB3261E);
    text(badge, "on red");
    text(card, "on a card again");
    const struct draw_list *list = tree_paint();
    assert_int_equal(text_command(list, "on paper")->text.background, tree.stage.theme.colours[COLOUR_PAPER]);
    assert_int_equal(text_command(list, "on a card")->text.background, 0xFFFFFF);
    assert_int_equal(text_command(list, "on red")->text.background, 0xB3261E);
    assert_int_equal(text_command(list, "on a card again")->text.background, 0xFFFFFF);
}

/* Targets. */

static const struct tap_region *target(const struct draw_list *list, const char *id)
{
    const struct tap_region *found = draw_list_region(list, id);
    if (!found)
        fail_msg("there is no target #%s", id);
    return found;
}

static struct node *tile(struct node *parent, const char *id)
{
    struct node *node = ui_column(&tree.ui, parent, 0);
    ui_fill(node, 0xFFFFFF);
    ui_tappable(&tree.ui, node, id, (struct action){ 5, "arg", 9 });
    return node;
}

static void a_target_is_at_least_twenty_millimetres_wide_and_high(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(1000, 800), 20);
    tile(row, "small");
    tile(row, "large")->min_w = 300;
    ui_button(&tree.ui, row, (struct ui_button){ .id = "icon", .icon = "home", .name = "Home" });
    const struct draw_list *list = tree_paint();
    assert_rect(target(list, "small")->rect, 0, 0, 72, 72);
    assert_rect(target(list, "large")->rect, 92, 0, 300, 72);
    assert_rect(target(list, "icon")->rect, 412, 0, 72, 72);
    assert_int_equal(target(list, "small")->action.kind, 5);
    assert_string_equal(target(list, "small")->action.arg, "arg");
    assert_int_equal(target(list, "small")->action.number, 9);
}

static void a_target_is_called_by_the_words_that_it_shows(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    struct node *joined = tile(root, "joined");
    text(joined, "Health");
    struct node *inner = ui_row(&tree.ui, joined, 0);
    ui_icon(&tree.ui, inner, "favorite", 36, 0);
    text(inner, "");
    text(inner, "Doctors");
    text(tile(root, "single"), "Housing");
    tile(root, "bare");
    struct node *named = tile(root, "named");
    named->label = "Emergency 112";
    text(named, "112");
    const struct draw_list *list = tree_paint();
    assert_string_equal(target(list, "joined")->label, "Health, Doctors");
    assert_string_equal(target(list, "single")->label, "Housing");
    assert_string_equal(target(list, "bare")->label, "");
    assert_string_equal(target(list, "named")->label, "Emergency 112");
}

static void a_target_speaks_its_own_language_or_the_visitors(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    ui_button(&tree.ui, root, (struct ui_button){ .id = "own", .label = "Français", .lang = "fr" });
    ui_button(&tree.ui, root, (struct ui_button){ .id = "visitors", .label = "Home" });
    const struct draw_list *list = tree_paint();
    assert_string_equal(target(list, "own")->lang, "fr");
    assert_string_equal(target(list, "visitors")->lang, "en");
    assert_string_equal(text_command(list, "Français")->text.lang, "fr");
}

static void a_pressed_target_is_darker_and_nothing_else_is(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    struct node *first = tile(root, "first");
    filled(first, 10, 10, 0x0000FF);
    text(first, "word");
    tile(root, "second");
    tree.ui.pressed = "first";
    const struct draw_list *list = tree_paint();
    assert_int_equal(list->commands[0].box.fill, theme_pressed(&tree.stage.theme, 0xFFFFFF));
    assert_int_equal(list->commands[1].box.fill, 0x0000FF);
    assert_int_equal(list->commands[3].box.fill, 0xFFFFFF);
    assert_int_equal(text_command(list, "word")->text.background, theme_pressed(&tree.stage.theme, 0xFFFFFF));
    tree.ui.pressed = "firs";
    assert_int_equal(tree_paint()->commands[0].box.fill, 0xFFFFFF);
}

static void a_pressed_target_without_a_fill_darkens_its_ground(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    struct node *bare = tile(filled(root, 0, 0, 0xE3F0EF), "bare");
    bare->has_fill = false;
    assert_int_equal(tree_paint()->command_count, 1);
    tree.ui.pressed = "bare";
    const struct draw_list *list = tree_paint();
    assert_int_equal(list->command_count, 2);
    assert_true(list->commands[1].box.has_fill);
    assert_int_equal(list->commands[1].box.fill, theme_pressed(&tree.stage.theme, 0xE3F0EF));
}

static void a_ring_surrounds_what_has_the_focus(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    ui_pad(&tree.ui, root, 100, 100);
    root->align = NODE_START;
    tile(root, "first")->radius = 16;
    tile(root, "second");
    size_t without = tree_paint()->command_count;
    tree.ui.focus = "first";
    const struct draw_list *list = tree_paint();
    assert_int_equal(list->command_count, without + 2);
    const struct draw_command *inner = &list->commands[1]; /* right behind the tile, above it */
    assert_rect(inner->rect, 97, 97, 78, 78);
    assert_false(inner->box.has_fill);
    assert_int_equal(inner->box.border, tree.stage.theme.colours[COLOUR_PAPER]);
    assert_int_equal(inner->box.border_width, 3);
    assert_int_equal(inner->box.radius, 19);
    const struct draw_command *ring = &list->commands[2];
    assert_rect(ring->rect, 92, 92, 88, 88); /* within the 10.8 units between targets */
    assert_false(ring->box.has_fill);
    assert_int_equal(ring->box.border, tree.stage.theme.colours[COLOUR_INK]);
    assert_int_equal(ring->box.border_width, 5);
    assert_int_equal(ring->box.radius, 24);
    tree.ui.focus = "nowhere";
    assert_int_equal(tree_paint()->command_count, without);
}

/* A bar of 100 and ten targets of 100 in a view of 400. */
static const struct draw_list *paint_scrolled(int scroll)
{
    static char ids[10][16];
    struct node *root = tree_screen(1000, 500);
    tree.ui.scroll = scroll;
    tree_box(root, 0, 100);
    struct node *part = scroller(root);
    for (int i = 0; i < 10; i++) {
        snprintf(ids[i], sizeof(ids[i]), "row/%d", i);
        tile(part, ids[i])->min_h = 100;
    }
    return tree_paint();
}

static void what_scrolls_is_moved_and_clipped(void **state)
{
    (void)state;
    const struct draw_list *list = paint_scrolled(150);
    assert_true(list->scroll.present);
    assert_rect(list->scroll.view, 0, 100, 1000, 400);
    assert_int_equal(list->scroll.content_height, 1000);
    assert_int_equal(list->scroll.offset, 150);
    const struct tap_region *away = target(list, "row/0"), *half = target(list, "row/1"),
                            *whole = target(list, "row/2");
    assert_false(away->visible);
    assert_rect(half->rect, 0, 50, 1000 - TREE_GUTTER, 100);
    assert_rect(half->shown, 0, 100, 1000 - TREE_GUTTER, 50);
    assert_true(half->visible && half->scrolls);
    assert_rect(whole->shown, 0, 150, 1000 - TREE_GUTTER, 100);
    assert_false(target(list, "row/6")->visible);
    assert_rect(list->commands[0].clip, 0, 100, 1000, 400);
    assert_null(draw_list_hit(list, 500, 99));
    assert_string_equal(draw_list_hit(list, 500, 100)->id, "row/1");
}

static void the_offset_stays_between_the_ends(void **state)
{
    (void)state;
    assert_int_equal(paint_scrolled(-50)->scroll.offset, 0);
    assert_int_equal(paint_scrolled(600)->scroll.offset, 600);
    assert_int_equal(paint_scrolled(601)->scroll.offset, 600);
    assert_int_equal(paint_scrolled(1 << 30)->scroll.offset, 600);
    assert_rect(target(&tree.stage.list, "row/9")->rect, 0, 400, 1000 - TREE_GUTTER, 100);
}

static void a_scroll_button_shows_only_where_it_leads_somewhere(void **state)
{
    (void)state;
    const struct draw_list *top = paint_scrolled(0);
    assert_null(draw_list_region(top, "scroll-up"));
    const struct tap_region *down = target(top, "scroll-down");
    assert_rect(down->rect, 1000 - 40 - 72, 500 - 92, 72, 72);
    assert_false(down->scrolls);
    assert_string_equal(down->label, "Down");
    assert_int_equal(down->action.kind, 7);
    assert_int_equal(down->action.number, 320); /* four fifths of what shows */
    const struct draw_list *middle = paint_scrolled(300);
    assert_non_null(draw_list_region(middle, "scroll-down"));
    assert_rect(target(middle, "scroll-up")->rect, 1000 - 40 - 72, 120, 72, 72);
    assert_int_equal(target(middle, "scroll-up")->action.number, -320);
    assert_string_equal(target(middle, "scroll-up")->label, "Up");
    const struct draw_list *end = paint_scrolled(600);
    assert_non_null(draw_list_region(end, "scroll-up"));
    assert_null(draw_list_region(end, "scroll-down"));
}

static void content_that_fits_has_no_scroll_buttons(void **state)
{
    (void)state;
    struct node *part = scroller(tree_screen(1000, 500));
    tile(part, "only")->min_h = 500;
    tree.ui.scroll = 100;
    const struct draw_list *list = tree_paint();
    assert_int_equal(list->region_count, 1);
    assert_int_equal(list->command_count, 1);
    assert_int_equal(list->scroll.offset, 0);
    assert_rect(target(list, "only")->rect, 0, 0, 1000, 500);
}

/* The last box is the thumb. */
static struct rect thumb(int scroll)
{
    const struct draw_list *list = paint_scrolled(scroll);
    return list->commands[list->command_count - 1].rect;
}

static void the_thumb_shows_how_far_one_is(void **state)
{
    (void)state;
    struct rect top = thumb(0), middle = thumb(300), end = thumb(600);
    assert_true(top.y >= 100 + 92 && end.y + end.h <= 500 - 92); /* between the buttons */
    assert_int_equal(top.y - 212, 0);
    assert_int_equal(end.y + end.h, 388);
    assert_true(abs(middle.y - (top.y + end.y) / 2) <= 1);
    assert_int_equal(top.h, 70); /* two fifths of 176 show */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_to_left_screen_is_the_mirror_image),
        cmocka_unit_test(texts_start_at_the_left_or_at_the_right_by_the_direction),
        cmocka_unit_test(what_touches_still_touches_in_whole_pixels),
        cmocka_unit_test(a_border_is_never_thinner_than_a_pixel),
        cmocka_unit_test(a_text_knows_what_it_stands_on),
        cmocka_unit_test(a_target_is_at_least_twenty_millimetres_wide_and_high),
        cmocka_unit_test(a_target_is_called_by_the_words_that_it_shows),
        cmocka_unit_test(a_target_speaks_its_own_language_or_the_visitors),
        cmocka_unit_test(a_pressed_target_is_darker_and_nothing_else_is),
        cmocka_unit_test(a_pressed_target_without_a_fill_darkens_its_ground),
        cmocka_unit_test(a_ring_surrounds_what_has_the_focus),
        cmocka_unit_test(what_scrolls_is_moved_and_clipped),
        cmocka_unit_test(the_offset_stays_between_the_ends),
        cmocka_unit_test(a_scroll_button_shows_only_where_it_leads_somewhere),
        cmocka_unit_test(content_that_fits_has_no_scroll_buttons),
        cmocka_unit_test(the_thumb_shows_how_far_one_is),
    };
    return cmocka_run_group_tests(tests, tree_open, tree_close);
}
