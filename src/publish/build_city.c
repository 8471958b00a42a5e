/* What belongs to the city as a whole: its description, topics, emergency numbers, first
 * steps, kiosks, closures. */
#include "publish/build_parts.h"
#include "publish/insert.h"
#include "publish/schedule.h"
#include "publish/words.h"

#include <stdlib.h>
#include <string.h>

static bool insert_tags(sqlite3 *db, const char *sql, const struct tags *tags, struct err *err)
{
    CLEANUP(insert_end) struct insert rows = insert_begin(db, sql);
    for (size_t i = 0; i < tags->count; i++) {
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, tags->at[i]);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_meta(const struct build *build, struct err *err)
{
    const struct manifest *manifest = &build->source->manifest;
    const struct {
        const char *key;
        const char *value;
    } pairs[] = {
        { "id", manifest->id },
        { "city", manifest->city },
        { "country", manifest->country },
        { "time_zone", manifest->time_zone },
        { "source_language", manifest->source_language },
        { "audience", manifest->audience },
        { "sequence", arena_printf(build->source->arena, "%lld", (long long)manifest->sequence) },
        { "created", manifest->created },
        { "expires", manifest->expires },
        { "status", manifest->status },
    };
    CLEANUP(insert_end) struct insert rows = insert_begin(build->db, "INSERT INTO meta VALUES (?, ?)");
    for (size_t i = 0; i < COUNT(pairs); i++) {
        insert_text(&rows, pairs[i].key);
        insert_text(&rows, pairs[i].value);
        insert_row(&rows);
    }
    return insert_ok(&rows, err) &&
           insert_tags(build->db, "INSERT INTO language VALUES (?, ?)", &manifest->languages, err) &&
           insert_tags(build->db, "INSERT INTO fallback VALUES (?, ?)", &manifest->fallback, err);
}

static int64_t colour_of(const char *text)
{
    return text[0] == '#' ? (int64_t)strtol(text + 1, NULL, 16) : 0;
}

bool build_topics(const struct build *build, struct err *err)
{
    const struct table *topics = &build->source->tables[TABLE_TOPICS];
    const struct row **list = build_in_order(build, topics);
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO topic (id, seq, icon, colour, sensitive) "
                                                 "VALUES (?, ?, ?, ?, ?)");
    for (size_t i = 0; i < topics->count; i++) {
        insert_text(&rows, row_get(topics, list[i], "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(topics, list[i], "icon"));
        insert_int(&rows, colour_of(row_get(topics, list[i], "colour")));
        insert_int(&rows, strcmp(row_get(topics, list[i], "sensitive"), "yes") == 0);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_emergency(const struct build *build, struct err *err)
{
    const struct table *numbers = &build->source->tables[TABLE_EMERGENCY];
    const struct row **list = build_in_order(build, numbers);
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO emergency (id, seq, icon, number) VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < numbers->count; i++) {
        insert_text(&rows, row_get(numbers, list[i], "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(numbers, list[i], "icon"));
        insert_text(&rows, row_get(numbers, list[i], "number"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_steps(const struct build *build, struct err *err)
{
    const struct table *steps = &build->source->tables[TABLE_STEPS];
    const struct row **list = build_in_order(build, steps);
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO step (id, seq, part, icon, target) "
                                                 "VALUES (?, ?, ?, ?, ?)");
    for (size_t i = 0; i < steps->count; i++) {
        enum step_part part = STEP_DAY;
        if (!words_part(&part, row_get(steps, list[i], "part")))
            continue;
        insert_text(&rows, row_get(steps, list[i], "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_int(&rows, (int64_t)part);
        insert_text(&rows, row_get(steps, list[i], "icon"));
        insert_text(&rows, arena_str(build->source->arena, str_trim(str_of(row_get(steps, list[i], "target")))));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_kiosks(const struct build *build, struct err *err)
{
    const struct table *kiosks = &build->source->tables[TABLE_KIOSKS];
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO kiosk (id, seq, name, address, latitude, longitude) "
                                                 "VALUES (?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < kiosks->count; i++) {
        const struct row *row = &kiosks->rows[i];
        insert_text(&rows, row_get(kiosks, row, "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(kiosks, row, "name"));
        insert_text(&rows, row_get(kiosks, row, "address"));
        insert_real_cell(&rows, row_get(kiosks, row, "latitude"));
        insert_real_cell(&rows, row_get(kiosks, row, "longitude"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

/* Empty, or a time: a folder where anything else stands is not built. */
static void insert_time(struct insert *rows, const char *cell)
{
    int minutes;
    if (schedule_parse_time(&minutes, cell))
        insert_int(rows, minutes);
    else
        insert_null(rows);
}

bool build_closures(const struct build *build, struct err *err)
{
    const struct table *closures = &build->source->tables[TABLE_CLOSURES];
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO closure (id, start, end, service, opens_at, closes_at) "
                                                 "VALUES (?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < closures->count; i++) {
        const struct row *row = &closures->rows[i];
        const char *service = row_get(closures, row, "service_id");
        if (service[0] && build_seq_of(build, service) == 0)
            continue;
        insert_text(&rows, row_get(closures, row, "id"));
        insert_text(&rows, row_get(closures, row, "start"));
        insert_text(&rows, row_get(closures, row, "end"));
        insert_text(&rows, service);
        insert_time(&rows, row_get(closures, row, "opens_at"));
        insert_time(&rows, row_get(closures, row, "closes_at"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}
