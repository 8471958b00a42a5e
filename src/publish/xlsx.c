/* The parts of a workbook besides its sheets: which sheets there are, shared strings, styles. */
#include "base/list.h"
#include "publish/xlsx_parts.h"

#include <stdlib.h>
#include <string.h>

#define WORKBOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"

bool xlsx_is(const struct feed *feed)
{
    size_t file;
    return feed_is_zip(feed) && feed_find(&file, feed, WORKBOOK);
}

static bool is_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static bool add_sheet(struct xlsx *xlsx, struct xml_stream *stream, struct err *err)
{
    struct arena *arena = &xlsx->arena;
    const char *state = xml_stream_attribute(stream, arena, "state");
    if (xlsx->sheets.count == XLSX_SHEETS_MAX)
        return err_at(err, ERR_FORMAT, WORKBOOK, 0, "has more than %d sheets", XLSX_SHEETS_MAX);
    /* "id" is that of the relation: the sheet's own number is called sheetId. */
    struct xlsx_sheet sheet = { .name = xml_stream_attribute(stream, arena, "name"),
                                .relation = xml_stream_attribute(stream, arena, "id"),
                                .hidden = state && strcmp(state, "visible") != 0 };
    if (!sheet.name || !sheet.relation)
        return err_at(err, ERR_FORMAT, WORKBOOK, 0, "has a sheet without a name");
    *LIST_ADD(arena, xlsx->sheets) = sheet;
    return true;
}

static bool read_workbook(struct xlsx *xlsx, struct err *err)
{
    CLEANUP(xml_stream_closep) struct xml_stream *stream = NULL;
    enum xml_event event = XML_START;
    size_t file;
    if (!feed_find(&file, xlsx->feed, WORKBOOK))
        return err_at(err, ERR_FORMAT, feed_path(xlsx->feed), 0, "is no workbook: it holds no %s", WORKBOOK);
    if (!xml_stream_open(&stream, xlsx->feed, file, err))
        return false;
    while (event != XML_DONE) {
        if (!xml_stream_next(stream, &event, err))
            return false;
        if (event != XML_START)
            continue;
        if (xml_stream_is(stream, "workbookPr"))
            xlsx->from_1904 = is_true(xml_stream_attribute(stream, &xlsx->arena, "date1904"));
        else if (xml_stream_is(stream, "sheet") && !add_sheet(xlsx, stream, err))
            return false;
    }
    return true;
}

/* Where in the zip a relation of the workbook leads; only files of the zip can be found there. */
static const char *target_path(struct arena *arena, const char *target)
{
    return target[0] == '/' ? target + 1 : arena_printf(arena, "xl/%s", target);
}

static bool read_relations(struct xlsx *xlsx, struct err *err)
{
    CLEANUP(xml_stream_closep) struct xml_stream *stream = NULL;
    enum xml_event event = XML_START;
    size_t file;
    if (!feed_find(&file, xlsx->feed, RELATIONS))
        return err_at(err, ERR_FORMAT, feed_path(xlsx->feed), 0, "is no workbook: it holds no %s", RELATIONS);
    if (!xml_stream_open(&stream, xlsx->feed, file, err))
        return false;
    for (size_t i = 0; i < xlsx->sheets.count; i++)
        xlsx->sheets.at[i].file = SIZE_MAX;
    while (event != XML_DONE) {
        if (!xml_stream_next(stream, &event, err))
            return false;
        if (event != XML_START || !xml_stream_is(stream, "Relationship"))
            continue;
        const char *id = xml_stream_attribute(stream, &xlsx->arena, "Id");
        const char *target = xml_stream_attribute(stream, &xlsx->arena, "Target");
        for (size_t i = 0; id && target && i < xlsx->sheets.count; i++) {
            if (strcmp(id, xlsx->sheets.at[i].relation) == 0 &&
                !feed_find(&xlsx->sheets.at[i].file, xlsx->feed, target_path(&xlsx->arena, target)))
                return err_at(err, ERR_FORMAT, RELATIONS, 0, "names a sheet that is not in the file");
        }
    }
    return true;
}

/* "_x000D_" stands for a character that XML can't hold (22.4.2.4); control characters are left out. */
static size_t unescape(char *text, size_t length)
{
    size_t to = 0;
    for (size_t from = 0; from < length;) {
        char *end;
        bool escaped = from + 7 <= length && text[from] == '_' && text[from + 1] == 'x' && text[from + 6] == '_' &&
                       strspn(text + from + 2, "0123456789abcdefABCDEF") == 4;
        long code = escaped ? strtol(text + from + 2, &end, 16) : 0;
        if (!escaped || code >= 0x80) {
            text[to++] = text[from++];
            continue;
        }
        if (code >= 0x20 || code == '\n' || code == '\t')
            text[to++] = (char)code;
        from += 7;
    }
    return to;
}

