/* What probably is there twice: a service of the same name that has the same organization, phone or address as another,
 * and a place of the same name and address. They are named, never merged. */
#include "publish/checks.h"
#include "publish/owners.h"
#include "text/fold.h"

#include <string.h>

struct twins {
    const struct source *source;
    struct findings *findings;
    struct fold *fold;
    struct map seen; /* what a record can be known by -> its row */
    bool *told;      /* by row of the table: one finding is enough */
};

static const char *folded(const struct twins *twins, const char *text)
{
    return fold_words(twins->fold, twins->source->arena, str_of(text), twins->source->manifest.source_language);
}

static const char *digits_of(const struct twins *twins, const char *number)
{
    char *digits = arena_strdup(twins->source->arena, number);
    size_t count = 0;
    for (const char *at = number; *at; at++) {
        if (*at >= '0' && *at <= '9')
            digits[count++] = *at;
    }
    digits[count] = '\0';
    return digits;
}

/* `mark` tells what `value` is, so that a phone number is never taken for an address. */
static void know(struct twins *twins, enum table_id id, size_t at, const char *mark, const char *value,
                 const char *what)
{
    const struct table *table = &twins->source->tables[id];
    const struct row *row = &table->rows[at];
    const char *name = folded(twins, row_get(table, row, "name"));
    size_t other;
    if (!name[0] || !value[0] || !row->shown)
        return;
    const char *key = arena_printf(twins->source->arena, "%s\n%s\n%s", name, mark, value);
    if (map_add(&twins->seen, twins->source->arena, key, at) || !map_get(&twins->seen, key, &other) || other == at ||
        twins->told[at])
        return;
    twins->told[at] = true;
    finding_add(twins->findings, RULE_LIKELY_DUPLICATE, row_spot(table, row, "name"),
                "row %ld has the same name and the same %s: %s", table->rows[other].number, what,
                row_get(table, row, "name"));
}

static const char *address_of(const struct twins *twins, const struct row *row)
{
    const struct table *addresses = &twins->source->tables[TABLE_ADDRESSES];
    return folded(twins, arena_printf(twins->source->arena, "%s %s %s", row_get(addresses, row, "address_1"),
                                      row_get(addresses, row, "postal_code"), row_get(addresses, row, "city")));
}

static void know_organizations(struct twins *twins)
{
    const struct table *services = &twins->source->tables[TABLE_SERVICES];
    for (size_t i = 0; i < services->count; i++)
        know(twins, TABLE_SERVICES, i, "organization", row_get(services, &services->rows[i], "organization_id"),
             "organization");
}

static void know_phones(struct twins *twins)
{
    const struct table *phones = &twins->source->tables[TABLE_PHONES];
    for (size_t i = 0; i < phones->count; i++) {
        const struct row *row = &phones->rows[i];
        size_t service;
        if (row->shown &&
            map_get(&twins->source->tables[TABLE_SERVICES].ids, row_get(phones, row, "service_id"), &service))
            know(twins, TABLE_SERVICES, service, "phone", digits_of(twins, row_get(phones, row, "number")),
                 "phone number");
    }
}

/* The address of each place, by its row. */
static const char **addresses_by_place(const struct twins *twins)
{
    const struct table *addresses = &twins->source->tables[TABLE_ADDRESSES];
    const struct table *locations = &twins->source->tables[TABLE_LOCATIONS];
    const char **of = ARENA_ARRAY(twins->source->arena, const char *, locations->count);
    for (size_t i = 0; i < addresses->count; i++) {
        size_t place;
        if (map_get(&locations->ids, row_get(addresses, &addresses->rows[i], "location_id"), &place))
            of[place] = address_of(twins, &addresses->rows[i]);
    }
    return of;
}

static void know_addresses(struct twins *twins, const char *const *address_at)
{
    const struct table *links = &twins->source->tables[TABLE_SERVICE_AT_LOCATION];
    for (size_t i = 0; i < links->count; i++) {
        size_t service;
        size_t place;
        if (map_get(&twins->source->tables[TABLE_SERVICES].ids, row_get(links, &links->rows[i], "service_id"),
                    &service) &&
            map_get(&twins->source->tables[TABLE_LOCATIONS].ids, row_get(links, &links->rows[i], "location_id"),
                    &place) &&
            address_at[place])
            know(twins, TABLE_SERVICES, service, "address", address_at[place], "address");
    }
}

static void restart(struct twins *twins, enum table_id id)
{
    twins->seen = (struct map){ 0 };
    twins->told = ARENA_ARRAY(twins->source->arena, bool, twins->source->tables[id].count);
}

void check_twins(const struct source *source, struct findings *findings)
{
    CLEANUP(fold_closep) struct fold *fold = NULL;
    if (!fold_open(&fold, NULL))
        return; /* ICU without its data: whatever is searched will say so */
    struct twins twins = { .source = source, .findings = findings, .fold = fold };
    const char **address_at = addresses_by_place(&twins);
    restart(&twins, TABLE_SERVICES);
    know_organizations(&twins);
    know_phones(&twins);
    know_addresses(&twins, address_at);
    restart(&twins, TABLE_LOCATIONS);
    for (size_t i = 0; i < source->tables[TABLE_LOCATIONS].count; i++)
        know(&twins, TABLE_LOCATIONS, i, "address", address_at[i] ? address_at[i] : "", "address");
}
