/* What SDL reports, put into the few things a visitor can do. Knows nothing of any window, so that it can be
 * tested without one. */
#ifndef MAISON_PLATFORM_INPUT_H
#define MAISON_PLATFORM_INPUT_H

#include "platform/window.h"

#include <SDL_events.h>

/* Who holds the press: only one finger or the mouse at a time, everything else meanwhile is ignored. */
enum input_holder { HELD_BY_NONE, HELD_BY_MOUSE, HELD_BY_FINGER };

struct input {
    int width, height; /* of the window: fingers are reported in parts of it */
    enum input_holder holder;
    SDL_FingerID finger;
};

/* INPUT_NONE for what means nothing to the kiosk. */
struct input_event input_translate(struct input *input, const SDL_Event *event);

/* True if the event comes from a mouse that a person moves or clicks. */
bool input_is_mouse(const SDL_Event *event);

#endif
