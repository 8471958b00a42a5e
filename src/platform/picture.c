#include "platform/picture.h"

#include <SDL.h>
#include <stdlib.h>

/* The smallest rectangle that holds all ink; empty when there is none. */
static SDL_Rect ink_rect(const SDL_Surface *surface)
{
    SDL_Rect ink = { surface->w, surface->h, 0, 0 };
    int right = 0, bottom = 0;
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = (const uint32_t *)((const char *)surface->pixels + y * surface->pitch);
        int first = 0, last = surface->w;
        while (first < surface->w && row[first] >> 24 == 0)
            first++;
        if (first == surface->w)
            continue;
        while (row[last - 1] >> 24 == 0)
            last--;
        ink.x = first < ink.x ? first : ink.x;
        ink.y = y < ink.y ? y : ink.y;
        right = last > right ? last : right;
        bottom = y + 1;
    }
    if (bottom > 0)
        ink = (SDL_Rect){ ink.x, ink.y, right - ink.x, bottom - ink.y };
    return ink;
}

/* Where the pen on the baseline stands in a surface that SDL2_ttf drew. It is the ascent below the top,
 * except that ink which sticks out to the left or above shifts everything to make room. */
static SDL_Point pen_in(const SDL_Surface *surface, TTF_Font *drawer, struct ink ink)
{
    int ascent = TTF_FontAscent(drawer), height = TTF_FontHeight(drawer);
    int shift = -ink.top > ascent ? -ink.top - ascent : 0;
    /* Light hinting moves outlines by up to a pixel up or down. When nothing sticks out below, the surface's
     * own height tells the shift exactly. */
    if (ascent + ink.bottom < height)
        shift = surface->h - height;
    return (SDL_Point){ -ink.left, shift + ascent };
}

static SDL_Texture *texture_of(SDL_Renderer *renderer, const SDL_Surface *surface, SDL_Rect part)
{
    SDL_Texture *texture =
        SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, part.w, part.h);
    if (!texture)
        return NULL;
    const char *pixels = (const char *)surface->pixels + part.y * surface->pitch + part.x * 4;
    SDL_UpdateTexture(texture, NULL, pixels, surface->pitch);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return texture;
}

static SDL_Surface *draw_text(TTF_Font *drawer, const struct text_unit *unit, const char *text, uint32_t colour)
{
    char script[5];
    shape_script_name(unit, script);
    TTF_SetFontScriptName(drawer, script);
    TTF_SetFontDirection(drawer, unit->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    SDL_Color ink = { (Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour, SDL_ALPHA_OPAQUE };
    return TTF_RenderUTF8_Blended(drawer, text, ink);
}

struct glyph_picture picture_draw(SDL_Renderer *renderer, TTF_Font *drawer, const struct text_unit *unit,
                                  const char *text, uint32_t colour, struct ink ink)
{
    struct glyph_picture picture = { 0 };
    SDL_Surface *surface = draw_text(drawer, unit, text, colour);
    if (!surface)
        return picture;
    SDL_Rect part = ink_rect(surface);
    if (part.w > 0) {
        SDL_Point pen = pen_in(surface, drawer, ink);
        SDL_Texture *texture = texture_of(renderer, surface, part);
        picture = (struct glyph_picture){ texture, part.x - pen.x, part.y - pen.y, part.w, part.h };
    }
    SDL_FreeSurface(surface);
    return picture;
}

size_t picture_bytes(const struct glyph_picture *picture)
{
    return (size_t)picture->width * (size_t)picture->height * 4;
}

/* The picture shows the word as well as its text does. */
static void overwrite(const struct glyph_picture *picture)
{
    size_t pitch = (size_t)picture->width * 4;
    void *blank = calloc((size_t)picture->height, pitch);
    if (blank)
        SDL_UpdateTexture(picture->texture, NULL, blank, (int)pitch);
    free(blank);
}

void picture_destroy(struct glyph_picture *picture)
{
    if (picture->texture) {
        overwrite(picture);
        SDL_DestroyTexture(picture->texture);
    }
    *picture = (struct glyph_picture){ 0 };
}
