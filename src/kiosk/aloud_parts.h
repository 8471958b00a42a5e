/* The things that can be said. Internal to aloud. */
#ifndef MAISON_KIOSK_ALOUD_PARTS_H
#define MAISON_KIOSK_ALOUD_PARTS_H

#include "kiosk/app.h"

/* Puts the content of the screen into the voice, in reading order; in the local language, as the screen would be in it.
 */
void aloud_add_screen(struct app *app);
void aloud_add_local_screen(struct app *app);

/* True if what was put there can be said, by a voice of the visitor's language or by clips in it. */
bool aloud_can_start(const struct app *app);

/* Says one sentence. */
void aloud_say(struct app *app, const char *lang, const char *text);

/* Says what has the focus: "Health, button, 1 of 10". */
void aloud_say_focus(struct app *app);

/* Puts the focus on the beginning of a place that has just opened, and says it. */
void aloud_arrive(struct app *app);

void aloud_say_level(struct app *app, bool is_volume);
/* What changed without the focus (WCAG 4.1.3): how many were found, once nothing else is said; what the printer does,
 * what became of a note. */
void aloud_count_soon(struct app *app, int pause_ms);
void aloud_tick_count(struct app *app);
void aloud_say_printing(struct app *app);
void aloud_say_note(struct app *app);

void aloud_say_help(struct app *app);
void aloud_say_no_voice(struct app *app);

#endif
