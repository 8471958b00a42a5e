#include "content/ask.h"

#include "base/list.h"

bool ask_sources(struct source_list *out, const struct ask *ask, const char *table, const char *id)
{
    static const char sql[] = "SELECT url, max(date) FROM source WHERE record = ?1 || '/' || ?2 "
                              "GROUP BY url ORDER BY min(seq)";
    struct source_list list = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, table);
    statement_bind_text(&row, 2, id);
    while (statement_row(&row)) {
        struct source_row source = { statement_text(&row, 0, ask->arena),
                                     statement_text_or_empty(&row, 1, ask->arena) };
        if (source.url)
            *LIST_ADD(ask->arena, list) = source;
    }
    *out = list;
    return statement_ok(&row, ask->err);
}

bool ask_topic_exists(const struct ask *ask, const char *topic)
{
    static const char sql[] = "SELECT 1 FROM topic WHERE id = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, topic);
    if (statement_row(&row))
        return true;
    return statement_ok(&row, ask->err) &&
           err_set(ask->err, ERR_MISSING, "no topic '%s' in the pack", topic ? topic : "");
}

enum answer ask_answer(const struct statement *row, int column)
{
    if (statement_is_null(row, column))
        return ANSWER_UNKNOWN;
    return statement_int(row, column) != 0 ? ANSWER_YES : ANSWER_NO;
}

struct geo ask_geo(const struct statement *row, int latitude_column, int longitude_column)
{
    if (statement_is_null(row, latitude_column) || statement_is_null(row, longitude_column))
        return (struct geo){ 0 };
    struct geo place = { true, statement_real(row, latitude_column), statement_real(row, longitude_column) };
    place.known = place.latitude >= -90 && place.latitude <= 90 && place.longitude >= -180 && place.longitude <= 180;
    return place;
}
