/* A page in memory: draw lists as grey pixels, for printers. It has glyphs of its own and shares nothing with the
 * window, so that what is printed leaves no words in the screen's caches. Open it for one page. */
#ifndef MAISON_PLATFORM_SHEET_H
#define MAISON_PLATFORM_SHEET_H

#include "text/para.h"
#include "ui/draw.h"

/* Rows from the top, `width` bytes each; 0 is black, 255 white. */
struct raster {
    int width, height; /* pixels */
    uint8_t *grey;
};

void raster_free(struct raster *raster); /* overwrites it first; accepts an empty one */

struct sheet;

/* `fonts` must outlive it. ERR_DISPLAY when there is no memory for so large a page. */
MUST_USE bool sheet_open(struct sheet **out, struct fonts *fonts, int width, int height, struct err *err);
void sheet_close(struct sheet *sheet); /* accepts NULL */

/* For laying out what is drawn on it. */
struct para_cache *sheet_paras(struct sheet *sheet);

/* out->grey is the caller's to raster_free. */
MUST_USE bool sheet_draw(struct sheet *sheet, const struct draw_list *list, struct raster *out, struct err *err);

#endif
