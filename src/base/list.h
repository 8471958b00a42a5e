/* Lists that grow inside an arena. One begins with a count of 0 and grows through these macros only: its room follows
 * from its count. What it has outgrown stays behind in the arena. */
#ifndef MAISON_BASE_LIST_H
#define MAISON_BASE_LIST_H

#include "base/arena.h"

/* Makes room for at[count]. Earlier pointers into the list are void afterwards. */
#define LIST_ROOM(arena, at, count) ((at) = list_room((arena), (at), (count), sizeof(*(at))))

/* A pointer to one more zeroed item at the end of `list`, any struct with a pointer `at` and a size_t `count`. */
#define LIST_ADD(arena, list) (LIST_ROOM((arena), (list).at, (list).count), &(list).at[(list).count++])

void *list_room(struct arena *arena, void *at, size_t count, size_t size);

#endif
