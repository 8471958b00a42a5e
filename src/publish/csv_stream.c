#include "publish/csv_stream.h"

#include "base/list.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#define ROW_MAX ((size_t)4 << 20)

/* libcsv's own name for it is not in its header: a quotation mark stands inside quotes, and the next byte says whether
 * it ends them. */
#define AFTER_QUOTE 3

enum state {
    READING,
    SKIPPING_LINE, /* to the next line end: what went before made no sense */
    SKIPPING_ROW,  /* to the row's end, which is no line end between quotation marks */
};

struct csv_lines {
    struct csv_line *at;
    size_t count;
};

struct csv_stream {
    struct text_stream *text;
    struct csv_parser parser;
    struct arena arenas[2]; /* one of the rows in hand, the other of those before */
    struct arena *arena;
    struct csv_lines lines; /* read and not given yet, from `given` on */
    size_t given;
    struct csv_line row; /* being read; its cells grow in the arena */
    struct str *cells;
    long number;
    char delimiter;
    enum state state;
    bool quoted;       /* while a row is skipped */
    bool after_return; /* the last byte that ended a row was CR: an LF right behind it ends nothing */
    bool line_ended;   /* a row ended with the LF that ends the bytes in hand */
    size_t since_cell; /* bytes since a cell ended, at most */
    char *raw;         /* the row being read, as it stands in the file */
    size_t raw_length, raw_room;
    bool ended;
    bool broken; /* out of memory */
};

static void add_cell(struct csv_stream *stream, struct str bytes)
{
    struct csv_line *row = &stream->row;
    if (row->count >= CSV_CELLS_MAX) {
        row->fault = "has more than 1,024 cells";
        return;
    }
    if (bytes.len > CSV_CELL_MAX)
        row->fault = "has a cell of more than a megabyte";
    else if (bytes.len > 0 && memchr(bytes.at, '\0', bytes.len))
        row->fault = "has a zero byte in a cell";
    if (row->fault)
        return;
    LIST_ROOM(stream->arena, stream->cells, row->count);
    stream->cells[row->count++] = (struct str){ arena_str(stream->arena, bytes), bytes.len };
}

static void on_cell(void *bytes, size_t length, void *data)
{
    struct csv_stream *stream = data;
    add_cell(stream, (struct str){ bytes, length });
    stream->after_return = false;
    stream->since_cell = 0;
}

static void finish_row(struct csv_stream *stream)
{
    if (stream->row.count > 0 || stream->row.fault) {
        stream->row.cells = stream->cells;
        stream->row.row = stream->number;
        *LIST_ADD(stream->arena, stream->lines) = stream->row;
    }
    stream->number++;
    stream->row = (struct csv_line){ 0 };
    stream->cells = NULL;
}

static void on_row_end(int terminator, void *data)
{
    struct csv_stream *stream = data;
    bool second_half = terminator == '\n' && stream->after_return && stream->row.count == 0 && !stream->row.fault;
    stream->after_return = terminator == '\r';
    stream->line_ended = terminator == '\n';
    stream->since_cell = 0;
    if (!second_half)
        finish_row(stream);
}

