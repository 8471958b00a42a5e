/* The picture of one word: what SDL2_ttf draws, cut to its ink, that knows where its pen stands. It is drawn without a
 * renderer and becomes that renderer's texture when it is first shown. */
#ifndef MAISON_PLATFORM_PICTURE_H
#define MAISON_PLATFORM_PICTURE_H

#include "platform/glyphs.h"
#include "platform/shape.h"

#include <SDL_ttf.h>

struct picture {
    SDL_Surface *drawn; /* until it is first shown; NULL without ink */
    int x, y;           /* of the ink in it */
    struct glyph_picture shown;
};

/* `text` is the unit's, terminated; `ink` is where the shaper expects it. */
struct picture picture_draw(TTF_Font *drawer, const struct text_unit *unit, const char *text, uint32_t colour,
                            struct ink ink);

/* As a texture of the renderer, the same one each time. Without ink the texture is NULL. */
struct glyph_picture picture_show(struct picture *picture, struct SDL_Renderer *renderer);

size_t picture_bytes(const struct picture *picture);

/* Overwrites it first. Accepts one without a texture. */
void picture_destroy(struct picture *picture);

#endif
