/* Every screen by id: its name for scripts, and how it is drawn. */
#ifndef MAISON_SCREENS_TABLE_H
#define MAISON_SCREENS_TABLE_H

#include "screens/model.h"
#include "ui/ui.h"

/* The stable name ("still-there"). */
const char *screen_name(enum screen_id screen);

/* Draws what the model shows. `ui` has everything set but language, direction, pressed, focus, scroll and low_reach,
 * which come from the model; its theme is the one of model->display.look. */
void screen_draw(struct ui *ui, const struct model *model, struct draw_list *list);

#endif
