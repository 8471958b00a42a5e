#include "kiosk/staff_parts.h"

#include <string.h>

#define POLL_MS 100 /* while something is under way */

static int64_t steady(const struct app *app)
{
    return clock_steady_ms(&app->clock);
}

static void begin(struct app *app)
{
    struct staff_room *room = &app->staff;
    room->is_here = true;
    if (!room->has_lockout)
        lockout_open(&room->lockout, app->options->local_dir, steady(app));
    room->has_lockout = true;
    room->facts.locked_s = lockout_seconds(&room->lockout, steady(app));
}

/* What runs is told to stop; until it has, nothing new begins. */
static void end(struct app *app)
{
    struct staff_room *room = &app->staff;
    atomic_store(&room->job.shall_stop, true);
    room->is_left = room->job.task != STAFF_IDLE;
    if (!room->is_left)
        staff_job_drop(&room->job);
    explicit_bzero(room->pin, sizeof(room->pin));
    room->facts = (struct staff){ 0 };
    room->is_here = false;
}

void staff_follow(struct app *app)
{
    struct staff_room *room = &app->staff;
    bool is_here = model_is_with_staff(&app->model);
    if (is_here && !room->is_here)
        begin(app);
    if (!is_here && room->is_here)
        end(app);
}

static void finish_job(struct app *app, enum staff_task task)
{
    struct staff_room *room = &app->staff;
    if (room->is_left) {
        room->is_left = false;
        staff_job_drop(&room->job);
        return;
    }
    staff_ended(app, task);
}

static void show(struct app *app, int *shown, int now)
{
    if (*shown == now)
        return;
    *shown = now;
    app->is_stale = true;
}

void staff_tick(struct app *app)
{
    struct staff_room *room = &app->staff;
    int64_t now = steady(app);
    enum staff_task task = room->job.task;
    if (hold_is_over(&room->hold, now))
        app_act(app, (struct action){ ACT_STAFF, NULL, 0 });
    if (task != STAFF_IDLE && staff_job_has_ended(&room->job))
        finish_job(app, task);
    if (!room->is_here)
        return;
    if (room->job.task != STAFF_IDLE) {
        session_input(&app->session, now); /* whoever waits is still there */
        show(app, &room->facts.percent, atomic_load(&room->job.percent));
    }
    show(app, &room->facts.locked_s, lockout_seconds(&room->lockout, now));
}

int64_t staff_deadline(const struct app *app)
{
    const struct staff_room *room = &app->staff;
    int64_t now = steady(app);
    int64_t deadline = hold_deadline(&room->hold);
    if (room->job.task != STAFF_IDLE && now + POLL_MS < deadline)
        deadline = now + POLL_MS;
    if (room->is_here && room->facts.locked_s > 0) {
        int64_t next = room->lockout.until - (room->facts.locked_s - 1) * INT64_C(1000);
        deadline = next < deadline ? next : deadline;
    }
    return deadline;
}

void staff_destroy(struct staff_room *room)
{
    staff_job_destroy(&room->job);
    explicit_bzero(room->pin, sizeof(room->pin));
}
