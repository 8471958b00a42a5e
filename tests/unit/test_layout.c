/* Boxes and texts get their places. One unit is one pixel here, and with the fake
 * measurer a letter of body type is 15 px wide and a line 42 px high. */
#include "support/tree.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define LETTER 15.0f
#define LINE 42.0f

static void lay(void)
{
    layout_tree(tree.ui.root, tree.stage.paras, (float)tree.stage.width, (float)tree.stage.height,
                (struct layout_scroll){ .gutter = TREE_GUTTER });
}

static struct node *text(struct node *parent, const char *words)
{
    return ui_text(&tree.ui, parent, UI_BODY, words);
}

static void assert_place(const struct node *node, float x, float y, float w, float h)
{
    if (fabsf(node->x - x) > 0.01f || fabsf(node->y - y) > 0.01f || fabsf(node->w - w) > 0.01f ||
        fabsf(node->h - h) > 0.01f)
        fail_msg("the node is at %.2f,%.2f %.2fx%.2f, not %.2f,%.2f %.2fx%.2f", (double)node->x, (double)node->y,
                 (double)node->w, (double)node->h, (double)x, (double)y, (double)w, (double)h);
}

/* Columns. */

static void a_column_puts_one_below_the_other_as_wide_as_itself(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    root->gap = 10;
    struct node *first = text(root, "one"), *second = tree_box(root, 50, 60);
    lay();
    assert_place(first, 0, 0, 1000, LINE);
    assert_place(second, 0, LINE + 10, 1000, 60);
}

static void padding_is_kept_free_on_all_sides(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    ui_pad(&tree.ui, root, 40, 30);
    struct node *child = ui_column(&tree.ui, root, 0);
    child->grow = 1;
    lay();
    assert_place(child, 40, 30, 920, 740);
}

static void growing_children_of_a_column_share_what_is_left(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    root->gap = 10;
    struct node *one = tree_box(root, 0, 100), *fixed = tree_box(root, 0, 80), *three = tree_box(root, 0, 0);
    one->grow = 1;
    three->grow = 3;
    lay(); /* 800 - 180 - 20 = 600 are left */
    assert_place(one, 0, 0, 1000, 250);
    assert_place(fixed, 0, 260, 1000, 80);
    assert_place(three, 0, 350, 1000, 450);
}

static void a_column_can_stand_in_the_middle_or_at_the_end(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    root->justify = NODE_CENTRE;
    struct node *first = tree_box(root, 0, 100), *second = tree_box(root, 0, 100);
    lay();
    assert_place(first, 0, 300, 1000, 100);
    assert_place(second, 0, 400, 1000, 100);
    root->justify = NODE_END;
    lay();
    assert_place(first, 0, 600, 1000, 100);
}

static void a_column_aligns_its_children_across_unless_they_say_otherwise(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    root->align = NODE_END;
    struct node *end = tree_box(root, 300, 10), *start = tree_box(root, 300, 10), *centre = tree_box(root, 300, 10);
    start->self = NODE_START;
    centre->self = NODE_CENTRE;
    lay();
    assert_place(end, 700, 0, 300, 10);
    assert_place(start, 0, 10, 300, 10);
    assert_place(centre, 350, 20, 300, 10);
}

static void nothing_becomes_wider_than_its_limit(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    struct node *stretched = tree_box(root, 0, 10), *words = text(root, "aaaa bbbb cccc");
    stretched->max_w = 400;
    words->max_w = 100; /* four letters a line */
    words->self = NODE_CENTRE;
    lay();
    assert_place(stretched, 0, 0, 400, 10);
    assert_place(words, 470, 10, 60, 3 * LINE);
}

static void a_text_wraps_and_what_follows_moves_down(void **state)
{
    (void)state;
    struct node *root = tree_screen(100, 800);
    struct node *words = text(root, "aaaa bbbb cccc"), *next = tree_box(root, 0, 10);
    lay();
    assert_int_equal(words->para->line_count, 3);
    assert_place(words, 0, 0, 100, 3 * LINE);
    assert_place(next, 0, 3 * LINE, 100, 10);
}

/* Rows. */

