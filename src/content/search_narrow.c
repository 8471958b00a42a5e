/* A search among the services that answer yes to what is wanted. */
#include "base/list.h"
#include "content/brief.h"
#include "content/search_parts.h"

/* The services among what was found, and which documents they are. */
struct found {
    struct service_seqs seqs;
    struct {
        uint32_t *at;
        size_t count;
    } docs;
    size_t next; /* of docs, as the briefs come by */
    const bool *wanted;
    struct board *board;
};

/* What is no service is left out at once. */
static bool add_found(struct found *found, struct search *search)
{
    static const char sql[] = "SELECT rowid, service FROM search_doc ORDER BY rowid";
    struct arena *arena = search->ask.arena;
    CLEANUP(statement_end) struct statement row = statement_begin(search->ask.query->pack, sql);
    while (statement_row(&row)) {
        int64_t doc = statement_int(&row, 0), seq = statement_int(&row, 1);
        if (doc < 1 || doc > search->board.docs || search->board.sum[doc] == COST_NONE)
            continue;
        if (seq < 1) {
            board_drop(&search->board, (uint32_t)doc);
            continue;
        }
        *LIST_ADD(arena, found->seqs) = seq;
        *LIST_ADD(arena, found->docs) = (uint32_t)doc;
    }
    return statement_ok(&row, search->ask.err);
}

static void take_brief(void *data, const struct brief *brief)
{
    struct found *found = data;
    bool is_known = true, is_no = false;
    for (; found->seqs.at[found->next] != brief->seq; found->next++)
        board_drop(found->board, found->docs.at[found->next]); /* without a brief it is in no list */
    for (size_t facet = 0; facet < FACET_COUNT; facet++) {
        is_no = is_no || (found->wanted[facet] && brief->facets[facet] == ANSWER_NO);
        is_known = is_known && !(found->wanted[facet] && brief->facets[facet] == ANSWER_UNKNOWN);
    }
    if (is_no)
        board_drop(found->board, found->docs.at[found->next]);
    else if (!is_known)
        board_defer(found->board, found->docs.at[found->next]);
    found->next++;
}

bool search_narrow(struct search *search, const bool wanted[FACET_COUNT])
{
    struct found found = { .wanted = wanted, .board = &search->board };
    if (!add_found(&found, search) || !brief_read(&search->ask, &found.seqs, false, take_brief, &found))
        return false;
    for (; found.next < found.docs.count; found.next++)
        board_drop(&search->board, found.docs.at[found.next]);
    return true;
}
