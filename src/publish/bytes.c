#include "publish/bytes.h"

#include "base/list.h"
#include "base/varint.h"

void bytes_add(struct bytes *bytes, struct arena *arena, const uint8_t *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        *LIST_ADD(arena, *bytes) = more[i];
}

void bytes_add_varint(struct bytes *bytes, struct arena *arena, uint64_t value)
{
    uint8_t out[VARINT_MAX];
    bytes_add(bytes, arena, out, varint_put(out, value));
}
