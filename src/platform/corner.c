#include "platform/corner.h"

#include <math.h>

int corner_side(const struct draw_box *box)
{
    return box->radius > box->border_width ? box->radius : box->border_width;
}

/* How much of the pixel whose middle is (x, y) lies within a quarter disc around (centre, centre). */
static float coverage(float x, float y, float centre, float radius)
{
    if (x >= centre || y >= centre)
        return 1.0f;
    float inside = radius - hypotf(centre - x, centre - y) + 0.5f;
    return fminf(fmaxf(inside, 0.0f), 1.0f);
}

static uint32_t channel(uint32_t a, float part_a, uint32_t b, float part_b, int shift)
{
    float mixed = (float)(a >> shift & 0xFF) * part_a + (float)(b >> shift & 0xFF) * part_b;
    return (uint32_t)lroundf(mixed / (part_a + part_b)) << shift;
}

static uint32_t mix(const struct draw_box *box, float fill, float border)
{
    float alpha = fill + border;
    if (alpha <= 0.0f)
        return 0;
    uint32_t colour = 0;
    for (int shift = 0; shift <= 16; shift += 8)
        colour |= channel(box->fill, fill, box->border, border, shift);
    return colour | (uint32_t)lroundf(alpha * 255.0f) << 24;
}

static uint32_t corner_pixel(const struct draw_box *box, int column, int row)
{
    int side = corner_side(box), inner_radius = box->radius - box->border_width;
    float x = (float)column + 0.5f, y = (float)row + 0.5f;
    float outer = coverage(x, y, (float)box->radius, (float)box->radius);
    float inner = outer;
    if (box->border_width > 0)
        inner = inner_radius > 0 ? coverage(x, y, (float)side, (float)inner_radius) : 0.0f;
    inner = fminf(inner, outer);
    return mix(box, box->has_fill ? inner : 0.0f, outer - inner);
}

void corner_paint(uint32_t *pixels, const struct draw_box *box)
{
    int side = corner_side(box), width = side * 2;
    for (int row = 0; row < side; row++) {
        for (int column = 0; column < side; column++) {
            uint32_t pixel = corner_pixel(box, column, row);
            int mirrored = width - 1 - column, below = width - 1 - row;
            pixels[row * width + column] = pixel;
            pixels[row * width + mirrored] = pixel;
            pixels[below * width + column] = pixel;
            pixels[below * width + mirrored] = pixel;
        }
    }
}
