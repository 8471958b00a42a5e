#include "publish/plain_markdown.h"

#include <md4c.h>
#include <stdlib.h>
#include <string.h>

#define LISTS_DEEP 8

struct writer {
    struct arena *arena;
    char *at;
    size_t length;
    size_t room;
    unsigned number[LISTS_DEEP]; /* of the next item; 0 in a bullet list */
    size_t depth;
    bool fresh; /* nothing stands on the line yet but the mark of an item */
};

static void put(struct writer *out, struct str text)
{
    if (out->length + text.len > out->room) {
        size_t room = (out->length + text.len) * 2 + 64;
        char *grown = arena_alloc(out->arena, room);
        if (out->length > 0)
            memcpy(grown, out->at, out->length);
        out->at = grown;
        out->room = room;
    }
    if (text.len > 0)
        memcpy(out->at + out->length, text.at, text.len);
    out->length += text.len;
}

static void begin_line(struct writer *out)
{
    if (!out->fresh && out->length > 0 && out->at[out->length - 1] != '\n')
        put(out, STR("\n"));
    out->fresh = false;
}

static void begin_item(struct writer *out)
{
    unsigned *number = &out->number[out->depth > 0 ? (out->depth - 1) % LISTS_DEEP : 0];
    begin_line(out);
    put(out, *number > 0 ? str_of(arena_printf(out->arena, "%u. ", (*number)++)) : STR("– "));
    out->fresh = true;
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct writer *out = data;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
        out->number[out->depth++ % LISTS_DEEP] = type == MD_BLOCK_OL ? ((const MD_BLOCK_OL_DETAIL *)detail)->start : 0;
    } else if (type == MD_BLOCK_LI) {
        begin_item(out);
    } else if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) {
        begin_line(out);
    }
    return 0;
}

static int on_block_end(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct writer *out = data;
    (void)detail;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        out->depth--;
    if (type == MD_BLOCK_LI)
        out->fresh = false;
    return 0;
}

static int on_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)type;
    (void)detail;
    (void)data;
    return 0;
}

/* Of the entities only those that people's texts hold. */
static const struct entity {
    const char *name;
    const char *text;
} entities[] = { { "&amp;", "&" },    { "&lt;", "<" },     { "&gt;", ">" },        { "&quot;", "\"" },
                 { "&apos;", "'" },   { "&#39;", "'" },    { "&nbsp;", "\u00A0" }, { "&eacute;", "é" },
                 { "&egrave;", "è" }, { "&agrave;", "à" }, { "&euro;", "€" } };

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct writer *out = data;
    struct str piece = { text, size };
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        piece = STR("\n");
    if (type == MD_TEXT_NULLCHAR)
        return 0;
    for (size_t i = 0; type == MD_TEXT_ENTITY && i < COUNT(entities); i++) {
        if (str_eq_c(piece, entities[i].name))
            piece = str_of(entities[i].text);
    }
    put(out, piece);
    return 0;
}

struct str plain_markdown(struct arena *arena, struct str markdown)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = on_block,
        .leave_block = on_block_end,
        .enter_span = on_span,
        .leave_span = on_span,
        .text = on_text,
    };
    struct writer out = { .arena = arena };
    if (markdown.len == 0 || markdown.len > UINT32_MAX / 2 ||
        md_parse(markdown.at, (MD_SIZE)markdown.len, &parser, &out) != 0)
        return markdown;
    return str_trim((struct str){ out.at, out.length });
}
