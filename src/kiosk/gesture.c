#include "kiosk/gesture.h"

#include <math.h>
#include <stdlib.h>

#define SLOP_MM 4.0f         /* tired or trembling hands still tap */
#define DECAY_MS 325.0f      /* a flick loses 63 % of its speed in this time */
#define LEAST_VELOCITY 0.04f /* pixels a millisecond; slower is standing still */
#define MOST_VELOCITY 6.0f
#define SPEED_WINDOW_MS 100 /* positions older than this say nothing of the speed */

void gesture_init(struct gesture *gesture, float pixels_per_mm)
{
    *gesture = (struct gesture){ .slop = (int)(SLOP_MM * pixels_per_mm) };
}

static void remember(struct gesture *gesture, int y, int64_t now)
{
    int last = GESTURE_SAMPLES - 1;
    if (gesture->sample_count == GESTURE_SAMPLES) {
        for (int i = 0; i < last; i++)
            gesture->samples[i] = gesture->samples[i + 1];
        gesture->sample_count--;
    }
    gesture->samples[gesture->sample_count].y = y;
    gesture->samples[gesture->sample_count].at = now;
    gesture->sample_count++;
}

bool gesture_press(struct gesture *gesture, int x, int y, int64_t now, bool can_scroll)
{
    bool stopped = gesture_is_running(gesture) && can_scroll;
    gesture_stop(gesture);
    gesture->down = true;
    gesture->sliding = stopped;
    gesture->can_scroll = can_scroll;
    gesture->start_x = x;
    gesture->start_y = gesture->last_y = y;
    gesture->sample_count = 0;
    remember(gesture, y, now);
    return !stopped;
}

int gesture_move(struct gesture *gesture, int x, int y, int64_t now)
{
    (void)x;
    if (!gesture->down)
        return 0;
    remember(gesture, y, now);
    if (!gesture->sliding && gesture->can_scroll && abs(y - gesture->start_y) > gesture->slop)
        gesture->sliding = true;
    if (!gesture->sliding || !gesture->can_scroll)
        return 0;
    int moved = gesture->last_y - y;
    gesture->last_y = y;
    return moved;
}

static float speed_at_release(const struct gesture *gesture, int64_t now)
{
    int first = gesture->sample_count - 1;
    while (first > 0 && now - gesture->samples[first - 1].at <= SPEED_WINDOW_MS)
        first--;
    int last = gesture->sample_count - 1;
    int64_t time = gesture->samples[last].at - gesture->samples[first].at;
    if (time <= 0 || now - gesture->samples[last].at > SPEED_WINDOW_MS)
        return 0;
    float speed = (float)(gesture->samples[first].y - gesture->samples[last].y) / (float)time;
    return fmaxf(-MOST_VELOCITY, fminf(speed, MOST_VELOCITY));
}

bool gesture_release(struct gesture *gesture, int64_t now)
{
    if (!gesture->down)
        return false;
    gesture->down = false;
    if (!gesture->sliding)
        return true;
    if (gesture->can_scroll && !gesture->is_calm)
        gesture->velocity = speed_at_release(gesture, now);
    gesture->carry = 0;
    gesture->ticked_at = now;
    return false;
}

bool gesture_is_running(const struct gesture *gesture)
{
    return fabsf(gesture->velocity) > LEAST_VELOCITY;
}

int gesture_tick(struct gesture *gesture, int64_t now)
{
    if (!gesture_is_running(gesture))
        return 0;
    float fading = expf(-(float)(now - gesture->ticked_at) / DECAY_MS);
    float moved = gesture->velocity * DECAY_MS * (1 - fading) + gesture->carry;
    gesture->velocity *= fading;
    gesture->ticked_at = now;
    int whole = (int)moved;
    gesture->carry = moved - (float)whole;
    return whole;
}

void gesture_stop(struct gesture *gesture)
{
    gesture->velocity = 0;
    gesture->carry = 0;
}
