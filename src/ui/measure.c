#include "ui/measure.h"

#include <math.h>

float measure_limit(const struct node *node, float width)
{
    if (node->max_w > 0 && width > node->max_w)
        width = node->max_w;
    return width < node->min_w ? node->min_w : width;
}

#define SHRINK_PERCENT 90 /* of the size before, each time that a word does not fit */

void measure_text(const struct layout *layout, struct node *node, float width)
{
    struct para_style style = { node->size, node->weight, node->lang, node->type >= TYPE_H1 };
    for (;;) {
        node->para = para_layout(layout->paras, str_of(node->text), style, width > 1 ? width : 1);
        if (!node->para->cuts_words || style.size <= node->least_size)
            break;
        style.size = style.size * SHRINK_PERCENT / 100;
        style.size = style.size > node->least_size ? style.size : node->least_size;
    }
    node->set_size = style.size;
}

static void measure_text_node(const struct layout *layout, struct node *node, float room)
{
    measure_text(layout, node, room);
    node->w = ceilf(node->para->width);
    node->h = ceilf(node->para->height);
}

static float measure_column(const struct layout *layout, struct node *box, float room)
{
    float height = 0;
    for (struct node *child = box->first; child; child = child->next) {
        measure_node(layout, child, room);
        height += child->h + (child->next ? box->gap : 0);
    }
    return height;
}

/* What the children that don't grow leave of the row. */
static float row_spare(const struct layout *layout, struct node *box, float room, float *grow)
{
    float left = room;
    *grow = 0;
    for (struct node *child = box->first; child; child = child->next)
        left -= child->next ? box->gap : 0;
    for (struct node *child = box->first; child; child = child->next) {
        if (child->grow > 0) {
            *grow += child->grow;
            continue;
        }
        measure_node(layout, child, left > 1 ? left : 1);
        left -= child->w;
    }
    return left > 0 ? left : 0;
}

/* Growing children share what is left by weight; with endless room each takes what it wants. */
float measure_row(const struct layout *layout, struct node *box, float room)
{
    float grow, height = 0;
    float spare = row_spare(layout, box, room, &grow);
    for (struct node *child = box->first; child; child = child->next) {
        if (child->grow > 0) {
            float share = isinf(spare) ? spare : spare * child->grow / grow;
            measure_node(layout, child, share);
            child->w = isinf(share) ? child->w : measure_limit(child, share);
        }
        height = fmaxf(height, child->h);
    }
    return height;
}

/* Widths that were added up in another order differ in their last bit: what was given just the room that it asked for
 * must not be broken for that. In pixels. */
#define SLACK 0.01f

/* A line of at most so many; as many as fit if that is less. */
static struct wrap_line line_of(const struct layout *layout, struct node *box, struct node *first, float room,
                                size_t most)
{
    struct wrap_line line = { 0 };
    for (struct node *child = first; child; child = child->next) {
        measure_node(layout, child, room);
        float with = line.w + (child == first ? 0 : box->gap) + child->w;
        if (child != first && (with > room + SLACK || line.count == most)) {
            line.next = child;
            break;
        }
        line.w = with;
        line.h = fmaxf(line.h, child->h);
        line.count++;
    }
    return line;
}

size_t measure_share(const struct layout *layout, struct node *box, float room)
{
    if (!box->is_even)
        return SIZE_MAX;
    size_t lines = 0, count = 0;
    for (struct node *first = box->first; first; lines++) {
        struct wrap_line line = line_of(layout, box, first, room, SIZE_MAX);
        count += line.count;
        first = line.next;
    }
    return lines > 0 ? (count + lines - 1) / lines : 0;
}

/* As wide as a line of `share` lets each be. */
static void widen(struct wrap_line *line, const struct node *box, struct node *first, float room, size_t share)
{
    float cell = (room - box->gap * (float)(share - 1)) / (float)share;
    line->w = box->gap * (float)(line->count - 1);
    for (struct node *child = first; child != line->next; child = child->next) {
        child->w = fmaxf(child->w, measure_limit(child, cell));
        line->w += child->w;
    }
}

struct wrap_line measure_wrap_line(const struct layout *layout, struct node *box, struct node *first, float room,
                                   size_t share)
{
    struct wrap_line line = line_of(layout, box, first, room, share);
    if (box->is_even)
        widen(&line, box, first, room, share);
    return line;
}

static float measure_wrap(const struct layout *layout, struct node *box, float room)
{
    float height = 0;
    size_t share = measure_share(layout, box, room);
    for (struct node *first = box->first; first;) {
        struct wrap_line line = measure_wrap_line(layout, box, first, room, share);
        height += line.h + (line.next ? box->gap : 0);
        first = line.next;
    }
    return height;
}

