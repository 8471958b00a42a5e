#include "kiosk/change.h"

#include "base/log.h"
#include "kiosk/app.h"

#include <string.h>

#define LOOK_MS 5000        /* at most so often, when the screen wakes up */
#define LOOK_ALONE_MS 30000 /* when nothing else wakes it up */
#define POLL_MS 100         /* while the thread verifies */

static bool greets(const struct app *app)
{
    return model_has_pack(&app->model) && app->kiosk.language_count > 1;
}

/* Nobody is here: the resting screen without a finger on it, or the screen that says that there is nothing to show. */
static bool is_resting(const struct app *app)
{
    if (app->gesture.down || gesture_is_running(&app->gesture))
        return false;
    enum screen_id screen = model_screen(&app->model);
    return screen == SCREEN_PROBLEM || (screen == SCREEN_LANGUAGES && !model_is_visited(&app->model));
}

static void *open_next(void *data)
{
    struct change *change = data;
    supply_open(&change->next, change->options, change->now_ms, SUPPLY_CURRENT, NULL);
    atomic_store(&change->is_done, true);
    return NULL;
}

static void finish(struct change *change)
{
    pthread_join(change->thread, NULL);
    change->is_running = false;
    change->is_ready = true;
}

/* In a script the time stands still meanwhile. */
static void start(struct app *app)
{
    struct change *change = &app->change;
    change->options = app->options;
    change->now_ms = clock_wall_ms(&app->clock);
    atomic_store(&change->is_done, false);
    change->is_running = !app->clock.is_virtual && pthread_create(&change->thread, NULL, open_next, change) == 0;
    if (change->is_running)
        return;
    (void)open_next(change);
    change->is_ready = true;
}

/* When what can be shown is what is shown, it stays; only what staff should know may have changed. */
static void take_over(struct app *app)
{
    struct change *change = &app->change;
    struct supply *next = &change->next;
    bool same = supply_is_signed(next, app->options) && supply_is_signed(&app->supply, app->options) &&
                strcmp(next->shown.name, app->supply.shown.name) == 0;
    change->is_ready = false;
    if (next->pack && !same) {
        app_show(app, next);
        return;
    }
    app->supply.mark = next->mark;
    app->supply.why = next->pack ? next->why : next->err;
    if (same)
        app->supply.level = next->level;
    pack_close(next->pack);
    if (app->pack)
        app_say_notice(app);
    else
        log_err(&app->supply.why);
}

static void say_alarm(struct app *app)
{
    if (!supply_is_signed(&app->supply, app->options))
        return;
    enum store_alarm alarm = store_alarm(&app->supply.shown.claims, clock_wall_ms(&app->clock));
    if (alarm != app->change.alarm && alarm != STORE_CALM)
        log_line("%s: %s", app->supply.shown.name, store_alarm_text(alarm));
    app->change.alarm = alarm;
}

void change_tick(struct app *app)
{
    struct change *change = &app->change;
    int64_t now = clock_steady_ms(&app->clock);
    if (!app->options->store)
        return;
    if (change->is_running && atomic_load(&change->is_done))
        finish(change);
    if (change->is_running || !is_resting(app))
        return;
    if (!change->is_ready && now >= change->look_at) {
        change->look_at = now + (greets(app) ? LOOK_MS : LOOK_ALONE_MS);
        say_alarm(app);
        if (!store_mark_equal(store_look(app->options->store), app->supply.mark))
            start(app);
    }
    if (change->is_ready)
        take_over(app);
}

int64_t change_deadline(const struct app *app)
{
    if (!app->options->store || !is_resting(app))
        return INT64_MAX;
    if (app->change.is_running)
        return clock_steady_ms(&app->clock) + POLL_MS;
    return greets(app) ? INT64_MAX : app->change.look_at;
}

bool change_fall_back(struct app *app, const struct err *why)
{
    struct supply next;
    if (!app->options->store || app->supply.level >= SUPPLY_BUILT_IN)
        return false;
    supply_open(&next, app->options, clock_wall_ms(&app->clock), app->supply.level + 1, why);
    if (!next.pack)
        return false;
    app_show(app, &next);
    return model_has_pack(&app->model);
}

void change_destroy(struct change *change)
{
    if (change->is_running)
        finish(change);
    if (change->is_ready)
        pack_close(change->next.pack);
}
