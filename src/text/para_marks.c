#include "base/list.h"
#include "text/para_build.h"

/* How wide the unit's first bytes are. */
static float width_to(struct para_tools *tools, const struct placed_unit *placed, size_t bytes)
{
    struct text_unit part = placed->unit;
    if (bytes >= part.text.len)
        return placed->advance;
    if (bytes == 0)
        return 0;
    part.text.len = bytes;
    float width = advances_of(tools->advances, &part).advance;
    return width < placed->advance ? width : placed->advance;
}

struct marking {
    struct para_tools *tools;
    const struct para *para;
    struct arena *arena;
    struct para_marks out;
};

static void mark_unit(struct marking *marking, const struct para_line *line, const struct placed_unit *placed,
                      struct str_range range)
{
    size_t at = (size_t)(placed->unit.text.at - marking->para->text.at);
    size_t length = placed->unit.text.len;
    if (range.end <= at || range.start >= at + length)
        return;
    float from = width_to(marking->tools, placed, range.start > at ? range.start - at : 0);
    float to = width_to(marking->tools, placed, range.end - at);
    float left = placed->unit.rtl ? placed->advance - to : from;
    *LIST_ADD(marking->arena, marking->out) =
        (struct para_mark){ (size_t)(line - marking->para->lines), placed->x + left, to - from };
}

struct para_marks para_tools_marks(struct para_tools *tools, const struct para *para, struct str_ranges ranges,
                                   struct arena *arena)
{
    struct marking marking = { .tools = tools, .para = para, .arena = arena };
    for (size_t i = 0; i < para->line_count; i++) {
        const struct para_line *line = &para->lines[i];
        for (size_t j = 0; j < line->count; j++) {
            for (size_t k = 0; k < ranges.count; k++)
                mark_unit(&marking, line, &line->units[j], ranges.at[k]);
        }
    }
    return marking.out;
}
