/* What the staff ask for and takes a while, on a thread of its own, so that the screen goes on meanwhile. One at a
 * time; in a script it is done at once, since the time stands still. */
#ifndef MAISON_KIOSK_STAFF_JOB_H
#define MAISON_KIOSK_STAFF_JOB_H

#include "content/install.h"
#include "content/pin.h"
#include "kiosk/options.h"
#include "screens/staff.h"

#include <pthread.h>
#include <stdatomic.h>

struct staff_job {
    enum staff_task task; /* STAFF_IDLE: none */
    pthread_t thread;
    bool is_running;
    atomic_bool is_done, shall_stop;
    atomic_int percent;

    /* Set before it starts. */
    const struct options *options;
    int64_t now_ms;
    char pin[PIN_MOST + 1];
    char stick[4096];      /* path */
    char shown_pack[4096]; /* path of the pack that is shown, "" when not known */
    char kiosk[64];        /* for names of copies */
    int64_t clock_s;       /* Unix seconds */

    /* Read after it has ended. */
    bool has_failed;
    struct err err;
    struct store_status status; /* of STAFF_LOOK and STAFF_ROLL_BACK */
    struct install *install;    /* of STAFF_TAKE, kept for STAFF_INSTALL */
    struct arena changed;       /* holds the changes */
    struct staff_change *changes;
    size_t change_count, more_changes;
    bool is_compared;
};

/* Begins, or does it at once. */
void staff_job_start(struct staff_job *job, enum staff_task task, bool at_once);

/* True when it has ended and its results can be read; the task stays set until then. */
bool staff_job_has_ended(struct staff_job *job);

/* Drops what was taken from a stick. */
void staff_job_drop(struct staff_job *job);

/* Stops and waits. */
void staff_job_destroy(struct staff_job *job);

#endif
