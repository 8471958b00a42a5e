/* What belongs to the city as a whole: its description, topics, emergency numbers, phrases, kiosks, closures. */
#include "publish/build_parts.h"
#include "publish/insert.h"

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

/* A row and the number in its column `order`. */
struct ordered {
    int64_t order;
    const struct row *row;
};

static int by_order(const void *left, const void *right)
{
    const struct ordered *a = left;
    const struct ordered *b = right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return (a->row->number > b->row->number) - (a->row->number < b->row->number);
}

static struct ordered *in_order(const struct table *table, struct arena *arena)
{
    struct ordered *list = ARENA_ARRAY(arena, struct ordered, table->count);
    for (size_t i = 0; i < table->count; i++) {
        list[i].row = &table->rows[i];
        if (!str_to_int64(str_of(row_get(table, list[i].row, "order")), &list[i].order))
            list[i].order = INT64_MAX;
    }
    if (table->count > 0)
        qsort(list, table->count, sizeof(*list), by_order);
    return list;
}

static int64_t colour_of(const char *text)
{
    return text[0] == '#' ? (int64_t)strtol(text + 1, NULL, 16) : 0;
}

bool build_topics(const struct build *build, struct err *err)
{
    const struct table *topics = &build->source->tables[TABLE_TOPICS];
    const struct ordered *list = in_order(topics, build->source->arena);
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO topic (id, seq, icon, colour, sensitive) "
                                                 "VALUES (?, ?, ?, ?, ?)");
    for (size_t i = 0; i < topics->count; i++) {
        insert_text(&rows, row_get(topics, list[i].row, "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(topics, list[i].row, "icon"));
        insert_int(&rows, colour_of(row_get(topics, list[i].row, "colour")));
        insert_int(&rows, strcmp(row_get(topics, list[i].row, "sensitive"), "yes") == 0);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_emergency(const struct build *build, struct err *err)
{
    const struct table *numbers = &build->source->tables[TABLE_EMERGENCY];
    const struct ordered *list = in_order(numbers, build->source->arena);
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT INTO emergency (id, seq, icon, number) VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < numbers->count; i++) {
        insert_text(&rows, row_get(numbers, list[i].row, "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(numbers, list[i].row, "icon"));
        insert_text(&rows, row_get(numbers, list[i].row, "number"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_phrases(const struct build *build, struct err *err)
{
    const struct table *phrases = &build->source->tables[TABLE_PHRASES];
    const struct ordered *list = in_order(phrases, build->source->arena);
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT INTO phrase (id, seq, topic, icon) VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < phrases->count; i++) {
        insert_text(&rows, row_get(phrases, list[i].row, "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(phrases, list[i].row, "topic"));
        insert_text(&rows, row_get(phrases, list[i].row, "icon"));
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

bool build_closures(const struct build *build, struct err *err)
{
    const struct table *closures = &build->source->tables[TABLE_CLOSURES];
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT INTO closure (id, start, end, service) VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < closures->count; i++) {
        const struct row *row = &closures->rows[i];
        const char *service = row_get(closures, row, "service_id");
        if (service[0] && build_seq_of(build, service) == 0)
            continue;
        insert_text(&rows, row_get(closures, row, "id"));
        insert_text(&rows, row_get(closures, row, "start"));
        insert_text(&rows, row_get(closures, row, "end"));
        insert_text(&rows, service);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}
