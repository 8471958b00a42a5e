#include "content/service.h"

#include "base/list.h"

#include <string.h>
#include <strings.h>
#include <unicode/uloc.h>

struct service_head service_head_read(const struct statement *row, struct arena *arena)
{
    static const enum facet columns[] = { FACET_NO_PAPERS, FACET_FREE, FACET_WOMEN_ONLY, FACET_STEP_FREE,
                                          FACET_CHILDREN_WELCOME };
    struct service_head head = {
        .seq = statement_int(row, 0),
        .id = statement_text(row, 1, arena),
        .paused = statement_text_is(row, 2, "temporarily closed"),
    };
    for (size_t i = 0; i < COUNT(columns); i++)
        head.facets[columns[i]] = ask_answer(row, (int)i + 3);
    return head;
}

bool service_head(struct service_head *out, int64_t seq, const struct ask *ask)
{
    static const char sql[] = "SELECT " SERVICE_HEAD_COLUMNS " FROM service WHERE seq = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    *out = (struct service_head){ 0 };
    statement_bind_int(&row, 1, seq);
    if (statement_row(&row))
        *out = service_head_read(&row, ask->arena);
    return statement_ok(&row, ask->err);
}

bool service_same_language(const char *a, const char *b)
{
    size_t length = strcspn(a, "-_");
    if (length == strcspn(b, "-_") && strncasecmp(a, b, length) == 0)
        return true;
    const char *code = uloc_getISO3Language(a);
    return code[0] && strcmp(code, uloc_getISO3Language(b)) == 0;
}

bool service_languages(struct code_list *out, struct service_head *head, const struct ask *ask)
{
    static const char sql[] = "SELECT code FROM service_language WHERE service = ?1 ORDER BY code";
    const char *wanted = ask->query->lang ? ask->query->lang : "";
    struct code_list list = { 0 };
    bool spoken = false;
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_int(&row, 1, head->seq);
    while (statement_row(&row)) {
        const char *code = statement_text(&row, 0, ask->arena);
        if (!code)
            continue;
        *LIST_ADD(ask->arena, list) = code;
        spoken = spoken || service_same_language(code, wanted);
    }
    if (list.count > 0)
        head->facets[FACET_MY_LANGUAGE] = spoken ? ANSWER_YES : ANSWER_NO;
    *out = list;
    return statement_ok(&row, ask->err);
}

enum answer service_open_now(const struct site_list *sites)
{
    enum answer answer = ANSWER_NO;
    for (size_t i = 0; i < sites->count; i++) {
        enum hours_kind kind = sites->at[i].state.kind;
        if (kind == HOURS_OPEN)
            return ANSWER_YES;
        if (kind != HOURS_CLOSED)
            answer = ANSWER_UNKNOWN;
    }
    return answer;
}

bool service_reach(enum service_reach *out, bool *has_phone, const struct site *site, const char *id,
                   const struct ask *ask)
{
    static const char sql[] =
        "SELECT EXISTS (SELECT 1 FROM phone WHERE owner IN ('services/' || service.id, 'organizations/' || "
        "organization_id)), url IS NOT NULL OR email IS NOT NULL FROM service WHERE id = ?1";
    bool has_site = false;
    *has_phone = false;
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, id);
    if (statement_row(&row)) {
        *has_phone = statement_int(&row, 0) != 0;
        has_site = statement_int(&row, 1) != 0;
    }
    *out = site->id ? REACH_PLACE : *has_phone ? REACH_PHONE : has_site ? REACH_ONLINE : REACH_UNKNOWN;
    return statement_ok(&row, ask->err);
}
