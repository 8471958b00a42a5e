#include "screens/update_handlers.h"

/* How things are shown, for the rest of the visit. Every place is laid out anew, so each begins at its top again. */

static bool changed(struct model *model)
{
    for (size_t i = 0; i < model->depth; i++)
        model->places[i].scroll = 0;
    return true;
}

bool update_on_display(struct model *model, const struct action *action, const struct update_context *context,
                       struct err *err)
{
    (void)action;
    return update_go_to(model, context, SCREEN_DISPLAY, NULL, err);
}

bool update_on_text_size(struct model *model, const struct action *action, const struct update_context *context,
                         struct err *err)
{
    (void)context;
    (void)err;
    if (action->number < 0 || action->number >= TEXT_SIZE_COUNT)
        return true;
    model->display.look.text_size = (enum text_size)action->number;
    return changed(model);
}

bool update_on_contrast(struct model *model, const struct action *action, const struct update_context *context,
                        struct err *err)
{
    (void)context;
    (void)err;
    if (action->number >= 0 && action->number < PALETTE_COUNT)
        model->display.look.palette = (enum palette)action->number;
    return true;
}

bool update_on_low_reach(struct model *model, const struct action *action, const struct update_context *context,
                         struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    model->display.low_reach = !model->display.low_reach;
    return changed(model);
}

bool update_on_calm(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    model->display.calm = !model->display.calm;
    return true;
}

bool update_on_slow(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    model->display.slow = !model->display.slow;
    return true;
}

bool update_on_usual_display(struct model *model, const struct action *action, const struct update_context *context,
                             struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    model->display = (struct display){ 0 };
    return changed(model);
}
