/* HSDS as JSON: nested services or organizations, pages of an API, JSON lines, the tables of a feed in one object; a
 * file or a folder of them. */
#include "publish/hsds.h"
#include "publish/hsds_nested.h"
#include "publish/importer.h"
#include "publish/json_stream.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool is_json(const char *name)
{
    static const char *const extensions[] = { ".json", ".jsonl", ".ndjson", ".geojson" };
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < COUNT(extensions); i++) {
        if (strcasecmp(dot, extensions[i]) == 0)
            return true;
    }
    return false;
}

/* The table that the first document of a file belongs to; NULL with the reason when it is none of HSDS. */
static const char *first_table(struct feed *feed, size_t file, char *why, size_t size)
{
    CLEANUP(json_stream_closep) struct json_stream *stream = NULL;
    const struct json_item *item;
    struct err err = { 0 };
    if (!is_json(feed_file(feed, file)->name)) {
        snprintf(why, size, "is no JSON file");
        return NULL;
    }
    if (!json_stream_open(&stream, feed, file, &err) || !json_stream_next(stream, &item, &err) || !item) {
        snprintf(why, size, "%.*s", (int)size - 1, err.code != ERR_NONE ? err.detail : "is empty");
        return NULL;
    }
    json_auto_t *document = hsds_document_parse(item->text);
    if (item->kind == JSON_DOCUMENT && !item->fault && item->list && hsds_document_list(item->list))
        return hsds_document_list(item->list);
    return hsds_document_table(document, why, size);
}

static void detect(struct detection *out, struct feed *feed)
{
    *out = (struct detection){ 0 };
    snprintf(out->missing, sizeof(out->missing), "there is no JSON file");
    for (size_t i = 0; i < feed_count(feed); i++) {
        char why[160] = "";
        const char *table = first_table(feed, i, why, sizeof(why));
        bool main = table && (strcmp(table, "services") == 0 || strcmp(table, "organizations") == 0 ||
                              strcmp(table, "service_at_location") == 0);
        int score = main ? 80 : table ? 60 : 0;
        if (!table && is_json(feed_file(feed, i)->name))
            snprintf(out->missing, sizeof(out->missing), "%s: %s", feed_file(feed, i)->name, why);
        out->score = score > out->score ? score : out->score;
    }
}

struct pages {
    int64_t read;
    int64_t total; /* as the pages say, 0: they don't */
};

static int64_t number_of(const json_t *page, const char *key)
{
    return json_integer_value(json_object_get(page, key));
}

static void read_page(struct pages *pages, struct str text)
{
    json_auto_t *page = hsds_document_parse(text);
    int64_t total = number_of(page, "total_pages");
    pages->read++;
    pages->total = total > pages->total ? total : pages->total;
}

static void read_document(struct hsds_nested *nested, const char *file, const struct json_item *item)
{
    char why[160];
    json_auto_t *document = NULL;
    struct staging *staging = nested->staging;
    staging_begin_row(staging, (struct spot){ file, item->number, NULL });
    if (!item->fault)
        document = hsds_document_parse(item->text);
    const char *table = item->list ? hsds_document_list(item->list) : NULL;
    nested->any_lists = nested->any_lists || table; /* a table has all its rows */
    if (!table && document)
        table = hsds_document_table(document, why, sizeof(why));
    if (item->fault)
        staging_refuse(staging, NULL, (struct str){ 0 }, "%s", item->fault);
    else if (!document)
        staging_refuse(staging, NULL, item->text, "is no JSON that can be read");
    else if (!table)
        staging_refuse(staging, NULL, item->text, "is no document of HSDS: %s", why);
    else
        hsds_nested_add(nested, table, document);
    staging_end_row(staging);
}

static bool read_file(struct hsds_nested *nested, struct pages *pages, struct feed *feed, size_t file, struct err *err)
{
    CLEANUP(json_stream_closep) struct json_stream *stream = NULL;
    const struct json_item *item;
    const char *name = feed_file(feed, file)->name;
    staging_file(nested->staging, name, NULL);
    if (!json_stream_open(&stream, feed, file, err))
        return false;
    while (json_stream_next(stream, &item, err)) {
        if (!item)
            return true;
        if (item->kind == JSON_PAGE)
            read_page(pages, item->text);
        else
            read_document(nested, name, item);
    }
    return err_add(err, "%s", name);
}

/* Documents with what belongs to them say all there is; summaries don't. */
static void say_what_is_covered(const struct hsds_nested *nested, const struct pages *pages)
{
    if (pages->total > pages->read)
        staging_incomplete(nested->staging, "only %lld of %lld pages are here", (long long)pages->read,
                           (long long)pages->total);
    else if (!nested->any_lists)
        staging_incomplete(nested->staging, "the documents are summaries; ask the source for the full ones");
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++)
        staging_covers(nested->staging, hsds_table(i)->file);
}

static bool read_feed(struct staging *staging, struct feed *feed, const struct import_context *context, struct err *err)
{
    struct hsds_nested nested = { .staging = staging };
    struct pages pages = { 0 };
    char why[160] = "there is no JSON file";
    size_t read = 0;
    bool good = true;
    (void)context;
    for (size_t i = 0; good && i < feed_count(feed); i++) {
        if (!first_table(feed, i, why, sizeof(why))) {
            staging_file_skipped(staging, feed_file(feed, i)->name, why);
            continue;
        }
        good = read_file(&nested, &pages, feed, i, err);
        read++;
    }
    hsds_nested_end(&nested);
    if (good && read == 0)
        return err_at(err, ERR_FORMAT, feed_path(feed), 0, "holds no document of HSDS: %s", why);
    say_what_is_covered(&nested, &pages);
    return good;
}

const struct importer import_hsds_json = { "hsds-json", "HSDS documents as JSON", detect, read_feed };
