#include "kiosk/app.h"
#include "kiosk/focus.h"

#include <assert.h>
#include <string.h>

static void show_pressed(struct app *app, const char *id)
{
    if (strcmp(app->model.pressed, id ? id : "") != 0)
        app_act(app, (struct action){ ACT_PRESS, id, 0 });
}

static bool on_press(struct app *app, const struct input_event *event)
{
    int64_t now = clock_steady_ms(&app->clock);
    app_layout(app);
    const struct tap_region *region = draw_list_hit(&app->list, event->x, event->y);
    const struct scroll_area *scroll = &app->list.scroll;
    bool can_scroll =
        scroll->present && scroll->content_height > scroll->view.h && rect_contains(scroll->view, event->x, event->y);
    bool may_tap = gesture_press(&app->gesture, event->x, event->y, now, can_scroll);
    memset(app->touched, 0, sizeof(app->touched));
    if (!region && model_leads_to_staff(&app->model))
        hold_press(&app->staff.hold, event->x, event->y, window_width(app->window), window_height(app->window),
                   (int)(HOLD_CORNER_MM * app->pixels_per_mm), now);
    if (region && may_tap && strlen(region->id) < sizeof(app->touched))
        strcpy(app->touched, region->id);
    show_pressed(app, app->touched[0] ? app->touched : NULL);
    return true;
}

/* True if the finger is still on what it went down on. */
static const struct tap_region *still_on(struct app *app, int x, int y)
{
    app_layout(app);
    const struct tap_region *region = app->touched[0] ? draw_list_region(&app->list, app->touched) : NULL;
    return region && region->visible && rect_contains(region->shown, x, y) ? region : NULL;
}

static bool on_move(struct app *app, const struct input_event *event)
{
    if (!app->gesture.down)
        return true;
    hold_move(&app->staff.hold, event->x, event->y, app->gesture.slop);
    int scrolled = gesture_move(&app->gesture, event->x, event->y, clock_steady_ms(&app->clock));
    bool on = !app->gesture.sliding && still_on(app, event->x, event->y);
    show_pressed(app, on ? app->touched : NULL);
    if (scrolled != 0)
        app_act(app, (struct action){ ACT_SCROLL, NULL, scrolled });
    return true;
}

/* Anywhere on the covered screen says "I am here". */
static struct action tap_action(struct app *app, int x, int y)
{
    const struct tap_region *region = still_on(app, x, y);
    if (region)
        return region->action;
    if (app->model.still_there && !app->touched[0])
        return (struct action){ ACT_MORE_TIME, NULL, 0 };
    return (struct action){ 0 };
}

static bool on_release(struct app *app, const struct input_event *event)
{
    hold_stop(&app->staff.hold);
    bool tapped = gesture_release(&app->gesture, clock_steady_ms(&app->clock));
    struct action action = tapped ? tap_action(app, event->x, event->y) : (struct action){ 0 };
    /* The pressed look goes in the same frame as the action comes; its argument lives in the frame's arena, which
     * ACT_PRESS leaves alone. */
    show_pressed(app, NULL);
    memset(app->touched, 0, sizeof(app->touched));
    app_act(app, action);
    return true;
}

#define WHEEL_MM 25.0f

static bool on_wheel(struct app *app, const struct input_event *event)
{
    float step = WHEEL_MM * THEME_UNITS_PER_MM * app->theme.unit;
    app_act(app, (struct action){ ACT_SCROLL, NULL, (int)(-event->amount * step) });
    return true;
}

static bool on_key(struct app *app, const struct input_event *event)
{
    if (app->model.still_there && !keys_moves(keys_function(&app->options->keys, event->key)))
        app_act(app, (struct action){ ACT_MORE_TIME, NULL, 0 });
    else
        focus_key(app, event->key, event->shift);
    return true;
}

static bool on_text(struct app *app, const struct input_event *event)
{
    app_act(app, (struct action){ ACT_TYPE, event->text, 0 });
    return true;
}

static bool on_exposed(struct app *app, const struct input_event *event)
{
    (void)event;
    render_invalidate(app->render);
    return true;
}

static bool on_resized(struct app *app, const struct input_event *event)
{
    (void)event;
    app_fit(app);
    render_invalidate(app->render);
    return true;
}

static bool on_quit(struct app *app, const struct input_event *event)
{
    (void)app;
    (void)event;
    return false;
}

static const struct {
    bool (*handle)(struct app *app, const struct input_event *event);
    bool by_a_person;
} handlers[] = {
    [INPUT_NONE] = { NULL, false },          [INPUT_PRESS] = { on_press, true },
    [INPUT_MOVE] = { on_move, true },        [INPUT_RELEASE] = { on_release, true },
    [INPUT_WHEEL] = { on_wheel, true },      [INPUT_KEY] = { on_key, true },
    [INPUT_TEXT] = { on_text, true },        [INPUT_EXPOSED] = { on_exposed, false },
    [INPUT_RESIZED] = { on_resized, false }, [INPUT_QUIT] = { on_quit, false },
};
static_assert(COUNT(handlers) == INPUT_KIND_COUNT, "each kind of input needs a row");

/* Whatever is said stops at once, but for a key that makes it louder or slower. */
static void interrupt(struct app *app, const struct input_event *event)
{
    bool begins = event->kind == INPUT_PRESS || event->kind == INPUT_KEY || event->kind == INPUT_TEXT;
    bool keeps = event->kind == INPUT_KEY && keys_keeps_speech(keys_function(&app->options->keys, event->key));
    if (begins && !keeps)
        voice_interrupt(&app->voice);
}

bool app_input(struct app *app, const struct input_event *event)
{
    if (!handlers[event->kind].handle)
        return true;
    if (handlers[event->kind].by_a_person) {
        app->input_ns = clock_stopwatch_ns();
        session_input(&app->session, clock_steady_ms(&app->clock));
        interrupt(app, event);
    }
    return handlers[event->kind].handle(app, event);
}
