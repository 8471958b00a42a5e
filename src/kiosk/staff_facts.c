#include "kiosk/staff_parts.h"

#include "base/log.h"
#include "kiosk/staff_copy.h"

#include <assert.h>
#include <stdio.h>

/* What the staff screen shows, before and after each thing that is done. */

#define DAY_MS INT64_C(86400000)

static struct staff_pack pack_of(const struct claims *claims, int64_t now_ms)
{
    struct staff_pack pack = { .sequence = claims->sequence,
                               .age_days = now_ms < claims->created_ms ? -1 : (now_ms - claims->created_ms) / DAY_MS };
    snprintf(pack.created, sizeof(pack.created), "%.10s", claims->created);
    snprintf(pack.expires, sizeof(pack.expires), "%.10s", claims->expires);
    return pack;
}

/* Of a pack that no signature speaks for. */
static struct staff_pack pack_by_itself(const struct app *app)
{
    struct claims claims;
    struct err ignored;
    if (!app->pack || !claims_of_pack(&claims, app->pack, 1, "", &ignored))
        return (struct staff_pack){ 0 };
    return pack_of(&claims, clock_wall_ms(&app->clock));
}

static void read_facts(struct app *app)
{
    struct staff *facts = &app->staff.facts;
    const struct options *options = app->options;
    int64_t now = clock_wall_ms(&app->clock);
    bool is_signed = supply_is_signed(&app->supply, options);
    facts->has_store = options->store != NULL;
    facts->shown = is_signed ? pack_of(&app->supply.shown.claims, now) : pack_by_itself(app);
    facts->is_clock_behind = facts->shown.sequence > 0 && facts->shown.age_days < 0;
    facts->can_copy = options->local_dir != NULL;
    facts->notes = staff_count_notes(options->local_dir);
    facts->can_set_clock = options->clock_command && app->pack; /* the pack knows the time zone */
    facts->clock = app->model.now;
}

static void tell(struct staff *facts, enum staff_task task, const struct staff_job *job)
{
    facts->told = task;
    facts->has_failed = job->has_failed;
    facts->why = job->err.code;
    facts->detail[0] = '\0';
    if (job->has_failed && job->err.code != ERR_NONE) {
        err_text(&job->err, facts->detail, sizeof(facts->detail));
        log_err(&job->err);
    }
}

static void after_pin(struct app *app)
{
    struct staff_room *room = &app->staff;
    struct err err;
    room->facts.was_wrong = room->job.has_failed;
    if (room->job.has_failed)
        return;
    if (!lockout_clear(&room->lockout, app->options->local_dir, &err))
        log_err(&err);
    room->facts.is_open = true;
    model_place(&app->model)->scroll = 0;
    read_facts(app);
    if (app->options->store)
        staff_start(app, STAFF_LOOK);
}

/* The slot that is not shown is what one goes back to. */
static void after_look(struct app *app)
{
    struct staff *facts = &app->staff.facts;
    const struct store_slot_status *slot = &app->staff.job.status.slots[STORE_PREVIOUS];
    facts->previous = (struct staff_pack){ 0 };
    if (app->staff.job.has_failed || !slot->name[0])
        return;
    facts->previous = pack_of(&slot->claims, clock_wall_ms(&app->clock));
    facts->previous.is_damaged = slot->why_not.code != ERR_NONE;
}

void staff_forget_taken(struct app *app)
{
    struct staff *facts = &app->staff.facts;
    staff_job_drop(&app->staff.job);
    facts->has_taken = false;
    facts->changes = NULL;
    facts->change_count = facts->more_changes = 0;
}

static void after_take(struct app *app)
{
    struct staff *facts = &app->staff.facts;
    struct staff_job *job = &app->staff.job;
    facts->has_taken = !job->has_failed;
    if (job->has_failed) {
        staff_forget_taken(app);
        return;
    }
    facts->is_same = install_is_same(job->install);
    facts->taken = pack_of(install_claims(job->install), clock_wall_ms(&app->clock));
    facts->changes = job->changes;
    facts->change_count = job->change_count;
    facts->more_changes = job->more_changes;
    facts->is_compared = job->is_compared;
}

static void after_install(struct app *app)
{
    staff_forget_taken(app);
    after_look(app);
}

static void after_clock(struct app *app)
{
    if (!app->staff.job.has_failed)
        app_act(app, (struct action){ ACT_CLOCK, NULL, 0 });
}

static void nothing_more(struct app *app)
{
    (void)app;
}

static void (*const afterwards[])(struct app *app) = {
    [STAFF_IDLE] = nothing_more, [STAFF_PIN] = after_pin,         [STAFF_LOOK] = after_look,
    [STAFF_TAKE] = after_take,   [STAFF_INSTALL] = after_install, [STAFF_ROLL_BACK] = after_look,
    [STAFF_COPY] = nothing_more, [STAFF_SET_CLOCK] = after_clock,
};
static_assert(COUNT(afterwards) == STAFF_TASK_COUNT, "each task ends in its way");

void staff_ended(struct app *app, enum staff_task task)
{
    app->staff.facts.task = STAFF_IDLE;
    tell(&app->staff.facts, task, &app->staff.job);
    afterwards[task](app);
    app->is_stale = true;
}
