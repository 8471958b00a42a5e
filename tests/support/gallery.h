/* A walk through the default pack whose screens are really painted: real fonts, a window without a screen, and the
 * pixels of each picture. A failure to open says why on stderr. */
#ifndef MAISON_TESTS_GALLERY_H
#define MAISON_TESTS_GALLERY_H

#include "platform/render.h"
#include "support/walk.h"

/* Portrait: there more of a screen shows without scrolling. */
#define GALLERY_WIDTH 1080
#define GALLERY_HEIGHT 1920
#define GALLERY_DIAGONAL 24.0 /* inches */

struct gallery {
    struct fonts *fonts;
    struct glyphs *glyphs;
    struct para_cache *paras;
    struct window *window;
    struct render *render;
    struct theme theme; /* usual; the test may set another */
    struct arena frame;
    struct draw_list list;
    struct walk walk;
    uint32_t pixels[GALLERY_WIDTH * GALLERY_HEIGHT]; /* 0xAARRGGBB */
};

/* `see` is called on each screen of the walk. The gallery must stay where it is until it is closed. */
bool gallery_open(struct gallery *gallery, void (*see)(void *context));
void gallery_close(struct gallery *gallery);

/* A frame of the walk's model, in its language, with nothing in it yet. */
struct ui gallery_ui(struct gallery *gallery);

/* Draws the model into `list` and its picture into `pixels`. */
void gallery_paint(struct gallery *gallery);

#endif
