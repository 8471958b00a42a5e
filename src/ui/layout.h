/* Gives each node of a tree its place: height for width, like text itself. Nothing is ever cut off: texts wrap, boxes
 * grow, and what does not fit the screen stands in the scrolling box. */
#ifndef MAISON_UI_LAYOUT_H
#define MAISON_UI_LAYOUT_H

#include "ui/node.h"

/* How the scrolling box is laid out. */
struct layout_scroll {
    float gutter; /* kept free at the end side of a box whose content is higher than the box */
    float line;   /* y above which nothing may have to be tapped; 0: none. Content begins lower for it */
    float least;  /* however low the line is, so much of the box stays below it */
};

/* Lays out the tree on a screen of `width` x `height` pixels. */
void layout_tree(struct node *root, struct para_cache *paras, float width, float height, struct layout_scroll scroll);

/* The width that the node would take with all the room it wants. */
float layout_natural_width(struct node *node, struct para_cache *paras);

#endif
