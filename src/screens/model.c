#include "screens/model.h"

#include <string.h>

struct place *model_place(struct model *model)
{
    return &model->places[model->depth > 0 ? model->depth - 1 : 0];
}

const struct place *model_place_const(const struct model *model)
{
    return &model->places[model->depth > 0 ? model->depth - 1 : 0];
}

enum screen_id model_screen(const struct model *model)
{
    if (!model_has_pack(model) && !model_is_with_staff(model))
        return SCREEN_PROBLEM;
    return model->still_there ? SCREEN_STILL_THERE : model_place_const(model)->screen;
}

int model_scroll(const struct model *model)
{
    return model->still_there ? model->question_scroll : model_place_const(model)->scroll;
}

const char *model_lang(const struct model *model)
{
    if (model->lang[0])
        return model->lang;
    return model->kiosk ? model->kiosk->source_lang : "en";
}

const struct locale *model_locale(const struct model *model, const char *tag)
{
    const struct kiosk *kiosk = model->kiosk;
    for (size_t i = 0; i < kiosk->language_count; i++) {
        if (strcmp(kiosk->languages[i].tag, tag) == 0)
            return &kiosk->languages[i];
    }
    return &kiosk->languages[0];
}

bool model_is_sensitive(const struct model *model)
{
    switch (model_screen(model)) {
    case SCREEN_TOPIC:
    case SCREEN_WRONG:
        return model->view.topic.sensitive;
    case SCREEN_PAGE:
        return model->view.page.sensitive || model->view.topic.sensitive;
    case SCREEN_SERVICE:
        return model->view.service.sensitive;
    case SCREEN_PHRASE:
        return model->view.phrase.sensitive;
    case SCREEN_TAKE_AWAY:
        return !model_place_const(model)->id[0] || model->view.service.sensitive;
    case SCREEN_SHOW:
        return model->view.service.sensitive;
    case SCREEN_EMERGENCY: /* whom one calls, and what one has come to do, may be dangerous to be seen */
    case SCREEN_FIRST_DAYS:
        return true;
    default:
        return false;
    }
}

const char *model_last_letter(const struct model *model, struct arena *arena)
{
    size_t length = strlen(model->words);
    return arena_strdup(arena, model->words + str_last_letter(str_of(model->words).at, length));
}

bool model_is_ticked(const struct model *model, const char *step)
{
    for (size_t i = 0; i < MODEL_TICKS; i++) {
        if (model->ticks[i][0] && strcmp(model->ticks[i], step) == 0)
            return true;
    }
    return false;
}

bool display_is_usual(const struct display *display)
{
    return display->look.palette == PALETTE_LIGHT && display->look.text_size == TEXT_USUAL && !display->low_reach &&
           !display->calm && !display->slow;
}

bool model_has_pack(const struct model *model)
{
    return model->kiosk && model->problem == ERR_NONE;
}

bool model_says_everything(const struct model *model)
{
    return model->speech.mode == SPEECH_EVERYTHING;
}

bool model_is_with_staff(const struct model *model)
{
    for (size_t i = 0; i < model->depth && model->kiosk; i++) {
        if (model->places[i].screen == SCREEN_STAFF)
            return true;
    }
    return false;
}

bool model_leads_to_staff(const struct model *model)
{
    if (!model->kiosk || !model->kiosk->staff)
        return false;
    enum screen_id screen = model_screen(model);
    return screen == SCREEN_PROBLEM || (screen == SCREEN_LANGUAGES && model->depth == 1 && !model->lang[0]);
}

bool model_is_visited(const struct model *model)
{
    struct speech_choice usual = model_usual_speech(model);
    bool speaks_differently = model->speech.mode != usual.mode || model->speech.rate != usual.rate ||
                              model->speech.volume != usual.volume || model->has_listened;
    return model->lang[0] || model->depth > 1 || model_place_const(model)->screen != SCREEN_LANGUAGES ||
           speaks_differently || !display_is_usual(&model->display);
}

bool model_has_voice(const struct model *model, const char *tag)
{
    const struct kiosk *kiosk = model->kiosk;
    for (size_t i = 0; kiosk && kiosk->has_voice && i < kiosk->language_count; i++) {
        if (strcmp(kiosk->languages[i].tag, tag) == 0)
            return kiosk->has_voice[i];
    }
    return false;
}

struct speech_choice model_usual_speech(const struct model *model)
{
    return (struct speech_choice){ .volume = model->kiosk ? model->kiosk->volume : SPEECH_VOLUME_LEAST };
}

void model_wipe(struct model *model)
{
    struct model fresh = { .kiosk = model->kiosk,
                           .now = model->now,
                           .greeting = model->greeting,
                           .problem = model->problem,
                           .problem_langs = model->problem_langs,
                           .problem_lang_count = model->problem_lang_count,
                           .speech = model_usual_speech(model),
                           .depth = 1 };
    explicit_bzero(model, sizeof(*model));
    *model = fresh;
}
