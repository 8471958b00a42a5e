#include "publish/json_stream.h"

#include <stdlib.h>
#include <string.h>

enum place {
    BETWEEN,   /* outside of everything */
    IN_LIST,   /* of documents, between two of them */
    IN_OBJECT, /* the outermost one: a document itself, or a page around lists */
    IN_DOCUMENT,
};

struct text {
    char *at;
    size_t length, room;
    bool too_long;
};

#define KEY_MAX 64

struct json_stream {
    struct text_stream *source;
    struct str piece;
    enum place place;
    bool in_page;         /* the list stands in an outermost object */
    bool is_page;         /* lists were cut out of the outermost object */
    struct text object;   /* the outermost object */
    struct text document; /* an element of a list */
    long depth;           /* of the object or document in hand */
    bool in_string, escaped;
    bool key_follows; /* in the outermost object, not deeper: the next string is a key */
    char key[KEY_MAX];
    size_t key_length;
    char list[KEY_MAX];
    long number;
    struct json_item item;
    bool ended, broken;
};

bool json_stream_open(struct json_stream **out, struct feed *feed, size_t file, struct err *err)
{
    CLEANUP(json_stream_closep) struct json_stream *stream = calloc(1, sizeof(*stream));
    if (!stream)
        return err_set(err, ERR_IO, "out of memory");
    if (!text_stream_open(&stream->source, feed, file, err))
        return false;
    *out = stream;
    stream = NULL;
    return true;
}

void json_stream_close(struct json_stream *stream)
{
    if (!stream)
        return;
    text_stream_close(stream->source);
    free(stream->object.at);
    free(stream->document.at);
    free(stream);
}

void json_stream_closep(struct json_stream **stream)
{
    json_stream_close(*stream);
}

static bool append(struct text *text, char c)
{
    if (text->length >= JSON_DOCUMENT_MAX) {
        text->too_long = true;
        return true;
    }
    if (text->length == text->room) {
        size_t room = text->room ? text->room * 2 : 4096;
        char *at = realloc(text->at, room);
        if (!at)
            return false;
        text->at = at;
        text->room = room;
    }
    text->at[text->length++] = c;
    return true;
}

static void clear(struct text *text)
{
    text->length = 0;
    text->too_long = false;
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Lists whose elements are documents: a page's contents under the names that they have, and tables as their files are
 * called. */
static bool is_list_of_documents(const char *key)
{
    static const char *const names[] = { "contents", "content", "items", "results", "data" };
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(names[i], key) == 0)
            return true;
    }
    return str_ends(str_of(key), STR(".csv"));
}

static bool give(struct json_stream *stream, enum json_item_kind kind, const struct text *text, const char *fault)
{
    bool listed = stream->in_page && kind == JSON_DOCUMENT;
    stream->number += kind == JSON_DOCUMENT ? 1 : 0;
    stream->item = (struct json_item){ .kind = kind,
                                       .number = stream->number,
                                       .list = listed ? stream->list : NULL,
                                       .text = { text->at, text->length },
                                       .fault = text->too_long ? "is longer than a document can be" : fault };
    return true;
}

static bool leave_object(struct json_stream *stream)
{
    stream->place = BETWEEN;
    stream->in_page = false;
    return give(stream, stream->is_page ? JSON_PAGE : JSON_DOCUMENT, &stream->object, NULL);
}

static bool leave_document(struct json_stream *stream)
{
    stream->place = IN_LIST;
    return give(stream, JSON_DOCUMENT, &stream->document, NULL);
}

static void note_key(struct json_stream *stream, char c)
{
    if (stream->key_length + 1 < KEY_MAX)
        stream->key[stream->key_length++] = c;
    stream->key[stream->key_length] = '\0';
}

static void step_string(struct json_stream *stream, char c)
{
    if (stream->escaped)
        stream->escaped = false;
    else if (c == '\\')
        stream->escaped = true;
    else if (c == '"')
        stream->in_string = false;
    if (stream->in_string && stream->key_follows && stream->place == IN_OBJECT && stream->depth == 1)
        note_key(stream, c);
}

/* True when the object or document ends with this byte. */
static bool step_structure(struct json_stream *stream, char c)
{
    if (c == '"') {
        stream->in_string = true;
        stream->key_length = stream->key_follows && stream->depth == 1 ? 0 : stream->key_length;
    } else if (c == '{' || c == '[') {
        stream->depth++;
    } else if (c == '}' || c == ']') {
        stream->depth--;
    } else if (stream->depth == 1 && (c == ':' || c == ',')) {
        stream->key_follows = c == ',';
    }
    return stream->depth == 0;
}

