#include "base/list.h"
#include "content/ask.h"

struct phrases {
    struct phrase_row *at;
    size_t count;
};

/* A phrase that the person at the desk could not read is left out. */
static bool read_phrases(struct phrases *out, const struct ask *ask)
{
    static const char sql[] = "SELECT id, topic, icon FROM phrase WHERE id <> 'emergency' AND (id <> 'interpreter' OR "
                              "?1 <> (SELECT value FROM meta WHERE key = 'source_language')) ORDER BY seq, id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, ask->query->lang);
    while (statement_row(&row)) {
        struct phrase_row phrase = {
            .id = statement_text(&row, 0, ask->arena),
            .topic = statement_text(&row, 1, ask->arena),
            .icon = statement_text(&row, 2, ask->arena),
        };
        if (!phrase.id)
            continue;
        if (!ask_local_text(&phrase.local, ask, "phrases", phrase.id, "text") ||
            !ask_text(&phrase.text, ask, "phrases", phrase.id, "text"))
            return false;
        if (phrase.local.text)
            *LIST_ADD(ask->arena, *out) = phrase;
    }
    return statement_ok(&row, ask->err);
}

bool query_phrases(struct phrase_list *out, const struct query *query, struct arena *arena, struct err *err)
{
    struct ask ask = { query, arena, err };
    struct phrases phrases = { 0 };
    if (!read_phrases(&phrases, &ask))
        return false;
    *out = (struct phrase_list){ phrases.at, phrases.count };
    return true;
}
