/* What the handlers of actions share, and those that have files of their own. Internal to screens. */
#ifndef MAISON_SCREENS_UPDATE_HANDLERS_H
#define MAISON_SCREENS_UPDATE_HANDLERS_H

#include "screens/update.h"

typedef bool handler_fn(struct model *, const struct action *, const struct update_context *, struct err *);

/* False for an id that is longer than any pack may have; `id` may stand in the place that is overwritten. */
bool update_copy_id(char out[MODEL_ID_MAX], const char *id);

/* Shows another place, from which back returns; ERR_MISSING leaves the model as it was. */
bool update_go_to(struct model *model, const struct update_context *context, enum screen_id screen, const char *id,
                  struct err *err);

/* update_search.c: what is typed */
handler_fn update_on_search, update_on_type, update_on_retype, update_on_erase, update_on_clear, update_on_switch_keys;

/* update_speech.c: how the kiosk speaks */
handler_fn update_on_listen, update_on_listen_local, update_on_say, update_on_greet, update_on_speech_mode,
    update_on_rate, update_on_volume, update_on_keys_help;

/* update_note.c: what a visitor says is wrong */
handler_fn update_on_wrong, update_on_note;

/* update_display.c: how things are shown */
handler_fn update_on_display, update_on_text_size, update_on_contrast, update_on_low_reach, update_on_calm,
    update_on_slow, update_on_usual_display;
/* update_staff.c: the staff screen */
handler_fn update_on_staff, update_on_staff_do;

/* update_take.c: what leaves with the visitor, and what is shown to somebody else */
handler_fn update_on_take, update_on_show, update_on_print, update_on_print_state;

#endif
