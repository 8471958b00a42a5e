#include "content/brief.h"
#include "content/service.h"

#include <stdlib.h>

/* A service on its way into the list, with what decides its place there. */
struct candidate {
    struct brief brief;
    unsigned unknown; /* wanted facets whose answer is not known */
};

/* The best so far: kept up to twice as many as are wanted, then sorted and cut, so that few of a large topic are ever
 * compared with more than the worst that is still wanted. */
struct best {
    struct candidate *at;
    size_t count;
    size_t wanted;
    bool is_cut; /* at[wanted - 1] was the worst of those that are wanted when they were last sorted */
};

/* All of a topic's briefs come by here. */
struct sieve {
    unsigned asked; /* a bit for each wanted facet */
    struct service_list *counts;
    struct best best;
};

static int by_use(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;
    if (a->unknown != b->unknown)
        return a->unknown < b->unknown ? -1 : 1;
    if (a->brief.is_open != b->brief.is_open)
        return a->brief.is_open ? -1 : 1;
    if (a->brief.has_distance != b->brief.has_distance)
        return a->brief.has_distance ? -1 : 1;
    if (a->brief.has_distance && a->brief.distance_m < b->brief.distance_m)
        return -1;
    if (a->brief.has_distance && a->brief.distance_m > b->brief.distance_m)
        return 1;
    if (a->brief.name != b->brief.name)
        return a->brief.name < b->brief.name ? -1 : 1;
    return (a->brief.seq > b->brief.seq) - (a->brief.seq < b->brief.seq);
}

static void best_cut(struct best *best)
{
    if (best->count > 0)
        qsort(best->at, best->count, sizeof(*best->at), by_use);
    if (best->count >= best->wanted) {
        best->count = best->wanted;
        best->is_cut = true;
    }
}

static void best_add(struct best *best, const struct candidate *one)
{
    if (best->wanted == 0 || (best->is_cut && by_use(one, &best->at[best->wanted - 1]) > 0))
        return;
    best->at[best->count++] = *one;
    if (best->count == 2 * best->wanted)
        best_cut(best);
}

static unsigned bits_of(const struct brief *brief, enum answer answer)
{
    unsigned bits = 0;
    for (unsigned facet = 0; facet < FACET_COUNT; facet++)
        bits |= (unsigned)(brief->facets[facet] == answer) << facet;
    return bits;
}

static void count_facets(struct sieve *sieve, unsigned no, unsigned unknown)
{
    for (unsigned facet = 0; facet < FACET_COUNT; facet++) {
        struct facet_count *count = &sieve->counts->facets[facet];
        unsigned asked = sieve->asked | 1u << facet;
        count->known += (unknown & 1u << facet) == 0;
        if ((no & asked) != 0)
            continue;
        count->yes += (unknown & asked) == 0;
        count->unknown += (unknown & asked) != 0;
    }
}

static void take_brief(void *data, const struct brief *brief)
{
    struct sieve *sieve = data;
    unsigned no = bits_of(brief, ANSWER_NO), unknown = bits_of(brief, ANSWER_UNKNOWN);
    sieve->counts->total++;
    count_facets(sieve, no, unknown);
    if ((no & sieve->asked) != 0)
        return;
    unsigned open_questions = 0;
    for (unsigned left = unknown & sieve->asked; left != 0; left &= left - 1)
        open_questions++;
    sieve->counts->found++;
    sieve->counts->yes += open_questions == 0;
    best_add(&sieve->best, &(struct candidate){ *brief, open_questions });
}

static bool add_texts(struct service_row *row, const struct ask *ask)
{
    return ask_text(&row->name, ask, "services", row->id, "name") &&
           ask_local_text(&row->local_name, ask, "services", row->id, "name") &&
           ask_text(&row->description, ask, "services", row->id, "description");
}

/* Places and schedules are only needed until their answer is known: they live in `scratch`. */
static bool read_row(struct service_row *out, struct service_head *head, const struct ask *ask, struct arena *scratch)
{
    struct ask aside = { ask->query, scratch, ask->err };
    struct site_list sites;
    struct code_list languages;
    if (!service_sites(&sites, head, &aside) || !service_languages(&languages, head, ask))
        return false;
    head->facets[FACET_OPEN_NOW] = service_open_now(&sites);
    const struct site *best = &sites.at[0];
    *out = (struct service_row){
        .id = head->id,
        .hours = best->state,
        .has_distance = best->has_distance,
        .distance_m = best->distance_m,
        .languages = languages.at,
        .language_count = languages.count,
    };
    for (size_t i = 0; i < FACET_COUNT; i++)
        out->facets[i] = head->facets[i];
    return add_texts(out, ask) && service_reach(&out->reach, &out->has_phone, best, head->id, ask);
}

static bool read_rows(struct service_list *out, const struct best *best, const struct ask *ask)
{
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    struct service_row *rows = ARENA_ARRAY(ask->arena, struct service_row, best->count);
    out->count = 0;
    for (size_t i = 0; i < best->count; i++) {
        struct service_head head = { 0 };
        if (!service_head(&head, best->at[i].brief.seq, ask))
            return false;
        if (!head.id)
            continue; /* damaged; the others are still of use */
        if (!read_row(&rows[out->count], &head, ask, &scratch))
            return false;
        out->count++;
        arena_reset(&scratch);
    }
    out->at = rows;
    return true;
}

bool query_services(struct service_list *out, const struct query *query, const char *topic,
                    const struct service_wish *wish, struct arena *arena, struct err *err)
{
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    struct ask ask = { query, arena, err }, aside = { query, &scratch, err };
    struct service_list list = { 0 };
    struct service_seqs services;
    struct sieve sieve = { .counts = &list };
    for (unsigned facet = 0; facet < FACET_COUNT; facet++)
        sieve.asked |= (unsigned)wish->wanted[facet] << facet;
    if (!ask_topic_exists(&ask, topic) || !brief_topic(&services, &aside, topic))
        return false;
    sieve.best.wanted = services.count < wish->limit ? services.count : wish->limit;
    sieve.best.at = ARENA_ARRAY(&scratch, struct candidate, 2 * sieve.best.wanted);
    if (!brief_read(&aside, &services, true, take_brief, &sieve))
        return false;
    best_cut(&sieve.best);
    if (!read_rows(&list, &sieve.best, &ask))
        return false;
    *out = list;
    return true;
}
