#include "screens/update.h"

#include "screens/load.h"
#include "screens/update_handlers.h"
#include "text/message.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

bool update_copy_id(char out[MODEL_ID_MAX], const char *id)
{
    if (!id || strlen(id) >= MODEL_ID_MAX)
        return false;
    char copy[MODEL_ID_MAX]; /* `id` may stand in the place that is overwritten */
    snprintf(copy, sizeof(copy), "%s", id);
    memcpy(out, copy, sizeof(copy));
    return true;
}

/* What the printer said of a page belongs to the place where it was asked for; one that is on its way stays said. */
static void forget_printed(struct model *model)
{
    if (model->printing != PRINT_BUSY)
        model->printing = PRINT_NONE;
}

static struct place *push_place(struct model *model, enum screen_id screen)
{
    if (model->depth == MODEL_DEPTH) {
        memmove(&model->places[1], &model->places[2], (MODEL_DEPTH - 2) * sizeof(model->places[0]));
        model->depth--;
    }
    struct place *place = &model->places[model->depth++];
    memset(place, 0, sizeof(*place));
    place->screen = screen;
    model->focus[0] = '\0';
    model->hint = HINT_NONE;
    return place;
}

bool update_go_to(struct model *model, const struct update_context *context, enum screen_id screen, const char *id,
                  struct err *err)
{
    const struct place *here = model_place_const(model);
    if (here->screen == screen && strcmp(here->id, id ? id : "") == 0)
        return true;
    struct model before = *model;
    struct place *place = push_place(model, screen);
    forget_printed(model);
    if (id && !update_copy_id(place->id, id)) {
        *model = before;
        return err_set(err, ERR_MISSING, "there is no %.40s…", id);
    }
    if (load_view(model, context, err))
        return true;
    if (err->code == ERR_MISSING) {
        struct err again = { 0 };
        *model = before;
        if (!load_view(model, context, &again))
            *err = again;
    }
    return false;
}

static bool on_choose_language(struct model *model, const struct action *action, const struct update_context *context,
                               struct err *err)
{
    const struct locale *locale = NULL;
    for (size_t i = 0; i < model->kiosk->language_count; i++) {
        if (action->arg && strcmp(model->kiosk->languages[i].tag, action->arg) == 0)
            locale = &model->kiosk->languages[i];
    }
    if (!locale)
        return true;
    update_copy_id(model->lang, locale->tag);
    if (model->depth > 1 && model_place(model)->screen == SCREEN_LANGUAGES) {
        model->depth--; /* back to the same content, now in this language */
        model->focus[0] = '\0';
        model->hint = HINT_NONE;
        return load_view(model, context, err);
    }
    return update_go_to(model, context, SCREEN_HOME, NULL, err);
}

static bool on_languages(struct model *model, const struct action *action, const struct update_context *context,
                         struct err *err)
{
    (void)action;
    if (model_place(model)->screen == SCREEN_HIDDEN) {
        model_wipe(model);
        return load_view(model, context, err);
    }
    return update_go_to(model, context, SCREEN_LANGUAGES, NULL, err);
}

/* Home is below everything else, so that back from it leads to the languages. */
static bool on_home(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)action;
    if (!model->lang[0])
        return true;
    model->depth = 1;
    return update_go_to(model, context, SCREEN_HOME, NULL, err);
}

static bool on_back(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)action;
    if (model->depth <= 1)
        return true;
    memset(model_place(model), 0, sizeof(struct place));
    model->depth--;
    model->focus[0] = '\0';
    model->hint = HINT_NONE;
    forget_printed(model);
    return load_view(model, context, err);
}

static bool on_topic(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    return update_go_to(model, context, SCREEN_TOPIC, action->arg, err);
}

static bool on_page(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    return update_go_to(model, context, SCREEN_PAGE, action->arg, err);
}

static bool on_service(struct model *model, const struct action *action, const struct update_context *context,
                       struct err *err)
{
    return update_go_to(model, context, SCREEN_SERVICE, action->arg, err);
}

static bool on_first_days(struct model *model, const struct action *action, const struct update_context *context,
                          struct err *err)
{
    (void)action;
    return update_go_to(model, context, SCREEN_FIRST_DAYS, NULL, err);
}

