/* What puts a service in its place in a list, and lets filters take it or leave it, in a few bytes: its brief.
 * Thousands of them are compared before the few that are shown are read.
 *
 * Briefs stand in blocks (service_brief.briefs), those of the services with seq BRIEF_BLOCK * n to BRIEF_BLOCK * n +
 * BRIEF_BLOCK - 1 in block n, each behind its length (0: no such service, or one that is in no list). A brief is two
 * bytes, the lower first: two bits for the answer to each facet of the service itself (at 2 * facet), bit 14 when it is
 * temporarily closed, bit 15 when it is known what is spoken there; then in that case a varint with a bit for each of
 * the pack's languages that is; then for each of its places a varint, two times its timetable (0: nothing is known) and
 * 1 more when it is known where it lies, and then latitude and longitude as two 32-bit numbers of millionths of a
 * degree, the lowest byte first.
 *
 * The names of the services of block n in the order of a language (name_order.ranks) are 3 bytes for each, the lowest
 * first; equal names have equal numbers. The services of a topic (topic_services.services) are the distances from one
 * seq to the next, as varints. */
#ifndef MAISON_CONTENT_BRIEF_H
#define MAISON_CONTENT_BRIEF_H

#include "content/ask.h"

#define BRIEF_BLOCK 256
#define BRIEF_PAUSED 0x4000u
#define BRIEF_SPEAKS 0x8000u
#define BRIEF_RANK_BYTES 3
#define BRIEF_DEGREE 1e6

struct brief {
    int64_t seq;
    enum answer facets[FACET_COUNT];
    bool is_open;
    bool has_distance;
    double distance_m; /* to the nearest of its places that is open, else to the nearest */
    uint32_t name;     /* its place in the order of names; 0 where that was not asked for */
};

struct service_seqs {
    int64_t *at; /* ascending */
    size_t count;
};

/* The services that a topic lists. */
MUST_USE bool brief_topic(struct service_seqs *out, const struct ask *ask, const char *topic);

/* Tells the brief of each of the services that has one, in their order. `visit` must not ask the pack. */
typedef void brief_visit(void *data, const struct brief *brief);
MUST_USE bool brief_read(const struct ask *ask, const struct service_seqs *services, bool with_names,
                         brief_visit *visit, void *data);

#endif
