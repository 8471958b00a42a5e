/* Keyboards and keypads: the focus walks what is on the screen in reading order, and OK does what a tap there would.
 * When everything is spoken it stops at texts too, so that all of a screen can be heard piece by piece. */
#ifndef MAISON_KIOSK_FOCUS_H
#define MAISON_KIOSK_FOCUS_H

#include "kiosk/app.h"

/* `name` is SDL's name of the key. */
void focus_key(struct app *app, const char *name, bool shift);

#endif
