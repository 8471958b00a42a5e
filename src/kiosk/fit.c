#include "kiosk/fit.h"

#include "base/list.h"
#include "kiosk/app.h"
#include "text/breaks.h"
#include "text/language.h"

#include <stdio.h>
#include <string.h>

static const struct screen_size {
    int width, height;
    double diagonal; /* inches */
} sizes[] = {
    { 1920, 1080, 24 }, { 1080, 1920, 24 }, { 1366, 768, 15.6 }, { 768, 1366, 15.6 }, { 1280, 1024, 19 },
};

/* An action that leads to a screen. */
struct way {
    int kind;
    const char *arg;
};

struct fit {
    struct app *app;
    const struct screen_size *size;
    const char *lang;
    struct languages languages;
    struct arena scratch; /* of one screen */
    struct arena arena;   /* all that follows */
    struct {
        struct way *at;
        size_t count;
    } ways; /* in the language at hand, those that have been gone and those to come */
    struct {
        const char **at;
        size_t count;
    } told;
    size_t screens;
    size_t found;
};

static void fit_end(struct fit *fit)
{
    languages_destroy(&fit->languages);
    arena_destroy(&fit->scratch);
    arena_destroy(&fit->arena);
}

static bool leads_on(int kind)
{
    static const bool leads[ACT_COUNT] = {
        [ACT_TOPIC] = true,      [ACT_PAGE] = true,    [ACT_SERVICE] = true, [ACT_EMERGENCY] = true,
        [ACT_FIRST_DAYS] = true, [ACT_PHRASES] = true, [ACT_PHRASE] = true,  [ACT_ABOUT] = true,
        [ACT_LANGUAGES] = true,  [ACT_SEARCH] = true,
    };
    return kind > ACT_NONE && kind < ACT_COUNT && leads[kind];
}

static void add_way(struct fit *fit, struct action action)
{
    const char *arg = action.arg ? action.arg : "";
    for (size_t i = 0; i < fit->ways.count; i++) {
        if (fit->ways.at[i].kind == action.kind && strcmp(fit->ways.at[i].arg, arg) == 0)
            return;
    }
    *LIST_ADD(&fit->arena, fit->ways) = (struct way){ action.kind, arena_strdup(&fit->arena, arg) };
}

/* The same word stands on many screens and is too long on all of them. */
static bool is_new(struct fit *fit, const char *what)
{
    const char *key = arena_printf(&fit->scratch, "%s %s", fit->lang, what);
    for (size_t i = 0; i < fit->told.count; i++) {
        if (strcmp(fit->told.at[i], key) == 0)
            return false;
    }
    *LIST_ADD(&fit->arena, fit->told) = arena_strdup(&fit->arena, key);
    return true;
}

static void tell(struct fit *fit, struct str text, const char *what)
{
    const struct model *model = &fit->app->model;
    const char *said = arena_printf(&fit->scratch, "%.*s%s", STR_FMT(text), what);
    if (!is_new(fit, said))
        return;
    const char *id = model_place_const(model)->id;
    printf("%s: %s%s%s at %dx%d (%g inches): %s\n", fit->lang, screen_name(model_screen(model)), id[0] ? " " : "", id,
           fit->size->width, fit->size->height, fit->size->diagonal, said);
    fit->found++;
}

/* Which UTF-16 unit begins at that byte. */
static int32_t unit_at(const struct wide *wide, size_t byte)
{
    int32_t unit = 0;
    while (unit < wide->length && wide->offset[unit] < byte)
        unit++;
    return unit;
}

/* What stands around a place between two where a line may break. */
static struct str word_around(const struct wide *wide, const uint8_t *breaks, int32_t place)
{
    int32_t start = place;
    int32_t end = place;
    while (start > 0 && breaks[start] == BREAK_NONE)
        start--;
    while (end < wide->length && breaks[end] == BREAK_NONE)
        end++;
    return str_trim(wide_bytes(wide, start, end));
}

static void check_lines(struct fit *fit, const struct draw_text *text)
{
    const struct para *para = text->para;
    if (para->line_count < 2)
        return;
    struct wide wide = wide_of(para->text, &fit->scratch);
    const struct language *language = languages_get(&fit->languages, text->lang);
    const uint8_t *breaks = breaks_of_lines(&wide, language, &fit->scratch);
    for (size_t i = 1; i < para->line_count; i++) {
        struct str line = para->lines[i].text;
        int32_t unit = line.len > 0 ? unit_at(&wide, (size_t)(line.at - para->text.at)) : 0;
        if (unit > 0 && unit < wide.length && breaks[unit] == BREAK_NONE)
            tell(fit, word_around(&wide, breaks, unit), " is cut in two; use a shorter word, or part it with a hyphen");
    }
}

static void check_screen(struct fit *fit)
{
    const struct draw_list *list = &fit->app->list;
    arena_reset(&fit->scratch);
    app_layout(fit->app);
    fit->screens++;
    for (size_t i = 0; i < list->command_count; i++) {
        if (list->commands[i].kind == DRAW_TEXT)
            check_lines(fit, &list->commands[i].text);
    }
    if (list->scroll.present && list->scroll.view.h < fit->size->height / 3)
        tell(fit, STR("less than a third of the screen is left"), "; shorten what stands above and below");
    for (size_t i = 0; i < list->region_count; i++) {
        if (leads_on(list->regions[i].action.kind))
            add_way(fit, list->regions[i].action);
    }
}

/* Each way from home, so that what stands there is reached at once, and so is what it leads to. */
static void check_language(struct fit *fit, const char *tag)
{
    fit->lang = tag;
    fit->ways.count = 0;
    fit->ways.at = NULL;
    app_act(fit->app, (struct action){ ACT_FINISH, NULL, 0 });
    app_act(fit->app, (struct action){ ACT_CHOOSE_LANGUAGE, tag, 0 });
    check_screen(fit);
    for (size_t i = 0; i < fit->ways.count; i++) {
        struct way way = fit->ways.at[i];
        app_act(fit->app, (struct action){ ACT_HOME, NULL, 0 });
        app_act(fit->app, (struct action){ way.kind, way.arg, 0 });
        check_screen(fit);
    }
}

static bool check_size(struct fit *fit, const struct options *options, struct err *err)
{
    static struct app app; /* too large for some stacks */
    struct options sized = *options;
    sized.width = fit->size->width;
    sized.height = fit->size->height;
    sized.diagonal = fit->size->diagonal;
    sized.offscreen = true;
    sized.lang = NULL;
    fit->app = &app;
    bool opened = app_open(&app, &sized, ERR_NONE, err);
    bool shown = opened && app.pack;
    if (opened && !shown)
        err_set(err, app.model.problem, "the pack can't be shown"); /* why has been logged */
    for (size_t i = 0; shown && i < app.kiosk.language_count; i++)
        check_language(fit, app.kiosk.languages[i].tag);
    app_close(&app);
    return shown;
}

bool fit_run(size_t *found, const struct options *options, struct err *err)
{
    CLEANUP(fit_end) struct fit fit = { 0 };
    for (size_t i = 0; i < COUNT(sizes); i++) {
        fit.size = &sizes[i];
        if (!check_size(&fit, options, err))
            return false;
    }
    printf("%zu screens looked at; texts that do not fit: %zu\n", fit.screens, fit.found);
    *found = fit.found;
    return true;
}
