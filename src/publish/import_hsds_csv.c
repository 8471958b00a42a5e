/* HSDS as CSV files: 3.0 to 3.2 as they are, 1.1 and 2.0 by what their tables and columns are called today. With or
 * without a descriptor; it is not asked. */
#include "publish/csv_stream.h"
#include "publish/hsds_tidy.h"
#include "publish/hsds_versions.h"
#include "publish/importer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A file of the feed that is a table. */
struct table_file {
    size_t at; /* in the feed */
    const char *name;
    const struct hsds_file *file;
    const char **columns; /* as HSDS 3.2 calls them */
    size_t width;
};

struct reading {
    struct arena *arena; /* as long as the reading */
    struct arena round;  /* of one row */
    struct staging *staging;
    struct feed *feed;
};

static bool is_csv(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && (strcasecmp(dot, ".csv") == 0 || strcasecmp(dot, ".tsv") == 0 || strcasecmp(dot, ".txt") == 0);
}

static size_t find_text(const char *const *list, size_t count, const char *wanted)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i], wanted) == 0)
            return i;
    }
    return SIZE_MAX;
}

/* Old names become new ones, unless the file has the new one as well. */
static void name_columns(struct table_file *table, const struct csv_line *names, struct arena *arena)
{
    table->width = names->count;
    table->columns = ARENA_ARRAY(arena, const char *, names->count);
    for (size_t i = 0; i < names->count; i++)
        table->columns[i] = arena_str(arena, str_trim(names->cells[i]));
    for (size_t i = 0; i < names->count; i++) {
        const char *name = hsds_file_column(table->file, names->cells[i], arena);
        if (find_text(table->columns, names->count, name) == SIZE_MAX)
            table->columns[i] = name;
    }
}

static bool has(const struct table_file *table, const char *column)
{
    return find_text(table->columns, table->width, column) != SIZE_MAX;
}

/* Reads the row of names. *out stays without a file when HSDS has no such table. */
static bool look_at(struct table_file *out, struct feed *feed, size_t at, struct arena *arena, struct err *err)
{
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    *out = (struct table_file){ .at = at, .name = feed_file(feed, at)->name };
    if (!is_csv(out->name) || !hsds_file_find(out->name, NULL, 0))
        return true;
    if (!csv_stream_open(&stream, feed, at, err) || !csv_stream_next(stream, &line, err))
        return false;
    if (!line || line->fault)
        return true;
    out->file = hsds_file_find(out->name, line->cells, line->count);
    name_columns(out, line, arena);
    return true;
}

/* What a table can't do without: then the file is no HSDS, whatever its name. */
static const char *missing_column(const struct table_file *table)
{
    static const struct {
        const char *table;
        const char *columns[4];
    } needs[] = {
        { "organizations", { "id", "name" } },
        { "services", { "id", "name", "organization_id" } },
        { "locations", { "id" } },
        { "service_at_location", { "service_id", "location_id" } },
        { "addresses", { "address_1", "location_id" } },
        { "phones", { "number" } },
        { "schedules", { "opens_at" } },
        { "attributes", { "link_id", "taxonomy_term_id" } },
    };
    for (size_t i = 0; i < COUNT(needs) && table->file->way == HSDS_AS_ROWS; i++) {
        for (size_t j = 0; strcmp(needs[i].table, table->file->table) == 0 && j < 4 && needs[i].columns[j]; j++) {
            if (!has(table, needs[i].columns[j]))
                return needs[i].columns[j];
        }
    }
    return NULL;
}

static void detect(struct detection *out, struct feed *feed)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err err;
    *out = (struct detection){ 0 };
    snprintf(out->missing, sizeof(out->missing), "there is no services.csv and no organizations.csv");
    for (size_t i = 0; i < feed_count(feed); i++) {
        struct table_file table;
        if (!look_at(&table, feed, i, &arena, &err)) {
            *out = (struct detection){ 0 };
            snprintf(out->missing, sizeof(out->missing), "%.250s", err.detail);
            return;
        }
        if (!table.file || table.file->way != HSDS_AS_ROWS)
            continue;
        bool service = strcmp(table.file->table, "services") == 0;
        const char *missing = missing_column(&table);
        if (!missing)
            out->score = service ? 97 : out->score < 60 ? 60 : out->score;
        else if (service || out->score == 0)
            snprintf(out->missing, sizeof(out->missing), "%s has no column %s", table.name, missing);
    }
}

/* Files in the order of their tables, so that what is linked to comes first; then by name. */
static int by_table(const void *left, const void *right)
{
    const struct table_file *a = left;
    const struct table_file *b = right;
    size_t first = HSDS_TABLE_COUNT;
    size_t second = HSDS_TABLE_COUNT;
    if (!hsds_find(&first, a->file->table) || a->file->way != HSDS_AS_ROWS)
        first = HSDS_TABLE_COUNT;
    if (!hsds_find(&second, b->file->table) || b->file->way != HSDS_AS_ROWS)
        second = HSDS_TABLE_COUNT;
    if (first != second)
        return first < second ? -1 : 1;
    return strcmp(a->name, b->name);
}

