/* A finger: a tap, a slide that scrolls, a flick that runs on. Pure: positions and times in, what to do out. Pixels and
 * steady milliseconds. */
#ifndef MAISON_KIOSK_GESTURE_H
#define MAISON_KIOSK_GESTURE_H

#include "base/def.h"

#define GESTURE_SAMPLES 8

struct gesture {
    int slop; /* how far a finger may tremble and still tap */
    bool down;
    bool sliding;    /* it has left the slop: it scrolls, and is no tap any more */
    bool can_scroll; /* it went down on a part that scrolls */
    int start_x, start_y;
    int last_y;
    struct {
        int y;
        int64_t at;
    } samples[GESTURE_SAMPLES]; /* the latest positions, for the speed at release */
    int sample_count;
    bool is_calm;   /* a flick does not run on */
    float velocity; /* pixels a millisecond of a flick that runs on; 0 when at rest */
    float carry;    /* the part of a pixel that has not been scrolled yet */
    int64_t ticked_at;
};

void gesture_init(struct gesture *gesture, float pixels_per_mm);

/* A finger goes down. It stops a flick; on the part that scrolls it is then no tap (returns false), beside it (on Hide,
 * on Emergency) it is. */
bool gesture_press(struct gesture *gesture, int x, int y, int64_t now, bool can_scroll);

/* It moves: returns the pixels to scroll by (0 while it may still be a tap). */
int gesture_move(struct gesture *gesture, int x, int y, int64_t now);

/* It goes up: true if it was a tap. A fast slide runs on. */
bool gesture_release(struct gesture *gesture, int64_t now);

/* True while a flick runs on: call gesture_tick every frame. */
bool gesture_is_running(const struct gesture *gesture);

/* The pixels that the flick has moved since the last tick. */
int gesture_tick(struct gesture *gesture, int64_t now);

/* Stops at once: the end of the content was reached, or another screen shows. */
void gesture_stop(struct gesture *gesture);

#endif
