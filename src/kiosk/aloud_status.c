#include "kiosk/aloud_parts.h"

#include "screens/note.h"
#include "screens/print.h"
#include "text/format.h"
#include "text/message.h"

/* What changes on the screen away from the focus is said by itself. */

void aloud_count_soon(struct app *app, int pause_ms)
{
    app->count_at = model_says_everything(&app->model) ? clock_steady_ms(&app->clock) + pause_ms : 0;
}

static size_t count_of(const struct model *model)
{
    return model_screen(model) == SCREEN_SEARCH ? model->view.search.found.total
                                                : model->view.topic_lists.services.found;
}

static bool can_count(const struct model *model)
{
    return model_screen(model) == SCREEN_TOPIC || (model_screen(model) == SCREEN_SEARCH && model->words[0]);
}

void aloud_tick_count(struct app *app)
{
    if (app->count_at == 0 || clock_steady_ms(&app->clock) < app->count_at || app->voice.job != VOICE_SILENT)
        return;
    app->count_at = 0;
    if (!model_says_everything(&app->model) || !can_count(&app->model))
        return;
    const char *lang = model_lang(&app->model);
    const char *number = format_number(&app->frame, lang, (double)count_of(&app->model), 0);
    /* Translators: said after a search, or after a filter was tapped: how many services and pages there are. */
    aloud_say(app, lang, MESSAGE_FORMAT(&app->frame, message_get(lang, N_("Found: {count}")), { "count", number }));
}

void aloud_say_printing(struct app *app)
{
    const char *lang = model_lang(&app->model), *words = print_state_words(app->model.printing);
    if (words && (model_says_everything(&app->model) || app->model.has_listened))
        aloud_say(app, lang, message_get(lang, words));
}

void aloud_say_note(struct app *app)
{
    const char *lang = model_lang(&app->model);
    if (model_says_everything(&app->model))
        aloud_say(app, lang, message_get(lang, note_answer(model_place_const(&app->model)->is_kept)));
}
