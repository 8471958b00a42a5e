#include "base/list.h"
#include "content/search_parts.h"
#include "content/service.h"
#include "content/service_parts.h"

#include <string.h>

#define KIND_PAGE 2

/* `service` is its number; 0 for a page. */
static bool read_hit(struct search_hit *hit, int64_t *service, const struct ask *ask, uint32_t doc)
{
    static const char sql[] = "SELECT doc.kind, doc.id, doc.topic, topic.icon, topic.colour, doc.service "
                              "FROM search_doc AS doc LEFT JOIN topic ON topic.id = doc.topic WHERE doc.rowid = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_int(&row, 1, doc);
    if (statement_row(&row)) {
        hit->is_page = statement_int(&row, 0) == KIND_PAGE;
        hit->id = statement_text(&row, 1, ask->arena);
        hit->topic = statement_text_or_empty(&row, 2, ask->arena);
        hit->topic_icon = statement_text_or_empty(&row, 3, ask->arena);
        hit->topic_colour = (uint32_t)(statement_int(&row, 4) & 0xffffff);
        *service = statement_int(&row, 5);
    }
    return statement_ok(&row, ask->err);
}

/* Places and schedules are only needed until their answer is known: they live in `scratch`. */
static bool add_hours(struct search_hit *hit, int64_t service, const struct ask *ask, struct arena *scratch)
{
    struct ask aside = { ask->query, scratch, ask->err };
    struct service_head head = { 0 };
    struct site_list sites;
    if (!service_head(&head, service, &aside) || !service_sites(&sites, &head, &aside))
        return false;
    hit->has_hours = true;
    hit->hours = sites.at[0].state;
    hit->has_distance = sites.at[0].has_distance;
    hit->distance_m = sites.at[0].distance_m;
    bool has_phone;
    return service_reach(&hit->reach, &has_phone, &sites.at[0], hit->id, ask);
}

static bool add_names(struct search_hit *hit, const struct ask *ask)
{
    const char *table = hit->is_page ? "guide" : "services";
    const char *field = hit->is_page ? "title" : "name";
    return ask_text(&hit->name, ask, table, hit->id, field) &&
           ask_local_text(&hit->local_name, ask, table, hit->id, field);
}

static void tick_words(bool ticks[static SEARCH_BYTES_MAX], struct str typed, struct str text)
{
    struct str rest = typed;
    for (size_t i = 0; rest.len > 0; i++)
        ticks[i] = str_contains(text, str_cut(rest, ' ', &rest)) || ticks[i];
}

/* The typed words as they stand, in the hit's own texts. */
static bool is_exact(bool *out, const struct search_hit *hit, const struct search *search, struct arena *scratch)
{
    static const char sql[] = "SELECT value FROM text WHERE owner = ?1 AND lang IN (?2, ?3)";
    const struct query *query = search->ask.query;
    bool ticks[SEARCH_BYTES_MAX] = { false };
    struct str typed = str_of(search->typed);
    CLEANUP(statement_end) struct statement row = statement_begin(query->pack, sql);
    statement_bind_text(&row, 1, arena_printf(scratch, "%s/%s", hit->is_page ? "guide" : "services", hit->id));
    statement_bind_text(&row, 2, query->lang);
    statement_bind_text(&row, 3, pack_meta(query->pack, "source_language"));
    while (statement_row(&row))
        tick_words(ticks, typed, statement_bytes(&row, 0));
    *out = true;
    struct str rest = typed;
    for (size_t i = 0; rest.len > 0; i++) {
        if (str_cut(rest, ' ', &rest).len > 0 && !ticks[i])
            *out = false;
    }
    return statement_ok(&row, search->ask.err);
}

/* How the document answers the word that it answers worst. */
static enum search_match match_of(const struct search *search, uint32_t doc)
{
    static const enum search_match matches[] = {
        [CLOSE_SAME] = SEARCH_FOLDED, [CLOSE_LATIN] = SEARCH_LATIN, [CLOSE_SOUND] = SEARCH_SOUND
    };
    enum search_match worst = SEARCH_FOLDED;
    for (size_t i = 0; i < search->word_count; i++) {
        struct find find = board_find(search->board.words[i][doc]);
        enum search_match match = find.part == POSTING_TOPIC    ? SEARCH_SYNONYM
                                  : find.closeness < CLOSE_SLIP ? matches[find.closeness]
                                                                : SEARCH_SLIP;
        worst = match > worst ? match : worst;
    }
    return worst;
}

static bool add_match(struct search_hit *hit, const struct search *search, uint32_t doc, struct arena *scratch)
{
    bool exact = false;
    hit->matched = match_of(search, doc);
    if (hit->matched == SEARCH_FOLDED && !is_exact(&exact, hit, search, scratch))
        return false;
    if (exact)
        hit->matched = SEARCH_EXACT;
    return true;
}

static bool add_topics(struct search_hit *hit, int64_t service, const struct ask *ask)
{
    static const char sql[] = "SELECT topic.id FROM topic CROSS JOIN service_topic ON service_topic.topic = topic.id "
                              "WHERE service_topic.service = ?1 ORDER BY topic.seq, topic.id";
    struct code_list topics = { 0 };
    if (hit->is_page) {
        if (hit->topic[0])
            *LIST_ADD(ask->arena, topics) = hit->topic;
    } else {
        CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
        statement_bind_int(&row, 1, service);
        while (statement_row(&row))
            *LIST_ADD(ask->arena, topics) = statement_text_or_empty(&row, 0, ask->arena);
        if (!statement_ok(&row, ask->err))
            return false;
    }
    hit->topics = topics.at;
    hit->topic_count = topics.count;
    return true;
}

static bool fill_hit(struct search_hit *hit, int64_t service, const struct search *search, struct arena *arena,
                     struct arena *scratch)
{
    struct ask ask = { search->ask.query, arena, search->ask.err };
    return add_names(hit, &ask) && add_topics(hit, service, &ask) &&
           (hit->is_page || add_hours(hit, service, &ask, scratch));
}

static bool fill_match(struct search_hit *hit, const struct search *search, uint32_t doc, struct arena *arena,
                       struct arena *scratch)
{
    return add_match(hit, search, doc, scratch) && search_marks(&hit->name_marks, search, hit->name, arena) &&
           (hit->name_marks.count > 0 || search_marks(&hit->local_marks, search, hit->local_name, arena));
}

bool search_hits(struct hits *out, const struct search *search, const struct ranked *ranked, size_t count,
                 struct arena *arena)
{
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    struct ask ask = { search->ask.query, arena, search->ask.err };
    for (size_t i = 0; i < count; i++) {
        struct search_hit hit = { 0 };
        int64_t service = 0;
        if (!read_hit(&hit, &service, &ask, ranked[i].doc))
            return false;
        if (!hit.id)
            continue; /* damaged; the others are still of use */
        if (!fill_hit(&hit, service, search, arena, &scratch) ||
            !fill_match(&hit, search, ranked[i].doc, arena, &scratch))
            return false;
        *LIST_ADD(arena, *out) = hit;
        arena_reset(&scratch);
    }
    return true;
}
