#include "platform/window.h"

#include "base/log.h"
#include "platform/gone.h"
#include "platform/input.h"
#include "platform/startup.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define WIDTH_USUAL 1920
#define HEIGHT_USUAL 1080

struct window {
    SDL_Window *sdl;      /* NULL offscreen */
    SDL_Surface *surface; /* offscreen only */
    SDL_Renderer *renderer;
    struct input input;
    unsigned generation;
    bool hides_cursor;
    bool is_sheet; /* something beside the window: SDL goes on when it is closed */
};

static void set_hints(void)
{
    static const struct {
        const char *name, *value;
    } hints[] = {
        { SDL_HINT_VIDEODRIVER, "x11,wayland,KMSDRM" }, /* else SDL falls back on a screen that nobody sees */
        { SDL_HINT_RENDER_DRIVER, "software" },
        { SDL_HINT_FRAMEBUFFER_ACCELERATION, "0" },
        { SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1" }, /* when the screen sleeps is the system's to say */
        { SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0" },
        { SDL_HINT_TOUCH_MOUSE_EVENTS, "0" }, /* each touch once, not as a mouse as well */
        { SDL_HINT_MOUSE_TOUCH_EVENTS, "0" },
    };
    for (size_t i = 0; i < COUNT(hints); i++)
        SDL_SetHint(hints[i].name, hints[i].value);
}

static bool open_offscreen(struct window *window, const struct window_params *params, struct err *err)
{
    int width = params->width > 0 ? params->width : WIDTH_USUAL;
    int height = params->height > 0 ? params->height : HEIGHT_USUAL;
    window->surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    window->renderer = window->surface ? SDL_CreateSoftwareRenderer(window->surface) : NULL;
    if (!window->renderer)
        return err_set(err, ERR_DISPLAY, "no screen of %dx%d in memory (%s)", width, height, SDL_GetError());
    window->input.width = width;
    window->input.height = height;
    return true;
}

static bool fills_display(const struct window_params *params)
{
    SDL_DisplayMode display;
    if (params->windowed)
        return false;
    if (params->width <= 0 || params->height <= 0)
        return true;
    return SDL_GetDesktopDisplayMode(0, &display) == 0 && display.w == params->width && display.h == params->height;
}

/* Without a window manager, as on a bare kiosk, X11 never answers a wish to be full screen and SDL waits 100 ms for it.
 * A borderless window that covers the display is full screen all the same, and window managers take it for such
 * (docs/decisions/0004). Elsewhere only the flag will do. */
static Uint32 full_screen_flags(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    bool is_x11 = driver && strcmp(driver, "x11") == 0;
    return SDL_WINDOW_BORDERLESS | (is_x11 ? (Uint32)SDL_WINDOW_ALWAYS_ON_TOP : (Uint32)SDL_WINDOW_FULLSCREEN_DESKTOP);
}

struct window_shape {
    int x, y, width, height;
    Uint32 flags;
};

static struct window_shape window_shape(const struct window_params *params)
{
    struct window_shape shape = { SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                                  params->width > 0 ? params->width : WIDTH_USUAL,
                                  params->height > 0 ? params->height : HEIGHT_USUAL,
                                  params->windowed ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_BORDERLESS };
    SDL_Rect display;
    if (fills_display(params) && SDL_GetDisplayBounds(0, &display) == 0)
        shape = (struct window_shape){ display.x, display.y, display.w, display.h, full_screen_flags() };
    return shape;
}

static bool open_on_display(struct window *window, const struct window_params *params, struct err *err)
{
    set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return err_set(err, ERR_DISPLAY,
                       "no display could be opened (%s); start it in a graphical session, or use --offscreen "
                       "with --script",
                       SDL_GetError());
    struct window_shape shape = window_shape(params);
    window->sdl = SDL_CreateWindow("Maison", shape.x, shape.y, shape.width, shape.height, shape.flags);
    window->renderer = window->sdl ? SDL_CreateRenderer(window->sdl, -1, SDL_RENDERER_SOFTWARE) : NULL;
    if (!window->renderer)
        return err_set(err, ERR_DISPLAY, "no window could be opened (%s)", SDL_GetError());
    SDL_GetWindowSize(window->sdl, &window->input.width, &window->input.height);
    window->hides_cursor = !params->windowed;
    if (window->hides_cursor)
        SDL_ShowCursor(SDL_DISABLE);
    SDL_StartTextInput();
    gone_watch(true);
    return true;
}

void window_prepare(void)
{
    startup_no_bus();
}

bool window_open(struct window **out, const struct window_params *params, struct err *err)
{
    struct window *window = calloc(1, sizeof(*window));
    if (!window)
        log_fatal("out of memory: the window");
    bool opened = params->offscreen ? open_offscreen(window, params, err) : open_on_display(window, params, err);
    if (!opened) {
        window_close(window);
        return false;
    }
    *out = window;
    return true;
}

void window_blank(struct window *window, uint32_t colour)
{
    if (!window->sdl)
        return;
    startup_populate(window->sdl);
    SDL_SetRenderDrawColor(window->renderer, (Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour,
                           SDL_ALPHA_OPAQUE);
    SDL_RenderClear(window->renderer);
    SDL_RenderPresent(window->renderer);
}

bool window_open_sheet(struct window **out, int width, int height, struct err *err)
{
    struct window_params params = { .width = width, .height = height, .offscreen = true };
    if (!window_open(out, &params, err))
        return false;
    (*out)->is_sheet = true;
    return true;
}

void window_close(struct window *window)
{
    if (!window)
        return;
    if (!window->is_sheet)
        gone_watch(false);
    if (window->renderer)
        SDL_DestroyRenderer(window->renderer);
    SDL_FreeSurface(window->surface);
    if (window->sdl)
        SDL_DestroyWindow(window->sdl);
    if (!window->is_sheet)
        SDL_Quit();
    free(window);
}

int window_width(const struct window *window)
{
    return window->input.width;
}

int window_height(const struct window *window)
{
    return window->input.height;
}

SDL_Renderer *window_renderer(struct window *window)
{
    return window->renderer;
}

unsigned window_generation(const struct window *window)
{
    return window->generation;
}

/* A kiosk has no mouse until somebody plugs one in. */
static void show_cursor_for(struct window *window, const SDL_Event *event)
{
    if (!window->hides_cursor)
        return;
    if (input_is_mouse(event))
        SDL_ShowCursor(SDL_ENABLE);
    else if (event->type == SDL_FINGERDOWN)
        SDL_ShowCursor(SDL_DISABLE);
}

static struct input_event take(struct window *window, const SDL_Event *event)
{
    show_cursor_for(window, event);
    if (event->type == SDL_RENDER_TARGETS_RESET || event->type == SDL_RENDER_DEVICE_RESET)
        window->generation++;
    return input_translate(&window->input, event);
}

static bool is_motion(const SDL_Event *event)
{
    return event->type == SDL_MOUSEMOTION || event->type == SDL_FINGERMOTION;
}

/* Of a row of movements only the last matters; what follows them stays in the queue. */
static struct input_event take_last_motion(struct window *window, struct input_event first)
{
    struct input_event last = first;
    SDL_Event next;
    while (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 && is_motion(&next)) {
        if (SDL_PeepEvents(&next, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) != 1)
            break;
        struct input_event moved = take(window, &next);
        if (moved.kind == INPUT_MOVE)
            last = moved;
    }
    return last;
}

struct input_event window_poll(struct window *window)
{
    SDL_Event event;
    while (window->sdl && SDL_PollEvent(&event)) {
        struct input_event input = take(window, &event);
        if (input.kind == INPUT_MOVE)
            return take_last_motion(window, input);
        if (input.kind != INPUT_NONE)
            return input;
    }
    return (struct input_event){ .kind = INPUT_NONE };
}

static struct input_event wait_offscreen(int64_t timeout_ms)
{
    if (timeout_ms < 0)
        pause();
    else
        nanosleep(&(struct timespec){ timeout_ms / 1000, timeout_ms % 1000 * 1000000 }, NULL);
    return (struct input_event){ .kind = INPUT_NONE };
}

struct input_event window_wait(struct window *window, int64_t timeout_ms)
{
    if (!window->sdl)
        return wait_offscreen(timeout_ms);
    const int64_t start = (int64_t)SDL_GetTicks64();
    for (;;) {
        struct input_event input = window_poll(window);
        int64_t left = timeout_ms - ((int64_t)SDL_GetTicks64() - start);
        if (input.kind != INPUT_NONE || (timeout_ms >= 0 && left <= 0))
            return input;
        /* Only waits: window_poll takes the event. */
        SDL_WaitEventTimeout(NULL, timeout_ms < 0 ? -1 : (int)(left < INT32_MAX ? left : INT32_MAX));
    }
}

bool window_has_key(const char *name)
{
    return SDL_GetScancodeFromName(name) != SDL_SCANCODE_UNKNOWN;
}
