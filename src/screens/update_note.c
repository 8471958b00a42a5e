#include "screens/note.h"
#include "screens/update_handlers.h"

#include <stdio.h>
#include <string.h>

/* What a visitor says is wrong with the service or page that they were looking at. */

bool update_on_wrong(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    static const char *const tables[SCREEN_COUNT] = { [SCREEN_SERVICE] = "services", [SCREEN_PAGE] = "guide" };
    const struct place *place = model_place(model);
    char record[MODEL_ID_MAX];
    (void)action;
    if (!model->kiosk->takes_notes || !tables[place->screen])
        return true;
    int length = snprintf(record, sizeof(record), "%s/%s", tables[place->screen], place->id);
    if (length < 0 || (size_t)length >= sizeof(record))
        return true;
    return update_go_to(model, context, SCREEN_WRONG, record, err);
}

/* Whoever writes the note down has done so by now, or could not: then `number` is 0. */
bool update_on_note(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    struct place *place = model_place(model);
    (void)context;
    (void)err;
    if (place->screen != SCREEN_WRONG || !note_is_kind(action->arg))
        return true;
    (void)update_copy_id(place->answer, action->arg);
    place->is_kept = action->number != 0;
    place->scroll = 0;
    return true;
}
