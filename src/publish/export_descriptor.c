#include "publish/export_descriptor.h"

#include "base/file.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

bool export_table_is_written(const struct export_table *table)
{
    return table->rows > 0;
}

bool export_column_is_written(const struct export_column *column)
{
    return column->given || (column->standard && column->standard->required);
}

/* What a column's kind does not tell: formats by the column's name, and words by table and column. */
static const struct format_row {
    const char *column;
    const char *format;
} formats[] = {
    { "url", "uri" },
    { "website", "uri" },
    { "uri", "uri" },
    { "term_uri", "uri" },
    { "schedule_link", "uri" },
    { "email", "email" },
    { "assurer_email", "email" },
};

static const struct words_row {
    const char *table;
    const char *column;
    const char *words;
} words[] = {
    { "services", "status", "active,inactive,defunct,temporarily closed" },
    { "locations", "location_type", "physical,postal,virtual" },
    { "addresses", "address_type", "physical,postal,virtual" },
    { "schedules", "wkst", "MO,TU,WE,TH,FR,SA,SU" },
    { "schedules", "freq", "WEEKLY,MONTHLY" },
};

static const char *format_of(const struct hsds_table *spec, const struct hsds_column *column)
{
    bool is_any_text = strcmp(spec->file, "service_areas") == 0 && strcmp(column->name, "uri") == 0;
    if (column->kind == HSDS_ID || column->kind == HSDS_LINK || column->kind == HSDS_LINK_ANY)
        return "uuid";
    for (size_t i = 0; i < COUNT(formats); i++) {
        if (!is_any_text && strcmp(formats[i].column, column->name) == 0)
            return formats[i].format;
    }
    return NULL;
}

static const char *type_of(const struct hsds_column *column)
{
    switch (column->kind) {
    case HSDS_NUMBER:
        return "number";
    case HSDS_TIME:
        return "time";
    case HSDS_DATE:
        return strcmp(column->name, "last_modified") == 0 || strcmp(column->name, "updated") == 0 ? "datetime" : "date";
    default:
        return "string";
    }
}

static json_t *words_json(const struct hsds_table *spec, const struct hsds_column *column)
{
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strcmp(words[i].table, spec->file) != 0 || strcmp(words[i].column, column->name) != 0)
            continue;
        json_t *list = json_array();
        struct str rest = str_of(words[i].words);
        while (rest.len > 0) {
            struct str word = str_cut(rest, ',', &rest);
            json_array_append_new(list, json_stringn(word.at, word.len));
        }
        return list;
    }
    return NULL;
}

static json_t *field_json(const struct hsds_table *spec, const struct export_column *column)
{
    const struct hsds_column *standard = column->standard;
    if (!standard)
        return json_pack("{s:s, s:s}", "name", column->name, "type", "string");
    json_t *constraints =
        json_pack("{s:b, s:b}", "required", (int)standard->required, "unique", (int)(standard->kind == HSDS_ID));
    json_t *list = words_json(spec, standard);
    if (list)
        json_object_set_new(constraints, "enum", list);
    json_t *field = json_pack("{s:s, s:s, s:s*, s:o}", "name", standard->name, "type", type_of(standard), "format",
                              format_of(spec, standard), "constraints", constraints);
    return field;
}

static json_t *links_json(const struct export_base *base, const struct export_table *table)
{
    json_t *links = json_array();
    for (size_t i = 0; i < table->count; i++) {
        const struct hsds_column *column = table->columns[i].standard;
        size_t to;
        if (!column || column->kind != HSDS_LINK || !export_column_is_written(&table->columns[i]) ||
            !hsds_find(&to, column->to) || !export_table_is_written(&base->tables[to]))
            continue;
        /* A table's link to itself is to the resource "", as the data package's specification has it. */
        const char *resource = &base->tables[to] == table ? "" : base->tables[to].spec->name;
        json_array_append_new(links, json_pack("{s:s, s:{s:s, s:s}}", "fields", column->name, "reference", "resource",
                                               resource, "fields", "id"));
    }
    return links;
}

static json_t *resource_json(const struct export_base *base, const struct export_table *table)
{
    char path[64];
    json_t *fields = json_array();
    json_t *schema = json_pack("{s:o, s:s}", "fields", fields, "primaryKey", "id");
    json_t *links = links_json(base, table);
    for (size_t i = 0; i < table->count; i++) {
        if (export_column_is_written(&table->columns[i]))
            json_array_append_new(fields, field_json(table->spec, &table->columns[i]));
    }
    if (json_array_size(links) > 0)
        json_object_set(schema, "foreignKeys", links);
    json_decref(links);
    snprintf(path, sizeof(path), "%s.csv", table->spec->file);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "name", table->spec->name, "path", path, "profile",
                     "tabular-data-resource", "format", "csv", "mediatype", "text/csv", "encoding", "utf-8", "schema",
                     schema);
}

bool export_descriptor_write(const struct export_base *base, const char *path, struct err *err)
{
    json_t *resources = json_array();
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        if (export_table_is_written(&base->tables[i]))
            json_array_append_new(resources, resource_json(base, &base->tables[i]));
    }
    json_auto_t *package =
        json_pack("{s:s, s:s, s:s, s:s, s:s*, s:o}", "name", base->about.id[0] ? base->about.id : "directory", "title",
                  base->about.city, "profile", "tabular-data-package", "homepage", "https://docs.openreferral.org",
                  "created", base->about.created[0] ? base->about.created : NULL, "resources", resources);
    char *text = json_dumps(package, JSON_INDENT(2));
    if (!text)
        return err_at(err, ERR_FORMAT, path, 0, "can't be written as JSON");
    bool done = file_write(path, str_of(text), err);
    free(text);
    return done;
}
