/* Bump allocation: many small things that die together. One arena lives per screen, one per frame.
 *
 * Memory from an arena is valid until arena_reset or arena_destroy. Allocation never fails to its caller: a
 * kiosk that can't get a few kilobytes can't show a message either, so the process ends with a log line. */
#ifndef MAISON_BASE_ARENA_H
#define MAISON_BASE_ARENA_H

#include "base/str.h"

#include <stdarg.h>

struct arena_block;

struct arena {
    struct arena_block *first;
    struct arena_block *current;
};

/* A zeroed struct arena is ready for use as well. */
void arena_init(struct arena *arena);
void arena_destroy(struct arena *arena);

/* Forgets all allocations and overwrites them with zeros, so that nothing of a visit stays behind; keeps the
 * memory for the next round. */
void arena_reset(struct arena *arena);

/* Zeroed memory, aligned for any type. `size` 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc_array((arena), (count), sizeof(type)))
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

/* Terminated copies. */
char *arena_strdup(struct arena *arena, const char *text); /* NULL stays NULL */
char *arena_str(struct arena *arena, struct str text);
char *arena_printf(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *arena);

#endif
