#include "kiosk/staff_parts.h"

#include "base/log.h"
#include "kiosk/sticks.h"

#include <stdio.h>
#include <string.h>

/* What the staff screen asks for, an order each. */

static int64_t steady(const struct app *app)
{
    return clock_steady_ms(&app->clock);
}

void staff_start(struct app *app, enum staff_task task)
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
    staff_start(app, STAFF_PIN);
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
    staff_start(app, task);
}

static void look_again(struct app *app, const char *rest)
{
    struct staff *facts = &app->staff.facts;
    (void)rest;
    staff_forget_taken(app);
    facts->told = STAFF_IDLE;
    facts->stick_count = sticks_find(facts->sticks, app->options->sticks);
}

static void take(struct app *app, const char *name)
{
    if (app->options->store) {
        staff_forget_taken(app);
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
        staff_start(app, STAFF_INSTALL);
}

static void roll_back(struct app *app, const char *rest)
{
    (void)rest;
    if (app->options->store)
        staff_start(app, STAFF_ROLL_BACK);
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
    staff_start(app, STAFF_SET_CLOCK);
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
