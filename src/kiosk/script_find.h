/* Finds what a script line names: a point, an id, a label. Internal to the script runner. */
#ifndef MAISON_KIOSK_SCRIPT_FIND_H
#define MAISON_KIOSK_SCRIPT_FIND_H

#include "kiosk/script_commands.h"

/* Reads "X,Y". */
bool script_find_point(const char *word, int *x, int *y);

/* The region of `#ID` or of a label: the whole accessible label, else the only one that contains it. NULL fills *err
 * with what was there. */
const struct tap_region *script_find_region(const struct app *app, const struct script_word *word, struct err *err);

/* Prints the tap regions as JSON lines. */
void script_print_targets(const struct app *app);

#endif