static void a_row_puts_side_by_side_and_the_growing_child_takes_what_is_left(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(1000, 800), 20);
    struct node *first = tree_box(row, 100, 50), *grows = tree_box(row, 0, 50), *last = tree_box(row, 200, 50);
    grows->grow = 1;
    lay();
    assert_place(row, 0, 0, 1000, 50);
    assert_place(first, 0, 0, 100, 50);
    assert_place(grows, 120, 0, 660, 50);
    assert_place(last, 800, 0, 200, 50);
}

static void growing_children_of_a_row_share_by_weight(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(1000, 800), 10);
    struct node *one = tree_box(row, 0, 10), *two = tree_box(row, 0, 10);
    one->grow = 1;
    two->grow = 2;
    lay();
    assert_place(one, 0, 0, 330, 10);
    assert_place(two, 340, 0, 660, 10);
}

static void a_row_wraps_its_text_in_the_room_beside_the_others(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(200, 800), 20);
    struct node *icon = ui_icon(&tree.ui, row, "home", 36, 0), *words = text(row, "aaaa bbbb cccc");
    words->grow = 1;
    lay(); /* 200 - 36 - 20 leaves nine letters */
    assert_place(words, 56, 0, 144, 2 * LINE);
    assert_place(icon, 0, LINE - 18, 36, 36);
}

static void a_text_has_only_the_room_that_those_before_it_leave(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(200, 800), 20);
    struct node *first = text(row, "aaaa"), *second = text(row, "bbbb cccc dddd");
    lay(); /* 200 - 60 - 20 leaves eight letters */
    assert_place(first, 0, LINE, 60, LINE);
    assert_place(second, 80, 0, 60, 3 * LINE);
}

static void a_row_aligns_across_and_justifies_along(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(1000, 800), 20);
    struct node *low = tree_box(row, 100, 20), *high = tree_box(row, 100, 80);
    lay();
    assert_place(low, 0, 30, 100, 20); /* in the middle, as ui_row says */
    row->align = NODE_STRETCH;
    row->justify = NODE_END;
    lay();
    assert_place(low, 780, 0, 100, 80);
    assert_place(high, 900, 0, 100, 80);
    row->align = NODE_END;
    row->justify = NODE_CENTRE;
    lay();
    assert_place(low, 390, 60, 100, 20);
}

static void a_row_that_may_wrap_does_so_only_where_it_must(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(220, 800), 20);
    row->may_wrap = true;
    struct node *first = tree_box(row, 100, 50), *second = tree_box(row, 100, 50);
    lay();
    assert_place(row, 0, 0, 220, 50);
    assert_place(second, 120, 0, 100, 50);
    row = ui_row(&tree.ui, tree_screen(219, 800), 20);
    row->may_wrap = true;
    first = tree_box(row, 100, 50), second = tree_box(row, 100, 50);
    lay();
    assert_place(row, 0, 0, 219, 120);
    assert_place(first, 0, 0, 100, 50);
    assert_place(second, 0, 70, 100, 50);
}

static void even_rows_leave_none_with_a_few(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(580, 800), 20);
    row->may_wrap = row->is_even = true;
    struct node *keys[6];
    for (size_t i = 0; i < COUNT(keys); i++)
        keys[i] = tree_box(row, 100, 50); /* five would fit */
    lay();
    assert_place(keys[2], 400, 0, 180, 50);
    assert_place(keys[3], 0, 70, 180, 50);
    assert_place(keys[5], 400, 70, 180, 50);
    assert_place(row, 0, 0, 580, 120);
    row = ui_row(&tree.ui, tree_screen(580, 800), 20);
    row->may_wrap = row->is_even = true;
    for (size_t i = 0; i < COUNT(keys); i++) {
        keys[i] = tree_box(row, 100, 50);
        keys[i]->max_w = i == 1 ? 130 : 0;
    }
    lay();
    assert_place(keys[1], 200, 0, 130, 50);
    assert_place(keys[2], 350, 0, 180, 50);
}

/* Wrapping boxes. */

