#include "kiosk/aloud_parts.h"

#include "base/list.h"
#include "screens/hint.h"
#include "text/format.h"
#include "text/message.h"
#include "ui/reading.h"

#include <string.h>

/* What is said of a target: parts in their languages, those of one language that follow each other in one sentence. */
struct phrase {
    const char *lang;
    const char *text;
};

struct phrases {
    struct arena *arena;
    struct phrase *at;
    size_t count;
};

static void add(struct phrases *phrases, const char *lang, const char *text)
{
    struct phrase *last = phrases->count > 0 ? &phrases->at[phrases->count - 1] : NULL;
    if (!text[0])
        return;
    if (last && strcmp(last->lang, lang) == 0)
        last->text = arena_printf(phrases->arena, "%s%s%s", last->text, message_get(lang, N_(", ")), text);
    else
        *LIST_ADD(phrases->arena, *phrases) = (struct phrase){ lang, text };
}

static void say(struct app *app, const struct phrases *phrases)
{
    struct voice_maker maker = { .pack = app->pack,
                                 .lang = model_lang(&app->model),
                                 .local = app->kiosk.source_lang,
                                 .languages = { app->kiosk.languages, app->kiosk.language_count },
                                 .shorts = app->shorts };
    voice_begin(&app->voice);
    for (size_t i = 0; i < phrases->count; i++) {
        struct voice_text text = { str_of(phrases->at[i].text), phrases->at[i].lang, VOICE_NO_TEXT, NULL };
        voice_add(&app->voice, &maker, &text);
    }
    voice_start(&app->voice, VOICE_REMARK, app->model.speech, clock_steady_ms(&app->clock));
}

static void add_texts(struct phrases *phrases, const struct draw_list *list, const struct reading_item *item)
{
    for (size_t i = item->first; i < item->end; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->kind != DRAW_TEXT)
            continue;
        const char *said = command->text.said;
        add(phrases, command->text.lang, said ? said : arena_str(phrases->arena, command->text.para->text));
    }
}

/* "Opening hours, heading" */
static void add_heading(struct phrases *phrases, const struct draw_list *list, const struct reading_item *item)
{
    const struct draw_command *command = &list->commands[item->first];
    if (command->kind == DRAW_TEXT && command->text.is_heading)
        /* Translators: said after a text that is the heading of what follows. */
        add(phrases, command->text.lang, message_get(command->text.lang, N_("heading")));
}

static void add_role(struct phrases *phrases, const char *lang, const struct reading_item *item)
{
    const char *number = format_number(phrases->arena, lang, (double)item->number, 0);
    const char *count = format_number(phrases->arena, lang, (double)item->count, 0);
    /* Translators: said after the name of a button: the which of how many that stand together. */
    const char *pattern = message_get(lang, N_("button, {number} of {count}"));
    if (item->count < 2)
        /* Translators: said after the name of a button that stands alone. */
        pattern = message_get(lang, N_("button"));
    add(phrases, lang, MESSAGE_FORMAT(phrases->arena, pattern, { "number", number }, { "count", count }));
}

/* A language is named in itself, or else in the local one by who can't say it. */
static const char *add_language(struct app *app, struct phrases *phrases, const char *tag)
{
    const char *local = app->kiosk.source_lang;
    if (model_has_voice(&app->model, tag)) {
        add(phrases, tag, model_locale(&app->model, tag)->name);
        return tag;
    }
    add(phrases, local, locale_language_name(tag, local, phrases->arena));
    return local;
}

void aloud_say_focus(struct app *app)
{
    app_layout(app);
    struct phrases phrases = { .arena = &app->frame };
    struct reading reading = reading_of(&app->list, &app->frame);
    const struct reading_item *item = reading_find(&reading, app->model.focus);
    const char *lang = model_lang(&app->model);
    if (!item)
        return;
    if (item->region && item->region->action.kind == ACT_CHOOSE_LANGUAGE)
        lang = add_language(app, &phrases, item->region->action.arg);
    else if (item->region && item->region->is_named)
        add(&phrases, item->region->lang, item->region->label);
    else
        add_texts(&phrases, &app->list, item);
    if (item->region)
        add_role(&phrases, lang, item);
    else
        add_heading(&phrases, &app->list, item);
    say(app, &phrases);
}

static const struct reading_item *first_item(const struct app *app, const struct reading *reading)
{
    for (size_t i = 0; model_screen(&app->model) == SCREEN_LANGUAGES && i < reading->count; i++) {
        const struct reading_item *item = &reading->at[i];
        if (item->region && item->region->action.kind == ACT_CHOOSE_LANGUAGE)
            return item;
    }
    return reading_first(reading);
}

void aloud_arrive(struct app *app)
{
    char id[MODEL_ID_MAX] = "";
    app_layout(app);
    struct reading reading = reading_of(&app->list, &app->frame);
    const struct reading_item *item = first_item(app, &reading);
    const char *name = item ? reading_id(item, &app->frame) : "";
    if (strlen(name) < sizeof(id))
        strcpy(id, name);
    if (!model_has_voice(&app->model, model_lang(&app->model)))
        aloud_say_no_voice(app);
    else if (id[0])
        app_act(app, (struct action){ ACT_FOCUS, id, 0 });
}

void aloud_say_level(struct app *app, bool is_volume)
{
    struct arena *arena = &app->frame;
    const struct speech_choice *choice = &app->model.speech;
    const char *lang = model_lang(&app->model);
    app_layout(app);
    if (is_volume) {
        const char *number = format_number(arena, lang, choice->volume, 0);
        const char *most = format_number(arena, lang, app->kiosk.volume_limit, 0);
        aloud_say(app, lang,
                  /* Translators: said when the voice was made louder or softer. */
                  MESSAGE_FORMAT(arena, message_get(lang, N_("Volume {number} of {count}")), { "number", number },
                                 { "count", most }));
        return;
    }
    const char *number = format_number(arena, lang, choice->rate + SPEECH_RATE_MOST + 1, 0);
    const char *most = format_number(arena, lang, 2 * SPEECH_RATE_MOST + 1, 0);
    aloud_say(app, lang,
              /* Translators: said when the voice was made faster or slower. */
              MESSAGE_FORMAT(arena, message_get(lang, N_("Speed {number} of {count}")), { "number", number },
                             { "count", most }));
}

void aloud_say_help(struct app *app)
{
    const char *lang = model_lang(&app->model);
    const char *known = model_has_voice(&app->model, lang) ? lang : app->kiosk.source_lang;
    aloud_say(app, known, message_get(known, hint_keys));
}

/* Who can't read it on the screen hears it in the local language, which is no secret to them. */
void aloud_say_no_voice(struct app *app)
{
    const char *local = app->kiosk.source_lang;
    app_layout(app);
    const char *name = locale_language_name(model_lang(&app->model), local, &app->frame);
    aloud_say(app, local, MESSAGE_FORMAT(&app->frame, message_get(local, hint_no_voice), { "language", name }));
}
