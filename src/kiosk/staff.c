#include "kiosk/staff.h"

#include "base/log.h"
#include "kiosk/app.h"
#include "kiosk/staff_copy.h"
#include "kiosk/sticks.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POLL_MS 100 /* while something is under way */
#define DAY_MS INT64_C(86400000)

static int64_t steady(const struct app *app)
{
    return clock_steady_ms(&app->clock);
}

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
    facts->can_set_clock = options->clock_command != NULL;
    facts->clock = app->model.now;
}

static void start(struct app *app, enum staff_task task)
{
    struct staff_room *room = &app->staff;
    struct staff_job *job = &room->job;
    job->options = app->options;
    job->now_ms = clock_wall_ms(&app->clock);
    snprintf(job->kiosk, sizeof(job->kiosk), "%.60s", app->kiosk.here.id);
    room->facts.task = task;
    room->facts.told = STAFF_IDLE;
    room->facts.has_failed = false;
    room->facts.percent = -1;
    staff_job_start(job, task, app->clock.is_virtual);
    staff_tick(app);
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
    read_facts(app);
    if (app->options->store)
        start(app, STAFF_LOOK);
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

static void forget_taken(struct app *app)
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
        forget_taken(app);
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
    forget_taken(app);
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

/* A PIN counts as wrong before it is looked at. */
static void open_with_pin(struct app *app)
{
    struct staff_room *room = &app->staff;
    struct err err;
    if (room->facts.digits == 0 || lockout_seconds(&room->lockout, steady(app)) > 0)
        return;
    if (!lockout_try(&room->lockout, app->options->local_dir, steady(app), &err))
        log_err(&err);
    memcpy(room->job.pin, room->pin, sizeof(room->pin));
    explicit_bzero(room->pin, sizeof(room->pin));
    room->facts.digits = 0;
    start(app, STAFF_PIN);
}

static void type_digit(struct staff_room *room, char digit)
{
    if (room->facts.digits < PIN_MOST)
        room->pin[room->facts.digits++] = digit;
}

static void erase_digit(struct staff_room *room)
{
    if (room->facts.digits > 0)
        room->pin[--room->facts.digits] = '\0';
}

static void ask_for_pin(struct app *app, const char *order)
{
    struct staff_room *room = &app->staff;
    if (order[0] >= '0' && order[0] <= '9' && order[1] == '\0')
        type_digit(room, order[0]);
    else if (strcmp(order, "erase") == 0)
        erase_digit(room);
    else if (strcmp(order, "open") == 0)
        open_with_pin(app);
}

/* The path of the pack that visitors see now, to compare with. */
static void find_shown(struct app *app)
{
    struct staff_job *job = &app->staff.job;
    const struct options *options = app->options;
    job->shown_pack[0] = '\0';
    if (supply_is_signed(&app->supply, options))
        snprintf(job->shown_pack, sizeof(job->shown_pack), "%s/packs/%s/city.pack", options->store,
                 app->supply.shown.name);
    else if (options->pack)
        snprintf(job->shown_pack, sizeof(job->shown_pack), "%s", options->pack);
}

static void on_stick(struct app *app, const char *name, enum staff_task task)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct staff_room *room = &app->staff;
    const char *path = sticks_path(&arena, app->options->sticks, name);
    if (!path || strlen(path) >= sizeof(room->job.stick)) {
        room->facts.stick_count = sticks_find(room->facts.sticks, app->options->sticks);
        return;
    }
    strcpy(room->job.stick, path);
    find_shown(app);
    start(app, task);
}

static void look_again(struct app *app, const char *rest)
{
    struct staff *facts = &app->staff.facts;
    (void)rest;
    forget_taken(app);
    facts->told = STAFF_IDLE;
    facts->stick_count = sticks_find(facts->sticks, app->options->sticks);
}