/* Ticking takes the first free place; when all are taken, nothing is ticked. */
static bool on_step(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)context;
    (void)err;
    bool was_ticked = action->arg && model_is_ticked(model, action->arg);
    for (size_t i = 0; i < MODEL_TICKS && action->arg; i++) {
        char *tick = model->ticks[i];
        if (was_ticked && strcmp(tick, action->arg) == 0)
            memset(tick, 0, MODEL_ID_MAX);
        if (!was_ticked && !tick[0]) {
            (void)update_copy_id(tick, action->arg);
            break;
        }
    }
    return true;
}

static bool on_phrases(struct model *model, const struct action *action, const struct update_context *context,
                       struct err *err)
{
    (void)action;
    return update_go_to(model, context, SCREEN_PHRASES, NULL, err);
}

static bool on_phrase(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    return update_go_to(model, context, SCREEN_PHRASE, action->arg, err);
}

static bool on_answer(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    (void)context;
    (void)err;
    struct place *place = model_place(model);
    bool taken_back = action->arg && strcmp(place->answer, action->arg) == 0;
    if (taken_back || !update_copy_id(place->answer, action->arg))
        memset(place->answer, 0, sizeof(place->answer));
    return true;
}

static bool on_emergency(struct model *model, const struct action *action, const struct update_context *context,
                         struct err *err)
{
    (void)action;
    return update_go_to(model, context, SCREEN_EMERGENCY, NULL, err);
}

static bool on_about(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)action;
    return update_go_to(model, context, SCREEN_ABOUT, NULL, err);
}

static bool on_facet(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    enum facet facet;
    struct place *place = model_place(model);
    if (place->screen != SCREEN_TOPIC || !action->arg || !facet_from_id(&facet, action->arg))
        return true;
    place->wanted[facet] = !place->wanted[facet];
    place->more = 0;
    return load_view(model, context, err);
}

static bool on_more(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)action;
    const struct service_list *services = &model->view.topic_lists.services;
    if (model_place(model)->screen != SCREEN_TOPIC || services->count >= services->found)
        return true;
    model_place(model)->more++;
    return load_view(model, context, err);
}

static bool on_finish(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    (void)action;
    model_wipe(model);
    return load_view(model, context, err);
}

/* Hiding ends the visit as Finish does, so that back has nowhere to return to; it only shows something else. */
static bool on_hide(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    (void)action;
    model_wipe(model);
    model_place(model)->screen = SCREEN_HIDDEN;
    return load_view(model, context, err);
}

static bool on_more_time(struct model *model, const struct action *action, const struct update_context *context,
                         struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    model->still_there = false;
    model->countdown = model->question_scroll = 0;
    return true;
}

/* The question covers the place and must leave it as it was. */
static int *scroll_of(struct model *model)
{
    return model->still_there ? &model->question_scroll : &model_place(model)->scroll;
}

static bool on_scroll(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    (void)context;
    (void)err;
    int *scroll = scroll_of(model);
    int offset = *scroll + action->number;
    *scroll = offset < 0 ? 0 : offset;
    return true;
}

static bool on_press(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)context;
    (void)err;
    if (!update_copy_id(model->pressed, action->arg))
        model->pressed[0] = '\0';
    return true;
}

static bool on_focus(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)context;
    (void)err;
    if (!update_copy_id(model->focus, action->arg))
        model->focus[0] = '\0';
    return true;
}

static bool on_clock(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)action;
    return load_view(model, context, err);
}

static bool on_greeting(struct model *model, const struct action *action, const struct update_context *context,
                        struct err *err)
{
    (void)action;
    (void)context;
    (void)err;
    int count = (int)model->kiosk->language_count;
    for (int step = 1; step <= count; step++) {
        int next = (model->greeting + step) % count;
        if (message_has(model->kiosk->languages[next].tag)) {
            model->greeting = next;
            break;
        }
    }
    return true;
}

static bool on_still_there(struct model *model, const struct action *action, const struct update_context *context,
                           struct err *err)
{
    (void)context;
    (void)err;
    model->still_there = true;
    model->countdown = action->number;
    model->focus[0] = '\0';
    return true;
}

