/* Sticks that are plugged in: the folders that whoever mounts them makes in a few known places (setting `sticks`). What
 * lies on one may be anybody's work, so it is only touched through base/beneath and content/install. */
#ifndef MAISON_KIOSK_STICKS_H
#define MAISON_KIOSK_STICKS_H

#include "screens/staff.h"

/* Their names, sorted within each place; empty folders, in which nothing is mounted, are left out. `places` are parted
 * by ":". Returns how many, at most STAFF_STICKS. */
size_t sticks_find(char out[static STAFF_STICKS][STAFF_STICK_MAX], const char *places);

/* The path of the stick with that name, in the arena; NULL when it is not there any more. */
const char *sticks_path(struct arena *arena, const char *places, const char *name);

#endif
