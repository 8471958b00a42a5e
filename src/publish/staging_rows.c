/* Rows as the temporary database keeps them: the place of each filled cell's column, its length, its bytes. */
#include "publish/staging_parts.h"

#include "base/varint.h"

#include <string.h>

struct str staging_get(const struct staging_row *row, size_t column)
{
    return column < row->count ? row->at[column] : (struct str){ 0 };
}

struct str staging_pack(const struct staging_row *row, struct arena *arena)
{
    size_t room = 0;
    for (size_t i = 0; i < row->count; i++)
        room += row->at[i].len > 0 ? row->at[i].len + 2 * VARINT_MAX : 0;
    char *packed = arena_alloc(arena, room);
    size_t length = 0;
    for (size_t i = 0; i < row->count; i++) {
        uint8_t number[VARINT_MAX];
        size_t bytes;
        if (row->at[i].len == 0)
            continue;
        bytes = varint_put(number, i);
        memcpy(packed + length, number, bytes);
        length += bytes;
        bytes = varint_put(number, row->at[i].len);
        memcpy(packed + length, number, bytes);
        length += bytes;
        memcpy(packed + length, row->at[i].at, row->at[i].len);
        length += row->at[i].len;
    }
    return (struct str){ packed, length };
}

struct staging_row staging_unpack(struct str packed, size_t columns, struct arena *arena)
{
    struct staging_row row = { ARENA_ARRAY(arena, struct str, columns), columns };
    const uint8_t *at = (const uint8_t *)packed.at;
    const uint8_t *end = at + packed.len;
    uint64_t column, length;
    while (at < end && varint_get(&column, &at, end) && varint_get(&length, &at, end) && column < columns &&
           length <= (uint64_t)(end - at)) {
        row.at[column] = (struct str){ (const char *)at, (size_t)length };
        at += length;
    }
    return row;
}
