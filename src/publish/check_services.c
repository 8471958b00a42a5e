/* Whether people can find a service, know when it is open, and reach it. */
#include "publish/checks.h"
#include "publish/owners.h"
#include "publish/terms.h"

#include <string.h>

enum { HAS_TOPIC = 1, HAS_HOURS = 2, HAS_CONTACT = 4 };

struct reach {
    const struct source *source;
    struct map schedules; /* owners that have one */
    struct map phones;
    unsigned *has; /* by row of services.csv */
};

static void collect_owners(struct map *out, const struct source *source, enum table_id id)
{
    const struct table *table = &source->tables[id];
    for (size_t i = 0; i < table->count; i++) {
        if (table->rows[i].shown && table->rows[i].owner)
            map_add(out, source->arena, table->rows[i].owner, i);
    }
}

static void note_owner(struct reach *reach, size_t service, const char *table, const char *id)
{
    const char *owner = arena_printf(reach->source->arena, "%s/%s", table, id);
    size_t at;
    if (map_get(&reach->schedules, owner, &at))
        reach->has[service] |= HAS_HOURS;
    if (map_get(&reach->phones, owner, &at))
        reach->has[service] |= HAS_CONTACT;
}

static void note_places(struct reach *reach)
{
    const struct table *links = &reach->source->tables[TABLE_SERVICE_AT_LOCATION];
    for (size_t i = 0; i < links->count; i++) {
        const struct row *row = &links->rows[i];
        size_t service;
        if (!map_get(&reach->source->tables[TABLE_SERVICES].ids, row_get(links, row, "service_id"), &service))
            continue;
        reach->has[service] |= HAS_CONTACT;
        note_owner(reach, service, "service_at_location", row_get(links, row, "id"));
        note_owner(reach, service, "locations", row_get(links, row, "location_id"));
    }
}

static void note_topics(struct reach *reach)
{
    struct terms terms;
    terms_resolve(&terms, reach->source);
    for (size_t i = 0; i < terms.link_count; i++)
        reach->has[terms.links[i].service] |= HAS_TOPIC;
}

static const struct need {
    unsigned bit;
    enum rule rule;
    const char *message;
    enum table_id told_by[3];
} needs[] = {
    { HAS_TOPIC,
      RULE_NO_TOPIC,
      "the service belongs to no topic",
      { TABLE_TOPICS, TABLE_ATTRIBUTES, TABLE_TAXONOMY_TERMS } },
    { HAS_HOURS,
      RULE_NO_HOURS,
      "nothing says when the service is open",
      { TABLE_SCHEDULES, TABLE_SERVICE_AT_LOCATION, TABLE_LOCATIONS } },
    { HAS_CONTACT,
      RULE_NO_PHONE_AND_NO_ADDRESS,
      "the service has neither a phone number nor a place",
      { TABLE_PHONES, TABLE_SERVICE_AT_LOCATION, TABLE_LOCATIONS } },
};

/* What a table that can't be read would have told is no fault of the service. */
static bool can_be_told(const struct source *source, const struct need *need)
{
    for (size_t i = 0; i < COUNT(need->told_by); i++) {
        if (source->tables[need->told_by[i]].unread)
            return false;
    }
    return true;
}

static void check_service(struct reach *reach, struct findings *findings, size_t at)
{
    const struct table *services = &reach->source->tables[TABLE_SERVICES];
    const struct row *row = &services->rows[at];
    note_owner(reach, at, "services", row_get(services, row, "id"));
    note_owner(reach, at, "organizations", row_get(services, row, "organization_id"));
    bool named = row_get(services, row, "id")[0] != '\0';
    for (size_t i = 0; i < COUNT(needs); i++) {
        if (named && !(reach->has[at] & needs[i].bit) && can_be_told(reach->source, &needs[i]))
            finding_add(findings, needs[i].rule, row_spot(services, row, "id"), "%s: %s", needs[i].message,
                        row_get(services, row, "name"));
    }
    struct spot assured = row_spot(services, row, "assured_date");
    check_day(reach->source, findings, assured, row_get(services, row, "assured_date"));
    if (!row_get(services, row, "assured_date")[0])
        finding_add(findings, RULE_NOT_ASSURED, assured, "nobody has noted when the service was checked: %s",
                    row_get(services, row, "name"));
}

static void check_positions(const struct source *source, struct findings *findings)
{
    const struct table *locations = &source->tables[TABLE_LOCATIONS];
    for (size_t i = 0; i < locations->count; i++) {
        const struct row *row = &locations->rows[i];
        bool placed = row_get(locations, row, "latitude")[0] && row_get(locations, row, "longitude")[0];
        if (location_is_place(locations, row) && !placed)
            finding_add(findings, RULE_NO_COORDINATES, row_spot(locations, row, "latitude"),
                        "the place is not on the map: %s", row_get(locations, row, "name"));
    }
}

void check_services(const struct source *source, struct findings *findings)
{
    const struct table *services = &source->tables[TABLE_SERVICES];
    struct reach reach = { .source = source, .has = ARENA_ARRAY(source->arena, unsigned, services->count) };
    collect_owners(&reach.schedules, source, TABLE_SCHEDULES);
    collect_owners(&reach.phones, source, TABLE_PHONES);
    note_places(&reach);
    note_topics(&reach);
    for (size_t i = 0; i < services->count; i++) {
        if (services->rows[i].shown)
            check_service(&reach, findings, i);
    }
    check_positions(source, findings);
}