/* Fractions of pixels add up differently when a box is asked for its width and when it is placed. */
static void a_wrapping_box_that_gets_what_it_asked_for_keeps_its_line(void **state)
{
    (void)state;
    for (int tenths = 1; tenths < 400; tenths++) {
        struct node *row = ui_row(&tree.ui, tree_screen(1456, 400), 9.33f);
        struct node *title = tree_box(row, 10, 20);
        title->grow = 1;
        struct node *wrap = ui_wrap(&tree.ui, row, 11.2f + 0.1f * (float)tenths);
        tree_box(wrap, 365.0f / 3 + 0.37f * (float)tenths, 20);
        tree_box(wrap, 145.7f, 20);
        tree_box(wrap, 1000.0f / 7, 20);
        lay();
        assert_float_equal(wrap->first->next->next->y, wrap->first->y, 0.001f);
    }
}

static void a_wrapping_box_goes_on_in_a_new_line_where_the_next_child_does_not_fit(void **state)
{
    (void)state;
    struct node *wrap = ui_wrap(&tree.ui, tree_screen(320, 800), 10);
    struct node *first = tree_box(wrap, 100, 20), *second = tree_box(wrap, 100, 40), *third = tree_box(wrap, 100, 30);
    struct node *fourth = tree_box(wrap, 100, 30);
    lay(); /* 3 * 100 + 2 * 10 fit exactly */
    assert_place(first, 0, 0, 100, 40);
    assert_place(second, 110, 0, 100, 40);
    assert_place(third, 220, 0, 100, 40);
    assert_place(fourth, 0, 50, 100, 30);
    assert_place(wrap, 0, 0, 320, 80);
}

static void a_child_as_wide_as_the_wrapping_box_stands_alone(void **state)
{
    (void)state;
    struct node *wrap = ui_wrap(&tree.ui, tree_screen(100, 800), 10);
    struct node *first = tree_box(wrap, 40, 20), *wide = text(wrap, "aaaa bbbb"), *last = tree_box(wrap, 40, 20);
    lay();
    assert_place(first, 0, 0, 40, 20);
    assert_place(wide, 0, 30, 60, 2 * LINE);
    assert_place(last, 0, 40 + 2 * LINE, 40, 20);
}

static void a_child_that_is_too_wide_for_the_wrapping_box_stands_alone_too(void **state)
{
    (void)state;
    struct node *wrap = ui_wrap(&tree.ui, tree_screen(100, 800), 10);
    struct node *wide = tree_box(wrap, 140, 20), *next = tree_box(wrap, 40, 20);
    lay();
    assert_place(wide, 0, 0, 140, 20);
    assert_place(next, 0, 30, 40, 20);
}

static void each_line_of_a_wrapping_box_is_justified_by_itself(void **state)
{
    (void)state;
    struct node *wrap = ui_wrap(&tree.ui, tree_screen(300, 800), 0);
    wrap->justify = NODE_CENTRE;
    struct node *first = tree_box(wrap, 200, 20), *second = tree_box(wrap, 140, 20);
    lay();
    assert_place(first, 50, 0, 200, 20);
    assert_place(second, 80, 20, 140, 20);
}

/* Grids. */

static void a_grid_has_equal_columns_and_each_row_is_as_high_as_its_highest_cell(void **state)
{
    (void)state;
    struct node *grid = ui_grid(&tree.ui, tree_screen(1000, 800), 3, 20);
    struct node *cells[5];
    static const float heights[] = { 30, 70, 50, 20, 10 };
    for (int i = 0; i < 5; i++)
        cells[i] = tree_box(grid, 0, heights[i]);
    lay();
    assert_place(cells[0], 0, 0, 320, 70);
    assert_place(cells[1], 340, 0, 320, 70);
    assert_place(cells[2], 680, 0, 320, 70);
    assert_place(cells[3], 0, 90, 320, 20);
    assert_place(cells[4], 340, 90, 320, 20);
    assert_place(grid, 0, 0, 1000, 110);
}

static void all_rows_of_a_uniform_grid_are_equally_high(void **state)
{
    (void)state;
    struct node *grid = ui_grid(&tree.ui, tree_screen(220, 800), 2, 20);
    grid->uniform = true;
    struct node *low = tree_box(grid, 0, 10);
    tree_box(grid, 0, 10);
    struct node *words = text(grid, "aaaa bbbb"); /* two lines in a cell of 100 */
    lay();
    assert_place(low, 0, 0, 100, 2 * LINE);
    assert_place(words, 0, 2 * LINE + 20, 100, 2 * LINE);
    assert_place(grid, 0, 0, 220, 4 * LINE + 20);
}

