/* The kinds of pages on paper. Internal to screens. */
#ifndef MAISON_SCREENS_PRINT_PARTS_H
#define MAISON_SCREENS_PRINT_PARTS_H

#include "screens/model.h"
#include "ui/ui.h"

#define PRINT_HEIGHT_MAX 20000 /* pixels of an endless roll */

void print_service(struct ui *ui, struct node *column, const struct model *model);
void print_guide_page(struct ui *ui, struct node *column, const struct model *model); /* page.c */
void print_steps(struct ui *ui, struct node *column, const struct model *model);
void print_staff(struct ui *ui, struct node *column, const struct model *model); /* staff_tests.c: a test page */

#endif
