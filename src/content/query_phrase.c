#include "content/ask.h"

bool query_phrase(struct phrase_detail *out, const struct query *query, const char *id, struct arena *arena,
                  struct err *err)
{
    static const char sql[] = "SELECT id FROM phrase WHERE id = ?1";
    struct ask ask = { query, arena, err };
    struct phrase_detail phrase = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(query->pack, sql);
    statement_bind_text(&row, 1, id);
    if (statement_row(&row))
        phrase.id = statement_text(&row, 0, arena);
    if (!statement_ok(&row, err))
        return false;
    if (!phrase.id)
        return err_set(err, ERR_MISSING, "no phrase '%s' in the pack", id ? id : "");
    if (!ask_local_text(&phrase.local, &ask, "phrases", id, "text") ||
        !ask_text(&phrase.text, &ask, "phrases", id, "text") ||
        !ask_text(&phrase.say, &ask, "phrases", id, "say"))
        return false;
    *out = phrase;
    return true;
}
