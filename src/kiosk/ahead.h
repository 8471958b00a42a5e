/* Opening the window is mostly waiting for the display; fonts and pack are opened in the meantime, on a
 * thread that has ended before anything is shown. */
#ifndef MAISON_KIOSK_AHEAD_H
#define MAISON_KIOSK_AHEAD_H

#include "kiosk/supply.h"
#include "text/fonts.h"

#include <pthread.h>

struct ahead {
    const struct options *options; /* NULL: no pack is to be opened */
    int64_t now_ms;
    pthread_t thread;
    bool has_thread;
    /* After ahead_join, the caller's to close: */
    struct fonts *fonts; /* NULL: see fonts_err */
    struct err fonts_err;
    struct supply supply;
};

/* `options` NULL: no pack is to be opened. */
void ahead_start(struct ahead *ahead, const struct options *options, int64_t now_ms);
void ahead_join(struct ahead *ahead);

#endif
