#include "base/list.h"
#include "content/ask.h"

struct notices {
    struct notice_row *at;
    size_t count;
};

/* Dates of that form sort like text. */
static const char *today(const struct ask *ask)
{
    struct civil now = ask->query->now;
    return arena_printf(ask->arena, "%04d-%02d-%02d", now.year, now.month, now.day);
}

/* A notice without a title in any language has nothing to show and is left out. */
static bool read_notices(struct notices *out, const struct ask *ask, const char *topic)
{
    static const char sql[] =
        "SELECT id, severity, end, (SELECT topic.id FROM notice_topic JOIN topic ON topic.id = notice_topic.topic "
        "WHERE notice_topic.notice = notice.id ORDER BY topic.seq LIMIT 1) "
        "FROM notice WHERE start <= ?1 AND end >= ?1 "
        "AND (NOT EXISTS (SELECT 1 FROM notice_language WHERE notice = notice.id) "
        "OR EXISTS (SELECT 1 FROM notice_language WHERE notice = notice.id AND lang = ?2)) "
        "AND (?3 IS NULL OR EXISTS (SELECT 1 FROM notice_topic WHERE notice = notice.id AND topic = ?3)) "
        "ORDER BY severity DESC, seq, id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, today(ask));
    statement_bind_text(&row, 2, ask->query->lang);
    statement_bind_text(&row, 3, topic);
    while (statement_row(&row)) {
        int64_t severity = statement_int(&row, 1);
        struct notice_row notice = {
            .id = statement_text(&row, 0, ask->arena),
            .end = statement_text_or_empty(&row, 2, ask->arena),
            .topic = statement_text(&row, 3, ask->arena),
        };
        if (!notice.id || severity < 0 || severity >= NOTICE_SEVERITY_COUNT)
            continue;
        notice.severity = (enum notice_severity)severity;
        if (!ask_text(&notice.title, ask, "notices", notice.id, "title") ||
            !ask_text(&notice.body, ask, "notices", notice.id, "body"))
            return false;
        if (notice.title.text)
            *LIST_ADD(ask->arena, *out) = notice;
    }
    return statement_ok(&row, ask->err);
}

bool query_notices(struct notice_list *out, const struct query *query, const char *topic, struct arena *arena,
                   struct err *err)
{
    struct ask ask = { query, arena, err };
    struct notices notices = { 0 };
    if ((topic && !ask_topic_exists(&ask, topic)) || !read_notices(&notices, &ask, topic))
        return false;
    *out = (struct notice_list){ notices.at, notices.count };
    return true;
}
