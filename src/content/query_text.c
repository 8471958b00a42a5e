#include "content/ask.h"

#include <string.h>

#define NOT_WANTED SIZE_MAX

/* Which language is better for this visitor: 0 is their own, then the chain in order, then the source
 * language. */
static size_t rank_of(const struct ask *ask, const struct statement *row, int column)
{
    struct pack_languages chain = pack_fallback(ask->query->pack);
    if (statement_text_is(row, column, ask->query->lang))
        return 0;
    for (size_t i = 0; i < chain.count; i++) {
        if (statement_text_is(row, column, chain.tags[i]))
            return i + 1;
    }
    if (statement_text_is(row, column, pack_meta(ask->query->pack, "source_language")))
        return chain.count + 1;
    return NOT_WANTED;
}

static size_t rank_of_local(const struct ask *ask, const struct statement *row, int column)
{
    return statement_text_is(row, column, pack_meta(ask->query->pack, "source_language")) ? 0 : NOT_WANTED;
}

static enum text_state read_state(const struct statement *row, int column)
{
    int64_t state = statement_int(row, column);
    return state >= TEXT_SOURCE && state <= TEXT_STALE ? (enum text_state)state : TEXT_UNCHECKED;
}

typedef size_t rank_fn(const struct ask *ask, const struct statement *row, int column);

/* One row per language, of which the best is kept. */
static bool read_best(struct localized *out, const struct ask *ask, const char *const key[3], rank_fn *rank)
{
    static const char sql[] = "SELECT lang, value, state FROM text WHERE owner = ?1 || '/' || ?2 AND field = ?3";
    struct localized best = { 0 };
    size_t best_rank = NOT_WANTED;
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    for (int i = 0; i < 3; i++)
        statement_bind_text(&row, i + 1, key[i]);
    while (best_rank > 0 && statement_row(&row)) {
        size_t found = rank(ask, &row, 0);
        const char *text = found < best_rank ? statement_text(&row, 1, ask->arena) : NULL;
        if (!text)
            continue;
        best = (struct localized){ text, statement_text(&row, 0, ask->arena), read_state(&row, 2) };
        best_rank = found;
    }
    *out = best;
    return statement_ok(&row, ask->err);
}

bool ask_text(struct localized *out, const struct ask *ask, const char *table, const char *id, const char *field)
{
    return read_best(out, ask, (const char *const[]){ table, id, field }, rank_of);
}

bool ask_local_text(struct localized *out, const struct ask *ask, const char *table, const char *id, const char *field)
{
    return read_best(out, ask, (const char *const[]){ table, id, field }, rank_of_local);
}
