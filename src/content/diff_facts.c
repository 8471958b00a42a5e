#include "content/diff_facts.h"

#include "base/list.h"
#include "content/statement.h"

#include <string.h>

static bool is_same(const struct diff_fact *a, const struct diff_fact *b)
{
    return strcmp(a->field, b->field) == 0 && strcmp(a->lang, b->lang) == 0;
}

static void add(struct diff_facts *facts, struct arena *arena, struct diff_fact fact)
{
    struct diff_fact *last = facts->count > 0 ? &facts->at[facts->count - 1] : NULL;
    if (last && is_same(last, &fact)) {
        last->value = arena_printf(arena, "%s\n%s", last->value, fact.value);
        last->state = fact.state > last->state ? fact.state : last->state;
        return;
    }
    *LIST_ADD(arena, *facts) = fact;
}

static bool read_rows(struct diff_facts *out, struct pack *pack, const char *sql, const char *id, struct arena *arena,
                      struct err *err)
{
    CLEANUP(statement_end) struct statement row = statement_begin(pack, sql);
    statement_bind_text(&row, 1, id);
    while (statement_row(&row)) {
        struct diff_fact fact = { statement_text_or_empty(&row, 0, arena), statement_text_or_empty(&row, 1, arena),
                                  statement_text(&row, 2, arena), statement_int(&row, 3), false };
        if (fact.value)
            add(out, arena, fact);
    }
    return statement_ok(&row, err);
}

bool diff_facts_read(struct diff_facts *out, struct pack *pack, const struct diff_kind_row *kind, const char *id,
                     struct arena *arena, struct err *err)
{
    struct diff_facts facts = { 0 };
    for (size_t i = 0; i < DIFF_FACTS_MAX && kind->facts[i]; i++) {
        if (!read_rows(&facts, pack, kind->facts[i], id, arena, err))
            return false;
    }
    *out = facts;
    return true;
}

struct diff_fact *diff_facts_find(struct diff_facts *facts, const struct diff_fact *wanted, size_t *hint)
{
    for (size_t i = 0; i < facts->count; i++) {
        size_t at = (*hint + i) % facts->count;
        if (is_same(&facts->at[at], wanted)) {
            *hint = at + 1;
            return &facts->at[at];
        }
    }
    return NULL;
}
