/* The picture of one word: what SDL2_ttf draws, cut to its ink, as a texture that knows where its pen stands.
 */
#ifndef MAISON_PLATFORM_PICTURE_H
#define MAISON_PLATFORM_PICTURE_H

#include "platform/glyphs.h"
#include "platform/shape.h"

#include <SDL_ttf.h>

/* `text` is the unit's, terminated; `ink` is where the shaper expects it. Without ink the texture is NULL. */
struct glyph_picture picture_draw(struct SDL_Renderer *renderer, TTF_Font *drawer, const struct text_unit *unit,
                                  const char *text, uint32_t colour, struct ink ink);

size_t picture_bytes(const struct glyph_picture *picture);

/* Overwrites it first. Accepts one without a texture. */
void picture_destroy(struct glyph_picture *picture);

#endif
