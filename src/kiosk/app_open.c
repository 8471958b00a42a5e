#include "kiosk/ahead.h"
#include "kiosk/app.h"
#include "kiosk/freed.h"
#include "kiosk/paths.h"

#include "base/file.h"
#include "base/log.h"
#include "text/message.h"

#include <string.h>

/* Under a prefix the folder holds every program's languages. */
static bool is_ours(struct app *app, const char *tag)
{
    return file_exists(arena_printf(&app->kept, "%s/%s/LC_MESSAGES/maison.mo", app->catalogues, tag));
}

/* Languages for SCREEN_PROBLEM: all that the program has catalogues for, the msgids' own first. */
static void find_problem_languages(struct app *app)
{
    struct file_names names = { 0 };
    struct err ignored;
    if (!file_list(&names, &app->kept, app->catalogues, "", &ignored))
        names.count = 0;
    struct locale *locales = ARENA_ARRAY(&app->kept, struct locale, names.count + 1);
    size_t count = 0;
    locales[count++] = locale_of("en", &app->kept);
    for (size_t i = 0; i < names.count; i++) {
        if (strcmp(names.at[i], "en") != 0 && is_ours(app, names.at[i]))
            locales[count++] = locale_of(names.at[i], &app->kept);
    }
    app->model.problem_langs = locales;
    app->model.problem_lang_count = count;
}

/* A language whose letters no font has would show as boxes: it is left out, and staff are told what is
 * missing. */
static bool language_has_font(struct app *app, const struct locale *locale)
{
    uint32_t missing = 0;
    if (fonts_cover(app->fonts, str_of(locale->name), locale->tag, &missing))
        return true;
    log_line("no font has U+%04X of \"%s\": the language %s is left out; install fonts-noto-core and "
             "fonts-noto-cjk",
             (unsigned)missing, locale->name, locale->tag);
    return false;
}

static bool find_languages(struct app *app, struct err *err)
{
    struct pack_languages tags = pack_languages(app->pack);
    struct locale *locales = ARENA_ARRAY(&app->of_pack, struct locale, tags.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < tags.count; i++) {
        locales[count] = locale_of(tags.tags[i], &app->of_pack);
        if (language_has_font(app, &locales[count]))
            count++;
    }
    app->kiosk.languages = locales;
    app->kiosk.language_count = count;
    if (count == 0)
        return err_set(err, ERR_FONT, "none of the pack's languages can be shown");
    return true;
}

/* Which languages can be spoken, and which can at least say welcome: nothing is opened for it. */
static bool find_voices(struct app *app, struct err *err)
{
    bool *voices = ARENA_ARRAY(&app->of_pack, bool, app->kiosk.language_count + 1);
    bool *greetings = ARENA_ARRAY(&app->of_pack, bool, app->kiosk.language_count + 1);
    for (size_t i = 0; i < app->kiosk.language_count; i++) {
        const char *tag = app->kiosk.languages[i].tag;
        struct str clip = { 0 };
        voices[i] = speech_has_voice(tag);
        if (!voices[i] && !query_clip(&clip, app->pack, tag, message_get(tag, N_("Welcome")), &app->view, err))
            return false;
        greetings[i] = voices[i] || clip.len > 0;
    }
    app->kiosk.has_voice = voices;
    app->kiosk.has_greeting = greetings;
    return true;
}

static bool find_emergency_number(struct app *app, struct err *err)
{
    struct query query = { .pack = app->pack, .lang = app->kiosk.source_lang };
    struct emergency_list list;
    if (!query_emergency(&list, &query, &app->of_pack, err))
        return false;
    app->kiosk.emergency_number = list.count > 0 ? list.at[0].number : NULL;
    return true;
}

static const char *meta_or(const struct app *app, const char *key, const char *otherwise)
{
    const char *value = pack_meta(app->pack, key);
    return value ? value : otherwise;
}

