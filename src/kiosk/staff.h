/* The staff at the kiosk: knows their PIN, carries out what the staff screen asks for, and fills what it shows
 * (screens/staff.h). It ends with the visit, which takes back everything that was not carried out. */
#ifndef MAISON_KIOSK_STAFF_H
#define MAISON_KIOSK_STAFF_H

#include "kiosk/hold.h"
#include "kiosk/lockout.h"
#include "kiosk/staff_job.h"
#include "ui/action.h"

struct app;

struct staff_room {
    struct staff facts;
    struct staff_job job;
    struct lockout lockout;
    struct hold hold; /* the finger that opens it */
    bool has_lockout; /* its file has been read */
    bool is_left;     /* what is under way was asked for in a visit that has ended */
    bool is_here;     /* the staff screen is open, or lies beneath what is */
    char pin[PIN_MOST + 1];
};

/* Carries out an ACT_STAFF_DO, or begins to, before update sees it; the screen must be SCREEN_STAFF. */
void staff_do(struct app *app, const char *order);

/* After each action: begins and ends with the screen. */
void staff_follow(struct app *app);

void staff_tick(struct app *app);

/* When staff_tick has something to do, in steady milliseconds; INT64_MAX for never. */
int64_t staff_deadline(const struct app *app);

void staff_destroy(struct staff_room *room);

#endif
