#include "content/service.h"

#include "base/list.h"

#include <stdlib.h>

static struct site read_site(const struct statement *row, const struct ask *ask)
{
    struct site site = {
        .seq = statement_int(row, 0),
        .id = statement_text(row, 1, ask->arena),
        .place = statement_text(row, 2, ask->arena),
        .name = statement_text(row, 3, ask->arena),
        .address = statement_text(row, 4, ask->arena),
    };
    struct geo at = ask_geo(row, 5, 6);
    struct geo from = ask->query->place;
    if (at.known && from.known) {
        site.has_distance = true;
        site.distance_m = geo_distance_m(from, at);
        site.compass = geo_direction(from, at);
    }
    return site;
}

static bool read_sites(struct site_list *out, const struct service_head *head, const struct ask *ask)
{
    static const char sql[] = "SELECT service_place.seq, service_place.id, place.id, place.name, place.address, "
                              "place.latitude, place.longitude "
                              "FROM service_place JOIN place ON place.id = service_place.place "
                              "WHERE service_place.service = ?1 ORDER BY service_place.seq";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_int(&row, 1, head->seq);
    while (statement_row(&row)) {
        struct site site = read_site(&row, ask);
        if (site.id && site.place)
            *LIST_ADD(ask->arena, *out) = site;
    }
    return statement_ok(&row, ask->err);
}

static int in_order(double a, double b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

static int by_use(const void *left, const void *right)
{
    const struct site *a = left;
    const struct site *b = right;
    bool a_open = a->state.kind == HOURS_OPEN;
    bool b_open = b->state.kind == HOURS_OPEN;
    if (a_open != b_open)
        return a_open ? -1 : 1;
    if (a->has_distance != b->has_distance)
        return a->has_distance ? -1 : 1;
    int nearer = a->has_distance ? in_order(a->distance_m, b->distance_m) : 0;
    return nearer ? nearer : (a->seq > b->seq) - (a->seq < b->seq);
}

/* Hours that somebody read there over a year ago may have changed. A source of the hours alone says more than one of
 * the service as a whole. */
static bool old_year(int *out, const struct service_head *head, const struct ask *ask)
{
    static const char sql[] =
        "SELECT max(CASE field WHEN 'hours' THEN date END), max(CASE field WHEN '*' THEN date END) "
        "FROM source WHERE record = 'services/' || ?1";
    const struct civil *now = &ask->query->now;
    struct civil read;
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, head->id);
    if (statement_row(&row)) {
        struct str date = statement_bytes(&row, 0);
        if (civil_parse_date(&read, date.len > 0 ? date : statement_bytes(&row, 1)) &&
            civil_days(read.year + 1, read.month, read.day) < civil_days(now->year, now->month, now->day))
            *out = read.year;
    }
    return statement_ok(&row, ask->err);
}

bool service_sites(struct site_list *out, const struct service_head *head, const struct ask *ask)
{
    struct site_list list = { 0 };
    int year = 0;
    if (!read_sites(&list, head, ask) || (!head->paused && !old_year(&year, head, ask)))
        return false;
    if (list.count == 0)
        *LIST_ADD(ask->arena, list) = (struct site){ 0 };
    for (size_t i = 0; i < list.count; i++) {
        struct site *site = &list.at[i];
        if (!site_hours(site, head, ask))
            return false;
        site->state =
            head->paused ? (struct hours_state){ .kind = HOURS_CLOSED } : hours_at(&site->hours, ask->query->now);
        site->state.old_year = year;
    }
    qsort(list.at, list.count, sizeof(*list.at), by_use);
    *out = list;
    return true;
}