static bool read_pack(struct app *app, const struct options *options, struct err *err)
{
    if (!find_languages(app, err) || !zone_open(&app->zone, meta_or(app, "time_zone", "UTC"), err))
        return false;
    app->kiosk.source_lang = meta_or(app, "source_language", app->kiosk.languages[0].tag);
    const char *expires = pack_meta(app->pack, "expires");
    if (expires) /* the date of an RFC 3339 moment */
        app->kiosk.expires = arena_str(&app->of_pack, (struct str){ expires, strnlen(expires, 10) });
    app->kiosk.sample = strcmp(meta_or(app, "status", "sample"), "checked") != 0;
    app->kiosk.takes_notes = options->local_dir != NULL;
    app->kiosk.volume = options->volume < options->volume_limit ? options->volume : options->volume_limit;
    app->kiosk.volume_limit = options->volume_limit;
    app->kiosk.prints = app->printing.printer != NULL;
    app->kiosk.staff = options->staff_pin_hash ? &app->staff.facts : NULL;
    app->kiosk.preview = !supply_is_signed(&app->supply, options); /* nobody has asked for a signature */
    return query_kiosk(&app->kiosk.here, app->pack, options->kiosk, &app->of_pack, err) &&
           query_abbreviations(&app->shorts, app->pack, &app->of_pack, err) && find_voices(app, err) &&
           find_emergency_number(app, err);
}

static void drop_pack(struct app *app)
{
    zone_close(app->zone);
    app->zone = NULL;
    pack_close(app->pack);
    app->pack = app->supply.pack = NULL;
    app->kiosk = (struct kiosk){ 0 };
    app->model.kiosk = NULL;
    arena_reset(&app->of_pack);
}

void app_say_notice(struct app *app)
{
    const char *before = app->kiosk.notice;
    app->kiosk.notice = supply_notice(&app->supply, app->options, &app->of_pack);
    if (app->kiosk.notice && !(before && strcmp(before, app->kiosk.notice) == 0))
        log_line("%s", app->kiosk.notice);
}

/* Without a pack staff still get in, in the program's own languages, to find out why and to install another one. */
static void let_staff_in(struct app *app, const struct err *why)
{
    const struct options *options = app->options;
    struct model *model = &app->model;
    struct err ignored;
    if (!options->staff_pin_hash || !zone_open(&app->zone, "UTC", &ignored))
        return;
    const char **tags = ARENA_ARRAY(&app->of_pack, const char *, model->problem_lang_count);
    for (size_t i = 0; i < model->problem_lang_count; i++)
        tags[i] = model->problem_langs[i].tag;
    const char *wanted = options->lang ? locale_match(options->lang, tags, model->problem_lang_count) : NULL;
    char text[sizeof(why->file) + sizeof(why->detail) + 32];
    err_text(why, text, sizeof(text));
    app->kiosk = (struct kiosk){ .languages = model->problem_langs,
                                 .language_count = model->problem_lang_count,
                                 .source_lang = wanted ? wanted : tags[0],
                                 .here = { .id = options->kiosk ? options->kiosk : "kiosk", .name = "" },
                                 .notice = arena_strdup(&app->of_pack, text),
                                 .volume = SPEECH_VOLUME_LEAST,
                                 .volume_limit = SPEECH_VOLUME_MOST,
                                 .staff = &app->staff.facts };
    model->kiosk = &app->kiosk;
    model->now = zone_civil(app->zone, clock_wall_ms(&app->clock));
    model->speech = model_usual_speech(model);
}

/* A pack that opens may still lack what this kiosk needs of it, such as its own row: then the next one's turn has come.
 */
static void use_pack(struct app *app, const struct options *options)
{
    for (;;) {
        struct err err = app->supply.err;
        app->pack = app->supply.pack;
        if (app->pack && read_pack(app, options, &err))
            break;
        bool was_last = !options->store || !app->pack || app->supply.level >= SUPPLY_BUILT_IN;
        enum supply_level next = app->supply.level + 1;
        drop_pack(app);
        if (was_last) {
            log_err(&err);
            app->model.problem = err.code;
            let_staff_in(app, &err);
            return;
        }
        supply_open(&app->supply, options, clock_wall_ms(&app->clock), next, &err);
    }
    app->model.kiosk = &app->kiosk;
    app->model.now = zone_civil(app->zone, clock_wall_ms(&app->clock));
    app->model.speech = model_usual_speech(&app->model);
    app_say_notice(app);
}

