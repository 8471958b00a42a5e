#include "screens/print.h"
#include "screens/update_handlers.h"

/* What leaves with the visitor, and what they show to somebody else: of the service that they are looking at, or of
 * the first days, which have no id. */

bool update_on_take(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    const struct place *place = model_place(model);
    (void)action;
    if (place->screen != SCREEN_SERVICE && place->screen != SCREEN_FIRST_DAYS)
        return true;
    return update_go_to(model, context, SCREEN_TAKE_AWAY, place->id, err);
}

bool update_on_show(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    const struct place *place = model_place(model);
    (void)action;
    if (place->screen != SCREEN_SERVICE)
        return true;
    return update_go_to(model, context, SCREEN_SHOW, place->id, err);
}

/* Whoever prints has begun by now. */
bool update_on_print(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    if (model->kiosk->prints && print_can(model))
        model->printing = PRINT_BUSY;
    return true;
}

bool update_on_print_state(struct model *model, const struct action *action, const struct update_context *context,
                           struct err *err)
{
    (void)context;
    (void)err;
    if (action->number >= PRINT_NONE && action->number < PRINT_STATE_COUNT)
        model->printing = (enum print_state)action->number;
    return true;
}
