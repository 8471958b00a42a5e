/* Open and near among what was found equally well. */
#include "base/list.h"
#include "content/brief.h"
#include "content/search_parts.h"

#include <stdlib.h>

/* A document while it finds its place. */
struct place {
    struct ranked ranked;
    bool has_equal; /* only then do the others matter */
    bool is_closed;
    double distance_m; /* 0 for a page; behind all others when it is not known */
};

#define NOWHERE_M 1e9

/* The services among the equals, and which places they are. */
struct equals {
    struct place *places;
    struct service_seqs seqs;
    struct {
        size_t *at;
        size_t count;
    } of;        /* by seqs: the place */
    size_t next; /* of seqs, as the briefs come by */
};

/* What costs more than the last that is shown is not shown whatever its hours. */
static size_t reach_of(const struct ranked *ranked, size_t count, size_t limit)
{
    while (limit > 0 && count > limit && ranked[count - 1].cost > ranked[limit - 1].cost)
        count--;
    return count;
}

static bool has_equal(const struct ranked *ranked, size_t count, size_t at)
{
    return (at > 0 && ranked[at - 1].cost == ranked[at].cost) ||
           (at + 1 < count && ranked[at + 1].cost == ranked[at].cost);
}

static bool find_service(int64_t *out, const struct ask *ask, uint32_t doc)
{
    static const char sql[] = "SELECT service FROM search_doc WHERE rowid = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_int(&row, 1, doc);
    *out = statement_row(&row) ? statement_int(&row, 0) : 0;
    return statement_ok(&row, ask->err);
}

static int by_doc(const void *left, const void *right)
{
    const struct place *a = left;
    const struct place *b = right;
    return (a->ranked.doc > b->ranked.doc) - (a->ranked.doc < b->ranked.doc);
}

static int by_use(const void *left, const void *right)
{
    const struct place *a = left;
    const struct place *b = right;
    if (a->ranked.cost != b->ranked.cost)
        return a->ranked.cost < b->ranked.cost ? -1 : 1;
    if (a->is_closed != b->is_closed)
        return a->is_closed ? 1 : -1;
    if (a->distance_m < b->distance_m || a->distance_m > b->distance_m)
        return a->distance_m < b->distance_m ? -1 : 1;
    return by_doc(a, b);
}

static void take_brief(void *data, const struct brief *brief)
{
    struct equals *equals = data;
    while (equals->seqs.at[equals->next] != brief->seq)
        equals->next++;
    struct place *place = &equals->places[equals->of.at[equals->next++]];
    place->is_closed = !brief->is_open;
    place->distance_m = brief->has_distance ? brief->distance_m : NOWHERE_M;
}

/* Documents and services rise together: the briefs are asked for in their order. Where they don't, in a damaged pack, a
 * document stays behind the others. */
static bool add_equals(struct equals *equals, size_t count, const struct ask *ask)
{
    int64_t last = 0;
    for (size_t i = 0; i < count; i++) {
        struct place *place = &equals->places[i];
        int64_t seq = 0;
        if (!place->has_equal)
            continue;
        if (!find_service(&seq, ask, place->ranked.doc))
            return false;
        if (seq == 0)
            continue;
        place->is_closed = true;
        place->distance_m = NOWHERE_M;
        if (seq <= last)
            continue;
        *LIST_ADD(ask->arena, equals->seqs) = last = seq;
        *LIST_ADD(ask->arena, equals->of) = i;
    }
    return true;
}

bool search_order(struct ranked *ranked, size_t *count, size_t limit, const struct search *search)
{
    size_t within = reach_of(ranked, *count, limit);
    struct equals equals = { .places = ARENA_ARRAY(search->ask.arena, struct place, within) };
    for (size_t i = 0; i < within; i++)
        equals.places[i] = (struct place){ .ranked = ranked[i], .has_equal = has_equal(ranked, within, i) };
    if (within > 0)
        qsort(equals.places, within, sizeof(*equals.places), by_doc);
    if (!add_equals(&equals, within, &search->ask) ||
        (equals.seqs.count > 0 && !brief_read(&search->ask, &equals.seqs, false, take_brief, &equals)))
        return false;
    if (within > 0)
        qsort(equals.places, within, sizeof(*equals.places), by_use);
    *count = within < limit ? within : limit;
    for (size_t i = 0; i < *count; i++)
        ranked[i] = equals.places[i].ranked;
    return true;
}
