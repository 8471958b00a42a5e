/* Rows as the temporary database keeps them: the place of each filled cell's column, its length, its bytes. */
#include "publish/staging_parts.h"

#include "base/varint.h"

#include <string.h>

struct str staging_get(const struct staging_row *row, size_t column)
{
    return column < row->count ? row->at[column] : (struct str){ 0 };
}

static size_t put(char *out, size_t column, struct str cell)
{
    uint8_t number[VARINT_MAX];
    size_t length = varint_put(number, column);
    memcpy(out, number, length);
    size_t bytes = varint_put(number, cell.len);
    memcpy(out + length, number, bytes);
    memcpy(out + length + bytes, cell.at, cell.len);
    return length + bytes + cell.len;
}

struct str staging_pack(const struct staging_row *row, struct arena *arena)
{
    size_t room = 0;
    for (size_t i = 0; i < row->count; i++)
        room += row->at[i].len > 0 ? row->at[i].len + 2 * VARINT_MAX : 0;
    char *packed = arena_alloc(arena, room);
    size_t length = 0;
    for (size_t i = 0; i < row->count; i++)
        length += row->at[i].len > 0 ? put(packed + length, i, row->at[i]) : 0;
    return (struct str){ packed, length };
}

/* Behind all columns that a table can have: whoever reads the row does not see them. */
#define LINKS_FROM STAGING_COLUMNS_MAX

struct str staging_pack_with_links(const struct staging_pending *pending, struct arena *arena)
{
    struct str row = staging_pack(&pending->row, arena);
    size_t room = row.len;
    for (size_t i = 0; i < HSDS_COLUMNS_MAX; i++)
        room += pending->links[i].len > 0 ? pending->links[i].len + 2 * VARINT_MAX : 0;
    if (room == row.len)
        return row;
    char *packed = arena_alloc(arena, room);
    size_t length = row.len;
    memcpy(packed, row.at, row.len);
    for (size_t i = 0; i < HSDS_COLUMNS_MAX; i++)
        length += pending->links[i].len > 0 ? put(packed + length, LINKS_FROM + i, pending->links[i]) : 0;
    return (struct str){ packed, length };
}

struct str staging_link_given(struct str packed, size_t wanted)
{
    const uint8_t *at = (const uint8_t *)packed.at;
    const uint8_t *end = at + packed.len;
    uint64_t column, length;
    while (at < end && varint_get(&column, &at, end) && varint_get(&length, &at, end) &&
           length <= (uint64_t)(end - at)) {
        if (column == LINKS_FROM + wanted)
            return (struct str){ (const char *)at, (size_t)length };
        at += length;
    }
    return (struct str){ 0 };
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
