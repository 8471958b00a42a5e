#include "publish/map.h"

#include <string.h>

struct map_slot {
    const char *key; /* NULL: free */
    size_t value;
};

/* The slot of the key, or the free one where it belongs. The map is never full, so this ends. */
static struct map_slot *slot_of(const struct map *map, const char *key)
{
    size_t at = (size_t)str_hash(key, strlen(key), STR_HASH_SEED) & (map->room - 1);
    while (map->slots[at].key && strcmp(map->slots[at].key, key) != 0)
        at = (at + 1) & (map->room - 1);
    return &map->slots[at];
}

static void grow(struct map *map, struct arena *arena)
{
    struct map old = *map;
    map->room = old.room ? old.room * 2 : 64; /* a power of two, for the mask above */
    map->slots = ARENA_ARRAY(arena, struct map_slot, map->room);
    for (size_t i = 0; i < old.room; i++) {
        if (old.slots[i].key)
            *slot_of(map, old.slots[i].key) = old.slots[i];
    }
}

bool map_add(struct map *map, struct arena *arena, const char *key, size_t value)
{
    if (map->count * 2 >= map->room)
        grow(map, arena);
    struct map_slot *slot = slot_of(map, key);
    if (slot->key)
        return false;
    *slot = (struct map_slot){ key, value };
    map->count++;
    return true;
}

bool map_get(const struct map *map, const char *key, size_t *out)
{
    if (map->room == 0)
        return false;
    const struct map_slot *slot = slot_of(map, key);
    if (!slot->key)
        return false;
    *out = slot->value;
    return true;
}