float measure_cell_width(const struct node *box, float room)
{
    float columns = (float)(box->columns > 0 ? box->columns : 1);
    return (room - box->gap * (columns - 1)) / columns;
}

struct grid_row measure_grid_row(const struct layout *layout, struct node *box, struct node *first, float room)
{
    struct grid_row row = { 0 };
    struct node *child = first;
    for (int column = 0; child && column < (box->columns > 0 ? box->columns : 1); column++, child = child->next) {
        measure_node(layout, child, measure_cell_width(box, room));
        row.h = fmaxf(row.h, child->h);
    }
    row.next = child;
    return row;
}

float measure_highest_row(const struct layout *layout, struct node *box, float room)
{
    float highest = 0;
    for (struct node *first = box->first; first;) {
        struct grid_row row = measure_grid_row(layout, box, first, room);
        highest = fmaxf(highest, row.h);
        first = row.next;
    }
    return highest;
}

int measure_grid_rows(const struct node *box)
{
    int children = 0;
    for (const struct node *child = box->first; child; child = child->next)
        children++;
    return box->columns > 0 ? (children + box->columns - 1) / box->columns : 0;
}

float measure_grid(const struct layout *layout, struct node *box, float room)
{
    float least = box->uniform ? measure_highest_row(layout, box, room) : 0;
    float height = 0;
    for (struct node *first = box->first; first;) {
        struct grid_row row = measure_grid_row(layout, box, first, room);
        height += fmaxf(row.h, least) + (row.next ? box->gap : 0);
        first = row.next;
    }
    return height;
}

/* A child that grows makes do with a third of the row before the row is broken. */
static float row_least_width(const struct layout *layout, struct node *box, float room)
{
    float width = 0;
    for (struct node *child = box->first; child; child = child->next) {
        measure_node(layout, child, INFINITY);
        float wanted = child->grow > 0 ? fminf(child->w, room / 3) : child->w;
        width += wanted + (child->next ? box->gap : 0);
    }
    return width;
}

enum node_axis measure_axis(const struct layout *layout, struct node *box, float room)
{
    if (box->axis != AXIS_ROW || !box->may_wrap || isinf(room))
        return box->axis;
    return row_least_width(layout, box, room) > room + SLACK ? AXIS_WRAP : AXIS_ROW;
}

float measure_children(const struct layout *layout, struct node *box, float room)
{
    static float (*const by_axis[])(const struct layout *, struct node *, float) = {
        [AXIS_COLUMN] = measure_column, [AXIS_ROW] = measure_row, [AXIS_WRAP] = measure_wrap, [AXIS_GRID] = measure_grid
    };
    return by_axis[measure_axis(layout, box, room)](layout, box, room);
}

/* The width that the children take, after they were measured. */
static float children_width(const struct node *box, enum node_axis axis, float room)
{
    float sum = 0, widest = 0;
    for (const struct node *child = box->first; child; child = child->next) {
        sum += child->w + (child->next ? box->gap : 0);
        widest = fmaxf(widest, child->w);
    }
    if (axis == AXIS_ROW)
        return sum;
    if (axis == AXIS_WRAP)
        return fminf(sum, room);
    return axis == AXIS_GRID && !isinf(room) ? room : widest;
}

static void measure_box(const struct layout *layout, struct node *node, float room)
{
    float inner = measure_limit(node, room) - 2 * node->pad_x;
    enum node_axis axis = measure_axis(layout, node, inner);
    float height = measure_children(layout, node, inner);
    node->w = children_width(node, axis, inner) + 2 * node->pad_x;
    node->h = (node->scroll ? 0 : height) + 2 * node->pad_y;
}

/* Boxes in boxes are asked for the same room again and again; the children of a node that is asked again still have the
 * sizes of that answer. */
static bool is_known(struct node *node, float room)
{
    if (!node->is_measured || node->room != room)
        return false;
    node->w = node->wanted_w;
    node->h = node->wanted_h;
    return true;
}

void measure_node(const struct layout *layout, struct node *node, float room)
{
    room = measure_limit(node, room);
    if (is_known(node, room))
        return;
    if (node->kind == NODE_TEXT)
        measure_text_node(layout, node, room);
    else if (node->kind == NODE_ICON || node->kind == NODE_CODE)
        node->w = node->h = (float)node->size;
    else
        measure_box(layout, node, room);
    node->w = measure_limit(node, node->w);
    node->h = fmaxf(node->h, node->min_h);
    node->is_measured = true;
    node->room = room;
    node->wanted_w = node->w;
    node->wanted_h = node->h;
}
