#include "kiosk/aloud.h"

#include "kiosk/aloud_parts.h"
#include "text/message.h"

#include <assert.h>
#include <string.h>

#define TYPING_PAUSE_MS 1500 /* after the last letter */
#define FILTER_PAUSE_MS 300

struct aloud_before aloud_before(const struct app *app)
{
    const struct place *place = model_place_const(&app->model);
    enum screen_id screen = model_screen(&app->model);
    uint64_t key = str_hash(&screen, sizeof(screen), STR_HASH_SEED);
    key = str_hash(place->id, strlen(place->id), key);
    key = str_hash(&app->model.depth, sizeof(app->model.depth), key);
    key = str_hash(app->model.lang, strlen(app->model.lang), key);
    return (struct aloud_before){ key, app->model.problem };
}

static int64_t now(const struct app *app)
{
    return clock_steady_ms(&app->clock);
}

static void start(struct app *app, enum voice_job job)
{
    voice_start(&app->voice, job, app->model.speech, now(app));
}

struct action aloud_prepare(struct app *app, struct action action)
{
    if (action.kind != ACT_LISTEN)
        return action;
    bool stops = app->voice.interrupted == VOICE_SCREEN;
    if (!stops)
        aloud_add_screen(app);
    action.number = stops || aloud_can_start(app);
    return action;
}

/* Whoever taps Listen while the screen is read wants it to stop, and it has. */
static bool was_to_stop(struct app *app)
{
    bool stopped = app->voice.interrupted == VOICE_SCREEN;
    app->voice.interrupted = VOICE_SILENT;
    return stopped;
}

static void on_listen(struct app *app, struct action action)
{
    if (was_to_stop(app))
        return;
    if (action.number != 0)
        start(app, VOICE_SCREEN);
    else if (model_says_everything(&app->model))
        aloud_say_no_voice(app);
}

static void on_listen_local(struct app *app, struct action action)
{
    (void)action;
    if (was_to_stop(app))
        return;
    aloud_add_local_screen(app);
    start(app, VOICE_SCREEN);
}

static void on_say(struct app *app, struct action action)
{
    aloud_say(app, app->kiosk.source_lang, action.arg ? action.arg : "");
}

static void on_greet(struct app *app, struct action action)
{
    if (action.arg)
        aloud_say(app, action.arg, message_get(action.arg, N_("Welcome")));
}

static void on_focus(struct app *app, struct action action)
{
    (void)action;
    if (model_says_everything(&app->model))
        aloud_say_focus(app);
}

static void on_mode(struct app *app, struct action action)
{
    (void)action;
    if (model_says_everything(&app->model))
        aloud_arrive(app);
    else
        voice_begin(&app->voice);
}

static void on_level(struct app *app, struct action action)
{
    if (app->model.speech.mode == SPEECH_OFF)
        return;
    if (app->voice.job == VOICE_SCREEN)
        voice_change(&app->voice, app->model.speech, now(app));
    else
        aloud_say_level(app, action.kind == ACT_VOLUME);
}

static void on_help(struct app *app, struct action action)
{
    (void)action;
    if (app->model.speech.mode != SPEECH_OFF && app->model.hint == HINT_KEYS)
        aloud_say_help(app);
}

/* Heard three times in the half minute that is left, by who has listened before. */
static void on_still_there(struct app *app, struct action action)
{
    bool listens = model_says_everything(&app->model) || app->model.has_listened;
    if (!listens || action.number % 10 != 0 || action.number == 0)
        return;
    aloud_add_screen(app);
    start(app, VOICE_REMARK);
}

static void on_typed(struct app *app, struct action action)
{
    (void)action;
    if (model_says_everything(&app->model) && model_screen(&app->model) == SCREEN_SEARCH)
        aloud_say(app, model_lang(&app->model), app->model.words);
    aloud_count_soon(app, TYPING_PAUSE_MS);
}

static void on_facet(struct app *app, struct action action)
{
    (void)action;
    if (model_says_everything(&app->model))
        aloud_say_focus(app);
    aloud_count_soon(app, FILTER_PAUSE_MS);
}

static void on_printing(struct app *app, struct action action)
{
    (void)action;
    aloud_say_printing(app);
}

static void on_note(struct app *app, struct action action)
{
    (void)action;
    aloud_say_note(app);
}

static void stay_silent(struct app *app, struct action action)
{
    (void)app;
    (void)action;
}

/* What these do is heard in their own way; after any other the place is told if it is new, else what has the focus. */
static void (*const by_action[ACT_COUNT])(struct app *, struct action) = {
    [ACT_LISTEN] = on_listen,   [ACT_LISTEN_LOCAL] = on_listen_local,
    [ACT_SAY] = on_say,         [ACT_GREET] = on_greet,
    [ACT_FOCUS] = on_focus,     [ACT_SPEECH_MODE] = on_mode,
    [ACT_VOLUME] = on_level,    [ACT_RATE] = on_level,
    [ACT_KEYS_HELP] = on_help,  [ACT_STILL_THERE] = on_still_there,
    [ACT_TYPE] = on_typed,      [ACT_RETYPE] = on_typed,
    [ACT_ERASE] = on_typed,     [ACT_CLEAR] = on_typed,
    [ACT_FACET] = on_facet,     [ACT_NOTE] = on_note,
    [ACT_PRINT] = on_printing,  [ACT_PRINT_STATE] = on_printing,
    [ACT_SCROLL] = stay_silent, [ACT_PRESS] = stay_silent,
    [ACT_CLOCK] = stay_silent,  [ACT_GREETING] = stay_silent,
};

void aloud_after(struct app *app, struct action action, const struct aloud_before *before)
{
    if (app->model.problem != ERR_NONE || action.kind <= ACT_NONE || action.kind >= ACT_COUNT)
        return;
    if (by_action[action.kind] != stay_silent)
        app->count_at = 0;
    if (by_action[action.kind]) {
        by_action[action.kind](app, action);
        return;
    }
    if (aloud_before(app).place != before->place)
        voice_begin(&app->voice);
    if (!model_says_everything(&app->model))
        return;
    if (aloud_before(app).place != before->place)
        aloud_arrive(app);
    else
        aloud_say_focus(app);
}

/* The screen goes along with what is read. */
static void follow(struct app *app, size_t text)
{
    size_t number = 0;
    app_layout(app);
    for (size_t i = 0; i < app->list.command_count; i++) {
        const struct draw_command *command = &app->list.commands[i];
        if (command->kind != DRAW_TEXT || number++ != text)
            continue;
        if (i >= app->list.scroll.first && i < app->list.scroll.end)
            app_reveal(app, command->rect);
        return;
    }
}

void aloud_tick(struct app *app)
{
    size_t before = app->model.spoken.shown ? app->model.spoken.text : VOICE_NO_TEXT;
    bool changed = voice_tick(&app->voice, now(app));
    aloud_tick_count(app);
    bool is_reading = app->voice.job == VOICE_SCREEN;
    const struct spoken_word *shown = &app->voice.shown;
    if (app->voice.job != VOICE_SILENT)
        session_input(&app->session, now(app)); /* who listens has not gone away */
    if (!changed && is_reading == app->model.is_reading && shown->shown == app->model.spoken.shown)
        return;
    update_spoken(&app->model, is_reading, *shown);
    app->is_stale = true;
    if (shown->shown && shown->text != before)
        follow(app, shown->text);
}
