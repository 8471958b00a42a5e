/* Asks the pack for what the model's current place shows. Internal to screens. */
#ifndef MAISON_SCREENS_LOAD_H
#define MAISON_SCREENS_LOAD_H

#include "screens/update.h"

/* Resets the view's arena and fills model->view. */
bool load_view(struct model *model, const struct update_context *context, struct err *err);

#endif
