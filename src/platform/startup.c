#include "platform/startup.h"

#include <limits.h>
#include <SDL.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Where systemd's session has it (sd_bus_open_user(3)); libdbus looks there too before it starts its own. */
static bool session_has_bus(void)
{
    char path[PATH_MAX];
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    int length = runtime ? snprintf(path, sizeof(path), "%s/bus", runtime) : -1;
    return length > 0 && length < (int)sizeof(path) && access(path, F_OK) == 0;
}

void startup_no_bus(void)
{
    if (!session_has_bus())
        (void)setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
}

/* SDL says not to draw on this surface beside a renderer; the software renderer's is the same one. */
void startup_populate(SDL_Window *window)
{
    const SDL_Surface *surface = SDL_GetWindowSurface(window);
    long page = sysconf(_SC_PAGESIZE);
    if (!surface || page <= 0)
        return;
    uintptr_t step = (uintptr_t)page;
    uintptr_t from = ((uintptr_t)surface->pixels + step - 1) / step * step;
    uintptr_t to = (uintptr_t)surface->pixels + (uintptr_t)surface->h * (uintptr_t)surface->pitch;
    if (to > from)
        (void)madvise((void *)from, to - from, MADV_POPULATE_WRITE); /* Linux before 5.14 doesn't know it */
}
