/* Fuzzes schedule rows and exceptions, written as in tests/data/hours.tsv, at any moment: nothing may fail, and what is
 * said must hold together. */
#include "support/hours_case.h"
#include "text/zone.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int64_t minutes_of(struct civil when)
{
    return civil_days(when.year, when.month, when.day) * 1440 + when.hour * 60 + when.minute;
}

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void check_state(const struct hours_state *said, struct civil now)
{
    if (said->kind == HOURS_OPEN && !said->round_the_clock)
        expect(now.shift.repeats_until || minutes_of(said->until) > minutes_of(now));
    if (said->has_next)
        expect(said->kind == HOURS_CLOSED && minutes_of(said->next_open) > minutes_of(now) &&
               minutes_of(said->next_open) < minutes_of(now) + (HOURS_DAYS_AHEAD + 1) * 1440);
    expect(!said->closes_soon || said->kind == HOURS_OPEN);
}

/* A row with a fault holds whenever none of its dates says otherwise; then nothing but "not known" may come. */
static void check_faults(const struct hours *hours, const struct hours_state *said)
{
    if (hours->schedule_count != 1 || hours->closure_count > 0)
        return;
    const struct schedule *row = &hours->schedules[0];
    if (schedule_fault(row) != SCHEDULE_SOUND && !row->dtstart && !row->until && !row->valid_from && !row->valid_to)
        expect(said->kind == HOURS_UNKNOWN);
}

static void check_week(const struct hours *hours, struct civil now)
{
    struct hours_week week = hours_week(hours, now);
    for (size_t i = 0; i < 7; i++) {
        expect(week.known || week.days[i].count == 0);
        for (size_t j = 0; j < week.days[i].count; j++)
            expect(week.days[i].spans[j].opens_at < week.days[i].spans[j].closes_at &&
                   (j == 0 || week.days[i].spans[j - 1].closes_at < week.days[i].spans[j].opens_at));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char when[] = "2026-11-24T10:00+01:00";
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(zone_closep) struct zone *zone = NULL;
    struct str line = { (const char *)data, size };
    struct hours hours = { 0 };
    int64_t at;
    expect(zone_open(&zone, "Europe/Paris", NULL));
    struct str rows = str_cut(line, '\t', &line);
    struct str exceptions = str_cut(line, '\t', &line);
    struct str moment = str_cut(line, '\t', &line);
    if (!clock_parse_rfc3339(&at, moment) && !clock_parse_rfc3339(&at, str_of(when)))
        return 0;
    struct civil now = zone_civil(zone, at);
    int64_t today = civil_days(now.year, now.month, now.day);
    if (!hours_case_schedules(&hours, rows, &arena) || !hours_case_closures(&hours, exceptions, today, &arena))
        return 0;
    struct hours_state said = hours_at(&hours, now);
    check_state(&said, now);
    check_faults(&hours, &said);
    check_week(&hours, now);
    (void)hours_find_conflict(&hours, today);
    return 0;
}
