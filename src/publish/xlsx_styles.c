/* Which styles of a workbook show numbers as dates or times (ECMA-376, part 1, 18.8). */
#include "base/list.h"
#include "publish/xlsx_parts.h"

#include <stdlib.h>

#define STYLES_MAX 65536

struct custom_format {
    int id;
    const char *code;
};

struct custom_formats {
    struct custom_format *at;
    size_t count;
};

static int number_of(const char *value)
{
    int64_t number;
    return value && str_to_int64(str_of(value), &number) && number >= 0 && number <= INT32_MAX ? (int)number : -1;
}

static const char *code_of(const struct custom_formats *formats, int id)
{
    for (size_t i = 0; i < formats->count; i++) {
        if (formats->at[i].id == id)
            return formats->at[i].code;
    }
    return NULL;
}

static void add_style(struct xlsx *xlsx, struct xml_stream *stream, const struct custom_formats *formats)
{
    int id = number_of(xml_stream_attribute(stream, &xlsx->arena, "numFmtId"));
    *LIST_ADD(&xlsx->arena, xlsx->formats) = xlsx_format_of(id, code_of(formats, id));
}

bool xlsx_read_styles(struct xlsx *xlsx, struct err *err)
{
    CLEANUP(xml_stream_closep) struct xml_stream *stream = NULL;
    struct custom_formats formats = { 0 };
    enum xml_event event = XML_START;
    bool in_cells = false;
    size_t file;
    if (!feed_find(&file, xlsx->feed, "xl/styles.xml"))
        return true;
    if (!xml_stream_open(&stream, xlsx->feed, file, err))
        return false;
    while (event != XML_DONE) {
        if (!xml_stream_next(stream, &event, err))
            return false;
        if (event != XML_START && event != XML_END)
            continue;
        if (xml_stream_is(stream, "cellXfs")) /* cells name their style by its place in this list */
            in_cells = event == XML_START;
        else if (event == XML_START && xml_stream_is(stream, "numFmt"))
            *LIST_ADD(&xlsx->arena, formats) =
                (struct custom_format){ number_of(xml_stream_attribute(stream, &xlsx->arena, "numFmtId")),
                                        xml_stream_attribute(stream, &xlsx->arena, "formatCode") };
        else if (event == XML_START && in_cells && xml_stream_is(stream, "xf"))
            add_style(xlsx, stream, &formats);
        if (xlsx->formats.count > STYLES_MAX || formats.count > STYLES_MAX)
            return err_at(err, ERR_FORMAT, feed_path(xlsx->feed), 0, "has more styles than an import takes");
    }
    return true;
}
