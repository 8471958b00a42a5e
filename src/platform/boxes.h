/* Boxes on the screen: filled, framed, rounded. */
#ifndef MAISON_PLATFORM_BOXES_H
#define MAISON_PLATFORM_BOXES_H

#include "ui/draw.h"

struct SDL_Renderer;
struct boxes;

/* The renderer must outlive it. */
struct boxes *boxes_new(struct SDL_Renderer *renderer);
void boxes_free(struct boxes *boxes); /* accepts NULL */

/* Forgets the corners it keeps as textures. */
void boxes_clear(struct boxes *boxes);

void boxes_paint(struct boxes *boxes, struct rect rect, const struct draw_box *box);

#endif