/* Pieces of one text, put together. */
struct pieces {
    char *at;
    size_t length;
    size_t room;
};

static bool add_piece(struct pieces *pieces, struct arena *arena, struct str piece, size_t cap)
{
    if (piece.len > cap - pieces->length)
        return false;
    if (pieces->length + piece.len + 1 > pieces->room) {
        size_t room = (pieces->length + piece.len + 1) * 2;
        char *grown = arena_alloc(arena, room);
        if (pieces->length > 0)
            memcpy(grown, pieces->at, pieces->length);
        pieces->at = grown;
        pieces->room = room;
    }
    memcpy(pieces->at + pieces->length, piece.at, piece.len);
    pieces->length += piece.len;
    return true;
}

bool xlsx_read_text(struct str *out, struct xml_stream *stream, struct arena *arena, const char *element, size_t cap,
                    struct err *err)
{
    struct pieces pieces = { .at = "" };
    bool in_text = false;
    bool in_reading = false;
    for (;;) {
        enum xml_event event;
        if (!xml_stream_next(stream, &event, err))
            return false;
        if (event == XML_DONE || (event == XML_END && xml_stream_is(stream, element)))
            break;
        if (event != XML_TEXT && xml_stream_is(stream, "t"))
            in_text = event == XML_START;
        else if (event != XML_TEXT && xml_stream_is(stream, "rPh"))
            in_reading = event == XML_START;
        else if (event == XML_TEXT && in_text && !in_reading &&
                 !add_piece(&pieces, arena, xml_stream_text(stream), cap))
            return err_set(err, ERR_FORMAT, "holds a text that is longer than an import takes");
    }
    if (pieces.length > 0)
        pieces.length = unescape(pieces.at, pieces.length);
    *out = (struct str){ pieces.at, pieces.length };
    return true;
}

static bool read_strings(struct xlsx *xlsx, struct err *err)
{
    CLEANUP(xml_stream_closep) struct xml_stream *stream = NULL;
    enum xml_event event = XML_START;
    size_t file;
    if (!feed_find(&file, xlsx->feed, "xl/sharedStrings.xml"))
        return true; /* a workbook of numbers has none */
    if (!xml_stream_open(&stream, xlsx->feed, file, err))
        return false;
    while (event != XML_DONE) {
        struct str text;
        if (!xml_stream_next(stream, &event, err))
            return false;
        if (event != XML_START || !xml_stream_is(stream, "si"))
            continue;
        if (!xlsx_read_text(&text, stream, &xlsx->arena, "si", XLSX_CELL_MAX, err))
            return err_add(err, "%s", feed_path(xlsx->feed));
        *LIST_ADD(&xlsx->arena, xlsx->strings) = text;
        if (arena_used(&xlsx->arena) > XLSX_TEXT_MAX)
            return err_at(err, ERR_FORMAT, feed_path(xlsx->feed), 0, "holds more text than an import takes");
    }
    return true;
}

bool xlsx_open(struct xlsx **out, struct feed *feed, struct err *err)
{
    CLEANUP(xlsx_closep) struct xlsx *xlsx = calloc(1, sizeof(*xlsx));
    if (!xlsx)
        return err_set(err, ERR_IO, "out of memory");
    xlsx->feed = feed;
    if (!read_workbook(xlsx, err) || !read_relations(xlsx, err) || !read_strings(xlsx, err) ||
        !xlsx_read_styles(xlsx, err))
        return false;
    *out = xlsx;
    xlsx = NULL;
    return true;
}

void xlsx_close(struct xlsx *xlsx)
{
    if (!xlsx)
        return;
    arena_destroy(&xlsx->arena);
    free(xlsx);
}

void xlsx_closep(struct xlsx **xlsx)
{
    xlsx_close(*xlsx);
}

size_t xlsx_sheet_count(const struct xlsx *xlsx)
{
    return xlsx->sheets.count;
}

const char *xlsx_sheet_name(const struct xlsx *xlsx, size_t sheet)
{
    return xlsx->sheets.at[sheet].name;
}

bool xlsx_sheet_is_hidden(const struct xlsx *xlsx, size_t sheet)
{
    return xlsx->sheets.at[sheet].hidden;
}