static handler_fn *const handlers[] = {
    [ACT_NONE] = NULL,
    [ACT_CHOOSE_LANGUAGE] = on_choose_language,
    [ACT_LANGUAGES] = on_languages,
    [ACT_HOME] = on_home,
    [ACT_BACK] = on_back,
    [ACT_TOPIC] = on_topic,
    [ACT_PAGE] = on_page,
    [ACT_SERVICE] = on_service,
    [ACT_SEARCH] = update_on_search,
    [ACT_TYPE] = update_on_type,
    [ACT_RETYPE] = update_on_retype,
    [ACT_ERASE] = update_on_erase,
    [ACT_CLEAR] = update_on_clear,
    [ACT_SWITCH_KEYS] = update_on_switch_keys,
    [ACT_FIRST_DAYS] = on_first_days,
    [ACT_STEP] = on_step,
    [ACT_PHRASES] = on_phrases,
    [ACT_PHRASE] = on_phrase,
    [ACT_ANSWER] = on_answer,
    [ACT_WRONG] = update_on_wrong,
    [ACT_NOTE] = update_on_note,
    [ACT_TAKE] = update_on_take,
    [ACT_SHOW] = update_on_show,
    [ACT_PRINT] = update_on_print,
    [ACT_PRINT_STATE] = update_on_print_state,
    [ACT_STAFF] = update_on_staff,
    [ACT_STAFF_DO] = update_on_staff_do,
    [ACT_EMERGENCY] = on_emergency,
    [ACT_ABOUT] = on_about,
    [ACT_DISPLAY] = update_on_display,
    [ACT_TEXT_SIZE] = update_on_text_size,
    [ACT_CONTRAST] = update_on_contrast,
    [ACT_LOW_REACH] = update_on_low_reach,
    [ACT_CALM] = update_on_calm,
    [ACT_SLOW] = update_on_slow,
    [ACT_USUAL_DISPLAY] = update_on_usual_display,
    [ACT_FACET] = on_facet,
    [ACT_MORE] = on_more,
    [ACT_LISTEN] = update_on_listen,
    [ACT_LISTEN_LOCAL] = update_on_listen_local,
    [ACT_SAY] = update_on_say,
    [ACT_GREET] = update_on_greet,
    [ACT_SPEECH_MODE] = update_on_speech_mode,
    [ACT_RATE] = update_on_rate,
    [ACT_VOLUME] = update_on_volume,
    [ACT_KEYS_HELP] = update_on_keys_help,
    [ACT_FINISH] = on_finish,
    [ACT_HIDE] = on_hide,
    [ACT_MORE_TIME] = on_more_time,
    [ACT_SCROLL] = on_scroll,
    [ACT_PRESS] = on_press,
    [ACT_FOCUS] = on_focus,
    [ACT_CLOCK] = on_clock,
    [ACT_GREETING] = on_greeting,
    [ACT_STILL_THERE] = on_still_there,
};
static_assert(COUNT(handlers) == ACT_COUNT, "each action needs a handler");

/* Hide is explained on the first sensitive screen of a visit, for as long as it shows. */
static void learn_hide(struct model *model, const struct place *before, bool was_sensitive)
{
    const struct place *now = model_place_const(model);
    if (was_sensitive && (now->screen != before->screen || strcmp(now->id, before->id) != 0))
        model->knows_hide = model_is_visited(model) && model_screen(model) != SCREEN_HIDDEN;
}

bool update(struct model *model, struct action action, const struct update_context *context, struct err *err)
{
    struct err local = { 0 };
    if (!update_takes(model, action.kind))
        return true;
    struct place before = *model_place_const(model);
    bool was_sensitive = model_is_sensitive(model);
    if (handlers[action.kind](model, &action, context, &local)) {
        learn_hide(model, &before, was_sensitive);
        return true;
    }
    if (local.code != ERR_MISSING) {
        model_wipe(model);
        arena_reset(context->view);
        model->problem = local.code;
    }
    *err = local;
    return false;
}

void update_clamp_scroll(struct model *model, int most)
{
    int *scroll = scroll_of(model);
    if (*scroll > most)
        *scroll = most > 0 ? most : 0;
}
