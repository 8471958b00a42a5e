/* What is on the screen as a page on paper: black on white, without anything to tap. Internal to screens and whoever
 * prints them. */
#ifndef MAISON_SCREENS_PRINT_H
#define MAISON_SCREENS_PRINT_H

#include "screens/model.h"
#include "ui/ui.h"

/* The part of the page that takes the text, in pixels. */
struct print_page {
    int width, height; /* height 0: as long as needed */
    int margin;        /* white at each edge, within width and height */
    float dots_per_mm;
};

/* True if what the model shows can be printed: a service, a guide page, the first days; for the staff
 * a test page. */
bool print_can(const struct model *model);

/* What is told of a page on its way, as a msgid; NULL for PRINT_NONE. */
const char *print_state_words(enum print_state state);

/* Draws it into *list as large as it fits on one page, and returns the height that it needs, both margins included; at
 * most the page's. `ui` has an arena and paragraphs of the printer's; the rest is set here. */
int print_draw(struct ui *ui, const struct model *model, const struct print_page *page, struct draw_list *list);

#endif
