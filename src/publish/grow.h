/* Arrays that grow in an arena: GROW(arena, at, count, &room) makes room for one more item at at[count]. */
#ifndef MAISON_PUBLISH_GROW_H
#define MAISON_PUBLISH_GROW_H

#include "base/arena.h"

/* The array with room for at least one more item; the old copy stays behind in the arena. */
void *grow_array(struct arena *arena, void *at, size_t count, size_t *room, size_t item_size);

#define GROW(arena, at, count, room) ((at) = grow_array((arena), (at), (count), (room), sizeof(*(at))))

#endif
