#include "kiosk/aloud_parts.h"

#include "ui/reading.h"

#include <string.h>

static struct voice_maker maker_for(const struct app *app, const char *lang)
{
    return (struct voice_maker){ .pack = app->pack,
                                 .lang = lang,
                                 .local = app->kiosk.source_lang,
                                 .languages = { app->kiosk.languages, app->kiosk.language_count },
                                 .shorts = app->shorts };
}

void aloud_say(struct app *app, const char *lang, const char *text)
{
    struct voice_maker maker = maker_for(app, lang);
    struct voice_text said = { str_of(text), lang, VOICE_NO_TEXT, NULL };
    voice_begin(&app->voice);
    voice_add(&app->voice, &maker, &said);
    voice_start(&app->voice, VOICE_REMARK, app->model.speech, clock_steady_ms(&app->clock));
}

struct adding {
    struct voice *voice;
    struct voice_maker maker;
    bool is_shown; /* its words can be shown as they are said */
};

static size_t add_texts(const struct adding *adding, const struct draw_list *list, const struct reading_item *item)
{
    size_t count = 0;
    for (size_t i = item->first; i < item->end; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->kind != DRAW_TEXT)
            continue;
        struct voice_text text = { command->text.para->text, command->text.lang,
                                   adding->is_shown ? item->text + count : VOICE_NO_TEXT, command->text.said };
        voice_add(adding->voice, &adding->maker, &text);
        count++;
    }
    return count;
}

static bool is_letter_key(const struct reading_item *item)
{
    return item->region && strncmp(item->region->id, "key/", 4) == 0;
}

static void add_list(const struct adding *adding, const struct draw_list *list, struct arena *arena)
{
    struct reading reading = reading_of(list, arena);
    for (size_t i = 0; i < reading.count; i++) {
        const struct reading_item *item = &reading.at[i];
        if (!item->in_content || is_letter_key(item) || add_texts(adding, list, item) > 0 || !item->region)
            continue;
        struct voice_text label = { str_of(item->region->label), item->region->lang, VOICE_NO_TEXT, NULL };
        voice_add(adding->voice, &adding->maker, &label);
    }
}

void aloud_add_screen(struct app *app)
{
    struct adding adding = { &app->voice, maker_for(app, model_lang(&app->model)), true };
    voice_begin(&app->voice);
    app_layout(app);
    add_list(&adding, &app->list, &app->frame);
}

/* A copy of the model shows the place in the local language; the visitor's own does not notice. */
void aloud_add_local_screen(struct app *app)
{
    struct model local = app->model;
    struct update_context context = { app->pack, &app->warm.view };
    struct err ignored = { 0 };
    struct draw_list list;
    struct adding adding = { &app->voice, maker_for(app, app->kiosk.source_lang), false };
    voice_begin(&app->voice);
    local.hint = HINT_NONE;
    strcpy(local.lang, model_locale(&local, app->kiosk.source_lang)->tag);
    if (!update(&local, (struct action){ ACT_CLOCK, NULL, 0 }, &context, &ignored))
        return;
    arena_reset(&app->warm.frame);
    struct ui ui = app_ui(app, &app->warm.frame, &app->theme);
    screen_draw(&ui, &local, &list);
    add_list(&adding, &list, &app->warm.frame);
}

bool aloud_can_start(const struct app *app)
{
    const char *lang = model_lang(&app->model);
    if (model_has_voice(&app->model, lang))
        return voice_can_start(&app->voice);
    for (size_t i = 0; i < app->voice.lines.count; i++) {
        const struct voice_line *line = &app->voice.lines.at[i];
        if (line->clip.len > 0 && strcmp(line->lang, lang) == 0)
            return true;
    }
    return false;
}