static void take(struct app *app, const char *name)
{
    if (app->options->store) {
        forget_taken(app);
        on_stick(app, name, STAFF_TAKE);
    }
}

static void copy(struct app *app, const char *name)
{
    if (app->options->local_dir)
        on_stick(app, name, STAFF_COPY);
}

static void install(struct app *app, const char *rest)
{
    (void)rest;
    if (app->staff.facts.has_taken && !app->staff.facts.is_same)
        start(app, STAFF_INSTALL);
}

static void roll_back(struct app *app, const char *rest)
{
    (void)rest;
    if (app->options->store)
        start(app, STAFF_ROLL_BACK);
}

static int wrapped(int value, int least, int most)
{
    return value < least ? most : value > most ? least : value;
}

/* "year/more": a day that the month does not have becomes its last. */
static void turn_clock(struct app *app, const char *rest)
{
    struct civil *clock = &app->staff.facts.clock;
    const struct {
        const char *part;
        int *value, least, most;
    } parts[STAFF_CLOCK_PARTS] = { { "year", &clock->year, 2020, 2099 },
                                   { "month", &clock->month, 1, 12 },
                                   { "day", &clock->day, 1, 31 },
                                   { "hour", &clock->hour, 0, 23 },
                                   { "minute", &clock->minute, 0, 59 } };
    struct str way;
    struct str part = str_cut(str_of(rest), '/', &way);
    int step = str_eq_c(way, "more") ? 1 : -1;
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!str_eq_c(part, parts[i].part))
            continue;
        do
            *parts[i].value = wrapped(*parts[i].value + step, parts[i].least, parts[i].most);
        while (strcmp(parts[i].part, "day") == 0 && !civil_date_is_valid(clock->year, clock->month, clock->day));
    }
    while (!civil_date_is_valid(clock->year, clock->month, clock->day))
        clock->day--;
}

static void set_clock(struct app *app, const char *rest)
{
    (void)rest;
    const struct civil *clock = &app->staff.facts.clock;
    if (!app->options->clock_command)
        return;
    int64_t minutes = civil_days(clock->year, clock->month, clock->day) * 1440 + clock->hour * 60 + clock->minute;
    app->staff.job.clock_s = (minutes - zone_wall_offset_minutes(app->zone, *clock)) * 60;
    start(app, STAFF_SET_CLOCK);
}

static void restart(struct app *app, const char *rest)
{
    (void)rest;
    app->wants_restart = true;
}

static const struct {
    const char *order; /* what follows it is for the function */
    void (*carry_out)(struct app *app, const char *rest);
} orders[] = {
    { "look", look_again },        { "stick/", take },       { "copy/", copy },          { "install-now", install },
    { "rollback-now", roll_back }, { "clock/", turn_clock }, { "clock-now", set_clock }, { "restart", restart },
};

void staff_do(struct app *app, const char *order)
{
    struct staff_room *room = &app->staff;
    if (room->job.task != STAFF_IDLE)
        return;
    if (!room->facts.is_open) {
        ask_for_pin(app, order);
        return;
    }
    for (size_t i = 0; i < COUNT(orders); i++) {
        size_t length = strlen(orders[i].order);
        bool takes_rest = orders[i].order[length - 1] == '/';
        if (takes_rest ? strncmp(order, orders[i].order, length) == 0 : strcmp(order, orders[i].order) == 0) {
            orders[i].carry_out(app, order + length);
            return;
        }
    }
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

static bool lies_in_places(const struct model *model)
{
    for (size_t i = 0; i < model->depth && model->kiosk; i++) {
        if (model->places[i].screen == SCREEN_STAFF)
            return true;
    }
    return false;
}

void staff_follow(struct app *app)
{
    struct staff_room *room = &app->staff;
    bool is_here = lies_in_places(&app->model);
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
    room->facts.task = STAFF_IDLE;
    tell(&room->facts, task, &room->job);
    afterwards[task](app);
    app->is_stale = true;
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
