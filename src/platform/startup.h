/* What makes the first picture come sooner. */
#ifndef MAISON_PLATFORM_STARTUP_H
#define MAISON_PLATFORM_STARTUP_H

struct SDL_Window;

/* SDL asks the session's message bus about input methods and screen savers, and where a session has none, libdbus
 * starts one: a process that a kiosk has no use for, and milliseconds of every start. Changes the environment, so it
 * is called before there are other threads. */
void startup_no_bus(void);

/* The 2,000 pages of a window's picture come one by one as they are first written; asked for at once they cost half of that.
 * For a window with SDL's software renderer. */
void startup_populate(struct SDL_Window *window);

#endif
