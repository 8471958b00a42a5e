#include "support/tree.h"

struct tree tree;

int tree_open(void **state)
{
    (void)state;
    stage_open(&tree.stage);
    return 0;
}

int tree_close(void **state)
{
    (void)state;
    stage_close(&tree.stage);
    return 0;
}

struct node *tree_screen(int width, int height)
{
    tree.stage.width = width;
    tree.stage.height = height;
    tree.ui = stage_ui(&tree.stage);
    return tree.ui.root;
}

struct node *tree_box(struct node *parent, float width, float height)
{
    struct node *node = ui_column(&tree.ui, parent, 0);
    node->min_w = width;
    node->min_h = height;
    return node;
}

const struct draw_list *tree_paint(void)
{
    ui_finish(&tree.ui, &tree.stage.list, (struct ui_scroll_buttons){ 7, "Up", "Down" });
    return &tree.stage.list;
}
