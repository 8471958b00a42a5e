#include "ui/layout.h"

#include "ui/measure.h"

#include <math.h>

static void place(const struct layout *layout, struct node *node, float x, float y, float w, float h);

/* Where something of size `size` starts within `room`. */
static float align_offset(enum node_align align, float room, float size)
{
    if (align == NODE_CENTRE)
        return (room - size) / 2;
    return align == NODE_END ? room - size : 0;
}

static enum node_align cross_align(const struct node *box, const struct node *child)
{
    return child->self != NODE_STRETCH ? child->self : box->align;
}

static void place_column(const struct layout *layout, struct node *box, float x, float y, float w, float h)
{
    float used = 0, grow = 0;
    for (struct node *child = box->first; child; child = child->next) {
        measure_node(layout, child, w);
        used += child->h + (child->next ? box->gap : 0);
        grow += child->grow;
    }
    float spare = h > used ? h - used : 0;
    float at = y + (grow > 0 ? 0 : align_offset(box->justify, spare, 0));
    for (struct node *child = box->first; child; child = child->next) {
        enum node_align align = cross_align(box, child);
        float child_w = align == NODE_STRETCH ? measure_limit(child, w) : child->w;
        float child_h = child->h + (grow > 0 ? spare * child->grow / grow : 0);
        place(layout, child, x + align_offset(align, w, child_w), at, child_w, child_h);
        at += child_h + box->gap;
    }
}

static void place_row(const struct layout *layout, struct node *box, float x, float y, float w, float h)
{
    measure_row(layout, box, w);
    float used = 0;
    for (struct node *child = box->first; child; child = child->next)
        used += child->w + (child->next ? box->gap : 0);
    float at = x + align_offset(box->justify, w > used ? w - used : 0, 0);
    for (struct node *child = box->first; child; child = child->next) {
        enum node_align align = cross_align(box, child);
        float child_h = align == NODE_STRETCH ? h : child->h;
        place(layout, child, at, y + align_offset(align, h, child_h), child->w, child_h);
        at += child->w + box->gap;
    }
}

static void place_wrap(const struct layout *layout, struct node *box, float x, float y, float w, float h)
{
    (void)h;
    float top = y;
    size_t share = measure_share(layout, box, w); /* before any is placed: that measures all of them */
    for (struct node *first = box->first; first;) {
        struct wrap_line line = measure_wrap_line(layout, box, first, w, share);
        float at = x + align_offset(box->justify, w, line.w);
        for (struct node *child = first; child != line.next; child = child->next) {
            place(layout, child, at, top, child->w, line.h);
            at += child->w + box->gap;
        }
        top += line.h + box->gap;
        first = line.next;
    }
}

/* Spare height is shared by the rows, so that a grid fills a box that is higher than it. All rows are measured before
 * the first cell is placed: measuring a placed cell again would take its place away. */
static void place_grid(const struct layout *layout, struct node *box, float x, float y, float w, float h)
{
    float wanted = measure_grid(layout, box, w);
    float least = box->uniform ? measure_highest_row(layout, box, w) : 0;
    int rows = measure_grid_rows(box);
    float spare = rows > 0 && h > wanted ? (h - wanted) / (float)rows : 0;
    float cell_w = measure_cell_width(box, w);
    float top = y;
    for (struct node *first = box->first; first;) {
        struct grid_row row = measure_grid_row(layout, box, first, w);
        float height = fmaxf(row.h, least) + spare;
        float at = x;
        for (struct node *child = first; child != row.next; child = child->next) {
            place(layout, child, at, top, cell_w, height);
            at += cell_w + box->gap;
        }
        top += height + box->gap;
        first = row.next;
    }
}

static void place_children(const struct layout *layout, struct node *node, float x, float y, float w, float h)
{
    static void (*const by_axis[])(const struct layout *, struct node *, float, float, float, float) = {
        [AXIS_COLUMN] = place_column, [AXIS_ROW] = place_row, [AXIS_WRAP] = place_wrap, [AXIS_GRID] = place_grid
    };
    by_axis[measure_axis(layout, node, w)](layout, node, x, y, w, h);
}

/* Where the highest thing that can be tapped stands, or soon will; INFINITY for none. */
static float highest_target(const struct node *node)
{
    if (node->id)
        return node->y;
    float highest = INFINITY;
    for (const struct node *child = node->first; child; child = child->next)
        highest = fminf(highest, highest_target(child));
    return highest;
}

struct content {
    float w, h; /* of what scrolls */
    float drop; /* how much lower it begins, so that nothing to tap stands above the line */
};

static struct content measure_content(const struct layout *layout, struct node *box, float w)
{
    struct content content = { .w = w, .h = measure_children(layout, box, w) };
    if (layout->scroll.line <= 0)
        return content;
    place_children(layout, box, box->x + box->pad_x, box->y + box->pad_y, w, content.h);
    float highest = highest_target(box);
    if (highest < box->line)
        content.drop = box->line - highest;
    return content;
}

/* The children of a scrolling box are placed as if it were as high as they want; painting moves them. Where they
 * don't fit, a gutter is kept for the scroll buttons and they are measured again, a little narrower. */
static void place_scrolling(const struct layout *layout, struct node *box)
{
    float w = box->w - 2 * box->pad_x, h = box->h - 2 * box->pad_y;
    box->line = fmaxf(box->y, fminf(layout->scroll.line, box->y + box->h - layout->scroll.least));
    struct content content = measure_content(layout, box, w);
    box->has_gutter = content.h + content.drop > h + 0.5f;
    if (box->has_gutter)
        content = measure_content(layout, box, w - layout->scroll.gutter);
    box->content_h = content.h + content.drop + 2 * box->pad_y;
    float room = fmaxf(content.h, h - content.drop);
    place_children(layout, box, box->x + box->pad_x, box->y + box->pad_y + content.drop, content.w, room);
}

static void place(const struct layout *layout, struct node *node, float x, float y, float w, float h)
{
    node->x = x;
    node->y = y;
    node->w = w;
    node->h = h;
    if (node->kind == NODE_TEXT)
        measure_text(layout, node, w);
    if (node->kind != NODE_BOX)
        return;
    if (node->scroll)
        place_scrolling(layout, node);
    else
        place_children(layout, node, x + node->pad_x, y + node->pad_y, w - 2 * node->pad_x, h - 2 * node->pad_y);
}

void layout_tree(struct node *root, struct para_cache *paras, float width, float height, struct layout_scroll scroll)
{
    struct layout layout = { paras, scroll };
    measure_node(&layout, root, width);
    place(&layout, root, 0, 0, width, height);
}

float layout_natural_width(struct node *node, struct para_cache *paras)
{
    struct layout layout = { .paras = paras };
    measure_node(&layout, node, INFINITY);
    return node->w;
}