static void the_rows_of_a_grid_share_spare_height(void **state)
{
    (void)state;
    struct node *grid = ui_grid(&tree.ui, tree_screen(220, 220), 2, 20);
    grid->grow = 1;
    struct node *high = tree_box(grid, 0, 60);
    tree_box(grid, 0, 10);
    struct node *low = tree_box(grid, 0, 40);
    lay(); /* 120 of 220 are wanted: 50 more for each */
    assert_place(high, 0, 0, 100, 110);
    assert_place(low, 0, 130, 100, 90);
}

/* Scrolling. */

static struct node *scroller(struct node *root)
{
    struct node *scroll = ui_column(&tree.ui, root, 0);
    scroll->grow = 1;
    scroll->scroll = true;
    return scroll;
}

static void content_that_fits_has_no_gutter_and_can_fill_the_box(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    struct node *bar = tree_box(root, 0, 100), *scroll = scroller(root), *child = tree_box(scroll, 0, 700);
    lay();
    assert_place(bar, 0, 0, 1000, 100);
    assert_place(scroll, 0, 100, 1000, 700);
    assert_place(child, 0, 100, 1000, 700);
    assert_false(scroll->has_gutter);
    child->grow = 1;
    child->min_h = 10;
    struct node *again = tree_screen(1000, 800);
    struct node *grows = tree_box(scroller(again), 0, 10);
    grows->grow = 1;
    lay();
    assert_place(grows, 0, 0, 1000, 800);
}

static void higher_content_leaves_room_for_the_scroll_buttons(void **state)
{
    (void)state;
    struct node *root = tree_screen(1000, 800);
    struct node *scroll = scroller(root);
    ui_pad(&tree.ui, scroll, 40, 30);
    struct node *first = tree_box(scroll, 0, 700), *last = tree_box(scroll, 0, 700);
    lay();
    assert_true(scroll->has_gutter);
    assert_place(scroll, 0, 0, 1000, 800);
    assert_place(first, 40, 30, 920 - TREE_GUTTER, 700);
    assert_place(last, 40, 730, 920 - TREE_GUTTER, 700);
    assert_true(scroll->content_h == 1400 + 60);
}

static void text_in_scrolling_content_is_wrapped_again_beside_the_gutter(void **state)
{
    (void)state;
    struct node *scroll = scroller(tree_screen(200, 100));
    struct node *words = text(scroll, "aaaa bbbb cccc"); /* two lines of 200; beside the gutter three */
    tree_box(scroll, 0, 50);
    lay();
    assert_int_equal(words->para->line_count, 3);
    assert_true(scroll->content_h == 3 * LINE + 50);
}

/* With the line at 500, in a view from 100 to 800. */
static struct node *low_scroller(float before, float target)
{
    struct node *root = tree_screen(1000, 800);
    tree_box(root, 0, 100);
    struct node *scroll = scroller(root);
    tree_box(scroll, 0, before);
    tree_box(scroll, 0, target)->id = "target";
    return scroll;
}

static void lay_low(float line, float least)
{
    layout_tree(tree.ui.root, tree.stage.paras, 1000, 800, (struct layout_scroll){ TREE_GUTTER, line, least });
}

static void content_begins_lower_until_what_can_be_tapped_is_below_the_line(void **state)
{
    (void)state;
    struct node *scroll = low_scroller(150, 80);
    lay_low(500, 200);
    assert_true(scroll->line == 500);
    assert_place(scroll->first, 0, 350, 1000, 150);
    assert_place(scroll->last, 0, 500, 1000, 80);
    assert_false(scroll->has_gutter);
    assert_true(scroll->content_h == 250 + 150 + 80);
    scroll = low_scroller(450, 80); /* it stands below the line already */
    lay_low(500, 200);
    assert_place(scroll->first, 0, 100, 1000, 450);
}

static void lowered_content_that_no_longer_fits_scrolls(void **state)
{
    (void)state;
    struct node *scroll = low_scroller(150, 400);
    lay_low(500, 200);
    assert_true(scroll->has_gutter);
    assert_true(scroll->content_h == 400 + 400);
    assert_place(scroll->last, 0, 500, 1000 - TREE_GUTTER, 400);
}

