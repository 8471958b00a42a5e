/* Draws the screens that the visitor is likely to open next into the caches while nobody touches anything, so that they
 * show at once when they are opened. */
#ifndef MAISON_KIOSK_WARM_H
#define MAISON_KIOSK_WARM_H

#include "base/arena.h"

struct app;

struct warm {
    uint64_t place; /* the place that is being warmed from */
    size_t next;    /* the tap region whose screen comes next */
    struct arena view, frame;
};

/* Warms one screen; false when there is none left. */
bool warm_step(struct warm *warm, struct app *app);
void warm_destroy(struct warm *warm);

#endif
