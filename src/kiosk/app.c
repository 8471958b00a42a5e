#include "kiosk/app.h"

#include "base/log.h"
#include "kiosk/aloud.h"
#include "kiosk/freed.h"
#include "kiosk/notes.h"
#include "screens/note.h"

#include <string.h>

#define PARAGRAPHS 1500

static void read_clock(struct app *app)
{
    int64_t wall = clock_wall_ms(&app->clock);
    app->model.now = zone_civil(app->zone, wall);
    session_clock(&app->session, clock_steady_ms(&app->clock), wall);
}

/* What a visitor saw and chose must not stay in a cache either. */
void app_forget(struct app *app)
{
    arena_reset(&app->frame);
    arena_reset(&app->warm.view); /* what lay next to it */
    arena_reset(&app->warm.frame);
    para_cache_clear(app->paras);
    render_forget(app->render);
    voice_forget(&app->voice);
    app->list = (struct draw_list){ 0 };
    memset(app->touched, 0, sizeof(app->touched));
    gesture_stop(&app->gesture);
    printing_cancel(&app->printing);
    freed_sweep();
}

/* Writes a note down before the screen thanks for it. */
static struct action take_note(struct app *app, struct action action)
{
    struct err err = { 0 };
    bool is_note = action.kind == ACT_NOTE && model_screen(&app->model) == SCREEN_WRONG && note_is_kind(action.arg);
    if (!is_note || !app->options->local_dir)
        return action;
    const char *record = model_place(&app->model)->id;
    const char *sequence = pack_meta(app->pack, "sequence");
    bool kept = notes_add(app->options->local_dir, app->model.now, record, action.arg, sequence ? sequence : "", &err);
    if (!kept)
        log_err(&err);
    action.number = kept;
    return action;
}

static void follow_display(struct app *app)
{
    app->theme = theme_of(app->pixels_per_mm, app->model.display.look);
    app->gesture.is_calm = app->model.display.calm;
}

void app_fit(struct app *app)
{
    app->pixels_per_mm =
        (float)options_pixels_per_mm(app->options, window_width(app->window), window_height(app->window));
    gesture_init(&app->gesture, app->pixels_per_mm);
    follow_display(app);
    app->is_stale = true;
}

static void count_topic(struct app *app)
{
    struct err err = { 0 };
    const char *folder = app->options->local_dir;
    if (folder && !counters_add(&app->counters, folder, app->model.now, model_place(&app->model)->id, &err))
        log_err(&err);
}

void app_flush(struct app *app)
{
    struct err err = { 0 };
    if (app->options->local_dir && !counters_flush(&app->counters, app->options->local_dir, &err))
        log_err(&err);
}

void app_act(struct app *app, struct action action)
{
    if (!update_takes(&app->model, action.kind))
        return;
    struct update_context context = { app->pack, &app->view };
    struct err err = { 0 };
    enum screen_id before = model_screen(&app->model);
    bool had_pack = model_has_pack(&app->model);
    const struct aloud_before place = aloud_before(app);
    if (action.kind != ACT_SCROLL && action.kind != ACT_PRESS)
        read_clock(app);
    if (action.kind == ACT_STAFF_DO && before == SCREEN_STAFF && action.arg)
        staff_do(app, action.arg);
    action = aloud_prepare(app, take_note(app, action));
    if (!update(&app->model, action, &context, &err))
        log_err(&err);
    if (action.kind == ACT_TOPIC && before != SCREEN_TOPIC && model_screen(&app->model) == SCREEN_TOPIC)
        count_topic(app);
    bool has_broken = had_pack && !model_has_pack(&app->model);
    if (action.kind == ACT_FINISH || action.kind == ACT_HIDE || has_broken)
        app_forget(app);
    if (has_broken)
        (void)change_fall_back(app, &err);
    if (model_screen(&app->model) != before)
        gesture_stop(&app->gesture);
    staff_follow(app);
    if (action.kind == ACT_STAFF && model_place(&app->model)->screen == SCREEN_STAFF)
        staff_do(app, "look");
    follow_display(app);
    app->is_stale = true;
    aloud_after(app, action, &place);
    if (action.kind == ACT_PRINT && app->model.printing == PRINT_BUSY)
        printing_start(app);
}

struct ui app_ui(struct app *app, struct arena *arena, const struct theme *theme)
{
    return (struct ui){ .arena = arena,
                        .paras = app->paras,
                        .theme = theme,
                        .width = window_width(app->window),
                        .height = window_height(app->window),
                        .reach = (int)((float)app->options->low_reach_mm * app->pixels_per_mm) };
}

void app_layout(struct app *app)
{
    if (!app->is_stale)
        return;
    arena_reset(&app->frame);
    para_cache_trim(app->paras, PARAGRAPHS);
    struct ui ui = app_ui(app, &app->frame, &app->theme);
    screen_draw(&ui, &app->model, &app->list);
    const struct scroll_area *scroll = &app->list.scroll;
    update_clamp_scroll(&app->model, scroll->present ? scroll->content_height - scroll->view.h : 0);
    app->is_stale = false;
}

bool app_frame(struct app *app, struct err *err)
{
    app_layout(app);
    if (!render_frame(app->render, &app->list, err))
        return false;
    if (model_screen(&app->model) == SCREEN_HIDDEN || !model_is_visited(&app->model))
        app_flush(app); /* only now: a disk may take longer than Hide is given */
    if (app->input_ns != 0) {
        app->input_to_present_ms = (double)(clock_stopwatch_ns() - app->input_ns) / 1e6;
        app->input_ns = 0;
    }
    return true;
}

void app_reveal(struct app *app, struct rect rect)
{
    const struct rect *view = &app->list.scroll.view;
    if (!app->list.scroll.present)
        return;
    int margin = app->gesture.slop;
    int above = app->list.scroll.line + margin - rect.y;
    int below = rect.y + rect.h + margin - (view->y + view->h);
    if (above > 0)
        app_act(app, (struct action){ ACT_SCROLL, NULL, -above });
    else if (below > 0)
        app_act(app, (struct action){ ACT_SCROLL, NULL, below < -above ? below : -above });
}

/* A flick that has come to the end of the content is over: the next touch is a tap again. */
static void run_on(struct app *app, int pixels)
{
    if (pixels == 0)
        return;
    int before = model_place(&app->model)->scroll;
    app_act(app, (struct action){ ACT_SCROLL, NULL, pixels });
    app_layout(app);
    if (model_place(&app->model)->scroll == before)
        gesture_stop(&app->gesture);
}

void app_tick(struct app *app)
{
    int64_t now = clock_steady_ms(&app->clock);
    change_tick(app);
    staff_tick(app);
    if (!app->model.kiosk)
        return;
    printing_tick(app);
    run_on(app, gesture_tick(&app->gesture, now));
    for (;;) {
        struct action due = session_due(&app->session, &app->model, now);
        if (due.kind == ACT_NONE)
            break;
        app_act(app, due);
    }
    aloud_tick(app);
}

#define FRAME_MS 16

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t app_deadline(const struct app *app)
{
    int64_t due = earlier(change_deadline(app), staff_deadline(app));
    if (!app->model.kiosk)
        return due;
    if (gesture_is_running(&app->gesture))
        return app->gesture.ticked_at + FRAME_MS;
    due = earlier(due, voice_deadline(&app->voice));
    due = earlier(due, printing_deadline(&app->printing));
    if (app->count_at != 0 && app->voice.job == VOICE_SILENT)
        due = earlier(due, app->count_at);
    return earlier(due, session_deadline(&app->session, &app->model));
}
