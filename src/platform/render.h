/* Draw lists to pixels, with SDL's software renderer: onto a window's surface or, with no display at all,
 * onto a surface in memory. */
#ifndef MAISON_PLATFORM_RENDER_H
#define MAISON_PLATFORM_RENDER_H

#include "platform/glyphs.h"
#include "platform/window.h"
#include "ui/draw.h"

struct render;

/* Paints through the glyphs, on the window that it is given before the first frame. */
struct render *render_new(struct glyphs *glyphs);
void render_close(struct render *render); /* accepts NULL */

/* The window, which must outlive it. Once. */
void render_attach(struct render *render, struct window *window);

/* Paints the whole list and presents it. A list that looks the same as the one shown is not painted again.
 * ERR_DISPLAY when the system refuses. */
MUST_USE bool render_frame(struct render *render, const struct draw_list *list, struct err *err);

/* The next frame is painted whatever is shown now (the window was uncovered, or resized). */
void render_invalidate(struct render *render);

/* Draws the list's words into the cache without showing anything, for screens that are likely next. Before there is a
 * window this touches nothing that belongs to the display, so it can be done on another thread. */
void render_warm(struct render *render, const struct draw_list *list);

/* Drops what is kept of texts that were shown. */
void render_forget(struct render *render);

/* Writes what is shown as a PNG. */
MUST_USE bool render_shot(struct render *render, const char *path, struct err *err);

/* Frames painted so far. */
unsigned long render_frames(const struct render *render);

#endif