static void a_line_below_all_leaves_room_to_tap(void **state)
{
    (void)state;
    struct node *scroll = low_scroller(0, 80);
    lay_low(790, 200);
    assert_true(scroll->line == 600);
    scroll = low_scroller(0, 80);
    lay_low(790, 900); /* more than there is: the whole view */
    assert_true(scroll->line == 100);
    scroll = low_scroller(0, 80);
    lay();
    assert_true(scroll->line == 100);
    assert_place(scroll->last, 0, 100, 1000, 80);
}

static void a_second_layout_changes_nothing(void **state)
{
    (void)state;
    struct node *root = tree_screen(700, 300);
    struct node *scroll = scroller(root), *grid = ui_grid(&tree.ui, scroll, 2, 10);
    grid->grow = 1;
    for (int i = 0; i < 3; i++) {
        struct node *row = ui_row(&tree.ui, grid, 10);
        ui_icon(&tree.ui, row, "home", 36, 0);
        text(row, "aaaa bbbb cccc dddd")->grow = 1;
    }
    lay();
    const char *once = draw_list_dump(tree_paint(), &tree.stage.kept);
    lay();
    assert_string_equal(draw_list_dump(tree_paint(), &tree.stage.kept), once);
}

static void the_natural_width_is_that_of_one_line(void **state)
{
    (void)state;
    struct node *row = ui_row(&tree.ui, tree_screen(100, 100), 20);
    text(row, "aaaa bbbb")->grow = 1;
    tree_box(row, 50, 10);
    assert_true(layout_natural_width(row, tree.stage.paras) == 9 * LETTER + 20 + 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_puts_one_below_the_other_as_wide_as_itself),
        cmocka_unit_test(padding_is_kept_free_on_all_sides),
        cmocka_unit_test(growing_children_of_a_column_share_what_is_left),
        cmocka_unit_test(a_column_can_stand_in_the_middle_or_at_the_end),
        cmocka_unit_test(a_column_aligns_its_children_across_unless_they_say_otherwise),
        cmocka_unit_test(nothing_becomes_wider_than_its_limit),
        cmocka_unit_test(a_text_wraps_and_what_follows_moves_down),
        cmocka_unit_test(a_row_puts_side_by_side_and_the_growing_child_takes_what_is_left),
        cmocka_unit_test(growing_children_of_a_row_share_by_weight),
        cmocka_unit_test(a_row_wraps_its_text_in_the_room_beside_the_others),
        cmocka_unit_test(a_text_has_only_the_room_that_those_before_it_leave),
        cmocka_unit_test(a_row_aligns_across_and_justifies_along),
        cmocka_unit_test(a_row_that_may_wrap_does_so_only_where_it_must),
        cmocka_unit_test(even_rows_leave_none_with_a_few),
        cmocka_unit_test(a_wrapping_box_that_gets_what_it_asked_for_keeps_its_line),
        cmocka_unit_test(a_wrapping_box_goes_on_in_a_new_line_where_the_next_child_does_not_fit),
        cmocka_unit_test(a_child_as_wide_as_the_wrapping_box_stands_alone),
        cmocka_unit_test(a_child_that_is_too_wide_for_the_wrapping_box_stands_alone_too),
        cmocka_unit_test(each_line_of_a_wrapping_box_is_justified_by_itself),
        cmocka_unit_test(a_grid_has_equal_columns_and_each_row_is_as_high_as_its_highest_cell),
        cmocka_unit_test(all_rows_of_a_uniform_grid_are_equally_high),
        cmocka_unit_test(the_rows_of_a_grid_share_spare_height),
        cmocka_unit_test(content_that_fits_has_no_gutter_and_can_fill_the_box),
        cmocka_unit_test(higher_content_leaves_room_for_the_scroll_buttons),
        cmocka_unit_test(text_in_scrolling_content_is_wrapped_again_beside_the_gutter),
        cmocka_unit_test(content_begins_lower_until_what_can_be_tapped_is_below_the_line),
        cmocka_unit_test(lowered_content_that_no_longer_fits_scrolls),
        cmocka_unit_test(a_line_below_all_leaves_room_to_tap),
        cmocka_unit_test(a_second_layout_changes_nothing),
        cmocka_unit_test(the_natural_width_is_that_of_one_line),
    };
    return cmocka_run_group_tests(tests, tree_open, tree_close);
}
