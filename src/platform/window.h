/* The one window, full screen at a kiosk, or a screen in memory for scripts and tests; and what people do at
 * it. */
#ifndef MAISON_PLATFORM_WINDOW_H
#define MAISON_PLATFORM_WINDOW_H

#include "base/err.h"

struct SDL_Renderer;
struct window;

struct window_params {
    int width, height; /* 0: the display's size (full screen), or 1920x1080 */
    bool windowed;     /* in a window that can be moved and resized, for work at a desk */
    bool offscreen;    /* no display is needed or touched */
};

/* Before other threads are started. */
void window_prepare(void);

/* ERR_DISPLAY when there is no display to open on. One at a time. If the display goes away while the window
 * is open, the process ends with a line on stderr and exit status 3: Xlib gives no way back. */
MUST_USE bool window_open(struct window **out, const struct window_params *params, struct err *err);
void window_close(struct window *window); /* accepts NULL */

/* Shows nothing but a colour (0xRRGGBB). The first picture takes the display long, whatever is on it. */
void window_blank(struct window *window, uint32_t colour);

/* A page in memory beside the one window, for printing: only its renderer is of use. */
MUST_USE bool window_open_sheet(struct window **out, int width, int height, struct err *err);

int window_width(const struct window *window);
int window_height(const struct window *window);

/* The renderer that paints on it. Borrowed. */
struct SDL_Renderer *window_renderer(struct window *window);

enum input_kind {
    INPUT_NONE,  /* the time was up */
    INPUT_PRESS, /* a finger or the left mouse button went down at x, y */
    INPUT_MOVE,  /* … moved while down */
    INPUT_RELEASE,
    INPUT_WHEEL,   /* `amount` notches, positive away from the person (content moves down) */
    INPUT_KEY,     /* `key` is SDL's name of it: "Tab", "Return", "Up" … */
    INPUT_TEXT,    /* typed text */
    INPUT_EXPOSED, /* the picture must be painted again */
    INPUT_RESIZED,
    INPUT_QUIT, /* asked to end, by the system or the window manager */
    INPUT_KIND_COUNT
};

struct input_event {
    enum input_kind kind;
    int x, y;
    float amount;
    char key[32];
    bool shift;
    char text[64];
};

/* Grows when the renderer has lost everything that was made with it. */
unsigned window_generation(const struct window *window);

/* Waits for something to happen, at most `timeout_ms` (negative: as long as it takes). Truly sleeps. Nothing
 * ever happens to a screen in memory. */
struct input_event window_wait(struct window *window, int64_t timeout_ms);

/* True if a keyboard can have a key of that name ("Tab", "F1"); needs no window. */
bool window_has_key(const char *name);

/* Something that is there already, without waiting; INPUT_NONE when nothing is. */
struct input_event window_poll(struct window *window);

#endif
