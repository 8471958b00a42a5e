#include "base/list.h"
#include "content/ask.h"

struct steps {
    struct step_row *at;
    size_t count;
};

/* A step without words in any language has nothing to show and is left out. */
static bool read_steps(struct steps *out, const struct ask *ask)
{
    static const char sql[] = "SELECT id, part, icon, target FROM step ORDER BY part, seq, id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    while (statement_row(&row)) {
        int64_t part = statement_int(&row, 1);
        struct step_row step = {
            .id = statement_text(&row, 0, ask->arena),
            .icon = statement_text_or_empty(&row, 2, ask->arena),
            .target = statement_text(&row, 3, ask->arena),
        };
        if (!step.id || part < 0 || part >= STEP_PART_COUNT)
            continue;
        step.part = (enum step_part)part;
        if (!ask_text(&step.text, ask, "steps", step.id, "text"))
            return false;
        if (step.text.text)
            *LIST_ADD(ask->arena, *out) = step;
    }
    return statement_ok(&row, ask->err);
}

bool query_steps(struct step_list *out, const struct query *query, struct arena *arena, struct err *err)
{
    struct ask ask = { query, arena, err };
    struct steps steps = { 0 };
    if (!read_steps(&steps, &ask))
        return false;
    *out = (struct step_list){ steps.at, steps.count };
    return true;
}
