/* One tree of nodes on a stage, for tests of layout and painting: a unit is a pixel, and with the fake measurer a
 * letter of body type is 15 px wide and a line 42 px high. */
#ifndef MAISON_TESTS_TREE_H
#define MAISON_TESTS_TREE_H

#include "support/stage.h"

#define TREE_GUTTER 92 /* pixels: a target and a gap */

struct tree {
    struct stage stage;
    struct ui ui;
};

/* There is one; cmocka opens and closes it around each test. */
extern struct tree tree;
int tree_open(void **state);
int tree_close(void **state);

/* A new empty frame; its root. */
struct node *tree_screen(int width, int height);

/* A box of at least that size in pixels. */
struct node *tree_box(struct node *parent, float width, float height);

/* What the frame looks like. */
const struct draw_list *tree_paint(void);

#endif
