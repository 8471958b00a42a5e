#include "base/list.h"
#include "content/ask.h"

struct numbers {
    struct emergency_row *at;
    size_t count;
};

static bool read_numbers(struct numbers *out, const struct ask *ask)
{
    static const char sql[] = "SELECT id, icon, number FROM emergency ORDER BY seq, id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    while (statement_row(&row)) {
        struct emergency_row number = {
            .id = statement_text(&row, 0, ask->arena),
            .icon = statement_text_or_empty(&row, 1, ask->arena),
            .number = statement_text(&row, 2, ask->arena),
        };
        if (number.id && number.number)
            *LIST_ADD(ask->arena, *out) = number;
    }
    return statement_ok(&row, ask->err);
}

bool query_emergency(struct emergency_list *out, const struct query *query, struct arena *arena, struct err *err)
{
    struct ask ask = { query, arena, err };
    struct numbers numbers = { 0 };
    if (!read_numbers(&numbers, &ask))
        return false;
    for (size_t i = 0; i < numbers.count; i++) {
        struct emergency_row *number = &numbers.at[i];
        if (!ask_text(&number->name, &ask, "emergency", number->id, "name") ||
            !ask_text(&number->when, &ask, "emergency", number->id, "when"))
            return false;
    }
    *out = (struct emergency_list){ numbers.at, numbers.count };
    return true;
}
