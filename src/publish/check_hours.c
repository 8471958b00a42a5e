/* Schedules and closures: what makes hours not known, row by row and between rows. */
#include "base/clock.h"
#include "base/list.h"
#include "content/closure.h"
#include "publish/checks.h"
#include "publish/schedule.h"

#include <string.h>

/* The day that the pack was made; contradictions of the past concern nobody. */
static int64_t first_day(const struct source *source)
{
    struct civil made;
    struct str time;
    if (!civil_parse_date(&made, str_cut(str_of(source->manifest.created), 'T', &time)))
        return 0;
    return civil_days(made.year, made.month, made.day);
}

static const char *day_text(const struct source *source, int64_t day)
{
    struct civil date = civil_from_days(day);
    return arena_printf(source->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* The sound rows of one owner, in their order. */
struct owned {
    const char *owner;
    const struct row **at;
    size_t count;
};

struct owners {
    struct map index;
    struct owned *at;
    size_t count;
};

static void add_owned(struct owners *owners, const struct source *source, const struct row *row)
{
    size_t at;
    if (!map_get(&owners->index, row->owner, &at)) {
        at = owners->count;
        map_add(&owners->index, source->arena, row->owner, at);
        LIST_ADD(source->arena, *owners)->owner = row->owner;
    }
    *LIST_ADD(source->arena, owners->at[at]) = row;
}

static const char *times_text(const struct source *source, const struct row *row)
{
    const struct table *schedules = &source->tables[TABLE_SCHEDULES];
    return arena_printf(source->arena, "%s–%s", row_get(schedules, row, "opens_at"),
                        row_get(schedules, row, "closes_at"));
}

static void check_between_rows(const struct source *source, struct findings *findings, const struct owned *owned)
{
    const struct table *table = &source->tables[TABLE_SCHEDULES];
    struct schedule *schedules = ARENA_ARRAY(source->arena, struct schedule, owned->count);
    for (size_t i = 0; i < owned->count; i++)
        schedules[i] = schedule_of(table, owned->at[i]);
    struct hours hours = { .schedules = schedules, .schedule_count = owned->count };
    struct hours_conflict conflict = hours_find_conflict(&hours, first_day(source));
    const struct row *row = owned->at[conflict.row];
    struct spot spot = row_spot(table, row, NULL);
    if (conflict.kind == HOURS_OVERLAP)
        finding_add(findings, RULE_CONTRADICTORY_HOURS, spot, "on %s it says %s, and row %ld says %s",
                    day_text(source, conflict.day), times_text(source, row), owned->at[conflict.other]->number,
                    times_text(source, owned->at[conflict.other]));
    else if (conflict.kind == HOURS_CROWDED_DAY)
        finding_add(findings, RULE_BAD_SCHEDULE, spot, "%s opens more than %d times on %s", owned->owner,
                    HOURS_SPANS_MAX, day_text(source, conflict.day));
    else if (conflict.kind == HOURS_TOO_MANY_ROWS)
        finding_add(findings, RULE_BAD_SCHEDULE, spot, "%s has more than %d rows", owned->owner, HOURS_ROWS_MAX);
}

void check_schedules(const struct source *source, struct findings *findings)
{
    const struct table *schedules = &source->tables[TABLE_SCHEDULES];
    struct owners owners = { 0 };
    for (size_t i = 0; i < schedules->count; i++) {
        const struct row *row = &schedules->rows[i];
        const char *column;
        const char *fault = schedule_fault_text(schedules, row, &column);
        if (fault)
            finding_add(findings, RULE_BAD_SCHEDULE, row_spot(schedules, row, column), "%s", fault);
        else if (row->owner)
            add_owned(&owners, source, row);
    }
    for (size_t i = 0; i < owners.count; i++)
        check_between_rows(source, findings, &owners.at[i]);
}

/* Which days an exception takes, and what it says of them. */
struct exception {
    const struct row *row;
    bool opens;
    int opens_at;  /* minutes after midnight */
    int closes_at; /* after opens_at */
    struct closure_days days[4];
    size_t count;
};

static bool check_closure(const struct table *table, struct findings *findings, const struct row *row)
{
    const char *start = row_get(table, row, "start");
    const char *end = row_get(table, row, "end");
    bool opens = row_get(table, row, "opens_at")[0] != '\0';
    if (!closure_dates_are_valid(start, NULL) || (end[0] && !closure_dates_are_valid(end, NULL)))
        return false; /* said of the cell */
    if (!closure_dates_are_valid(start, end))
        finding_add(findings, RULE_BAD_DATE, row_spot(table, row, "end"),
                    "%s does not end what begins at %s: it comes before, or is written in another way", end, start);
    if (opens != (row_get(table, row, "closes_at")[0] != '\0'))
        finding_add(findings, RULE_BAD_CLOSURE, row_spot(table, row, "opens_at"), "opens_at and closes_at go together");
    if (opens && !row_get(table, row, "service_id")[0])
        finding_add(findings, RULE_BAD_CLOSURE, row_spot(table, row, "service_id"),
                    "only one service can be open on such a day; name it in service_id");
    return closure_dates_are_valid(start, end);
}

static struct exception exception_of(const struct source *source, const struct row *row)
{
    const struct table *table = &source->tables[TABLE_CLOSURES];
    struct exception exception = { .row = row, .opens = row_get(table, row, "opens_at")[0] != '\0' };
    int64_t from = first_day(source);
    exception.opens = exception.opens && schedule_parse_time(&exception.opens_at, row_get(table, row, "opens_at")) &&
                      schedule_parse_time(&exception.closes_at, row_get(table, row, "closes_at"));
    if (exception.closes_at <= exception.opens_at)
        exception.closes_at += 1440;
    exception.count = closure_between(exception.days, COUNT(exception.days), row_get(table, row, "start"),
                                      row_get(table, row, "end"), from, from + 2 * 366);
    return exception;
}

/* Times that overlap say two things of one day. */
static bool differ(const struct exception *a, const struct exception *b)
{
    bool overlap = a->opens_at < b->closes_at && b->opens_at < a->closes_at;
    bool same = a->opens_at == b->opens_at && a->closes_at == b->closes_at;
    return a->opens != b->opens || (a->opens && overlap && !same);
}

/* Of two exceptions of different length the shorter counts. */
static bool contradict(const struct exception *a, const struct exception *b, int64_t *day)
{
    for (size_t i = 0; i < a->count && differ(a, b); i++) {
        for (size_t j = 0; j < b->count; j++) {
            struct closure_days x = a->days[i];
            struct closure_days y = b->days[j];
            if (x.last - x.first != y.last - y.first || x.first > y.last || y.first > x.last)
                continue;
            *day = x.first > y.first ? x.first : y.first;
            return true;
        }
    }
    return false;
}

static void check_against_others(const struct source *source, struct findings *findings,
                                 const struct exception *exceptions, size_t at)
{
    const struct table *table = &source->tables[TABLE_CLOSURES];
    const struct row *row = exceptions[at].row;
    const char *service = row_get(table, row, "service_id");
    int64_t day;
    for (size_t i = 0; i < at && service[0]; i++) {
        bool same = strcmp(service, row_get(table, exceptions[i].row, "service_id")) == 0;
        if (same && contradict(&exceptions[at], &exceptions[i], &day))
            finding_add(findings, RULE_CONTRADICTORY_HOURS, row_spot(table, row, NULL),
                        "of %s it says something else than row %ld", day_text(source, day), exceptions[i].row->number);
    }
}

void check_closures(const struct source *source, struct findings *findings)
{
    const struct table *table = &source->tables[TABLE_CLOSURES];
    struct exception *exceptions = ARENA_ARRAY(source->arena, struct exception, table->count);
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        if (!check_closure(table, findings, &table->rows[i]))
            continue;
        exceptions[count] = exception_of(source, &table->rows[i]);
        check_against_others(source, findings, exceptions, count++);
    }
}
