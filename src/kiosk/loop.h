/* The kiosk as people use it: waits, acts, shows, and sleeps until something happens or is due. */
#ifndef MAISON_KIOSK_LOOP_H
#define MAISON_KIOSK_LOOP_H

#include "kiosk/app.h"

/* Runs until somebody closes it. With --stats a line of JSON is printed at the first frame and one at the end. */
MUST_USE bool loop_run(struct app *app, struct err *err);

/* Prints frames, last input-to-present time and peak memory as one line of JSON. */
void loop_print_stats(const struct app *app);

#endif
