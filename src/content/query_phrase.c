#include "base/list.h"
#include "content/ask.h"

static bool read_phrase(struct phrase_detail *out, const struct ask *ask, const char *id)
{
    static const char sql[] = "SELECT phrase.id, phrase.topic, phrase.icon, ifnull(topic.sensitive, 0), "
                              "phrase.id <> 'interpreter' AND EXISTS (SELECT 1 FROM phrase WHERE id = 'interpreter') "
                              "FROM phrase LEFT JOIN topic ON topic.id = phrase.topic WHERE phrase.id = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, id);
    if (statement_row(&row)) {
        out->id = statement_text(&row, 0, ask->arena);
        out->topic = statement_text(&row, 1, ask->arena);
        out->icon = statement_text(&row, 2, ask->arena);
        out->sensitive = statement_int(&row, 3) != 0;
        out->has_interpreter = statement_int(&row, 4) != 0;
    }
    if (!statement_ok(&row, ask->err))
        return false;
    return out->id || err_set(ask->err, ERR_MISSING, "no phrase '%s' in the pack", id ? id : "");
}

struct answers {
    struct answer_row *at;
    size_t count;
};

/* An answer that the person at the desk could not read is left out. */
static bool read_answers(struct answers *out, const struct ask *ask, const char *phrase)
{
    static const char sql[] =
        "SELECT answer.id, answer.icon FROM phrase_answer JOIN answer ON answer.id = phrase_answer.answer "
        "WHERE phrase_answer.phrase = ?1 ORDER BY phrase_answer.seq, answer.seq, answer.id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, phrase);
    while (statement_row(&row)) {
        struct answer_row answer = {
            .id = statement_text(&row, 0, ask->arena),
            .icon = statement_text_or_empty(&row, 1, ask->arena),
        };
        if (!answer.id)
            continue;
        if (!ask_local_text(&answer.local, ask, "answers", answer.id, "text") ||
            !ask_text(&answer.text, ask, "answers", answer.id, "text"))
            return false;
        if (answer.local.text)
            *LIST_ADD(ask->arena, *out) = answer;
    }
    return statement_ok(&row, ask->err);
}

bool query_phrase(struct phrase_detail *out, const struct query *query, const char *id, struct arena *arena,
                  struct err *err)
{
    struct ask ask = { query, arena, err };
    struct phrase_detail phrase = { 0 };
    struct answers answers = { 0 };
    if (!read_phrase(&phrase, &ask, id) || !ask_local_text(&phrase.local, &ask, "phrases", id, "text") ||
        !ask_text(&phrase.text, &ask, "phrases", id, "text") || !ask_text(&phrase.say, &ask, "phrases", id, "say") ||
        !read_answers(&answers, &ask, id))
        return false;
    phrase.answers = answers.at;
    phrase.answer_count = answers.count;
    *out = phrase;
    return true;
}
