#include "kiosk/hold.h"

#include <stdlib.h>

void hold_press(struct hold *hold, int x, int y, int width, int height, int edge, int64_t now)
{
    bool is_corner = (x < edge || x >= width - edge) && (y < edge || y >= height - edge);
    *hold = (struct hold){ is_corner, now, x, y };
}

void hold_move(struct hold *hold, int x, int y, int slop)
{
    if (abs(x - hold->x) > slop || abs(y - hold->y) > slop)
        hold_stop(hold);
}

void hold_stop(struct hold *hold)
{
    hold->is_on = false;
}

bool hold_is_over(struct hold *hold, int64_t now)
{
    if (!hold->is_on || now < hold->since + HOLD_MS)
        return false;
    hold_stop(hold);
    return true;
}

int64_t hold_deadline(const struct hold *hold)
{
    return hold->is_on ? hold->since + HOLD_MS : INT64_MAX;
}
