#include "screens/staff.h"
#include "screens/update_handlers.h"

#include <string.h>

/* The staff screen: its parts are places of their own, so that back leads from each to the first. What is asked of the
 * kiosk there has been carried out, or begun, before it comes here. */

static bool is_part(const char *id)
{
    static const char *const parts[] = { STAFF_PART_INSTALL, STAFF_PART_ROLL_BACK, STAFF_PART_COPY, STAFF_PART_CLOCK };
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (strcmp(parts[i], id) == 0)
            return true;
    }
    return false;
}

bool update_on_staff(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    const struct staff *staff = model->kiosk->staff;
    bool is_here = model_place(model)->screen == SCREEN_STAFF;
    bool may_open = !action->arg && model_leads_to_staff(model);
    bool may_go_on = staff && staff->is_open && is_here && action->arg && is_part(action->arg);
    return (!may_open && !may_go_on) || update_go_to(model, context, SCREEN_STAFF, action->arg, err);
}

/* What ends a part leads back to the first one, which says how it went. */
bool update_on_staff_do(struct model *model, const struct action *action, const struct update_context *context,
                        struct err *err)
{
    static const char *const last[] = { "install-now", "rollback-now", "clock-now" };
    (void)context;
    (void)err;
    struct place *place = model_place(model);
    if (place->screen != SCREEN_STAFF || !action->arg)
        return true;
    for (size_t i = 0; i < COUNT(last); i++) {
        if (strcmp(last[i], action->arg) == 0 && place->id[0]) {
            memset(place, 0, sizeof(*place));
            model->depth--;
            model->focus[0] = '\0';
            return true;
        }
    }
    return true;
}

/* What staff need who look after a kiosk without a pack. */
static const bool needs_no_pack[ACT_COUNT] = {
    [ACT_CHOOSE_LANGUAGE] = true, [ACT_LANGUAGES] = true, [ACT_BACK] = true,     [ACT_STAFF] = true,
    [ACT_STAFF_DO] = true,        [ACT_FINISH] = true,    [ACT_SCROLL] = true,   [ACT_PRESS] = true,
    [ACT_FOCUS] = true,           [ACT_CLOCK] = true,     [ACT_GREETING] = true, [ACT_STILL_THERE] = true,
    [ACT_MORE_TIME] = true,
};

bool update_takes(const struct model *model, int kind)
{
    if (!model->kiosk || kind <= ACT_NONE || kind >= ACT_COUNT)
        return false;
    bool is_for_staff = kind == ACT_STAFF || model_is_with_staff(model);
    return model_has_pack(model) || (needs_no_pack[kind] && is_for_staff);
}
