/* Opening the window is mostly waiting for the display; fonts and pack are opened in the meantime, on a
 * thread that has ended before anything is shown. */
#ifndef MAISON_KIOSK_AHEAD_H
#define MAISON_KIOSK_AHEAD_H

#include "content/pack.h"
#include "text/fonts.h"

#include <pthread.h>

struct ahead {
    const char *path; /* of the pack; NULL: none is to be opened */
    pthread_t thread;
    bool has_thread;
    /* After ahead_join, the caller's to close: */
    struct fonts *fonts; /* NULL: see fonts_err */
    struct pack *pack;   /* NULL: see pack_err */
    struct err fonts_err, pack_err;
};

void ahead_start(struct ahead *ahead, const char *pack_path);
void ahead_join(struct ahead *ahead);

#endif
