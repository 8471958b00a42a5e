/* What the parts of the staff's room share. Internal to kiosk/staff*.c. */
#ifndef MAISON_KIOSK_STAFF_PARTS_H
#define MAISON_KIOSK_STAFF_PARTS_H

#include "kiosk/app.h"

/* Begins what takes a while; in a script it has ended on return. */
void staff_start(struct app *app, enum staff_task task);

/* What has ended, into the facts that the screen shows; begins what follows from it. */
void staff_ended(struct app *app, enum staff_task task);

/* Drops the pack from the stick that nobody has installed. */
void staff_forget_taken(struct app *app);

#endif
