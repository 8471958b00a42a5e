/* Decides what is said: the screen when somebody listens, and with everything spoken each place that opens and each
 * thing that the focus comes to. */
#ifndef MAISON_KIOSK_ALOUD_H
#define MAISON_KIOSK_ALOUD_H

#include "kiosk/app.h"

/* Where the visitor was before an action, to see what it did. */
struct aloud_before {
    uint64_t place;
    enum err_code problem;
};
struct aloud_before aloud_before(const struct app *app);

/* ACT_LISTEN: `number` becomes 1 when the screen can be read in the visitor's language; other actions stay as they are.
 */
struct action aloud_prepare(struct app *app, struct action action);

/* After the model has changed. */
void aloud_after(struct app *app, struct action action, const struct aloud_before *before);

/* Does what is due: the next word, the next line; the screen follows. */
void aloud_tick(struct app *app);

#endif
