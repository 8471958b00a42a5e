/* Opening the window and filling it for the first time is mostly waiting for the display: everything else is opened in
 * the meantime, on a thread that has ended before anything is shown. */
#ifndef MAISON_KIOSK_AHEAD_H
#define MAISON_KIOSK_AHEAD_H

#include "base/err.h"

#include <pthread.h>
#include <semaphore.h>

struct app;

struct ahead_work {
    bool (*without_window)(struct app *app, struct err *err); /* at once */
    bool (*with_window)(struct app *app, struct err *err);    /* once app->window is there */
};

struct ahead {
    struct app *app;
    struct ahead_work work;
    sem_t told;
    bool has_window;
    pthread_t thread;
    bool has_thread;
    bool done;
    struct err err;
};

/* From here to ahead_join the app belongs to the thread, but for app->window until that has been told of. */
void ahead_start(struct ahead *ahead, struct app *app, struct ahead_work work);

/* To be said once. False: there will be no window. */
void ahead_tell(struct ahead *ahead, bool has_window);

/* True when all the work was done, which it can't be without a window. Without it `err` is not touched. */
MUST_USE bool ahead_join(struct ahead *ahead, struct err *err);

#endif