static bool enter_list(struct json_stream *stream)
{
    memcpy(stream->list, stream->key, sizeof(stream->list));
    stream->is_page = stream->in_page = true;
    stream->place = IN_LIST;
    clear(&stream->document);
    /* What remains of the page is JSON still. */
    return append(&stream->object, '[') && append(&stream->object, ']');
}

/* One byte of the outermost object; true when there is something to give. */
static bool step_object(struct json_stream *stream, char c)
{
    bool in_string = stream->in_string;
    if (!in_string && c == '[' && stream->depth == 1 && !stream->key_follows && is_list_of_documents(stream->key)) {
        stream->broken = !enter_list(stream) || stream->broken;
        return false;
    }
    stream->broken = !append(&stream->object, c) || stream->broken;
    if (in_string) {
        step_string(stream, c);
        return false;
    }
    return step_structure(stream, c) && leave_object(stream);
}

static bool step_document(struct json_stream *stream, char c)
{
    stream->broken = !append(&stream->document, c) || stream->broken;
    if (stream->in_string) {
        step_string(stream, c);
        return false;
    }
    return step_structure(stream, c) && leave_document(stream);
}

static void begin(struct json_stream *stream, enum place place, struct text *text)
{
    stream->place = place;
    clear(text);
    stream->broken = !append(text, '{') || stream->broken;
    stream->depth = 1;
    stream->key_follows = true;
    stream->key_length = 0;
    stream->key[0] = '\0';
}

static bool step_list(struct json_stream *stream, char c)
{
    static const struct text nothing = { 0 };
    if (c == '{') {
        begin(stream, IN_DOCUMENT, &stream->document);
    } else if (c == ']') {
        stream->place = stream->in_page ? IN_OBJECT : BETWEEN;
        stream->depth = 1;
        stream->in_page = false;
    } else if (!is_white(c) && c != ',') {
        return give(stream, JSON_DOCUMENT, &nothing, "is no object, and what follows can't be told apart");
    }
    return false;
}

static bool step_between(struct json_stream *stream, char c, struct err *err)
{
    if (c == '{') {
        begin(stream, IN_OBJECT, &stream->object);
        stream->is_page = false;
    } else if (c == '[') {
        stream->place = IN_LIST;
        stream->in_page = false;
    } else if (!is_white(c) && c != ',') {
        return err_set(err, ERR_FORMAT, "is no JSON: it %s",
                       stream->number > 0 ? "goes on with something else" : "begins with something else");
    }
    return true;
}

/* Goes on to the next item; false at the end of the piece, or with *err. */
static bool scan(struct json_stream *stream, struct err *err)
{
    while (stream->piece.len > 0 && !stream->broken) {
        char c = stream->piece.at[0];
        bool given = false;
        stream->piece = (struct str){ stream->piece.at + 1, stream->piece.len - 1 };
        if (stream->place == IN_OBJECT)
            given = step_object(stream, c);
        else if (stream->place == IN_DOCUMENT)
            given = step_document(stream, c);
        else if (stream->place == IN_LIST)
            given = step_list(stream, c);
        else if (!step_between(stream, c, err))
            return false;
        if (given && stream->item.fault && stream->item.text.len == 0)
            stream->ended = true; /* no way to go on */
        if (given)
            return true;
    }
    return false;
}

/* What the file leaves open at its end. */
static bool give_rest(struct json_stream *stream)
{
    enum place place = stream->place;
    stream->place = BETWEEN;
    if (place == BETWEEN)
        return false;
    return give(stream, JSON_DOCUMENT, place == IN_DOCUMENT ? &stream->document : &stream->object,
                "is not whole: the file ends before it does");
}

bool json_stream_next(struct json_stream *stream, const struct json_item **out, struct err *err)
{
    struct err found = { 0 };
    *out = NULL;
    stream->item = (struct json_item){ 0 };
    while (!stream->ended && !scan(stream, &found)) {
        if (stream->broken)
            return err_set(err, ERR_IO, "out of memory");
        if (found.code != ERR_NONE) {
            if (err)
                *err = found;
            return false;
        }
        if (!text_stream_next(stream->source, &stream->piece, err))
            return false;
        if (stream->piece.len > 0)
            continue;
        stream->ended = true;
        if (!give_rest(stream))
            return true;
        break;
    }
    if (stream->item.text.at || stream->item.fault)
        *out = &stream->item;
    return true;
}
