#include "base/arena.h"

#include "base/log.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE (64u * 1024u)

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena)
{
    *arena = (struct arena){ 0 };
}

void arena_destroy(struct arena *arena)
{
    struct arena_block *block = arena->first;
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena_init(arena);
}

void arena_reset(struct arena *arena)
{
    for (struct arena_block *block = arena->first; block; block = block->next) {
        memset(block->bytes, 0, block->used);
        block->used = 0;
    }
    arena->current = arena->first;
}

static struct arena_block *block_new(size_t size)
{
    struct arena_block *block = calloc(1, sizeof(*block) + size);
    if (!block)
        log_fatal("out of memory: a block of %zu bytes", size);
    block->size = size;
    return block;
}

/* Finds room behind the current block, or puts a new block right after it. */
static struct arena_block *block_with_room(struct arena *arena, size_t size)
{
    struct arena_block *last = NULL;
    for (struct arena_block *block = arena->current; block; block = block->next) {
        if (block->size - block->used >= size)
            return block;
        last = block;
    }
    struct arena_block *block = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE);
    if (last)
        last->next = block;
    else
        arena->first = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        log_fatal("out of memory: %zu bytes asked for", size);
    size = (size + alignment - 1) & ~(alignment - 1);
    struct arena_block *block = block_with_room(arena, size);
    arena->current = block;
    void *memory = block->bytes + block->used;
    block->used += size;
    return memory;
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        log_fatal("out of memory: %zu items of %zu bytes asked for", count, size);
    return arena_alloc(arena, count * size);
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return text ? arena_str(arena, str_of(text)) : NULL;
}

char *arena_str(struct arena *arena, struct str text)
{
    char *copy = arena_alloc(arena, text.len + 1);
    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        log_fatal("a message could not be formatted");
    char *text = arena_alloc(arena, (size_t)length + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)length + 1, format, args);
    va_end(args);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    size_t used = 0;
    for (const struct arena_block *block = arena->first; block; block = block->next)
        used += block->used;
    return used;
}
