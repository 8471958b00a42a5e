/* The running kiosk: everything that is open, and the one way round from input to picture. The loop and the script
 * runner both drive it through these functions; neither has a way of its own. */
#ifndef MAISON_KIOSK_APP_H
#define MAISON_KIOSK_APP_H

#include "kiosk/change.h"
#include "kiosk/counters.h"
#include "kiosk/gesture.h"
#include "kiosk/options.h"
#include "kiosk/printing.h"
#include "kiosk/session.h"
#include "kiosk/staff.h"
#include "kiosk/voice.h"
#include "kiosk/warm.h"
#include "platform/render.h"
#include "screens/table.h"
#include "text/zone.h"

struct app {
    const struct options *options;
    struct clock clock;

    struct window *window;
    struct render *render;
    struct glyphs *glyphs;
    struct fonts *fonts;
    struct para_cache *paras;
    float pixels_per_mm;
    struct theme theme; /* as the visitor wants it */

    struct arena kept;      /* for the life of the program */
    const char *catalogues; /* the folder */
    struct arena of_pack;   /* as long as the pack is shown */
    struct arena view;      /* of the current place */
    struct arena frame;     /* of the current draw list */

    struct supply supply; /* where the pack has come from */
    struct change change; /* to another one */
    struct pack *pack;    /* NULL: SCREEN_PROBLEM */
    struct zone *zone;
    struct kiosk kiosk;
    struct model model;
    struct draw_list list;
    bool is_stale; /* the list no longer shows the model */

    struct voice voice;
    int64_t count_at;            /* when it is said how many were found; 0: never */
    struct spoken_shorts shorts; /* how the pack says its abbreviations */
    struct session session;
    struct counters counters;
    struct warm warm;
    struct staff_room staff;
    bool wants_restart; /* the staff ask for it: the loop ends */
    struct gesture gesture;
    struct printing printing;
    char touched[MODEL_ID_MAX]; /* the region that the finger went down on */

    int64_t input_ns; /* when the last input came, for its time to the picture; 0: none is waiting */
    double input_to_present_ms;
};

/* Opens the window, the fonts and the pack. A pack that can't be shown is said on stderr and leaves the kiosk on
 * SCREEN_PROBLEM; false only when there is nothing to show anything on. `problem` is ERR_NONE, or why the kiosk must
 * not even try (a config file that can't be read). */
MUST_USE bool app_open(struct app *app, const struct options *options, enum err_code problem, struct err *err);
void app_close(struct app *app);

/* Takes over the window's size and how the visitor wants things shown. */
void app_fit(struct app *app);

/* A frame in `arena` for a model with that theme; for screen_draw. */
struct ui app_ui(struct app *app, struct arena *arena, const struct theme *theme);

/* Ends the visit and shows the pack of `supply`, or the next one behind it that can be shown; else SCREEN_PROBLEM.
 * Takes the supply over. */
void app_show(struct app *app, const struct supply *supply);

/* Tells the staff why not the newest pack is shown, if so: on stderr and in app->kiosk. */
void app_say_notice(struct app *app);

/* Forgets what a visit has left in arenas and caches. */
void app_forget(struct app *app);

/* Writes down how often topics were opened, if there is anything new and a folder for it. */
void app_flush(struct app *app);

/* Applies an action, as if it had been tapped. */
void app_act(struct app *app, struct action action);

/* What somebody did; false when the program shall end. */
bool app_input(struct app *app, const struct input_event *event);

/* Does what is due by now: greeting, minute, idle question, a running flick. */
void app_tick(struct app *app);

/* When app_tick has something to do, in steady milliseconds; INT64_MAX for never. */
int64_t app_deadline(const struct app *app);

/* Shows the model if it has changed. */
MUST_USE bool app_frame(struct app *app, struct err *err);

/* Makes the draw list show the model, without painting. */
void app_layout(struct app *app);

/* Scrolls so that this part of the scrolling content shows whole; it must be of the current list. */
void app_reveal(struct app *app, struct rect rect);

#endif
