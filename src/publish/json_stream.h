/* Documents of a JSON file (RFC 8259) one after the other, however large the file is: the elements of a list, the lines
 * of JSON lines, the contents of a page, or the one document that there is. Each is cut out as text and is bounded;
 * what is in it is the reader's to parse. */
#ifndef MAISON_PUBLISH_JSON_STREAM_H
#define MAISON_PUBLISH_JSON_STREAM_H

#include "publish/text_stream.h"

#define JSON_DOCUMENT_MAX ((size_t)8 << 20)

enum json_item_kind {
    JSON_DOCUMENT,
    JSON_PAGE, /* the object around the contents, which are left out of it */
};

struct json_item {
    enum json_item_kind kind;
    long number;      /* of the document within the file, from 1 */
    const char *list; /* the name of the list that it stands in, of an object around lists; else NULL */
    struct str text;
    const char *fault; /* why it can't be read, else NULL */
};

struct json_stream;

MUST_USE bool json_stream_open(struct json_stream **out, struct feed *feed, size_t file, struct err *err);
void json_stream_close(struct json_stream *stream); /* accepts NULL */
void json_stream_closep(struct json_stream **stream);

/* The next one, borrowed until the next call; NULL at the end. ERR_FORMAT when the file is no JSON from the start. */
MUST_USE bool json_stream_next(struct json_stream *stream, const struct json_item **out, struct err *err);

#endif