static bool parser_open(struct csv_stream *stream)
{
    if (csv_init(&stream->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        return false;
    csv_set_delim(&stream->parser, (unsigned char)stream->delimiter);
    csv_set_blk_size(&stream->parser, 4096);
    return true;
}

/* Begins anew behind a row that can't be read. */
static void give_row_up(struct csv_stream *stream, enum state state, const char *fault)
{
    stream->row.fault = fault;
    stream->quoted = stream->parser.quoted && stream->parser.pstate != AFTER_QUOTE;
    stream->state = state;
    stream->since_cell = 0;
    csv_free(&stream->parser);
    stream->broken = stream->broken || !parser_open(stream);
}

static void keep_raw(struct csv_stream *stream, struct str bytes)
{
    if (stream->raw_length + bytes.len > stream->raw_room) {
        size_t room = (stream->raw_length + bytes.len) * 2;
        char *raw = realloc(stream->raw, room);
        stream->broken = stream->broken || !raw;
        if (!raw)
            return;
        stream->raw = raw;
        stream->raw_room = room;
    }
    memcpy(stream->raw + stream->raw_length, bytes.at, bytes.len);
    stream->raw_length += bytes.len;
}

/* The bytes of the row that ended where the bytes in hand end, if it was one alone. */
static void settle_raw(struct csv_stream *stream, size_t lines_before)
{
    struct csv_lines *lines = &stream->lines;
    if (lines->count == lines_before + 1 && !lines->at[lines->count - 1].fault) {
        struct str raw = { stream->raw, stream->raw_length };
        lines->at[lines->count - 1].raw = (struct str){ arena_str(stream->arena, raw), raw.len };
    }
    stream->raw_length = 0;
}

/* Bytes up to and with a line end, or up to where the piece ends. */
static size_t read_bytes(struct csv_stream *stream, struct str bytes)
{
    const char *end = memchr(bytes.at, '\n', bytes.len);
    if (end)
        bytes.len = (size_t)(end - bytes.at) + 1;
    size_t lines_before = stream->lines.count;
    stream->line_ended = false;
    stream->since_cell += bytes.len;
    keep_raw(stream, bytes);
    size_t used = csv_parse(&stream->parser, bytes.at, bytes.len, on_cell, on_row_end, stream);
    if (used < bytes.len) {
        stream->broken = stream->broken || csv_error(&stream->parser) != CSV_EPARSE;
        give_row_up(stream, SKIPPING_LINE, "has quotation marks that don't match");
    } else if (stream->since_cell > CSV_CELL_MAX + bytes.len || stream->raw_length > ROW_MAX) {
        give_row_up(stream, stream->parser.quoted ? SKIPPING_ROW : SKIPPING_LINE,
                    "is longer than a row can be; a quotation mark may be missing");
    } else if (stream->line_ended) {
        settle_raw(stream, lines_before);
    }
    if (stream->state != READING)
        stream->raw_length = 0;
    return used;
}

/* How many bytes belong to the row that is skipped. */
static size_t skip_bytes(struct csv_stream *stream, struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.at[i];
        if (c == '"' && stream->state == SKIPPING_ROW)
            stream->quoted = !stream->quoted;
        if ((c != '\n' && c != '\r') || (stream->state == SKIPPING_ROW && stream->quoted))
            continue;
        finish_row(stream);
        stream->after_return = c == '\r';
        stream->state = READING;
        return i + 1;
    }
    return bytes.len;
}

static void read_piece(struct csv_stream *stream, struct str piece)
{
    while (piece.len > 0 && !stream->broken) {
        size_t used = stream->state == READING ? read_bytes(stream, piece) : skip_bytes(stream, piece);
        piece = (struct str){ piece.at + used, piece.len - used };
    }
}

static void read_end(struct csv_stream *stream)
{
    size_t lines_before = stream->lines.count;
    if (stream->state != READING) {
        finish_row(stream);
        return;
    }
    stream->after_return = false;
    if (csv_fini(&stream->parser, on_cell, on_row_end, stream) == 0) {
        settle_raw(stream, lines_before);
        return;
    }
    stream->row.fault = "has a quotation mark that nothing closes; what follows it to the end of the file was not read";
    finish_row(stream);
}

static bool fill(struct csv_stream *stream, struct err *err)
{
    struct str piece;
    if (!text_stream_next(stream->text, &piece, err))
        return false;
    if (piece.len == 0) {
        stream->ended = true;
        read_end(stream);
    } else {
        read_piece(stream, piece);
    }
    return !stream->broken || err_set(err, ERR_IO, "out of memory");
}

/* What was given is forgotten; cells of a row that is not whole yet move on. */
static void start_round(struct csv_stream *stream)
{
    const struct str *cells = stream->cells;
    stream->arena = &stream->arenas[stream->arena == &stream->arenas[0] ? 1 : 0];
    arena_reset(stream->arena);
    stream->cells = NULL;
    for (size_t i = 0; i < stream->row.count; i++) {
        LIST_ROOM(stream->arena, stream->cells, i);
        stream->cells[i] = (struct str){ arena_str(stream->arena, cells[i]), cells[i].len };
    }
    stream->lines = (struct csv_lines){ 0 };
    stream->given = 0;
}

bool csv_stream_next(struct csv_stream *stream, const struct csv_line **out, struct err *err)
{
    while (stream->given == stream->lines.count) {
        start_round(stream);
        if (stream->ended) {
            *out = NULL;
            return true;
        }
        if (!fill(stream, err))
            return false;
    }
    *out = &stream->lines.at[stream->given++];
    return true;
}

static size_t count_outside_quotes(struct str line, char wanted)
{
    size_t count = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.len; i++) {
        quoted = line.at[i] == '"' ? !quoted : quoted;
        count += !quoted && line.at[i] == wanted ? 1 : 0;
    }
    return count;
}

