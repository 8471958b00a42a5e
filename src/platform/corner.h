/* The four corners of a rounded box as pixels, antialiased: SDL draws neither curves nor antialiased
 * triangles. */
#ifndef MAISON_PLATFORM_CORNER_H
#define MAISON_PLATFORM_CORNER_H

#include "ui/draw.h"

/* The side of one corner piece: what is left between the pieces are straight strips. */
int corner_side(const struct draw_box *box);

/* Paints the corners, pushed together into one square of twice the side: ARGB with straight alpha, in the
 * box's own colours. Fill and border meet without a gap or a fringe, which two pictures laid over each other
 * can't give. */
void corner_paint(uint32_t *pixels, const struct draw_box *box);

#endif
