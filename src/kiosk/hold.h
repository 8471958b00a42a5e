/* A finger that rests in a corner of the screen where there is nothing to tap: the way to the staff screen that no
 * visitor finds by chance. Pure; pixels and steady milliseconds. */
#ifndef MAISON_KIOSK_HOLD_H
#define MAISON_KIOSK_HOLD_H

#include "base/def.h"

#define HOLD_MS 5000
#define HOLD_CORNER_MM 10.0f /* from both edges: less than the margin around what can be tapped */

struct hold {
    bool is_on;
    int64_t since;
    int x, y;
};

/* The finger goes down at a point where nothing can be tapped; `edge` is the corner's size. */
void hold_press(struct hold *hold, int x, int y, int width, int height, int edge, int64_t now);

/* It moves: no farther than `slop`, or it is over. */
void hold_move(struct hold *hold, int x, int y, int slop);
void hold_stop(struct hold *hold);

/* True once, when it has been held long enough. */
bool hold_is_over(struct hold *hold, int64_t now);

/* When that will be; INT64_MAX for never. */
int64_t hold_deadline(const struct hold *hold);

#endif
