#include "text/para_build.h"

#include "base/log.h"
#include "text/icu.h"
#include "text/wrap.h"

#include <math.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

bool para_tools_open(struct para_tools *out, struct fonts *fonts, struct text_measurer measurer, struct err *err)
{
    UErrorCode status = U_ZERO_ERROR;
    *out = (struct para_tools){ .fonts = fonts };
    out->clusters = ubrk_open(UBRK_CHARACTER, "und", NULL, 0, &status);
    if (U_FAILURE(status))
        return err_set(err, ERR_IO, "ICU's break iterator can't be opened: %s", u_errorName(status));
    return bidi_open(&out->bidi, err) && advances_new(&out->advances, measurer, err);
}

void para_tools_close(struct para_tools *tools)
{
    ubrk_close(tools->clusters);
    bidi_close(tools->bidi);
    advances_free(tools->advances);
    languages_destroy(&tools->languages);
    arena_destroy(&tools->scratch);
}

/* What a language's lines are far apart in running text is too far in titles: two lines look like two titles. */
#define TIGHT 0.86f

/* A paragraph being written into its block. */
struct writer {
    const struct draft *draft;
    const struct wrapped *wrapped;
    struct placed_unit *next;
    float line_height;
    struct face_metrics strut; /* of the language's own face, so that lines of digits stand like lines of words */
};

static struct draft draft_of(struct para_tools *tools, struct str text, struct para_style style,
                             const struct language *language, bool *rtl)
{
    struct draft draft = {
        .wide = wide_of(text, &tools->scratch),
        .size = style.size,
        .lang = language->locale.tag,
        .advances = tools->advances,
        .clusters = tools->clusters,
        .scratch = &tools->scratch,
    };
    struct item_style item_style = { style.lang, icu_script(language->locale.script), style.weight };
    *rtl = bidi_is_rtl(&draft.wide, language->locale.rtl);
    draft.items = itemise(&draft.wide, tools->fonts, item_style, &tools->scratch);
    draft.breaks = breaks_of_lines(&draft.wide, language, &tools->scratch);
    draft.levels = bidi_levels(tools->bidi, &draft.wide, *rtl);
    if (!draft.levels)
        log_fatal("out of memory: bidi levels of %d characters", (int)draft.wide.length);
    return draft;
}

static struct face_metrics taller(struct face_metrics a, struct face_metrics b)
{
    return (struct face_metrics){ fmaxf(a.ascent, b.ascent), fmaxf(a.descent, b.descent) };
}

/* What a line needs: the middle of its letters, as the faces tell it, and the reach of its ink. */
struct line_metrics {
    struct face_metrics face;
    struct unit_metrics ink;
};

static void take_unit(struct line_metrics *metrics, struct advances *advances, const struct text_unit *unit)
{
    struct unit_metrics ink = advances_of(advances, unit);
    metrics->face = taller(metrics->face, advances_face(advances, unit->face, unit->size));
    metrics->ink.rise = fmaxf(metrics->ink.rise, ink.rise);
    metrics->ink.fall = fmaxf(metrics->ink.fall, ink.fall);
}

/* Places the line's pieces left to right; a gap stands where its spaces were read: behind, in reading
 * direction. */
static struct line_metrics place_units(struct writer *writer, const struct piece *pieces, size_t count)
{
    const struct draft *draft = writer->draft;
    int32_t *order = ARENA_ARRAY(draft->scratch, int32_t, count);
    UBiDiLevel *levels = ARENA_ARRAY(draft->scratch, UBiDiLevel, count);
    struct line_metrics metrics = { .face = writer->strut };
    float x = 0;

    for (size_t i = 0; i < count; i++)
        levels[i] = pieces[i].level;
    bidi_visual_order(levels, (int32_t)count, order);
    for (size_t i = 0; i < count; i++) {
        const struct piece *piece = &pieces[order[i]];
        bool rtl = (piece->level & 1) != 0;
        x += rtl ? piece->gap : 0;
        if (piece->start < piece->end) {
            struct text_unit unit = piece_unit(draft, piece, piece->start, piece->end);
            *writer->next++ = (struct placed_unit){ .unit = unit, .x = x, .advance = piece->advance };
            take_unit(&metrics, draft->advances, &unit);
        }
        x += piece->advance + (rtl ? 0 : piece->gap);
    }
    return metrics;
}

