#include "base/list.h"
#include "content/service.h"

#include <stdlib.h>

struct heads {
    struct service_head *at;
    size_t count;
};

/* What is defunct stays out of lists, though a link may still lead to it. */
static bool read_heads(struct heads *out, const struct ask *ask, const char *topic)
{
    static const char sql[] = "SELECT " SERVICE_HEAD_COLUMNS " "
                              "FROM service_topic JOIN service ON service.seq = service_topic.service "
                              "WHERE service_topic.topic = ?1 AND service.status NOT IN ('inactive', 'defunct') "
                              "ORDER BY service.seq";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, topic);
    while (statement_row(&row)) {
        struct service_head head = service_head_read(&row, ask->arena);
        if (head.id)
            *LIST_ADD(ask->arena, *out) = head;
    }
    return statement_ok(&row, ask->err);
}

/* A row on its way into the list, with what decides its place there. */
struct candidate {
    struct service_row row;
    int64_t seq;
    size_t unknown; /* wanted facets whose answer is not known */
};

struct candidates {
    struct candidate *at;
    size_t count;
};

/* Places and schedules are only needed until their answer is known: they live in `scratch`. */
static bool read_candidate(struct candidate *out, struct service_head *head, const struct ask *ask,
                           struct arena *scratch)
{
    struct ask aside = { ask->query, scratch, ask->err };
    struct site_list sites;
    struct code_list languages;
    if (!service_sites(&sites, head, &aside) || !service_languages(&languages, head, ask))
        return false;
    head->facets[FACET_OPEN_NOW] = service_open_now(&sites);
    const struct site *best = &sites.at[0];
    out->seq = head->seq;
    out->row = (struct service_row){
        .id = head->id,
        .hours = best->state,
        .has_place = best->id != NULL,
        .has_distance = best->has_distance,
        .distance_m = best->distance_m,
        .languages = languages.at,
        .language_count = languages.count,
    };
    for (size_t i = 0; i < FACET_COUNT; i++)
        out->row.facets[i] = head->facets[i];
    return true;
}

/* False when an answer is no; counts those that aren't known. */
static bool fits(struct candidate *candidate, const bool wanted[FACET_COUNT])
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        if (!wanted[i])
            continue;
        if (candidate->row.facets[i] == ANSWER_NO)
            return false;
        if (candidate->row.facets[i] == ANSWER_UNKNOWN)
            candidate->unknown++;
    }
    return true;
}

static int by_use(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;
    bool a_open = a->row.hours.kind == HOURS_OPEN;
    bool b_open = b->row.hours.kind == HOURS_OPEN;
    if (a->unknown != b->unknown)
        return a->unknown < b->unknown ? -1 : 1;
    if (a_open != b_open)
        return a_open ? -1 : 1;
    if (a->row.has_distance != b->row.has_distance)
        return a->row.has_distance ? -1 : 1;
    if (a->row.has_distance && a->row.distance_m < b->row.distance_m)
        return -1;
    if (a->row.has_distance && a->row.distance_m > b->row.distance_m)
        return 1;
    return (a->seq > b->seq) - (a->seq < b->seq);
}

/* By its own phone or its organization's, as query_service shows them. */
static bool add_phone(struct service_row *row, const struct ask *ask)
{
    static const char sql[] =
        "SELECT EXISTS (SELECT 1 FROM service JOIN phone ON phone.owner IN ('services/' || service.id, "
        "'organizations/' || service.organization_id) WHERE service.id = ?1)";
    CLEANUP(statement_end) struct statement answer = statement_begin(ask->query->pack, sql);
    statement_bind_text(&answer, 1, row->id);
    while (statement_row(&answer))
        row->has_phone = statement_int(&answer, 0) != 0;
    return statement_ok(&answer, ask->err);
}

static bool add_texts(struct service_row *row, const struct ask *ask)
{
    return ask_text(&row->name, ask, "services", row->id, "name") &&
           ask_local_text(&row->local_name, ask, "services", row->id, "name") &&
           ask_text(&row->description, ask, "services", row->id, "description");
}

bool query_services(struct service_list *out, const struct query *query, const char *topic,
                    const bool wanted[FACET_COUNT], struct arena *arena, struct err *err)
{
    struct ask ask = { query, arena, err };
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    struct heads heads = { 0 };
    struct candidates found = { 0 };
    if (!ask_topic_exists(&ask, topic) || !read_heads(&heads, &ask, topic))
        return false;
    for (size_t i = 0; i < heads.count; i++) {
        struct candidate candidate = { 0 };
        if (!read_candidate(&candidate, &heads.at[i], &ask, &scratch))
            return false;
        arena_reset(&scratch);
        if (fits(&candidate, wanted))
            *LIST_ADD(arena, found) = candidate;
    }
    if (found.count > 0)
        qsort(found.at, found.count, sizeof(*found.at), by_use);
    struct service_row *rows = ARENA_ARRAY(arena, struct service_row, found.count);
    for (size_t i = 0; i < found.count; i++) {
        rows[i] = found.at[i].row;
        if (!add_texts(&rows[i], &ask) || !add_phone(&rows[i], &ask))
            return false;
    }
    *out = (struct service_list){ rows, found.count, heads.count };
    return true;
}
