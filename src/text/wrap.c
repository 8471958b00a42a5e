#include "text/wrap.h"

/* Adding the same widths in another order gives another last bit; a text must still fit the width it was
 * measured at. */
#define TOLERANCE (1.0f / 64)

struct filler {
    const struct draft *draft;
    float width;
    float used; /* of the current line, trailing gap included */
    struct wrapped out;
};

static struct wrap_line *current_line(struct filler *filler)
{
    return &filler->out.lines[filler->out.line_count];
}

static bool fits(const struct filler *filler, float more)
{
    return !(filler->used + more > filler->width + TOLERANCE);
}

static void put_piece(struct filler *filler, struct piece piece)
{
    filler->out.pieces.at[filler->out.pieces.count++] = piece;
    filler->used += piece.advance + piece.gap;
    current_line(filler)->count++;
}

static void end_line(struct filler *filler)
{
    struct wrap_line *line = current_line(filler);
    struct piece *pieces = filler->out.pieces.at + line->first;
    bool is_trailing = true;
    for (size_t i = line->count; i-- > 0;) {
        if (is_trailing)
            pieces[i].gap = 0;
        is_trailing = is_trailing && pieces[i].start == pieces[i].end;
        line->width += pieces[i].advance + pieces[i].gap;
    }
    filler->out.line_count++;
    filler->used = 0;
    *current_line(filler) = (struct wrap_line){ .first = filler->out.pieces.count };
}

/* How far the piece's text goes into the room that is left; its start if not even one cluster does. */
static int32_t fitting_end(const struct filler *filler, const struct piece *piece, struct clusters clusters)
{
    size_t low = 0; /* clusters that fit */
    size_t high = clusters.count;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (fits(filler, piece_measure(filler->draft, piece, piece->start, clusters.ends[middle - 1])))
            low = middle;
        else
            high = middle - 1;
    }
    return low > 0 ? clusters.ends[low - 1] : piece->start;
}

static struct clusters clusters_from(struct clusters clusters, int32_t start)
{
    while (clusters.count > 0 && clusters.ends[0] <= start) {
        clusters.ends++;
        clusters.count--;
    }
    return clusters;
}

/* Cuts a piece between clusters until the rest of it fits. A cluster wider than the line stays whole. */
static void put_in_parts(struct filler *filler, struct piece piece)
{
    const struct draft *draft = filler->draft;
    struct clusters clusters =
        breaks_of_clusters(draft->clusters, &draft->wide, piece.start, piece.end, draft->scratch);
    while (!fits(filler, piece.advance)) {
        clusters = clusters_from(clusters, piece.start);
        int32_t end = fitting_end(filler, &piece, clusters);
        if (end == piece.start && filler->used > 0) {
            end_line(filler);
            continue;
        }
        if (end == piece.start)
            end = clusters.ends[0];
        if (end == piece.end)
            break;
        struct piece part = piece;
        part.end = part.limit = end;
        part.gap = 0;
        part.after = BREAK_ALLOWED;
        part.advance = piece_measure(draft, &part, part.start, part.end);
        filler->out.cuts_words = true;
        put_piece(filler, part);
        end_line(filler);
        piece.start = end;
        piece.advance = piece_measure(draft, &piece, piece.start, piece.end);
    }
    put_piece(filler, piece);
}

/* Pieces without a break between them. */
static void put_word(struct filler *filler, const struct piece *word, size_t count)
{
    float width = 0;
    for (size_t i = 0; i < count; i++)
        width += word[i].advance + (i + 1 < count ? word[i].gap : 0);
    if (!fits(filler, width) && current_line(filler)->count > 0)
        end_line(filler);
    bool is_whole = fits(filler, width);
    for (size_t i = 0; i < count; i++) {
        if (is_whole)
            put_piece(filler, word[i]);
        else
            put_in_parts(filler, word[i]);
    }
    if (word[count - 1].after == BREAK_FORCED)
        end_line(filler);
}

struct wrapped wrap(const struct draft *draft, const struct pieces *pieces, float width)
{
    size_t length = (size_t)draft->wide.length;
    struct filler filler = { .draft = draft, .width = width };
    /* No line and no part is shorter than a character, except a last empty line and a gap on its own. */
    filler.out.pieces.at = ARENA_ARRAY(draft->scratch, struct piece, length + pieces->count + 1);
    filler.out.lines = ARENA_ARRAY(draft->scratch, struct wrap_line, length + pieces->count + 2);
    for (size_t i = 0; i < pieces->count;) {
        size_t count = 1;
        while (pieces->at[i + count - 1].after == BREAK_NONE && i + count < pieces->count)
            count++;
        put_word(&filler, pieces->at + i, count);
        i += count;
    }
    bool ends_open = current_line(&filler)->count > 0;
    bool ends_with_newline = pieces->count > 0 && pieces->at[pieces->count - 1].after == BREAK_FORCED;
    if (ends_open || ends_with_newline || pieces->count == 0)
        end_line(&filler);
    return filler.out;
}
