/* Going over to another pack of the store while nobody is at the kiosk. Whether there is one is asked whenever the
 * resting screen wakes up anyway, with one question to the file system; it is verified on a thread of its own, so that
 * whoever touches the screen in the meantime does not wait for it. */
#ifndef MAISON_KIOSK_CHANGE_H
#define MAISON_KIOSK_CHANGE_H

#include "kiosk/supply.h"

#include <pthread.h>
#include <stdatomic.h>

struct app;

struct change {
    const struct options *options;
    int64_t look_at; /* steady milliseconds */
    int64_t now_ms;  /* for the thread */
    pthread_t thread;
    atomic_bool is_done;
    bool is_running;
    bool is_ready; /* `next` waits for the visitor to go */
    struct supply next;
    enum store_alarm alarm; /* that was said last */
};

void change_tick(struct app *app);

/* When change_tick wants to be called although nothing else is due; INT64_MAX for never. */
int64_t change_deadline(const struct app *app);

/* The pack that is shown has failed: shows the next one behind it. False when there is none. */
bool change_fall_back(struct app *app, const struct err *why);

void change_destroy(struct change *change);

#endif