static struct str line_text(const struct draft *draft, const struct piece *pieces, size_t count)
{
    if (count == 0)
        return (struct str){ draft->wide.bytes.at + draft->wide.bytes.len, 0 };
    const struct piece *last = &pieces[count - 1];
    int32_t end = last->limit;
    while (last->after == BREAK_FORCED && end > pieces[0].start && breaks_is_newline(draft->wide.at[end - 1]))
        end--;
    return wide_bytes(&draft->wide, pieces[0].start, end);
}

/* Returns the line's height: the language's, or more where ink needs it. What a face says of its own height is only
 * asked for the middle: Noto Sans Arabic declares 2.1 times its size for marks that words hardly ever stack. */
static float write_line(struct writer *writer, struct para_line *out, const struct wrap_line *line, float top)
{
    const struct piece *pieces = writer->wrapped->pieces.at + line->first;
    out->units = writer->next;
    out->text = line_text(writer->draft, pieces, line->count);
    out->width = line->width;
    out->top = top;
    struct line_metrics metrics = place_units(writer, pieces, line->count);
    float height = fmaxf(writer->line_height, metrics.ink.rise + metrics.ink.fall);
    float content = metrics.face.ascent + metrics.face.descent;
    float baseline = (height - content) / 2 + metrics.face.ascent;
    baseline = fminf(fmaxf(baseline, metrics.ink.rise), height - metrics.ink.fall);
    out->count = (size_t)(writer->next - out->units);
    out->baseline = top + baseline;
    return height;
}

static size_t aligned(size_t size)
{
    return (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}

/* Makes room for the paragraph, its lines, its units and its text, and moves the draft's text there. */
static struct para_block block_for(struct draft *draft, const struct wrapped *wrapped, struct para_line **lines,
                                   struct placed_unit **units)
{
    struct str text = draft->wide.bytes;
    size_t lines_at = aligned(sizeof(struct para));
    size_t units_at = lines_at + aligned(wrapped->line_count * sizeof(struct para_line));
    size_t text_at = units_at + aligned(wrapped->pieces.count * sizeof(struct placed_unit));
    struct para_block out = { .size = text_at + text.len + 1 };
    char *block = calloc(1, out.size);
    if (!block)
        log_fatal("out of memory: a paragraph of %zu bytes", out.size);
    if (text.len > 0)
        memcpy(block + text_at, text.at, text.len);
    draft->wide.bytes.at = block + text_at;
    *lines = (struct para_line *)(void *)(block + lines_at);
    *units = (struct placed_unit *)(void *)(block + units_at);
    out.block = block;
    return out;
}

struct para_block para_build(struct para_tools *tools, struct str text, struct para_style style, float width)
{
    const struct language *language = languages_get(&tools->languages, style.lang);
    bool rtl = false;
    struct draft draft = draft_of(tools, text, style, language, &rtl);
    struct pieces pieces = pieces_of(&draft);
    struct wrapped wrapped = wrap(&draft, &pieces, width);
    struct para_line *lines;
    struct writer writer = { .draft = &draft, .wrapped = &wrapped };
    struct para_block out = block_for(&draft, &wrapped, &lines, &writer.next);
    struct para *para = out.block;

    int strut = fonts_face(tools->fonts, ' ', style.lang, style.weight, FONT_NONE);
    writer.strut = advances_face(tools->advances, strut, style.size);
    writer.line_height = language->locale.line_height * (float)style.size * (style.tight ? TIGHT : 1.0f);
    para->text = draft.wide.bytes;
    para->rtl = rtl;
    para->lines = lines;
    para->line_count = wrapped.line_count;
    para->cuts_words = wrapped.cuts_words;
    for (size_t i = 0; i < wrapped.line_count; i++) {
        para->height += write_line(&writer, &lines[i], &wrapped.lines[i], para->height);
        para->width = fmaxf(para->width, lines[i].width);
    }
    arena_reset(&tools->scratch);
    out.para = para;
    return out;
}
