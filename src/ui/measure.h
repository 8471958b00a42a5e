/* The first half of the layout: how wide and high each node wants to be. Internal to ui. */
#ifndef MAISON_UI_MEASURE_H
#define MAISON_UI_MEASURE_H

#include "ui/layout.h"

struct layout {
    struct para_cache *paras;
    struct layout_scroll scroll;
};

/* Sets w and h to what the node wants when it may be at most `room` wide. */
void measure_node(const struct layout *layout, struct node *node, float room);

/* Lays the text out anew for `width`; w stays. */
void measure_text(const struct layout *layout, struct node *node, float width);

/* The node's own limits applied to an offered width. */
float measure_limit(const struct node *node, float width);

/* The height of a box's children in `room`; their w and h are set. */
float measure_children(const struct layout *layout, struct node *box, float room);

/* Sets the final widths of a row's children; returns its height. */
float measure_row(const struct layout *layout, struct node *box, float room);

/* How the box arranges its children in that room: a row that may wrap is a wrapping box where it must. */
enum node_axis measure_axis(const struct layout *layout, struct node *box, float room);

/* One line of a wrapping box: from `first` up to `next`. */
struct wrap_line {
    struct node *next;
    float w, h;
    size_t count; /* of children */
};
struct wrap_line measure_wrap_line(const struct layout *layout, struct node *box, struct node *first, float room,
                                   size_t share);

/* How many a line has at most: as many as fit (SIZE_MAX) or, of an even box, what each has when as few lines as
 * possible share them. */
size_t measure_share(const struct layout *layout, struct node *box, float room);

struct grid_row {
    struct node *next;
    float h;
};
float measure_grid(const struct layout *layout, struct node *box, float room);
/* The row's own height; in a uniform grid each row is as high as measure_highest_row. */
struct grid_row measure_grid_row(const struct layout *layout, struct node *box, struct node *first, float room);
float measure_highest_row(const struct layout *layout, struct node *box, float room);
int measure_grid_rows(const struct node *box);
float measure_cell_width(const struct node *box, float room);

#endif
