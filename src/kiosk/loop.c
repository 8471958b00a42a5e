#include "kiosk/loop.h"

#include <stdio.h>
#include <sys/resource.h>

void loop_print_stats(const struct app *app)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"frames\":%lu,\"last_input_to_present_ms\":%.3f,\"peak_rss_kb\":%ld}\n", render_frames(app->render),
           app->input_to_present_ms, usage.ru_maxrss);
    fflush(stdout);
}

/* How long to sleep; negative: until something happens. */
static int64_t timeout(const struct app *app)
{
    int64_t deadline = app_deadline(app);
    if (deadline == INT64_MAX)
        return -1;
    int64_t left = deadline - clock_steady_ms(&app->clock);
    return left > 0 ? left : 0;
}

/* Everything that waits is taken in before the next picture, so that a slow frame never makes a queue. */
static bool take_input(struct app *app, struct input_event event)
{
    while (event.kind != INPUT_NONE) {
        if (!app_input(app, &event))
            return false;
        event = window_poll(app->window);
    }
    return true;
}

/* Drawing ahead takes longer than a frame, which a finger or a flick would feel. */
static bool is_calm(const struct app *app)
{
    return !app->gesture.down && !gesture_is_running(&app->gesture);
}

bool loop_run(struct app *app, struct err *err)
{
    if (!app_frame(app, err))
        return false;
    if (app->options->stats) {
        printf("{\"event\":\"first-frame\"}\n");
        fflush(stdout);
    }
    for (bool running = true; running;) {
        struct input_event event = window_poll(app->window);
        if (event.kind == INPUT_NONE && !(is_calm(app) && warm_step(&app->warm, app)))
            event = window_wait(app->window, timeout(app));
        running = take_input(app, event);
        app_tick(app);
        running = running && !app->wants_restart;
        if (running && !app_frame(app, err))
            return false;
    }
    if (app->options->stats)
        loop_print_stats(app);
    return true;
}
