#include "content/query.h"
#include "text/zone.h"
#include "tool/command.h"
#include "tool/names.h"

#include <jansson.h>
#include <stdio.h>

enum { OPTION_AT, OPTION_JSON };

static const char *const day_names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* A wall-clock time as RFC 3339. */
static const char *moment(const struct zone *zone, struct civil when, struct arena *arena)
{
    int offset = zone_wall_offset_minutes(zone, when);
    int size = offset < 0 ? -offset : offset;
    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:00%c%02d:%02d", when.year, when.month, when.day, when.hour,
                        when.minute, offset < 0 ? '-' : '+', size / 60, size % 60);
}

static const char *date_text(struct civil date, struct arena *arena)
{
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static const char *clock_time(int minutes, struct arena *arena)
{
    return arena_printf(arena, "%02d:%02d", minutes / 60 % 24, minutes % 60);
}

struct answer_times {
    const char *until; /* NULL when not set */
    const char *next_open;
};

static struct answer_times times_of(const struct hours_state *state, const struct zone *zone, struct arena *arena)
{
    struct answer_times times = { 0 };
    if (state->kind == HOURS_OPEN && !state->round_the_clock)
        times.until = moment(zone, state->until, arena);
    if (state->kind == HOURS_CLOSED && state->has_next)
        times.next_open = moment(zone, state->next_open, arena);
    return times;
}

static json_t *spans_json(const struct hours_day *day, struct arena *arena)
{
    json_t *spans = json_array();
    for (size_t i = 0; i < day->count; i++)
        json_array_append_new(spans, json_pack("{s:s, s:s}", "opens_at", clock_time(day->spans[i].opens_at, arena),
                                               "closes_at", clock_time(day->spans[i].closes_at, arena)));
    return spans;
}

static json_t *week_json(const struct hours_week *week, struct arena *arena)
{
    json_t *days = week->regular ? json_array() : json_null();
    for (size_t i = 0; week->regular && i < 7; i++)
        json_array_append_new(days,
                              json_pack("{s:s, s:o}", "day", day_names[i], "spans", spans_json(&week->days[i], arena)));
    return days;
}

static json_t *dates_json(const struct hours_week *week, struct arena *arena)
{
    json_t *dates = json_array();
    for (size_t i = 0; i < week->date_count; i++)
        json_array_append_new(dates, json_pack("{s:s, s:o}", "date", date_text(week->dates[i].date, arena), "spans",
                                               spans_json(&week->dates[i].day, arena)));
    return dates;
}

static void print_json(const struct service_detail *service, struct answer_times times, struct arena *arena)
{
    json_auto_t *document =
        json_pack("{s:s, s:b, s:s?, s:s?, s:o, s:o}", "state", names_state(service->hours.kind), "closes_soon",
                  (int)service->hours.closes_soon, "until", times.until, "next_open", times.next_open, "week",
                  week_json(&service->week, arena), "dates", dates_json(&service->week, arena));
    json_dumpf(document, stdout, JSON_INDENT(2));
    putchar('\n');
}

static void print_day(const char *name, const struct hours_day *day, struct arena *arena)
{
    printf("%s", name);
    for (size_t i = 0; i < day->count; i++)
        printf(" %s-%s", clock_time(day->spans[i].opens_at, arena), clock_time(day->spans[i].closes_at, arena));
    printf(day->count > 0 ? "\n" : " -\n");
}

static void print_week(const struct hours_week *week, struct arena *arena)
{
    for (size_t i = 0; week->regular && i < 7; i++)
        print_day(day_names[i], &week->days[i], arena);
    for (size_t i = 0; i < week->date_count; i++)
        print_day(date_text(week->dates[i].date, arena), &week->dates[i].day, arena);
}

static void print_text(const struct service_detail *service, struct answer_times times, struct arena *arena)
{
    printf("%s", names_state(service->hours.kind));
    if (times.until)
        printf(" until %s%s", times.until, service->hours.closes_soon ? ", closes soon" : "");
    if (times.next_open)
        printf(", next open %s", times.next_open);
    printf("\n");
    print_week(&service->week, arena);
}

enum status cmd_hours(const struct arguments *arguments)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(pack_closep) struct pack *pack = NULL;
    CLEANUP(zone_closep) struct zone *zone = NULL;
    struct service_detail service;
    struct err err;
    int64_t at;
    if (!clock_parse_rfc3339(&at, str_of(arguments->options[OPTION_AT]))) {
        err_set(&err, ERR_USAGE, "--at %s is no RFC 3339 time; write one such as 2026-11-24T14:05:00+01:00",
                arguments->options[OPTION_AT]);
        return command_failed(&err);
    }
    if (!pack_open(&pack, arguments->words[0], &err) || !zone_open(&zone, pack_meta(pack, "time_zone"), &err))
        return command_failed(&err);
    struct query query = { .pack = pack, .lang = pack_meta(pack, "source_language"), .now = zone_civil(zone, at) };
    if (!query_service(&service, &query, arguments->words[1], &arena, &err))
        return command_failed(&err);
    struct answer_times times = times_of(&service.hours, zone, &arena);
    if (arguments->options[OPTION_JSON])
        print_json(&service, times, &arena);
    else
        print_text(&service, times, &arena);
    return STATUS_DONE;
}
