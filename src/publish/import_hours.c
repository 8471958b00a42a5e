#include "publish/import_hours.h"

#include <string.h>

bool import_hours_need_service(const struct opening_hours *hours)
{
    return hours->closure_count > 0 || hours->holidays.differ;
}

static void stage_rows(struct staging *staging, const struct import_door *door, const struct opening_hours *hours,
                       struct arena *arena)
{
    for (size_t i = 0; i < hours->count; i++) {
        const struct opening_row *row = &hours->rows[i];
        const struct cell cells[] = { { "id", str_of(arena_printf(arena, "%s/%s/%zu", door->column, door->id, i + 1)) },
                                      { door->column, str_of(door->id) },
                                      { "freq", str_of(row->freq) },
                                      { "interval", str_of(row->interval) },
                                      { "byday", str_of(row->byday) },
                                      { "dtstart", str_of(row->dtstart) },
                                      { "until", str_of(row->until) },
                                      { "valid_to", str_of(row->valid_to) },
                                      { "opens_at", str_of(row->opens_at) },
                                      { "closes_at", str_of(row->closes_at) },
                                      { "description", str_of(row->description) },
                                      { "notes", str_of(row->notes) } };
        staging_add(staging, "schedules", cells, COUNT(cells));
    }
}

struct exception {
    const char *id;
    const char *name;
    const char *start;
    const char *end;
    const char *opens_at; /* "": closed */
    const char *closes_at;
};

static void stage_exception(struct staging *staging, const struct import_door *door, const struct exception *exception)
{
    const struct cell cells[] = { { "id", str_of(exception->id) },
                                  { "name", str_of(exception->name) },
                                  { "start", str_of(exception->start) },
                                  { "end", str_of(exception->end) },
                                  { "service_id", str_of(door->service) },
                                  { "opens_at", str_of(exception->opens_at) },
                                  { "closes_at", str_of(exception->closes_at) } };
    staging_add(staging, "closures", cells, COUNT(cells));
}

static void stage_closures(struct staging *staging, const struct import_door *door, const struct opening_hours *hours,
                           struct str text, struct arena *arena)
{
    for (size_t i = 0; i < hours->closure_count; i++) {
        const struct exception exception = { arena_printf(arena, "%s/closed/%zu", door->id, i + 1),
                                             arena_str(arena, text),
                                             hours->closures[i].start,
                                             hours->closures[i].end,
                                             "",
                                             "" };
        stage_exception(staging, door, &exception);
    }
}

/* Each public holiday of the pack gets what the source says of all of them. Returns how many there are. */
static size_t stage_holidays(struct staging *staging, const struct import_pack *pack, const struct import_door *door,
                             const struct opening_holidays *holidays, struct arena *arena)
{
    const struct table *closures = &pack->source.tables[TABLE_CLOSURES];
    size_t count = 0;
    for (size_t i = 0; i < closures->count; i++) {
        const struct row *row = &closures->rows[i];
        if (row_get(closures, row, "service_id")[0])
            continue;
        struct exception exception = { .name = row_get(closures, row, "name"),
                                       .start = row_get(closures, row, "start"),
                                       .end = row_get(closures, row, "end"),
                                       .opens_at = "",
                                       .closes_at = "" };
        for (size_t j = 0; j < (holidays->count > 0 ? holidays->count : 1); j++) {
            exception.id = arena_printf(arena, "%s/%s/%zu", door->id, row_get(closures, row, "id"), j + 1);
            exception.opens_at = holidays->count > 0 ? holidays->spans[j].opens_at : "";
            exception.closes_at = holidays->count > 0 ? holidays->spans[j].closes_at : "";
            stage_exception(staging, door, &exception);
        }
        count++;
    }
    return count;
}

void import_hours_stage(struct staging *staging, const struct import_pack *pack, const struct import_door *door,
                        const struct opening_hours *hours, const char *field, struct str text)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    if (hours->doubt)
        staging_doubt(staging, field, text, "the opening hours are not known now: %s", hours->doubt);
    stage_rows(staging, door, hours, &arena);
    if (!door->service)
        return;
    stage_closures(staging, door, hours, text, &arena);
    if (hours->holidays.differ && stage_holidays(staging, pack, door, &hours->holidays, &arena) == 0)
        staging_doubt(
            staging, field, text,
            "what it says of public holidays is left out: closures.csv names none; fill it in and import again");
}
