/* Lists that grow inside an arena while rows are read from a statement. */
#ifndef MAISON_CONTENT_ROWS_H
#define MAISON_CONTENT_ROWS_H

#include "base/arena.h"

/* A pointer to one more zeroed item at the end of `list`, any struct with a pointer `at` and a size_t `count`
 * that begin as zero. Earlier pointers into the list are void afterwards. */
#define ROWS_ADD(arena, list)                                                                                \
    ((list).at = rows_room((arena), (list).at, (list).count, sizeof(*(list).at)), &(list).at[(list).count++])

void *rows_room(struct arena *arena, void *at, size_t count, size_t size);

#endif
