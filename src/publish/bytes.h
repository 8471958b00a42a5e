/* Bytes that are written one behind the other, in an arena. */
#ifndef MAISON_PUBLISH_BYTES_H
#define MAISON_PUBLISH_BYTES_H

#include "base/arena.h"

/* Zeroed it is empty. */
struct bytes {
    uint8_t *at;
    size_t count;
};

void bytes_add(struct bytes *bytes, struct arena *arena, const uint8_t *more, size_t count);
void bytes_add_varint(struct bytes *bytes, struct arena *arena, uint64_t value);

#endif
