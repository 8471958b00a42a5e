/* What the list of services and one service's screen read alike: its row, its places with their hours, its
 * facets. Internal to the queries. */
#ifndef MAISON_CONTENT_SERVICE_H
#define MAISON_CONTENT_SERVICE_H

#include "content/ask.h"
#include "content/closure.h"

/* The columns of `service` that both need; SERVICE_HEAD_COLUMNS must come first in the SELECT. */
#define SERVICE_HEAD_COLUMNS                                                                                           \
    "service.seq, service.id, service.status, service.no_papers, service.free, service.women_only, "                   \
    "service.step_free, service.children_welcome"
#define SERVICE_HEAD_COLUMN_COUNT 8

struct service_head {
    int64_t seq;
    const char *id;
    bool paused; /* HSDS status "temporarily closed": no place is open, whatever its hours say */
    enum answer facets[FACET_COUNT];
};

struct service_head service_head_read(const struct statement *row, struct arena *arena);

/* The same by the service's number; `id` is NULL when there is none. */
MUST_USE bool service_head(struct service_head *out, int64_t seq, const struct ask *ask);

/* The languages spoken there, and with them the facet of the visitor's language. */
struct code_list {
    const char **at;
    size_t count;
};
MUST_USE bool service_languages(struct code_list *out, struct service_head *head, const struct ask *ask);

/* One place of a service. */
struct site {
    int64_t seq;
    const char *id;    /* service_at_location.id; NULL for the service's own hours when it has no place */
    const char *place; /* locations.id */
    const char *name;
    const char *address;
    bool has_distance;
    double distance_m;
    enum geo_compass compass;
    struct hours hours;
    struct hours_state state;
    const char *const *schedule_ids; /* whose words belong to the hours */
    size_t schedule_id_count;
};

/* Never empty: a service by phone only has one site without a place. The open ones come first, then the
 * nearest. */
struct site_list {
    struct site *at;
    size_t count;
};
MUST_USE bool service_sites(struct site_list *out, const struct service_head *head, const struct ask *ask);

/* How one gets to a service whose best site that is, and whether it has a phone, its own or its organization's, as
 * query_service shows them. */
MUST_USE bool service_reach(enum service_reach *out, bool *has_phone, const struct site *site, const char *id,
                            const struct ask *ask);

/* Yes when a site is open; no only when all are known to be closed. A visit by appointment may be possible
 * now or not: not known. */
enum answer service_open_now(const struct site_list *sites);

/* The exceptions for all services, and those of one (NULL: of none), about today. */
MUST_USE bool service_closures(struct closure_list *out, const struct ask *ask, const char *service);

/* A clock that shows a day before the pack was made is wrong, and so would be everything that is read from it. */
bool service_clock_is_wrong(const struct query *query);

/* "fa" and "fas", "zh" and "zh-Hans" are one language to the person at the desk. */
bool service_same_language(const char *a, const char *b);

/* The hours at a place: its rows for this service, else the service's, else the place's. Not known while the clock
 * shows a day before the pack was made. */
MUST_USE bool site_hours(struct site *site, const struct service_head *head, const struct ask *ask);

#endif
