#include "publish/source.h"

#include "base/file.h"
#include "base/list.h"
#include "publish/owners.h"

#include <stdlib.h>
#include <string.h>

/* No file that people edit comes near these; a larger one is a mistake. */
#define TABLE_SIZE_MAX ((size_t)256 << 20) /* a catalogue of 100,000 services has 90 MB */
#define TEXT_SIZE_MAX ((size_t)8 << 20)

/* Reads one text file of the folder. False if it is not there or can't be used, which is then a finding. */
static bool read_text(struct str *out, struct source *source, struct findings *findings, const char *file, size_t cap,
                      bool required)
{
    struct err err;
    struct spot where = { file, 0, NULL };
    const char *path = arena_printf(source->arena, "%s/%s", source->folder, file);
    if (!file_read(out, source->arena, path, cap, &err)) {
        if (err.code != ERR_MISSING)
            finding_add(findings, RULE_BAD_FILE, where, "the file %s", err.detail);
        else if (required)
            finding_add(findings, RULE_MISSING_FILE, where, "the file is missing");
        return false;
    }
    if (!str_is_utf8(*out) || (out->len > 0 && memchr(out->at, '\0', out->len))) {
        finding_add(findings, RULE_NOT_UTF8, where, "the file is not UTF-8 text");
        return false;
    }
    return true;
}

static void map_columns(struct table *table, struct findings *findings, const struct csv_row *header)
{
    for (size_t i = 0; i < COLUMNS_MAX && table->spec->columns[i].name; i++) {
        const struct column_spec *column = &table->spec->columns[i];
        table->column_at[i] = -1;
        for (size_t j = 0; j < header->count && table->column_at[i] < 0; j++) {
            if (str_eq_c(str_trim(str_of(header->cells[j])), column->name))
                table->column_at[i] = (int)j;
        }
        if (table->column_at[i] < 0 && column->kind == CELL_ID)
            table->unread = true; /* nothing can be found in it */
        if (table->column_at[i] < 0 && column->required)
            finding_add(findings, RULE_MISSING_COLUMN, (struct spot){ table->spec->file, 1, column->name },
                        "the column is missing");
    }
}

/* Every row gets as many cells as the first row has, so that a ragged one is safe to read. */
static const char **even_cells(struct source *source, struct findings *findings, const struct table *table,
                               const struct csv_row *from, size_t width)
{
    if (from->count == width)
        return from->cells;
    finding_add(findings, RULE_RAGGED_ROW, (struct spot){ table->spec->file, from->number, NULL },
                "the row has %zu cells where the first row has %zu", from->count, width);
    const char **cells = ARENA_ARRAY(source->arena, const char *, width);
    for (size_t i = 0; i < width; i++)
        cells[i] = i < from->count ? from->cells[i] : "";
    return cells;
}

static void add_row(struct source *source, struct findings *findings, struct table *table, size_t at)
{
    struct row *row = &table->rows[at];
    const char *id = row_get(table, row, "id");
    size_t other;
    row->shown = true;
    if (!id[0] && table->column_at[0] < 0)
        return;
    if (!id[0])
        finding_add(findings, RULE_MISSING_ID, row_spot(table, row, "id"), "the row has no id");
    else if (map_get(&table->ids, id, &other))
        finding_add(findings, RULE_DUPLICATE_ID, row_spot(table, row, "id"), "row %ld has the id %s too",
                    table->rows[other].number, id);
    else
        map_add(&table->ids, source->arena, id, at);
}

static void load_table(struct source *source, struct findings *findings, enum table_id id)
{
    struct table *table = &source->tables[id];
    struct csv csv;
    struct str bytes;
    size_t before = findings->count;
    table->spec = spec_of(id);
    for (size_t i = 0; i < COLUMNS_MAX; i++)
        table->column_at[i] = -1;
    if (!read_text(&bytes, source, findings, table->spec->file, TABLE_SIZE_MAX, table->spec->required)) {
        table->unread = findings->count > before;
        return;
    }
    csv_read(&csv, findings, table->spec->file, bytes);
    table->unread = csv.count == 0 || findings->count > before;
    if (csv.count == 0) {
        if (findings->count == before)
            finding_add(findings, RULE_EMPTY_FILE, (struct spot){ table->spec->file, 0, NULL }, "the file is empty");
        return;
    }
    map_columns(table, findings, &csv.rows[0]);
    table->rows = ARENA_ARRAY(source->arena, struct row, csv.count);
    for (size_t i = 1; i < csv.count; i++) {
        table->rows[table->count].number = csv.rows[i].number;
        table->rows[table->count].cells = even_cells(source, findings, table, &csv.rows[i], csv.rows[0].count);
        add_row(source, findings, table, table->count++);
    }
}

static int by_order(const void *left, const void *right)
{
    const struct guide_page *a = left;
    const struct guide_page *b = right;
    int order = strcmp(a->topic, b->topic);
    if (order == 0)
        order = (a->order > b->order) - (a->order < b->order);
    return order != 0 ? order : strcmp(a->file, b->file);
}

static void load_pages(struct source *source, struct findings *findings, const char *topic)
{
    struct guide *guide = &source->guide;
    struct file_names names;
    struct err err;
    const char *folder = arena_printf(source->arena, "%s/guide/%s", source->folder, topic);
    if (!file_is_dir(folder))
        return;
    if (!file_list(&names, source->arena, folder, ".md", &err)) {
        guide->unread = true;
        finding_add(findings, RULE_BAD_FILE, (struct spot){ "guide", 0, NULL }, "the folder %s %s", topic, err.detail);
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        struct str bytes;
        struct guide_page page = { .topic = topic };
        page.file = arena_printf(source->arena, "guide/%s/%s", topic, names.at[i]);
        bool read = read_text(&bytes, source, findings, page.file, TEXT_SIZE_MAX, true);
        if (read)
            guide_read_page(&page, findings, bytes);
        guide->unread = guide->unread || !read || !page.id[0];
        if (!read)
            continue;
        LIST_ROOM(source->arena, guide->pages, guide->count);
        guide->pages[guide->count++] = page;
    }
}