void app_show(struct app *app, const struct supply *supply)
{
    model_wipe(&app->model);
    arena_reset(&app->view);
    app_forget(app);
    drop_pack(app);
    app->supply = *supply;
    app->model.problem = ERR_NONE;
    app->model.greeting = 0;
    app->warm.place = 0;
    use_pack(app, app->options);
    app_fit(app);
}

/* --lang stands for the tap on that language. */
static void choose_first_language(struct app *app, const struct options *options)
{
    if (!options->lang || !app->pack)
        return;
    struct pack_languages tags = pack_languages(app->pack);
    const char *tag = locale_match(options->lang, tags.tags, tags.count);
    if (tag)
        app_act(app, (struct action){ ACT_CHOOSE_LANGUAGE, tag, 0 });
    else
        log_line("the pack has no language \"%s\"; the list of languages is shown", options->lang);
}

static struct clock choose_clock(const struct options *options)
{
    struct clock real = clock_real();
    int64_t wall = options->has_now ? options->now_ms : clock_wall_ms(&real);
    if (options->script)
        return clock_virtual(wall);
    return options->has_now ? clock_real_at(wall) : real;
}

static bool open_without_window(struct app *app, struct err *err)
{
    const struct options *options = app->options;
    if (!fonts_open(&app->fonts, err) || !glyphs_open(&app->glyphs, app->fonts, err) ||
        !para_cache_new(&app->paras, app->fonts, glyphs_measurer(app->glyphs), err))
        return false;
    app->render = render_new(app->glyphs);
    voice_init(&app->voice, options->offscreen, options->script != NULL);
    printing_open(app);
    if (app->model.problem == ERR_NONE)
        supply_open(&app->supply, options, clock_wall_ms(&app->clock), SUPPLY_CURRENT, NULL);
    return true;
}

/* … up to the first picture, whose words are drawn but not shown yet. */
static bool open_with_window(struct app *app, struct err *err)
{
    (void)err;
    const struct options *options = app->options;
    app_fit(app);
    app->model.depth = 1;
    find_problem_languages(app);
    if (app->model.problem == ERR_NONE)
        use_pack(app, options);
    int64_t now = clock_steady_ms(&app->clock);
    session_init(&app->session, options->idle_seconds, now);
    session_clock(&app->session, now, clock_wall_ms(&app->clock));
    choose_first_language(app, options);
    app_layout(app);
    render_warm(app->render, &app->list);
    return true;
}

bool app_open(struct app *app, const struct options *options, enum err_code problem, struct err *err)
{
    *app =
        (struct app){ .options = options, .clock = choose_clock(options), .model.problem = problem, .is_stale = true };
    app->catalogues = paths_catalogues(&app->kept);
    if (!message_init(app->catalogues, err))
        log_err(err); /* the kiosk can still speak English */
    struct window_params params = { options->width, options->height, options->windowed,
                                    options->offscreen || options->script };
    struct ahead ahead;
    if (!params.offscreen)
        window_prepare();
    ahead_start(&ahead, app, (struct ahead_work){ open_without_window, open_with_window });
    bool has_window = window_open(&app->window, &params, err);
    ahead_tell(&ahead, has_window);
    if (has_window)
        window_blank(app->window, theme_of(1, (struct look){ 0 }).colours[COLOUR_PAPER]);
    if (!ahead_join(&ahead, err))
        return false;
    render_attach(app->render, app->window);
    freed_overwrite();
    return true;
}

void app_close(struct app *app)
{
    app_flush(app);
    voice_close(&app->voice);
    printing_close(&app->printing);
    staff_destroy(&app->staff);
    render_close(app->render);
    para_cache_free(app->paras);
    glyphs_close(app->glyphs);
    fonts_close(app->fonts);
    window_close(app->window);
    zone_close(app->zone);
    change_destroy(&app->change);
    pack_close(app->pack ? app->pack : app->supply.pack);
    warm_destroy(&app->warm);
    arena_destroy(&app->frame);
    arena_destroy(&app->view);
    arena_destroy(&app->of_pack);
    arena_destroy(&app->kept);
}
