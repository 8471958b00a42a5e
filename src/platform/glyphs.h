/* Fonts in use: HarfBuzz measures each unit of text once, SDL2_ttf draws it once, and the picture is kept as
 * a texture until room is needed. */
#ifndef MAISON_PLATFORM_GLYPHS_H
#define MAISON_PLATFORM_GLYPHS_H

#include "text/para.h"

struct SDL_Renderer;
struct SDL_Texture;
struct glyphs;

/* `fonts` must outlive it. Faces are opened when first needed. ERR_FONT when SDL2_ttf can't start. */
MUST_USE bool glyphs_open(struct glyphs **out, struct fonts *fonts, struct err *err);
void glyphs_close(struct glyphs *glyphs); /* accepts NULL */

/* For para_cache_new; its data is the glyphs. */
struct text_measurer glyphs_measurer(struct glyphs *glyphs);

/* The picture of a unit, in a colour (0xRRGGBB) with coverage in alpha. `left` and `top` are where its
 * top-left corner stands relative to the pen on the baseline. texture is NULL when nothing shows (only
 * spaces, or no face). Borrowed until glyphs_trim or glyphs_clear. */
struct glyph_picture {
    struct SDL_Texture *texture;
    int left, top, width, height;
};
struct glyph_picture glyphs_picture(struct glyphs *glyphs, struct SDL_Renderer *renderer, const struct text_unit *unit,
                                    uint32_t colour);

/* Draws it for later, without a renderer. */
void glyphs_draw(struct glyphs *glyphs, const struct text_unit *unit, uint32_t colour);

/* A unit that shows a pictogram of the icon font, `size` pixels high. A name that the font doesn't have shows
 * a question mark, so that a slip is seen. The unit borrows `name`. */
struct text_unit glyphs_icon_unit(struct glyphs *glyphs, const char *name, int size);

/* True if the icon font has a pictogram of that name. */
bool glyphs_has_icon(struct glyphs *glyphs, const char *name);

/* Drops the pictures that were not used for the longest time until all take at most `bytes`. Between frames
 * only. */
void glyphs_trim(struct glyphs *glyphs, size_t bytes);

/* Forgets all pictures and widths and overwrites what was kept of the texts; also needed before the renderer
 * goes away, since the pictures are its textures. */
void glyphs_clear(struct glyphs *glyphs);

#endif