/* The first line with anything in it, without its end; `rest` begins behind it. */
static struct str first_line(struct str piece)
{
    struct str rest = str_trim(piece);
    size_t length = 0;
    bool quoted = false;
    while (length < rest.len && (quoted || (rest.at[length] != '\n' && rest.at[length] != '\r'))) {
        quoted = rest.at[length] == '"' ? !quoted : quoted;
        length++;
    }
    return (struct str){ rest.at, length };
}

static char delimiter_of(struct str line)
{
    static const char delimiters[] = { ',', ';', '\t' };
    char best = ',';
    for (size_t i = 1; i < sizeof(delimiters); i++) {
        if (count_outside_quotes(line, delimiters[i]) > count_outside_quotes(line, best))
            best = delimiters[i];
    }
    return best;
}

/* Finds out what parts the cells and reads the first piece. */
static bool begin(struct csv_stream *stream, struct err *err)
{
    struct str piece;
    if (!text_stream_next(stream->text, &piece, err))
        return false;
    struct str line = piece.len > 0 ? first_line(piece) : piece;
    bool says_so = line.len == 5 && str_starts(line, STR("sep=")) && strchr(",;\t|:", line.at[4]);
    stream->delimiter = says_so ? line.at[4] : delimiter_of(line);
    if (!parser_open(stream))
        return err_set(err, ERR_IO, "out of memory");
    if (says_so) {
        stream->state = SKIPPING_LINE;
        piece = (struct str){ line.at + line.len, piece.len - (size_t)(line.at + line.len - piece.at) };
    }
    read_piece(stream, piece);
    return !stream->broken || err_set(err, ERR_IO, "out of memory");
}

bool csv_stream_open(struct csv_stream **out, struct feed *feed, size_t file, struct err *err)
{
    CLEANUP(csv_stream_closep) struct csv_stream *stream = calloc(1, sizeof(*stream));
    if (!stream)
        return err_set(err, ERR_IO, "out of memory");
    stream->number = 1;
    stream->arena = &stream->arenas[0];
    if (!text_stream_open(&stream->text, feed, file, err) || !begin(stream, err))
        return false;
    *out = stream;
    stream = NULL;
    return true;
}

void csv_stream_close(struct csv_stream *stream)
{
    if (!stream)
        return;
    text_stream_close(stream->text);
    if (stream->delimiter)
        csv_free(&stream->parser);
    arena_destroy(&stream->arenas[0]);
    arena_destroy(&stream->arenas[1]);
    free(stream->raw);
    free(stream);
}

void csv_stream_closep(struct csv_stream **stream)
{
    csv_stream_close(*stream);
}

enum charset csv_stream_charset(const struct csv_stream *stream)
{
    return text_stream_charset(stream->text);
}

size_t csv_stream_mark(const struct csv_stream *stream)
{
    return text_stream_mark(stream->text);
}

char csv_stream_delimiter(const struct csv_stream *stream)
{
    return stream->delimiter;
}
