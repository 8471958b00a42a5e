#include "support/gallery.h"

#include "text/message.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void require(bool done, const struct err *err)
{
    if (done)
        return;
    fprintf(stderr, "gallery: %s\n", err->detail);
    abort();
}

bool gallery_open(struct gallery *gallery, void (*see)(void *context))
{
    struct err err = { 0 };
    struct window_params params = { .width = GALLERY_WIDTH, .height = GALLERY_HEIGHT, .offscreen = true };
    bool opened = message_init(TEST_BUILD_DIR "/tests/packs/locale", &err) && fonts_open(&gallery->fonts, &err) &&
                  glyphs_open(&gallery->glyphs, gallery->fonts, &err) &&
                  para_cache_new(&gallery->paras, gallery->fonts, glyphs_measurer(gallery->glyphs), &err) &&
                  window_open(&gallery->window, &params, &err);
    if (!opened) {
        fprintf(stderr, "gallery: %s\n", err.detail);
        return false;
    }
    gallery->render = render_new(gallery->glyphs);
    render_attach(gallery->render, gallery->window);
    double pixels_per_mm = hypot(GALLERY_WIDTH, GALLERY_HEIGHT) / (GALLERY_DIAGONAL * 25.4);
    gallery->theme = theme_of((float)pixels_per_mm, (struct look){ 0 });
    gallery->walk.see = see;
    walk_open(&gallery->walk, "grenoble");
    return true;
}

void gallery_close(struct gallery *gallery)
{
    walk_close(&gallery->walk);
    render_close(gallery->render);
    window_close(gallery->window);
    para_cache_free(gallery->paras);
    glyphs_close(gallery->glyphs);
    fonts_close(gallery->fonts);
    arena_destroy(&gallery->frame);
}

struct ui gallery_ui(struct gallery *gallery)
{
    return (struct ui){ .arena = &gallery->frame,
                        .paras = gallery->paras,
                        .theme = &gallery->theme,
                        .lang = model_lang(&gallery->walk.model),
                        .width = GALLERY_WIDTH,
                        .height = GALLERY_HEIGHT };
}

void gallery_paint(struct gallery *gallery)
{
    struct err err = { 0 };
    struct ui ui = gallery_ui(gallery);
    arena_reset(&gallery->frame);
    screen_draw(&ui, &gallery->walk.model, &gallery->list);
    require(render_frame(gallery->render, &gallery->list, &err), &err);
    int failed = SDL_RenderReadPixels(window_renderer(gallery->window), NULL, SDL_PIXELFORMAT_ARGB8888, gallery->pixels,
                                      GALLERY_WIDTH * (int)sizeof(gallery->pixels[0]));
    require(failed == 0 || err_set(&err, ERR_IO, "%s", SDL_GetError()), &err);
}