static struct hsds_cells cells_of(struct reading *reading, const struct table_file *table, const struct csv_line *line)
{
    struct hsds_cells cells = { .arena = &reading->round };
    for (size_t i = 0; i < line->count && i < table->width; i++) {
        if (table->columns[i][0] && line->cells[i].len > 0)
            hsds_cells_add(&cells, table->columns[i], line->cells[i]);
    }
    if (table->file->set[0] && hsds_cells_get(&cells, table->file->set[0]).len == 0)
        hsds_cells_set(&cells, table->file->set[0], str_of(table->file->set[1]));
    return cells;
}

/* Files before 3.1 do not say which table an attribute's link leads into. */
static void find_entity(struct reading *reading, struct hsds_cells *cells)
{
    struct str link = hsds_cells_get(cells, "link_id");
    if (link.len == 0 || hsds_cells_get(cells, "link_entity").len > 0)
        return;
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        if (staging_has(reading->staging, hsds_table(i)->file, link)) {
            hsds_cells_set(cells, "link_entity", str_of(hsds_table(i)->name));
            return;
        }
    }
}

/* In 1.0 a service had its place itself. */
static void add_place(struct reading *reading, struct hsds_cells *cells)
{
    struct str location = hsds_cells_get(cells, "location_id");
    struct str service = hsds_cells_get(cells, "id");
    if (location.len == 0 || service.len == 0)
        return;
    struct cell place[] = { { "service_id", service }, { "location_id", location } };
    hsds_cells_set(cells, "location_id", (struct str){ 0 });
    staging_add(reading->staging, "services", cells->at, cells->count);
    staging_add(reading->staging, "service_at_location", place, COUNT(place));
}

static void add_row(struct reading *reading, const struct table_file *table, struct hsds_cells *cells)
{
    const char *name = table->file->table;
    hsds_tidy(reading->staging, name, cells);
    if (strcmp(name, "attributes") == 0)
        find_entity(reading, cells);
    if (strcmp(name, "services") == 0 && hsds_cells_get(cells, "location_id").len > 0)
        add_place(reading, cells);
    else
        staging_add(reading->staging, name, cells->at, cells->count);
}

static void add_text(struct reading *reading, struct hsds_cells *cells)
{
    struct str service = hsds_cells_get(cells, "service_id");
    struct str text = hsds_cells_get(cells, "eligibility_description");
    if (service.len == 0 || text.len == 0 || !staging_has(reading->staging, "services", service))
        staging_no_record(reading->staging, "service_id", service, "leads to no service");
    else
        staging_add_text(reading->staging, "services", service, "eligibility_description", text);
}

static bool is_yes(struct str word)
{
    return word.len > 0 && strchr("1tTyY", word.at[0]);
}

/* 1.1's holiday schedules. Ours know days off of one service, or of all. */
static void add_closure(struct reading *reading, struct hsds_cells *cells)
{
    bool closed = is_yes(hsds_cells_get(cells, "closed"));
    struct str service = hsds_cells_get(cells, "service_id");
    struct str start = hsds_cells_get(cells, "start");
    struct str opens = hsds_cells_get(cells, "opens_at");
    struct cell closure[] = {
        { "id", hsds_cells_get(cells, "id") },
        { "name", start },
        { "start", start },
        { "end", hsds_cells_get(cells, "end") },
        { "service_id", service },
        { "opens_at", closed ? (struct str){ 0 } : opens },
        { "closes_at", closed ? (struct str){ 0 } : hsds_cells_get(cells, "closes_at") },
    };
    if (service.len == 0 || start.len == 0)
        staging_no_record(reading->staging, "service_id", service, "a day off needs a service and a first day");
    else if (!closed && opens.len == 0)
        staging_no_record(reading->staging, "opens_at", opens, "the day is neither closed nor has it hours");
    else
        staging_add(reading->staging, "closures", closure, COUNT(closure));
}

static bool repeats_names(const struct csv_line *line, const struct csv_line *names)
{
    for (size_t i = 0; i < line->count; i++) {
        if (i >= names->count || !str_eq(str_trim(line->cells[i]), names->cells[i]))
            return false;
    }
    return line->count == names->count;
}

/* A row with too few cells or too many is not guessed at; its id stands where it should. */
static void refuse_ragged(struct reading *reading, const struct table_file *table, const struct csv_line *line)
{
    size_t id = find_text(table->columns, table->width, "id");
    struct str first = line->count > 0 ? line->cells[0] : (struct str){ 0 };
    if (id == 0 && first.len > 0 && table->file->way == HSDS_AS_ROWS)
        staging_add(reading->staging, table->file->table, &(struct cell){ "id", first }, 1);
    staging_refuse(reading->staging, NULL, first, "has %zu cells where the first row has %zu", line->count,
                   table->width);
}

static bool is_ragged(const struct table_file *table, const struct csv_line *line)
{
    bool more = false;
    for (size_t i = table->width; i < line->count; i++)
        more = more || str_trim(line->cells[i]).len > 0;
    return line->count < table->width || more;
}

