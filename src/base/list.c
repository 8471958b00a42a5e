#include "base/list.h"

#include <string.h>

#define ROOM_FIRST 4

/* The room follows from the count: four, then doubled each time that a power of two is full. */
void *list_room(struct arena *arena, void *at, size_t count, size_t size)
{
    bool full = count == 0 || (count >= ROOM_FIRST && (count & (count - 1)) == 0);
    if (!full)
        return at;
    void *grown = arena_alloc_array(arena, count == 0 ? ROOM_FIRST : count * 2, size);
    if (count > 0)
        memcpy(grown, at, count * size);
    return grown;
}
