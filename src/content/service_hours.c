#include "base/list.h"
#include "content/service.h"

#include <stdio.h>

struct schedules {
    struct schedule *at;
    size_t count;
};

struct ids {
    const char **at;
    size_t count;
};

/* What is no number of times stays one, so that the row is not taken for one without it. */
static int64_t times_or_absent(const struct statement *row, int column)
{
    int64_t times = statement_int(row, column);
    return statement_is_null(row, column) ? -1 : times < 0 ? 0 : times;
}

/* A time off the clock stays one, so that the row is not taken for one without times. */
static int minutes_or_absent(const struct statement *row, int column)
{
    int64_t minutes = statement_int(row, column);
    return statement_is_null(row, column) ? -1 : minutes < 0 || minutes > 1440 ? -2 : (int)minutes;
}

static struct schedule read_schedule(const struct statement *row, struct arena *arena)
{
    return (struct schedule){
        .freq = statement_text(row, 1, arena),
        .byday = statement_text(row, 2, arena),
        .bymonthday = statement_text(row, 3, arena),
        .dtstart = statement_text(row, 4, arena),
        .until = statement_text(row, 5, arena),
        .valid_from = statement_text(row, 6, arena),
        .valid_to = statement_text(row, 7, arena),
        .interval = times_or_absent(row, 8),
        .count = times_or_absent(row, 9),
        .opens_at = minutes_or_absent(row, 10),
        .closes_at = minutes_or_absent(row, 11),
        .described = statement_int(row, 12) != 0,
        .wkst = statement_text(row, 13, arena),
    };
}

/* Leaves *site alone when the owner has no rows. */
static bool read_schedules(struct site *site, const struct ask *ask, const char *table, const char *id)
{
    static const char sql[] =
        "SELECT id, freq, byday, bymonthday, dtstart, until, valid_from, valid_to, interval, count, "
        "opens_at, closes_at, EXISTS (SELECT 1 FROM text WHERE text.owner = 'schedules/' || schedule.id "
        "AND text.field = 'description' AND text.value <> ''), wkst "
        "FROM schedule WHERE owner = ?1 || '/' || ?2 ORDER BY seq";
    struct schedules schedules = { 0 };
    struct ids ids = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, table);
    statement_bind_text(&row, 2, id);
    while (statement_row(&row)) {
        *LIST_ADD(ask->arena, schedules) = read_schedule(&row, ask->arena);
        *LIST_ADD(ask->arena, ids) = statement_text_or_empty(&row, 0, ask->arena);
    }
    if (schedules.count > 0) {
        site->hours.schedules = schedules.at;
        site->hours.schedule_count = schedules.count;
        site->schedule_ids = ids.at;
        site->schedule_id_count = ids.count;
    }
    return statement_ok(&row, ask->err);
}

static struct closure_row read_exception(const struct statement *row, struct arena *arena)
{
    return (struct closure_row){
        .start = statement_text(row, 0, arena),
        .end = statement_text(row, 1, arena),
        .general = statement_int(row, 2) != 0,
        .opens = !statement_is_null(row, 3),
        .opens_at = minutes_or_absent(row, 3),
        .closes_at = minutes_or_absent(row, 4),
    };
}

/* Of the dated ones only those near `now`; what comes back every year begins with no digit. */
bool service_closures(struct closure_list *out, const struct ask *ask, const char *service)
{
    static const char sql[] = "SELECT start, \"end\", service IS NULL, opens_at, closes_at FROM closure "
                              "WHERE (service IS NULL OR service = ?1) AND "
                              "(start NOT GLOB '[0-9]*' OR (coalesce(\"end\", start) >= ?2 AND start <= ?3))";
    struct civil now = ask->query->now;
    int64_t today = civil_days(now.year, now.month, now.day);
    struct civil first = civil_from_days(today - HOURS_DAYS_BACK);
    struct civil last = civil_from_days(today + HOURS_DAYS_AHEAD + 1);
    const char *from = arena_printf(ask->arena, "%04d-%02d-%02d", first.year, first.month, first.day);
    const char *to = arena_printf(ask->arena, "%04d-%02d-%02d", last.year, last.month, last.day);
    struct closure_list closures = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, service);
    statement_bind_text(&row, 2, from);
    statement_bind_text(&row, 3, to);
    while (statement_row(&row)) {
        struct closure_row exception = read_exception(&row, ask->arena);
        closure_row_add(&closures, &exception, today, ask->arena);
    }
    *out = closures;
    return statement_ok(&row, ask->err);
}

bool service_clock_is_wrong(const struct query *query)
{
    struct civil made;
    struct str time;
    const char *created = pack_meta(query->pack, "created");
    if (!created || !civil_parse_date(&made, str_cut(str_of(created), 'T', &time)))
        return false;
    struct civil now = query->now;
    return civil_days(now.year, now.month, now.day) < civil_days(made.year, made.month, made.day);
}

bool site_hours(struct site *site, const struct service_head *head, const struct ask *ask)
{
    if (site->id && !read_schedules(site, ask, "service_at_location", site->id))
        return false;
    if (site->hours.schedule_count == 0 && !read_schedules(site, ask, "services", head->id))
        return false;
    if (site->hours.schedule_count == 0 && site->place && !read_schedules(site, ask, "locations", site->place))
        return false;
    if (service_clock_is_wrong(ask->query)) {
        site->hours = (struct hours){ 0 }; /* their words stay */
        return true;
    }
    struct closure_list closures;
    if (!service_closures(&closures, ask, head->id))
        return false;
    site->hours.closures = closures.at;
    site->hours.closure_count = closures.count;
    return true;
}
