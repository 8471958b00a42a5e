/* Pieces of the staff screen, by part. Internal to screens. */
#ifndef MAISON_SCREENS_STAFF_PARTS_H
#define MAISON_SCREENS_STAFF_PARTS_H

#include "screens/parts.h"
#include "screens/staff.h"

void staff_draw_pin(struct ui *ui, struct node *content, const struct staff *staff);
void staff_draw_install(struct ui *ui, struct node *content, const struct model *model);
void staff_draw_roll_back(struct ui *ui, struct node *content, const struct staff *staff);
void staff_draw_copy(struct ui *ui, struct node *content, const struct staff *staff);
void staff_draw_clock(struct ui *ui, struct node *content, const struct staff *staff);

/* What is under way, or how the last thing went; nothing when neither. */
void staff_draw_told(struct ui *ui, struct node *content, const struct staff *staff);

/* Buttons that try the voice and the printer. */
void staff_draw_tests(struct ui *ui, struct node *row, const struct model *model);

/* "Number 42, made on …, holds until …" */
void staff_draw_pack(struct ui *ui, struct node *parent, const struct staff_pack *pack);

/* A button that stands at the beginning of its line. */
struct node *staff_button(struct ui *ui, struct node *parent, struct ui_button button);

#endif
