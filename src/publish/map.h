/* From strings to numbers: the index of ids and of catalogue entries. Keys are borrowed, memory is the arena's. */
#ifndef MAISON_PUBLISH_MAP_H
#define MAISON_PUBLISH_MAP_H

#include "base/arena.h"

/* Zeroed it is an empty map. */
struct map {
    struct map_slot *slots;
    size_t room;
    size_t count;
};

/* False, and nothing changes, if the key is there already. */
bool map_add(struct map *map, struct arena *arena, const char *key, size_t value);

bool map_get(const struct map *map, const char *key, size_t *out);

#endif
