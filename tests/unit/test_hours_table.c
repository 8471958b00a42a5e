/* Opening hours against tests/data/hours.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "support/hours_case.h"
#include "text/zone.h"

#include <string.h>

#define CASES_MIN 150

struct bench {
    struct zone *zone;
    struct arena arena;
    size_t count;
};

static const char *moment_text(const struct bench *bench, struct civil when, struct arena *arena)
{
    int offset = zone_wall_offset_minutes(bench->zone, when);
    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d+%02d:%02d", when.year, when.month, when.day, when.hour,
                        when.minute, offset / 60, offset % 60);
}

static const char *answer(const struct bench *bench, const struct hours_state *said, struct arena *arena)
{
    if (said->kind == HOURS_UNKNOWN)
        return "unknown";
    if (said->kind == HOURS_BY_APPOINTMENT)
        return "by-appointment";
    if (said->kind == HOURS_CLOSED)
        return said->has_next ? arena_printf(arena, "closed %s", moment_text(bench, said->next_open, arena)) : "closed";
    if (said->round_the_clock)
        return "open always";
    return arena_printf(arena, "%s %s", said->closes_soon ? "soon" : "open", moment_text(bench, said->until, arena));
}

static void check_case(struct bench *bench, struct str line, int number)
{
    struct str fields[5];
    int64_t at = 0;
    struct hours hours = { 0 };
    struct arena *arena = &bench->arena;
    for (size_t i = 0; i < COUNT(fields); i++)
        fields[i] = str_cut(line, '\t', &line);
    if (fields[4].len == 0 || !clock_parse_rfc3339(&at, fields[2]))
        fail_msg("hours.tsv:%d can't be read", number);
    struct civil now = zone_civil(bench->zone, at);
    if (!hours_case_schedules(&hours, fields[0], arena) ||
        !hours_case_closures(&hours, fields[1], civil_days(now.year, now.month, now.day), arena))
        fail_msg("hours.tsv:%d can't be read", number);
    struct hours_state said = hours_at(&hours, now);
    const char *text = answer(bench, &said, arena);
    if (!str_eq_c(fields[3], text))
        fail_msg("hours.tsv:%d: \"%s\", but %s (%s)", number, text, arena_str(arena, fields[3]),
                 arena_str(arena, fields[4]));
    bench->count++;
}

static void each_case_of_the_table_is_told_as_it_stands(void **state)
{
    (void)state;
    struct bench bench = { 0 };
    struct str text;
    assert_true(zone_open(&bench.zone, "Europe/Paris", NULL));
    assert_true(file_read(&text, &bench.arena, TEST_SOURCE_DIR "/tests/data/hours.tsv", 1 << 20, NULL));
    for (int number = 1; text.len > 0; number++) {
        struct str line = str_cut(text, '\n', &text);
        if (line.len > 0 && line.at[0] != '#')
            check_case(&bench, line, number);
    }
    assert_true(bench.count >= CASES_MIN);
    zone_close(bench.zone);
    arena_destroy(&bench.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(each_case_of_the_table_is_told_as_it_stands) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
