#include "text/pieces.h"

#include <string.h>
#include <unicode/uchar.h>

enum kind {
    KIND_TEXT,
    KIND_SPACE,
    KIND_NOTHING /* steers bidi or breaking, or has no meaning on a screen; must not reach the shaper */
};

static enum kind kind_of(UChar32 c)
{
    if (c == '\t')
        return KIND_SPACE;
    if (bidi_is_control(c) || breaks_is_newline(c) || c == 0x200B || c == 0xFEFF || u_charType(c) == U_CONTROL_CHAR)
        return KIND_NOTHING;
    /* Spaces that hold words together (U+00A0, U+202F) are part of the word. */
    bool is_glue = u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_GLUE;
    return u_charType(c) == U_SPACE_SEPARATOR && !is_glue ? KIND_SPACE : KIND_TEXT;
}

struct text_unit piece_unit(const struct draft *draft, const struct piece *piece, int32_t start, int32_t end)
{
    struct text_unit unit = {
        .text = wide_bytes(&draft->wide, start, end),
        .face = piece->item.face,
        .size = draft->size,
        .rtl = (piece->level & 1) != 0,
        .lang = draft->lang,
    };
    memcpy(unit.script, uscript_getShortName((UScriptCode)piece->item.script), sizeof(unit.script));
    return unit;
}

float piece_measure(const struct draft *draft, const struct piece *piece, int32_t start, int32_t end)
{
    if (start == end)
        return 0;
    struct text_unit unit = piece_unit(draft, piece, start, end);
    return advances_of(draft->advances, &unit).advance;
}

static float space_width(const struct draft *draft, const struct piece *piece, int32_t start, int32_t end)
{
    struct text_unit unit = piece_unit(draft, piece, start, end);
    if (draft->wide.at[start] == '\t')
        unit.text = STR(" ");
    return advances_of(draft->advances, &unit).advance;
}

static bool is_same_run(const struct draft *draft, int32_t a, int32_t b)
{
    return draft->levels[a] == draft->levels[b] && draft->items[a].script == draft->items[b].script &&
           draft->items[a].face == draft->items[b].face;
}

/* Takes text, then what shows nothing behind it, until a line may break, the run ends or text begins anew. */
static struct piece take_piece(const struct draft *draft, int32_t start)
{
    struct piece piece = {
        .start = start, .end = start, .limit = start, .level = draft->levels[start], .item = draft->items[start]
    };
    do {
        int32_t next = piece.limit;
        enum kind kind = kind_of(wide_next(&draft->wide, &next));
        if (kind == KIND_TEXT && piece.end < piece.limit)
            break;
        if (kind == KIND_TEXT)
            piece.end = next;
        else if (kind == KIND_SPACE)
            piece.gap += space_width(draft, &piece, piece.limit, next);
        piece.limit = next;
        piece.after = draft->breaks[next];
    } while (piece.after == BREAK_NONE && piece.limit < draft->wide.length && is_same_run(draft, start, piece.limit));
    piece.advance = piece_measure(draft, &piece, piece.start, piece.end);
    return piece;
}

struct pieces pieces_of(const struct draft *draft)
{
    size_t length = (size_t)draft->wide.length;
    struct pieces pieces = { .at = ARENA_ARRAY(draft->scratch, struct piece, length) };
    for (int32_t start = 0; start < draft->wide.length;) {
        struct piece piece = take_piece(draft, start);
        pieces.at[pieces.count++] = piece;
        start = piece.limit;
    }
    return pieces;
}
