#include "platform/boxes.h"

#include "base/log.h"
#include "platform/corner.h"

#include <SDL_render.h>
#include <stdlib.h>

/* Looks in use at a time: a radius or two in each colour of the theme. */
#define CORNERS_MAX 64

struct corners {
    struct draw_box box;
    SDL_Texture *texture;
};

struct boxes {
    SDL_Renderer *renderer;
    struct corners kept[CORNERS_MAX];
    size_t next; /* to be replaced */
};

struct boxes *boxes_new(SDL_Renderer *renderer)
{
    struct boxes *boxes = calloc(1, sizeof(*boxes));
    if (!boxes)
        log_fatal("out of memory: the boxes");
    boxes->renderer = renderer;
    return boxes;
}

void boxes_clear(struct boxes *boxes)
{
    for (size_t i = 0; i < CORNERS_MAX; i++) {
        if (boxes->kept[i].texture)
            SDL_DestroyTexture(boxes->kept[i].texture);
        boxes->kept[i].texture = NULL;
    }
}

void boxes_free(struct boxes *boxes)
{
    if (!boxes)
        return;
    boxes_clear(boxes);
    free(boxes);
}

static bool looks_same(const struct draw_box *a, const struct draw_box *b)
{
    return a->has_fill == b->has_fill && a->fill == b->fill && a->border == b->border &&
           a->border_width == b->border_width && a->radius == b->radius;
}

static SDL_Texture *corners_texture(SDL_Renderer *renderer, const struct draw_box *box)
{
    int width = corner_side(box) * 2;
    uint32_t *pixels = calloc((size_t)width, (size_t)width * sizeof(*pixels));
    if (!pixels)
        log_fatal("out of memory: a rounded corner");
    corner_paint(pixels, box);
    SDL_Texture *texture =
        SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, width, width);
    if (texture) {
        SDL_UpdateTexture(texture, NULL, pixels, width * (int)sizeof(*pixels));
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    }
    free(pixels);
    return texture;
}

static SDL_Texture *corners_find(struct boxes *boxes, const struct draw_box *box)
{
    for (size_t i = 0; i < CORNERS_MAX; i++) {
        if (boxes->kept[i].texture && looks_same(&boxes->kept[i].box, box))
            return boxes->kept[i].texture;
    }
    struct corners *corners = &boxes->kept[boxes->next++ % CORNERS_MAX];
    if (corners->texture)
        SDL_DestroyTexture(corners->texture);
    *corners = (struct corners){ *box, corners_texture(boxes->renderer, box) };
    return corners->texture;
}

static void paint_corners(struct boxes *boxes, struct rect rect, const struct draw_box *box)
{
    int side = corner_side(box);
    SDL_Texture *texture = side > 0 ? corners_find(boxes, box) : NULL;
    for (int i = 0; texture && i < 4; i++) {
        int right = i % 2, below = i / 2;
        SDL_Rect from = { right * side, below * side, side, side };
        SDL_Rect to = { rect.x + right * (rect.w - side), rect.y + below * (rect.h - side), side, side };
        SDL_RenderCopy(boxes->renderer, texture, &from, &to);
    }
}

/* SDL's fill takes eight times as long when rows don't start on a cache line (16 pixels); a narrow strip to
 * get there costs next to nothing. */
static void fill(SDL_Renderer *renderer, int left, int top, int right, int bottom)
{
    if (right <= left || bottom <= top)
        return;
    int even = (left + 15) / 16 * 16;
    if (left >= 0 && even > left && even < right) {
        SDL_RenderFillRect(renderer, &(SDL_Rect){ left, top, even - left, bottom - top });
        left = even;
    }
    SDL_RenderFillRect(renderer, &(SDL_Rect){ left, top, right - left, bottom - top });
}

static void set_colour(SDL_Renderer *renderer, uint32_t colour)
{
    SDL_SetRenderDrawColor(renderer, (Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour, SDL_ALPHA_OPAQUE);
}

static void paint_inside(SDL_Renderer *renderer, struct rect rect, const struct draw_box *box)
{
    int side = corner_side(box), edge = box->border_width;
    int right = rect.x + rect.w, bottom = rect.y + rect.h;
    set_colour(renderer, box->fill);
    fill(renderer, rect.x + side, rect.y + edge, right - side, rect.y + side);
    fill(renderer, rect.x + edge, rect.y + side, right - edge, bottom - side);
    fill(renderer, rect.x + side, bottom - side, right - side, bottom - edge);
}

static void paint_border(SDL_Renderer *renderer, struct rect rect, const struct draw_box *box)
{
    int side = corner_side(box), edge = box->border_width;
    int right = rect.x + rect.w, bottom = rect.y + rect.h;
    set_colour(renderer, box->border);
    fill(renderer, rect.x + side, rect.y, right - side, rect.y + edge);
    fill(renderer, rect.x + side, bottom - edge, right - side, bottom);
    fill(renderer, rect.x, rect.y + side, rect.x + edge, bottom - side);
    fill(renderer, right - edge, rect.y + side, right, bottom - side);
}

static int at_most(int value, int most)
{
    return value < most ? value : most;
}

void boxes_paint(struct boxes *boxes, struct rect rect, const struct draw_box *box)
{
    int half = at_most(rect.w, rect.h) / 2;
    struct draw_box fitting = *box;
    fitting.radius = at_most(box->radius, half);
    fitting.border_width = at_most(box->border_width, half);
    if (fitting.has_fill)
        paint_inside(boxes->renderer, rect, &fitting);
    if (fitting.border_width > 0)
        paint_border(boxes->renderer, rect, &fitting);
    if (fitting.has_fill || fitting.border_width > 0)
        paint_corners(boxes, rect, &fitting);
}
