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

static SDL_Surface *draw_text(TTF_Font *drawer, const struct text_unit *unit, const char *text, uint32_t colour)
{
    char script[5];
    shape_script_name(unit, script);
    TTF_SetFontScriptName(drawer, script);
    TTF_SetFontDirection(drawer, unit->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    SDL_Color ink = { (Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour, SDL_ALPHA_OPAQUE };
    return TTF_RenderUTF8_Blended(drawer, text, ink);
}

struct picture picture_draw(TTF_Font *drawer, const struct text_unit *unit, const char *text, uint32_t colour,
                            struct ink ink)
{
    SDL_Surface *surface = draw_text(drawer, unit, text, colour);
    SDL_Rect part = surface ? ink_rect(surface) : (SDL_Rect){ 0 };
    if (part.w == 0) {
        SDL_FreeSurface(surface);
        return (struct picture){ 0 };
    }
    SDL_Point pen = pen_in(surface, drawer, ink);
    struct glyph_picture shown = { NULL, part.x - pen.x, part.y - pen.y, part.w, part.h };
    return (struct picture){ surface, part.x, part.y, shown };
}

static SDL_Texture *texture_of(const struct picture *picture, SDL_Renderer *renderer)
{
    const SDL_Surface *drawn = picture->drawn;
    SDL_Texture *texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                                             picture->shown.width, picture->shown.height);
    if (!texture)
        return NULL;
    const char *pixels = (const char *)drawn->pixels + picture->y * drawn->pitch + picture->x * 4;
    SDL_UpdateTexture(texture, NULL, pixels, drawn->pitch);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return texture;
}

/* The picture shows the word as well as its text does. */
static void destroy_drawn(SDL_Surface *drawn)
{
    if (drawn)
        SDL_FillRect(drawn, NULL, 0);
    SDL_FreeSurface(drawn);
}

static void destroy_shown(struct glyph_picture *shown)
{
    size_t pitch = (size_t)shown->width * 4;
    void *blank = shown->texture ? calloc((size_t)shown->height, pitch) : NULL;
    if (blank)
        SDL_UpdateTexture(shown->texture, NULL, blank, (int)pitch);
    free(blank);
    if (shown->texture)
        SDL_DestroyTexture(shown->texture);
}

struct glyph_picture picture_show(struct picture *picture, SDL_Renderer *renderer)
{
    if (picture->drawn) {
        picture->shown.texture = texture_of(picture, renderer);
        SDL_FreeSurface(picture->drawn);
        picture->drawn = NULL;
    }
    return picture->shown;
}

size_t picture_bytes(const struct picture *picture)
{
    return (size_t)picture->shown.width * (size_t)picture->shown.height * 4;
}

void picture_destroy(struct picture *picture)
{
    destroy_drawn(picture->drawn);
    destroy_shown(&picture->shown);
    *picture = (struct picture){ 0 };
}
