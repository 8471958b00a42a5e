/* The second half of a frame: a tree with places becomes draw commands and tap regions, mirrored for right-to-left
 * languages, with the scrolling part moved and clipped. Internal to ui. */
#ifndef MAISON_UI_PAINT_H
#define MAISON_UI_PAINT_H

#include "ui/ui.h"

/* Width of the column with the scroll buttons. */
float paint_gutter(const struct ui *ui);

/* Height that the scroll buttons need. */
float paint_least(const struct ui *ui);

void paint_tree(struct ui *ui, struct draw_list *list, const struct ui_scroll_buttons *buttons);

#endif