static void load_guide(struct source *source, struct findings *findings)
{
    struct guide *guide = &source->guide;
    struct file_names topics = { 0 };
    const char *folder = arena_printf(source->arena, "%s/guide", source->folder);
    if (!file_list(&topics, source->arena, folder, "", NULL))
        finding_add(findings, RULE_BAD_FILE, (struct spot){ "guide", 0, NULL }, "the folder can't be listed");
    for (size_t i = 0; i < topics.count; i++)
        load_pages(source, findings, topics.at[i]);
    if (guide->count > 0)
        qsort(guide->pages, guide->count, sizeof(*guide->pages), by_order);
    for (size_t i = 0; i < guide->count; i++) {
        struct guide_page *page = &guide->pages[i];
        if (page->id[0] && !map_add(&guide->ids, source->arena, page->id, i))
            finding_add(findings, RULE_DUPLICATE_ID, (struct spot){ page->file, 1, "id" },
                        "another page has the id %s too", page->id);
    }
}

static void load_translations(struct source *source, struct findings *findings)
{
    const struct tags *languages = &source->manifest.languages;
    source->translations = ARENA_ARRAY(source->arena, struct translations, languages->count);
    for (size_t i = 0; i < languages->count; i++) {
        struct str bytes;
        if (strcmp(languages->at[i], source->manifest.source_language) == 0)
            continue;
        struct translations *to = &source->translations[source->translation_count++];
        to->lang = languages->at[i];
        to->file = arena_printf(source->arena, "po/%s.po", to->lang);
        if (read_text(&bytes, source, findings, to->file, TABLE_SIZE_MAX, false))
            translations_read(to, findings, arena_printf(source->arena, "%s/%s", source->folder, to->file), bytes);
    }
}

bool source_load(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                 struct err *err)
{
    struct str json;
    if (!file_is_dir(folder))
        return err_at(err, ERR_MISSING, folder, 0, "is no folder; name the folder that holds %s", MANIFEST_FILE);
    *out = (struct source){ .arena = arena, .folder = folder };
    bool read = read_text(&json, out, findings, MANIFEST_FILE, TEXT_SIZE_MAX, true);
    manifest_read(&out->manifest, findings, read ? &json : NULL);
    out->day = out->manifest.created;
    for (size_t i = 0; i < TABLE_COUNT; i++)
        load_table(out, findings, (enum table_id)i);
    load_guide(out, findings);
    load_translations(out, findings);
    owners_resolve(out);
    return true;
}

void source_load_tables(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                        const enum table_id *tables, size_t count)
{
    *out = (struct source){ .arena = arena, .folder = folder };
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        out->tables[i].spec = spec_of((enum table_id)i);
        out->tables[i].unread = true;
    }
    for (size_t i = 0; i < count; i++) {
        out->tables[tables[i]].unread = false;
        load_table(out, findings, tables[i]);
    }
}

const char *row_get(const struct table *table, const struct row *row, const char *column)
{
    for (size_t i = 0; i < COLUMNS_MAX && table->spec->columns[i].name; i++) {
        if (strcmp(table->spec->columns[i].name, column) == 0)
            return table->column_at[i] < 0 ? "" : row->cells[table->column_at[i]];
    }
    return "";
}

const struct row *table_find(const struct table *table, const char *id)
{
    size_t at;
    return map_get(&table->ids, id, &at) ? &table->rows[at] : NULL;
}

bool table_lacks(const struct table *table, const char *id)
{
    return !table->unread && !table_find(table, id);
}

struct spot row_spot(const struct table *table, const struct row *row, const char *column)
{
    return (struct spot){ table->spec->file, row->number, column };
}

const char *row_owner_name(const struct table *table, const struct row *row, struct arena *arena)
{
    return arena_printf(arena, "%s/%s", table->spec->name, row_get(table, row, "id"));
}

static bool guide_lacks(const struct guide *guide, const char *id)
{
    return !guide->unread && !guide_find(guide, id);
}

bool source_lacks_record(const struct source *source, const char *record)
{
    struct str id;
    struct str name = str_cut(str_of(record), '/', &id);
    char table_name[64];
    enum table_id table;
    if (name.len >= sizeof(table_name) || id.len == 0)
        return true;
    if (str_eq_c(name, "guide"))
        return guide_lacks(&source->guide, id.at);
    memcpy(table_name, name.at, name.len);
    table_name[name.len] = '\0';
    return !spec_find(&table, table_name) || table_lacks(&source->tables[table], id.at);
}

bool source_lacks_target(const struct source *source, const char *target)
{
    struct str id;
    struct str kind = str_cut(str_of(target), ':', &id);
    if (id.len > 0 && str_eq_c(kind, "page"))
        return guide_lacks(&source->guide, id.at);
    if (id.len > 0 && str_eq_c(kind, "topic"))
        return table_lacks(&source->tables[TABLE_TOPICS], id.at);
    if (id.len == 0 || !str_eq_c(kind, "service"))
        return true;
    const struct row *service = table_find(&source->tables[TABLE_SERVICES], id.at);
    return service ? !service->shown : !source->tables[TABLE_SERVICES].unread;
}
