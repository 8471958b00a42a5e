/* Gives each node of a tree its place: height for width, like text itself. Nothing is ever cut off: texts wrap, boxes
 * grow, and what does not fit the screen stands in the scrolling box. */
#ifndef MAISON_UI_LAYOUT_H
#define MAISON_UI_LAYOUT_H

#include "ui/node.h"

/* Lays out the tree on a screen of `width` x `height` pixels. `gutter` is the room kept free at the end side of a
 * scrolling box whose content is higher than the box. */
void layout_tree(struct node *root, struct para_cache *paras, float width, float height, float gutter);

/* The width that the node would take with all the room it wants. */
float layout_natural_width(struct node *node, struct para_cache *paras);

#endif
