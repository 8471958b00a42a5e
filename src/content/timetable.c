#include "content/timetable.h"

#include "base/list.h"
#include "base/varint.h"

#include <limits.h>

/* Where the reading is; `ok` is false once something was not there. */
struct cursor {
    const uint8_t *at;
    const uint8_t *end;
    struct arena *arena;
    bool ok;
};

static uint64_t take_number(struct cursor *cursor)
{
    uint64_t number = 0;
    cursor->ok = cursor->ok && varint_get(&number, &cursor->at, cursor->end);
    return cursor->ok ? number : 0;
}

/* What was written `more` higher, so that it would not be negative. */
static int take_int(struct cursor *cursor, int more)
{
    uint64_t number = take_number(cursor);
    cursor->ok = cursor->ok && number <= INT_MAX;
    return cursor->ok ? (int)number - more : 0;
}

static const char *take_text(struct cursor *cursor)
{
    uint64_t length = take_number(cursor);
    if (length == 0)
        return NULL;
    cursor->ok = cursor->ok && length - 1 <= (uint64_t)(cursor->end - cursor->at);
    if (!cursor->ok)
        return NULL;
    const char *text = arena_str(cursor->arena, (struct str){ (const char *)cursor->at, (size_t)length - 1 });
    cursor->at += length - 1;
    return text;
}

static struct schedule take_row(struct cursor *cursor)
{
    struct schedule row = { 0 };
    const char **texts[] = { &row.freq,    &row.byday, &row.bymonthday, &row.wkst,
                             &row.dtstart, &row.until, &row.valid_from, &row.valid_to };
    for (size_t i = 0; i < COUNT(texts); i++)
        *texts[i] = take_text(cursor);
    row.interval = (int64_t)(take_number(cursor) - 1);
    row.count = (int64_t)(take_number(cursor) - 1);
    row.opens_at = take_int(cursor, 2);
    row.closes_at = take_int(cursor, 2);
    row.described = take_number(cursor) != 0;
    return row;
}

static struct closure_row take_exception(struct cursor *cursor)
{
    struct closure_row exception = { .start = take_text(cursor) };
    exception.end = take_text(cursor);
    exception.opens = take_number(cursor) != 0;
    exception.opens_at = take_int(cursor, 2);
    exception.closes_at = take_int(cursor, 2);
    return exception;
}

bool timetable_read(struct hours *out, struct str bytes, const struct closure_list *general, int64_t today,
                    struct arena *arena)
{
    const uint8_t *at = (const uint8_t *)bytes.at;
    struct cursor cursor = { at, bytes.len > 0 ? at + bytes.len : at, arena, true };
    struct {
        struct schedule *at;
        size_t count;
    } rows = { 0 };
    struct closure_list closures = { 0 };
    for (uint64_t left = take_number(&cursor); left > 0 && cursor.ok; left--)
        *LIST_ADD(arena, rows) = take_row(&cursor);
    for (uint64_t left = take_number(&cursor); left > 0 && cursor.ok; left--) {
        struct closure_row exception = take_exception(&cursor);
        if (cursor.ok)
            closure_row_add(&closures, &exception, today, arena);
    }
    for (size_t i = 0; i < general->count; i++)
        *LIST_ADD(arena, closures) = general->at[i];
    *out = (struct hours){ rows.at, rows.count, closures.at, closures.count };
    return cursor.ok && cursor.at == cursor.end;
}
