#include "publish/grow.h"

#include <string.h>

void *grow_array(struct arena *arena, void *at, size_t count, size_t *room, size_t item_size)
{
    if (count < *room)
        return at;
    *room = *room ? *room * 2 : 16;
    void *grown = arena_alloc_array(arena, *room, item_size);
    if (count > 0)
        memcpy(grown, at, count * item_size);
    return grown;
}
