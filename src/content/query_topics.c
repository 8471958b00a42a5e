#include "base/list.h"
#include "content/ask.h"

struct topics {
    struct topic_row *at;
    size_t count;
};

static struct topic_row read_topic(const struct statement *row, struct arena *arena)
{
    return (struct topic_row){
        .id = statement_text(row, 0, arena),
        .icon = statement_text_or_empty(row, 1, arena),
        .colour = (uint32_t)(statement_int(row, 2) & 0xffffff),
        .sensitive = statement_int(row, 3) != 0,
    };
}

static bool read_topics(struct topics *out, const struct ask *ask)
{
    static const char sql[] = "SELECT id, icon, colour, sensitive FROM topic ORDER BY seq, id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    while (statement_row(&row)) {
        struct topic_row topic = read_topic(&row, ask->arena);
        if (topic.id)
            *LIST_ADD(ask->arena, *out) = topic;
    }
    return statement_ok(&row, ask->err);
}

static bool add_texts(struct topic_row *topic, const struct ask *ask)
{
    return ask_text(&topic->name, ask, "topics", topic->id, "name") &&
           ask_text(&topic->summary, ask, "topics", topic->id, "summary");
}

bool query_topics(struct topic_list *out, const struct query *query, struct arena *arena, struct err *err)
{
    struct ask ask = { query, arena, err };
    struct topics topics = { 0 };
    if (!read_topics(&topics, &ask))
        return false;
    for (size_t i = 0; i < topics.count; i++) {
        if (!add_texts(&topics.at[i], &ask))
            return false;
    }
    *out = (struct topic_list){ topics.at, topics.count };
    return true;
}

bool query_topic(struct topic_row *out, const struct query *query, const char *topic, struct arena *arena,
                 struct err *err)
{
    static const char sql[] = "SELECT id, icon, colour, sensitive FROM topic WHERE id = ?1";
    struct ask ask = { query, arena, err };
    CLEANUP(statement_end) struct statement row = statement_begin(query->pack, sql);
    statement_bind_text(&row, 1, topic);
    struct topic_row found = { 0 };
    if (statement_row(&row))
        found = read_topic(&row, arena);
    if (!statement_ok(&row, err))
        return false;
    if (!found.id)
        return err_set(err, ERR_MISSING, "no topic '%s' in the pack", topic ? topic : "");
    if (!add_texts(&found, &ask))
        return false;
    *out = found;
    return true;
}
