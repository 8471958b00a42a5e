/* What is shown to the person at a desk: a large card in the local language, whose reader it is laid out for. Internal
 * to screens. */
#ifndef MAISON_SCREENS_DESK_H
#define MAISON_SCREENS_DESK_H

#include "screens/parts.h"

/* An empty card but for "Please read this". */
struct node *desk_card(struct ui *ui, struct node *parent, const struct model *model);

#endif
