#include "screens/update_handlers.h"

/* How the kiosk speaks. What it says is not the model's: whoever runs the voice looks at the same actions. */

bool update_on_listen(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    (void)context;
    (void)err;
    model->has_listened = true;
    model->hint = action->number != 0 || model_has_voice(model, model_lang(model)) ? HINT_NONE : HINT_NO_VOICE;
    return true;
}

bool update_on_listen_local(struct model *model, const struct action *action, const struct update_context *context,
                            struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    model->has_listened = true;
    return true;
}

bool update_on_say(struct model *model, const struct action *action, const struct update_context *context,
                   struct err *err)
{
    return update_on_listen_local(model, action, context, err);
}

/* Somebody who looks for their language on the resting screen is no visit yet. */
bool update_on_greet(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)model;
    (void)action;
    (void)context;
    (void)err;
    return true;
}

bool update_on_speech_mode(struct model *model, const struct action *action, const struct update_context *context,
                           struct err *err)
{
    (void)context;
    (void)err;
    if (action->number >= 0 && action->number < SPEECH_MODE_COUNT)
        model->speech.mode = (enum speech_mode)action->number;
    return true;
}

static int step(int value, int by, int least, int most)
{
    value += by;
    return value < least ? least : value > most ? most : value;
}

bool update_on_rate(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)context;
    (void)err;
    model->speech.rate = step(model->speech.rate, action->number, -SPEECH_RATE_MOST, SPEECH_RATE_MOST);
    return true;
}

bool update_on_volume(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    (void)context;
    (void)err;
    model->speech.volume = step(model->speech.volume, action->number, SPEECH_VOLUME_LEAST, model->kiosk->volume_limit);
    return true;
}

/* The same key again takes the words away. */
bool update_on_keys_help(struct model *model, const struct action *action, const struct update_context *context,
                         struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    model->hint = model->hint == HINT_KEYS && !model_says_everything(model) ? HINT_NONE : HINT_KEYS;
    return true;
}

void update_spoken(struct model *model, bool is_reading, struct spoken_word word)
{
    model->is_reading = is_reading;
    model->spoken = word;
}
