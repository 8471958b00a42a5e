/* One unit of text through HarfBuzz, exactly as SDL2_ttf will send it there again when it draws. */
#ifndef MAISON_PLATFORM_SHAPE_H
#define MAISON_PLATFORM_SHAPE_H

#include "text/para.h"

#include <hb.h>

struct shape {
    float advance; /* pixels */
    int glyphs;
    bool missing; /* some character has no glyph */
};

/* `font` is scaled to 64 per pixel. The glyphs stay in `buffer`. */
struct shape shape_unit(hb_buffer_t *buffer, hb_font_t *font, const struct text_unit *unit);

/* Where SDL2_ttf will find ink: whole pixels from the pen on the baseline, y downwards. The box always holds
 * the pen, since SDL2_ttf's does. */
struct ink {
    int left, top, right, bottom;
};
struct ink shape_ink(hb_buffer_t *buffer, hb_font_t *font);

/* The four letters that SDL2_ttf wants for a script. */
void shape_script_name(const struct text_unit *unit, char out[5]);

#endif
