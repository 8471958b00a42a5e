/* Records of data.inclusion in JSON: arrays of structures and services, pages of the interface (API), one a line. */
#include "publish/di_parts.h"
#include "publish/json_stream.h"

#include <jansson.h>

#include <string.h>
#include <strings.h>

#define STRANGERS_MAX 20

static const char *list_text(struct arena *arena, const json_t *array)
{
    const char *text = "";
    for (size_t i = 0; i < json_array_size(array); i++) {
        const char *word = json_string_value(json_array_get(array, i));
        if (word)
            text = arena_printf(arena, "%s%s%s", text, text[0] ? "," : "", word);
    }
    return text;
}

static struct str text_of(struct arena *arena, const json_t *value)
{
    if (json_is_string(value))
        return str_trim((struct str){ json_string_value(value), json_string_length(value) });
    if (json_is_integer(value))
        return str_of(arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value)));
    if (json_is_real(value))
        return str_of(arena_printf(arena, "%.15g", json_real_value(value)));
    if (json_is_boolean(value))
        return str_of(json_is_true(value) ? "TRUE" : "FALSE");
    if (json_is_array(value))
        return str_of(list_text(arena, value));
    return (struct str){ 0 };
}

/* The fields that are there, filled or not. */
static uint64_t read_fields(struct di_record *out, struct arena *arena, json_t *object)
{
    uint64_t fields = 0;
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        enum di_field field = di_field_of(str_of(key));
        if (field == DI_FIELD_COUNT)
            continue;
        fields |= (uint64_t)1 << field;
        out->at[field] = text_of(arena, value);
    }
    return fields;
}

struct visiting {
    struct arena arena; /* of one record */
    enum di_kind wanted;
    const struct di_visitor *visitor;
    const char *file;
    int64_t count; /* records of either kind */
    size_t strangers;
};

/* A result of a search holds the service, and a service may hold its structure. */
static json_t *object_of(const struct visiting *visiting, json_t *value)
{
    json_t *service = json_object_get(value, "service");
    json_t *object = json_is_object(service) ? service : value;
    json_t *structure = json_object_get(object, "structure");
    return visiting->wanted == DI_STRUCTURE && json_is_object(structure) ? structure : object;
}

static bool visit(struct visiting *visiting, const struct json_item *item, struct err *err)
{
    struct di_record record = { .where = { visiting->file, item->number, NULL }, .fault = item->fault };
    enum di_kind kind;
    arena_reset(&visiting->arena);
    json_auto_t *value = item->fault ? NULL : json_loadb(item->text.at, item->text.len, 0, NULL);
    json_t *object = object_of(visiting, value);
    uint64_t fields = object ? read_fields(&record, &visiting->arena, object) : 0;
    bool known = di_kind_of(fields, &kind);
    /* Once it is clear what the file is, a record that lacks fields is one all the same. */
    if (visiting->visitor->staging)
        known = (fields >> DI_ID & 1) || (fields >> DI_NOM & 1);
    if (!known) {
        /* Said once, in the round of the services. */
        bool says = visiting->wanted == DI_SERVICE && visiting->visitor->staging;
        if (!visiting->visitor->staging && ++visiting->strangers == STRANGERS_MAX)
            return false; /* a feed that is only looked at */
        record.fault = record.fault ? record.fault : "it has not the fields id and nom of data.inclusion";
        return !says || visiting->visitor->visit(visiting->visitor->data, &record, err);
    }
    return kind != visiting->wanted || visiting->visitor->visit(visiting->visitor->data, &record, err);
}

/* The page comes when its records have been seen. */
static void ask_for_pages(const struct visiting *visiting, struct str page)
{
    json_auto_t *value = json_loadb(page.at, page.len, 0, NULL);
    int64_t total = json_integer_value(json_object_get(value, "total"));
    if (visiting->visitor->staging && total > visiting->count)
        staging_incomplete(visiting->visitor->staging, "%s says that there are %lld records, and holds %lld",
                           visiting->file, (long long)total, (long long)visiting->count);
}

static bool each_item(struct visiting *visiting, struct feed *feed, size_t file, struct err *err)
{
    CLEANUP(json_stream_closep) struct json_stream *stream = NULL;
    const struct json_item *item;
    visiting->file = feed_file(feed, file)->name;
    visiting->count = 0;
    if (!json_stream_open(&stream, feed, file, err))
        return false;
    if (visiting->visitor->staging && visiting->wanted == DI_STRUCTURE)
        staging_file(visiting->visitor->staging, visiting->file, NULL);
    while (json_stream_next(stream, &item, err)) {
        if (!item)
            return true;
        if (item->kind == JSON_PAGE) {
            ask_for_pages(visiting, item->text);
            continue;
        }
        visiting->count++;
        if (!visit(visiting, item, err))
            return false;
    }
    return false;
}

static bool is_json(const char *name)
{
    static const char *const ends[] = { ".json", ".jsonl", ".ndjson" };
    for (size_t i = 0; i < COUNT(ends); i++) {
        size_t length = strlen(ends[i]);
        if (strlen(name) > length && strcasecmp(name + strlen(name) - length, ends[i]) == 0)
            return true;
    }
    return false;
}

bool di_each_in_json(struct feed *feed, enum di_kind kind, const struct di_visitor *visitor, struct err *err)
{
    struct visiting visiting = { .wanted = kind, .visitor = visitor };
    bool read = true;
    for (size_t i = 0; read && i < feed_count(feed); i++) {
        if (is_json(feed_file(feed, i)->name))
            read = each_item(&visiting, feed, i, err);
    }
    arena_destroy(&visiting.arena);
    return read;
}
