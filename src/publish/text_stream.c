#include "publish/text_stream.h"

#include <stdlib.h>
#include <string.h>

#define PIECE ((size_t)64 << 10)

struct text_stream {
    struct feed_bytes *bytes;
    struct charset_found found;
    struct charset_reader *reader; /* NULL: the bytes are UTF-8 as they are */
    size_t skip;                   /* of the mark */
    bool ended;
    char piece[PIECE];
};

static bool guess(struct text_stream *stream, struct feed *feed, size_t file, struct err *err)
{
    struct charset_guess guess = { 0 };
    CLEANUP(feed_bytes_closep) struct feed_bytes *bytes = NULL;
    const struct charset_found *known = feed_charset(feed, file);
    size_t got = 1;
    if (!known && !feed_bytes_open(&bytes, feed, file, err))
        return false;
    while (!known && got > 0) {
        if (!feed_bytes_read(bytes, stream->piece, PIECE, &got, err))
            return false;
        charset_guess_feed(&guess, (struct str){ stream->piece, got });
    }
    stream->found = known ? *known : charset_guess_end(&guess);
    feed_set_charset(feed, file, stream->found);
    stream->skip = stream->found.mark;
    return true;
}

bool text_stream_open(struct text_stream **out, struct feed *feed, size_t file, struct err *err)
{
    CLEANUP(text_stream_closep) struct text_stream *stream = calloc(1, sizeof(*stream));
    if (!stream)
        return err_set(err, ERR_IO, "out of memory");
    if (!guess(stream, feed, file, err) || !feed_bytes_open(&stream->bytes, feed, file, err))
        return false;
    bool as_it_is = stream->found.charset == CHARSET_UTF_8 && stream->found.broken == 0;
    if (!as_it_is && !charset_reader_open(&stream->reader, stream->found.charset, err))
        return false;
    *out = stream;
    stream = NULL;
    return true;
}

void text_stream_close(struct text_stream *stream)
{
    if (!stream)
        return;
    feed_bytes_close(stream->bytes);
    charset_reader_close(stream->reader);
    free(stream);
}

void text_stream_closep(struct text_stream **stream)
{
    text_stream_close(*stream);
}

enum charset text_stream_charset(const struct text_stream *stream)
{
    return stream->found.charset;
}

size_t text_stream_mark(const struct text_stream *stream)
{
    return stream->found.mark;
}

/* Some bytes of the file; empty at its end. */
static bool next_bytes(struct text_stream *stream, struct str *out, struct err *err)
{
    size_t got = 0;
    if (!feed_bytes_read(stream->bytes, stream->piece, PIECE, &got, err))
        return false;
    size_t skipped = stream->skip < got ? stream->skip : got;
    stream->skip -= skipped;
    stream->ended = got == 0;
    *out = (struct str){ stream->piece + skipped, got - skipped };
    return true;
}

bool text_stream_next(struct text_stream *stream, struct str *out, struct err *err)
{
    struct str piece = { 0 };
    while (piece.len == 0 && !stream->ended) {
        if (!next_bytes(stream, &piece, err))
            return false;
        if (stream->reader)
            piece = charset_reader_turn(stream->reader, piece, stream->ended);
    }
    *out = piece;
    return true;
}
