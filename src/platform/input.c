#include "platform/input.h"

#include <SDL_keyboard.h>
#include <SDL_touch.h>
#include <stdio.h>

static struct input_event at(enum input_kind kind, int x, int y)
{
    return (struct input_event){ .kind = kind, .x = x, .y = y };
}

static const struct input_event nothing = { .kind = INPUT_NONE };

bool input_is_mouse(const SDL_Event *event)
{
    if (event->type == SDL_MOUSEMOTION)
        return event->motion.which != SDL_TOUCH_MOUSEID && (event->motion.xrel != 0 || event->motion.yrel != 0);
    return event->type == SDL_MOUSEBUTTONDOWN && event->button.which != SDL_TOUCH_MOUSEID;
}

static struct input_event from_button(struct input *input, const SDL_MouseButtonEvent *button)
{
    if (button->which == SDL_TOUCH_MOUSEID || button->button != SDL_BUTTON_LEFT)
        return nothing;
    if (button->type == SDL_MOUSEBUTTONDOWN && input->holder == HELD_BY_NONE) {
        input->holder = HELD_BY_MOUSE;
        return at(INPUT_PRESS, button->x, button->y);
    }
    if (button->type == SDL_MOUSEBUTTONUP && input->holder == HELD_BY_MOUSE) {
        input->holder = HELD_BY_NONE;
        return at(INPUT_RELEASE, button->x, button->y);
    }
    return nothing;
}

static struct input_event from_motion(const struct input *input, const SDL_MouseMotionEvent *motion)
{
    if (motion->which == SDL_TOUCH_MOUSEID || input->holder != HELD_BY_MOUSE)
        return nothing;
    return at(INPUT_MOVE, motion->x, motion->y);
}

/* From 0 to 1, both included, to a pixel that is on the screen. */
static int pixel_of(float part, int length)
{
    int pixel = (int)(part * (float)length);
    return pixel < 0 ? 0 : pixel < length ? pixel : length - 1;
}

static struct input_event from_finger(struct input *input, const SDL_TouchFingerEvent *finger)
{
    int x = pixel_of(finger->x, input->width), y = pixel_of(finger->y, input->height);
    if (finger->type == SDL_FINGERDOWN) {
        if (input->holder != HELD_BY_NONE)
            return nothing;
        input->holder = HELD_BY_FINGER;
        input->finger = finger->fingerId;
        return at(INPUT_PRESS, x, y);
    }
    if (input->holder != HELD_BY_FINGER || input->finger != finger->fingerId)
        return nothing;
    if (finger->type == SDL_FINGERMOTION)
        return at(INPUT_MOVE, x, y);
    input->holder = HELD_BY_NONE;
    return at(INPUT_RELEASE, x, y);
}

static struct input_event from_wheel(const SDL_MouseWheelEvent *wheel)
{
    struct input_event event = at(INPUT_WHEEL, wheel->mouseX, wheel->mouseY);
    event.amount = wheel->direction == SDL_MOUSEWHEEL_FLIPPED ? -wheel->preciseY : wheel->preciseY;
    return event;
}

static struct input_event from_key(const SDL_KeyboardEvent *key)
{
    struct input_event event = { .kind = INPUT_KEY, .shift = (key->keysym.mod & KMOD_SHIFT) != 0 };
    snprintf(event.key, sizeof(event.key), "%s", SDL_GetKeyName(key->keysym.sym));
    return event;
}

static struct input_event from_text(const SDL_TextInputEvent *text)
{
    struct input_event event = { .kind = INPUT_TEXT };
    snprintf(event.text, sizeof(event.text), "%s", text->text);
    return event;
}

static struct input_event from_window(struct input *input, const SDL_WindowEvent *window)
{
    switch (window->event) {
    case SDL_WINDOWEVENT_EXPOSED:
        return at(INPUT_EXPOSED, 0, 0);
    case SDL_WINDOWEVENT_CLOSE:
        return at(INPUT_QUIT, 0, 0);
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        if (window->data1 == input->width && window->data2 == input->height)
            return nothing;
        input->width = window->data1;
        input->height = window->data2;
        return at(INPUT_RESIZED, 0, 0);
    default:
        return nothing;
    }
}

struct input_event input_translate(struct input *input, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return from_button(input, &event->button);
    case SDL_MOUSEMOTION:
        return from_motion(input, &event->motion);
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return from_finger(input, &event->tfinger);
    case SDL_MOUSEWHEEL:
        return from_wheel(&event->wheel);
    case SDL_KEYDOWN:
        return from_key(&event->key);
    case SDL_TEXTINPUT:
        return from_text(&event->text);
    case SDL_WINDOWEVENT:
        return from_window(input, &event->window);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        return at(INPUT_EXPOSED, 0, 0);
    case SDL_QUIT:
        return at(INPUT_QUIT, 0, 0);
    default:
        return nothing;
    }
}
