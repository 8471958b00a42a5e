/* Places with their addresses, and opening hours. */
#include "publish/build_parts.h"
#include "publish/insert.h"
#include "publish/owners.h"
#include "publish/schedule.h"

#include <string.h>
#include <strings.h>

/* Where the postal code stands behind the city, not before it. */
static const struct city_line {
    const char *country;
    bool with_state;
} code_last[] = {
    { "AU", true }, { "CA", true }, { "GB", false }, { "IE", false }, { "IN", false }, { "NZ", false }, { "US", true },
};

static const char *city_line(const struct table *addresses, const struct row *row, struct arena *arena)
{
    const char *code = row_get(addresses, row, "postal_code");
    const char *city = row_get(addresses, row, "city");
    for (size_t i = 0; i < COUNT(code_last); i++) {
        if (strcasecmp(code_last[i].country, row_get(addresses, row, "country")) != 0)
            continue;
        const char *state = code_last[i].with_state ? row_get(addresses, row, "state_province") : "";
        return arena_printf(arena, "%s%s%s%s%s", city, state[0] ? " " : "", state, code[0] ? " " : "", code);
    }
    return arena_printf(arena, "%s%s%s", code, code[0] ? " " : "", city);
}

static const char *address_text(const struct table *addresses, const struct row *row, struct arena *arena)
{
    const char *second = row_get(addresses, row, "address_2");
    return arena_printf(arena, "%s%s%s\n%s", row_get(addresses, row, "address_1"), second[0] ? "\n" : "", second,
                        city_line(addresses, row, arena));
}

/* The rows of addresses.csv by location: where one goes rather than where one writes to. */
static void index_addresses(struct map *out, const struct source *source)
{
    const struct table *addresses = &source->tables[TABLE_ADDRESSES];
    for (int postal = 0; postal <= 1; postal++) {
        for (size_t i = 0; i < addresses->count; i++) {
            const struct row *row = &addresses->rows[i];
            if (row->shown && (strcmp(row_get(addresses, row, "address_type"), "postal") == 0) == postal)
                map_add(out, source->arena, row_get(addresses, row, "location_id"), i);
        }
    }
}

static const char *address_of(const struct source *source, const struct map *by_location, const char *location)
{
    const struct table *addresses = &source->tables[TABLE_ADDRESSES];
    size_t at;
    if (!map_get(by_location, location, &at))
        return NULL;
    return address_text(addresses, &addresses->rows[at], source->arena);
}

bool build_places(const struct build *build, struct err *err)
{
    const struct table *locations = &build->source->tables[TABLE_LOCATIONS];
    struct map addresses = { 0 };
    index_addresses(&addresses, build->source);
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO place (id, name, address, latitude, longitude) "
                                                 "VALUES (?, ?, ?, ?, ?)");
    for (size_t i = 0; i < locations->count; i++) {
        const struct row *row = &locations->rows[i];
        if (!location_is_place(locations, row))
            continue;
        insert_text(&rows, row_get(locations, row, "id"));
        insert_text(&rows, row_get(locations, row, "name"));
        insert_text(&rows, address_of(build->source, &addresses, row_get(locations, row, "id")));
        insert_real_cell(&rows, row_get(locations, row, "latitude"));
        insert_real_cell(&rows, row_get(locations, row, "longitude"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_service_places(const struct build *build, struct err *err)
{
    const struct table *links = &build->source->tables[TABLE_SERVICE_AT_LOCATION];
    const struct table *locations = &build->source->tables[TABLE_LOCATIONS];
    struct build_counter counter = { 0 };
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT INTO service_place (service, seq, id, place) VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < links->count; i++) {
        const struct row *row = &links->rows[i];
        const char *service = row_get(links, row, "service_id");
        const struct row *location = table_find(locations, row_get(links, row, "location_id"));
        if (!row->shown || !location || !location_is_place(locations, location))
            continue;
        insert_int(&rows, build_seq_of(build, service));
        insert_int(&rows, build_count(&counter, build->source->arena, service));
        insert_text(&rows, row_get(links, row, "id"));
        insert_text(&rows, row_get(locations, location, "id"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

static void insert_given(struct insert *rows, int64_t value, int64_t absent)
{
    if (value == absent)
        insert_null(rows);
    else
        insert_int(rows, value);
}

static void insert_schedule(struct insert *rows, const struct table *schedules, const struct row *row)
{
    struct schedule schedule = schedule_of(schedules, row);
    insert_text(rows, row_get(schedules, row, "id"));
    insert_text(rows, schedule.freq);
    insert_given(rows, schedule.interval, -1);
    insert_text(rows, schedule.byday);
    insert_text(rows, schedule.bymonthday);
    insert_text(rows, schedule.wkst);
    insert_given(rows, schedule.count, -1);
    insert_text(rows, schedule.dtstart);
    insert_text(rows, schedule.until);
    insert_text(rows, schedule.valid_from);
    insert_text(rows, schedule.valid_to);
    insert_given(rows, schedule.opens_at, -1);
    insert_given(rows, schedule.closes_at, -1);
    insert_row(rows);
}

bool build_schedules(const struct build *build, struct err *err)
{
    const struct table *schedules = &build->source->tables[TABLE_SCHEDULES];
    struct build_counter counter = { 0 };
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO schedule (owner, seq, id, freq, interval, byday, "
                                                 "bymonthday, wkst, count, dtstart, until, valid_from, valid_to, "
                                                 "opens_at, closes_at) "
                                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < schedules->count; i++) {
        const struct row *row = &schedules->rows[i];
        if (!row->shown || !row->owner)
            continue;
        insert_text(&rows, row->owner);
        insert_int(&rows, build_count(&counter, build->source->arena, row->owner));
        insert_schedule(&rows, schedules, row);
    }
    return insert_ok(&rows, err);
}
