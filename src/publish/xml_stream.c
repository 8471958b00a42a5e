#include "publish/xml_stream.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

struct xml_stream {
    xmlTextReaderPtr reader;
    struct feed_bytes *bytes;
    const char *file;
    bool ends;      /* the empty element that has started ends next */
    bool failed;    /* to read: `err` says why */
    bool malformed; /* the parser said so */
    struct err err;
};

static int on_read(void *context, char *out, int size)
{
    struct xml_stream *stream = context;
    size_t got;
    if (size <= 0)
        return 0;
    if (!feed_bytes_read(stream->bytes, out, (size_t)size, &got, &stream->err)) {
        stream->failed = true;
        return -1;
    }
    return (int)got;
}

static int on_close(void *context)
{
    (void)context;
    return 0;
}

/* What is wrong is asked of xmlTextReaderRead; nothing may be printed. */
static void on_error(void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr locator)
{
    struct xml_stream *stream = context;
    (void)message;
    (void)locator;
    if (severity == XML_PARSER_SEVERITY_ERROR)
        stream->malformed = true;
}

bool xml_stream_open(struct xml_stream **out, struct feed *feed, size_t file, struct err *err)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
    CLEANUP(xml_stream_closep) struct xml_stream *stream = calloc(1, sizeof(*stream));
    if (!stream)
        return err_set(err, ERR_IO, "out of memory");
    stream->file = feed_file(feed, file)->name;
    if (!feed_bytes_open(&stream->bytes, feed, file, err))
        return false;
    stream->reader = xmlReaderForIO(on_read, on_close, stream, NULL, NULL, options);
    if (!stream->reader)
        return err_set(err, ERR_IO, "out of memory");
    xmlTextReaderSetErrorHandler(stream->reader, on_error, stream);
    *out = stream;
    stream = NULL;
    return true;
}

void xml_stream_close(struct xml_stream *stream)
{
    if (!stream)
        return;
    xmlFreeTextReader(stream->reader);
    feed_bytes_close(stream->bytes);
    free(stream);
}

void xml_stream_closep(struct xml_stream **stream)
{
    xml_stream_close(*stream);
}

static bool refuse(struct xml_stream *stream, struct err *err, const char *why)
{
    if (stream->failed) {
        if (err)
            *err = stream->err;
        return false;
    }
    return err_at(err, ERR_FORMAT, stream->file, xmlTextReaderGetParserLineNumber(stream->reader), "%s", why);
}

bool xml_stream_next(struct xml_stream *stream, enum xml_event *out, struct err *err)
{
    if (stream->ends) {
        stream->ends = false;
        *out = XML_END;
        return true;
    }
    for (;;) {
        int read = xmlTextReaderRead(stream->reader);
        if (read < 0 || stream->malformed || stream->failed)
            return refuse(stream, err, "is no well-formed XML");
        if (read == 0) {
            *out = XML_DONE;
            return true;
        }
        switch (xmlTextReaderNodeType(stream->reader)) {
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            return refuse(stream, err, "has a document type of its own, which no spreadsheet needs");
        case XML_READER_TYPE_ELEMENT:
            stream->ends = xmlTextReaderIsEmptyElement(stream->reader) == 1;
            *out = XML_START;
            return true;
        case XML_READER_TYPE_END_ELEMENT:
            *out = XML_END;
            return true;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        case XML_READER_TYPE_WHITESPACE:
            *out = XML_TEXT;
            return true;
        default:
            break; /* comments and the like */
        }
    }
}

bool xml_stream_is(const struct xml_stream *stream, const char *name)
{
    return strcmp((const char *)xmlTextReaderConstLocalName(stream->reader), name) == 0;
}

const char *xml_stream_attribute(struct xml_stream *stream, struct arena *arena, const char *name)
{
    const char *value = NULL;
    for (int more = xmlTextReaderMoveToFirstAttribute(stream->reader); more == 1;
         more = xmlTextReaderMoveToNextAttribute(stream->reader)) {
        if (!value && xml_stream_is(stream, name))
            value = arena_strdup(arena, (const char *)xmlTextReaderConstValue(stream->reader));
    }
    (void)xmlTextReaderMoveToElement(stream->reader);
    return value;
}

struct str xml_stream_text(const struct xml_stream *stream)
{
    return str_of((const char *)xmlTextReaderConstValue(stream->reader));
}
