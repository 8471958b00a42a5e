/* A file of a feed as well-formed UTF-8 without a byte order mark, whatever it is written in, piece by piece. */
#ifndef MAISON_PUBLISH_TEXT_STREAM_H
#define MAISON_PUBLISH_TEXT_STREAM_H

#include "publish/feed.h"
#include "text/charset.h"

struct text_stream;

/* Reads the file once through, to see what it is written in. `feed` is borrowed. */
MUST_USE bool text_stream_open(struct text_stream **out, struct feed *feed, size_t file, struct err *err);
void text_stream_close(struct text_stream *stream); /* accepts NULL */
void text_stream_closep(struct text_stream **stream);

enum charset text_stream_charset(const struct text_stream *stream);
size_t text_stream_mark(const struct text_stream *stream); /* length of the byte order mark, 0 for none */

/* The next piece, some 64 KiB, borrowed until the next call; empty at the end only. */
MUST_USE bool text_stream_next(struct text_stream *stream, struct str *out, struct err *err);

#endif