static bool is_empty(const struct csv_line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        if (str_trim(line->cells[i]).len > 0)
            return false;
    }
    return true;
}

static void read_row(struct reading *reading, const struct table_file *table, const struct csv_line *names,
                     const struct csv_line *line)
{
    arena_reset(&reading->round);
    struct hsds_cells cells = cells_of(reading, table, line);
    staging_begin_row(reading->staging, (struct spot){ table->name, line->row, NULL });
    if (line->fault)
        staging_refuse(reading->staging, NULL, (struct str){ 0 }, "%s", line->fault);
    else if (repeats_names(line, names))
        staging_no_record(reading->staging, NULL, (struct str){ 0 }, "repeats the names of the columns");
    else if (is_empty(line))
        staging_no_record(reading->staging, NULL, (struct str){ 0 }, "has empty cells only");
    else if (is_ragged(table, line))
        refuse_ragged(reading, table, line);
    else if (table->file->way == HSDS_AS_TEXT)
        add_text(reading, &cells);
    else if (table->file->way == HSDS_AS_CLOSURE)
        add_closure(reading, &cells);
    else
        add_row(reading, table, &cells);
    staging_end_row(reading->staging);
}

/* The names outlive the line that they came in. */
static struct csv_line copy_line(const struct csv_line *line, struct arena *arena)
{
    struct str *cells = ARENA_ARRAY(arena, struct str, line->count);
    for (size_t i = 0; i < line->count; i++) {
        struct str name = str_trim(line->cells[i]);
        cells[i] = (struct str){ arena_str(arena, name), name.len };
    }
    return (struct csv_line){ .row = line->row, .cells = cells, .count = line->count };
}

static const char *how_read(const struct csv_stream *stream, struct arena *arena)
{
    static const struct {
        char delimiter;
        const char *name;
    } names[] = { { ';', "semicolons" }, { '\t', "tabs" } };
    const char *charset = charset_name(csv_stream_charset(stream));
    for (size_t i = 0; i < COUNT(names); i++) {
        if (names[i].delimiter == csv_stream_delimiter(stream))
            return arena_printf(arena, "%s, %s between the cells", charset, names[i].name);
    }
    return csv_stream_charset(stream) == CHARSET_UTF_8 ? NULL : charset;
}

static bool read_file(struct reading *reading, const struct table_file *table, struct err *err)
{
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    const struct csv_line *line;
    if (!csv_stream_open(&stream, reading->feed, table->at, err) || !csv_stream_next(stream, &line, err))
        return false;
    if (!line)
        return true;
    struct csv_line names = copy_line(line, reading->arena);
    staging_file(reading->staging, table->name, how_read(stream, reading->arena));
    if (table->file->way != HSDS_AS_TEXT)
        staging_covers(reading->staging, table->file->table);
    while (csv_stream_next(stream, &line, err)) {
        if (!line)
            return true;
        read_row(reading, table, &names, line);
    }
    return false;
}

static const char *why_skipped(const struct table_file *table)
{
    if (strcmp(table->name, "datapackage.json") == 0)
        return "the descriptor is not needed";
    if (!table->file)
        return "is no table of HSDS";
    return table->file->way == HSDS_NOT_TAKEN ? "HSDS has no table for it any more" : NULL;
}

struct table_files {
    struct table_file *at;
    size_t count;
};

/* The tables of the feed; a file that is called like one and is none makes the whole feed a foreign one. */
static bool list_tables(struct table_files *out, struct reading *reading, struct err *err)
{
    out->at = ARENA_ARRAY(reading->arena, struct table_file, feed_count(reading->feed));
    out->count = 0;
    for (size_t i = 0; i < feed_count(reading->feed); i++) {
        struct table_file table;
        if (!look_at(&table, reading->feed, i, reading->arena, err))
            return false;
        const char *skipped = why_skipped(&table);
        if (skipped) {
            staging_file_skipped(reading->staging, table.name, skipped);
            continue;
        }
        const char *missing = missing_column(&table);
        if (missing)
            return err_at(err, ERR_FORMAT, table.name, 1, "has no column %s, and so it is no HSDS", missing);
        out->at[out->count++] = table;
    }
    if (out->count == 0)
        return err_at(err, ERR_FORMAT, feed_path(reading->feed), 0, "holds no table of HSDS");
    qsort(out->at, out->count, sizeof(*out->at), by_table);
    return true;
}

static bool read_feed(struct staging *staging, struct feed *feed, const struct import_context *context, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct reading reading = { .arena = &arena, .staging = staging, .feed = feed };
    struct table_files tables;
    (void)context;
    bool good = list_tables(&tables, &reading, err);
    for (size_t i = 0; good && i < tables.count; i++)
        good = read_file(&reading, &tables.at[i], err);
    arena_destroy(&reading.round);
    return good;
}

const struct importer import_hsds_csv = { "hsds-csv", "HSDS tables as CSV", detect, read_feed };
