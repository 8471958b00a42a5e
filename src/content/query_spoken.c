#include "base/list.h"
#include "content/ask.h"

#include <string.h>

/* What read-aloud asks: recorded clips, and how abbreviations are said. */

bool query_clip(struct str *out, struct pack *pack, const char *lang, const char *text, struct arena *arena,
                struct err *err)
{
    static const char sql[] = "SELECT opus FROM clip WHERE lang = ?1 AND text = ?2";
    struct str clip = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(pack, sql);
    statement_bind_text(&row, 1, lang);
    statement_bind_text(&row, 2, text);
    if (statement_row(&row)) {
        struct str bytes = statement_bytes(&row, 0);
        char *copy = arena_alloc(arena, bytes.len);
        if (bytes.len > 0)
            memcpy(copy, bytes.at, bytes.len);
        clip = (struct str){ copy, bytes.len };
    }
    if (!statement_ok(&row, err))
        return false;
    *out = clip;
    return true;
}

bool query_abbreviations(struct spoken_shorts *out, struct pack *pack, struct arena *arena, struct err *err)
{
    static const char sql[] = "SELECT short, say FROM abbreviation ORDER BY short";
    struct {
        struct spoken_short *at;
        size_t count;
    } list = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(pack, sql);
    while (statement_row(&row)) {
        struct spoken_short each = { statement_text(&row, 0, arena), statement_text(&row, 1, arena) };
        if (each.is && each.say)
            *LIST_ADD(arena, list) = each;
    }
    if (!statement_ok(&row, err))
        return false;
    *out = (struct spoken_shorts){ list.at, list.count };
    return true;
}
