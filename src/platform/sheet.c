#include "platform/sheet.h"

#include "base/log.h"
#include "platform/render.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

struct sheet {
    struct window *window;
    struct glyphs *glyphs;
    struct para_cache *paras;
    struct render *render;
};

void raster_free(struct raster *raster)
{
    if (raster->grey)
        explicit_bzero(raster->grey, (size_t)raster->width * (size_t)raster->height);
    free(raster->grey);
    *raster = (struct raster){ 0 };
}

bool sheet_open(struct sheet **out, struct fonts *fonts, int width, int height, struct err *err)
{
    struct sheet *sheet = calloc(1, sizeof(*sheet));
    if (!sheet)
        log_fatal("out of memory: a page to print");
    bool opened = window_open_sheet(&sheet->window, width, height, err) && glyphs_open(&sheet->glyphs, fonts, err) &&
                  para_cache_new(&sheet->paras, fonts, glyphs_measurer(sheet->glyphs), err);
    if (!opened) {
        sheet_close(sheet);
        return false;
    }
    sheet->render = render_new(sheet->glyphs);
    render_attach(sheet->render, sheet->window);
    *out = sheet;
    return true;
}

void sheet_close(struct sheet *sheet)
{
    if (!sheet)
        return;
    render_close(sheet->render);
    para_cache_free(sheet->paras);
    glyphs_close(sheet->glyphs);
    window_close(sheet->window);
    free(sheet);
}

struct para_cache *sheet_paras(struct sheet *sheet)
{
    return sheet->paras;
}

/* ITU-R BT.709's weights, in 256ths. */
static uint8_t grey_of(uint32_t colour)
{
    return (uint8_t)((54 * ((colour >> 16) & 0xFF) + 183 * ((colour >> 8) & 0xFF) + 19 * (colour & 0xFF)) >> 8);
}

/* A row at a time: a whole page in colour once more would be 35 MB. */
static bool read_rows(struct sheet *sheet, struct raster *raster)
{
    uint32_t *row = calloc((size_t)raster->width, sizeof(*row));
    bool ok = row != NULL;
    for (int y = 0; ok && y < raster->height; y++) {
        SDL_Rect line = { 0, y, raster->width, 1 };
        ok = SDL_RenderReadPixels(window_renderer(sheet->window), &line, SDL_PIXELFORMAT_ARGB8888, row,
                                  raster->width * 4) == 0;
        for (int x = 0; ok && x < raster->width; x++)
            raster->grey[(size_t)y * (size_t)raster->width + (size_t)x] = grey_of(row[x]);
    }
    free(row);
    return ok;
}

bool sheet_draw(struct sheet *sheet, const struct draw_list *list, struct raster *out, struct err *err)
{
    struct raster raster = { window_width(sheet->window), window_height(sheet->window), NULL };
    if (!render_frame(sheet->render, list, err))
        return false;
    SDL_RenderSetClipRect(window_renderer(sheet->window), NULL);
    raster.grey = malloc((size_t)raster.width * (size_t)raster.height);
    if (!raster.grey || !read_rows(sheet, &raster)) {
        raster_free(&raster);
        return err_set(err, ERR_DISPLAY, "the page to print can't be read (%s)", SDL_GetError());
    }
    *out = raster;
    return true;
}
