/* One flat table with a row for each service: a CSV file or a workbook, with columns that are called as people call
 * them. */
#include "publish/grid.h"
#include "publish/importer.h"
#include "publish/sheet_import.h"

#include <stdio.h>
#include <string.h>

/* Where the columns of a sheet are. */
struct layout {
    enum sheet_column at[1024];
    const char *headers[1024];
    size_t count;
    bool has[SHEET_COLUMN_COUNT];
    size_t known;
};

static void read_layout(struct layout *out, const struct grid_row *row, struct sheet_words *words, struct arena *arena)
{
    memset(out, 0, sizeof(*out));
    out->count = row->count < COUNT(out->at) ? row->count : COUNT(out->at);
    for (size_t i = 0; i < out->count; i++) {
        out->headers[i] = arena_str(arena, str_trim(row->cells[i]));
        out->at[i] = sheet_words_column(words, str_trim(row->cells[i]));
        if (out->at[i] != SHEET_COLUMN_COUNT && out->has[out->at[i]])
            out->at[i] = SHEET_COLUMN_COUNT; /* the first of a name counts */
        if (out->at[i] == SHEET_COLUMN_COUNT)
            continue;
        out->has[out->at[i]] = true;
        out->known++;
    }
}

static bool is_sheet(const struct layout *layout)
{
    return layout->has[SHEET_NAME] && (layout->has[SHEET_ORGANIZATION] || layout->has[SHEET_ID]) && layout->known >= 3;
}

/* A score from what the first rows of the feed's tables are called. */
static bool look(struct detection *out, struct feed *feed, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(sheet_words_closep) struct sheet_words *words = NULL;
    CLEANUP(grids_closep) struct grids *grids = NULL;
    if (!sheet_words_open(&words, err) || !grids_open(&grids, feed, err))
        return false;
    for (size_t i = 0; i < grids_count(grids); i++) {
        CLEANUP(grid_closep) struct grid *grid = NULL;
        struct layout *layout = ARENA_NEW(&arena, struct layout);
        const struct grid_row *row;
        if (!grid_open(&grid, grids, i, err) || !grid_next(grid, &row, err))
            return false;
        if (!row)
            continue;
        read_layout(layout, row, words, &arena);
        int score = !is_sheet(layout) ? 0 : layout->has[SHEET_VERSION] && layout->has[SHEET_ID] ? 95 : 55;
        out->score = score > out->score ? score : out->score;
    }
    return true;
}

static void detect(struct detection *out, struct feed *feed)
{
    struct err err = { 0 };
    *out = (struct detection){ 0 };
    if (!look(out, feed, &err))
        snprintf(out->missing, sizeof(out->missing), "%.200s", err.detail);
    else if (out->score == 0)
        snprintf(out->missing, sizeof(out->missing),
                 "no table has columns for the name of a service and for its organization, as the one that "
                 "`maison-pack new` makes");
}

/* Cells under names that are none of ours are kept, in columns of their own of services.csv. */
static void stage_others(struct sheet_import *import, const struct sheet_record *record, const struct layout *layout,
                         const struct grid_row *row)
{
    struct sheet_cells cells = { .count = 0 };
    sheet_set(&cells, "id", str_of(record->id));
    for (size_t i = 0; i < row->count && i < layout->count; i++) {
        struct str cell = str_trim(row->cells[i]);
        if (layout->at[i] == SHEET_COLUMN_COUNT && layout->headers[i][0] && cell.len > 0)
            sheet_set(&cells, arena_printf(&import->arena, "x_%s", layout->headers[i]), cell);
    }
    if (cells.count > 1)
        sheet_add(import, "services", &cells);
}

static bool read_record(struct sheet_record *out, struct sheet_import *import, const struct layout *layout,
                        const struct grid_row *row, struct err *err)
{
    bool found = false;
    memset(out, 0, sizeof(*out));
    for (size_t i = 0; i < layout->count; i++) {
        if (layout->at[i] == SHEET_COLUMN_COUNT)
            continue;
        out->headers[layout->at[i]] = layout->headers[i];
        if (i < row->count)
            out->at[layout->at[i]] = str_trim(row->cells[i]);
    }
    const char *id = arena_str(&import->arena, out->at[SHEET_ID]);
    if (!sheet_view_find(&out->view, &import->views, id, &found, err))
        return false;
    out->known = found && id[0];
    out->current = out->known && str_eq_c(out->at[SHEET_VERSION], out->view.version);
    for (int i = 0; i < SHEET_COLUMN_COUNT; i++) {
        if (!layout->has[i])
            out->at[i] = str_of(out->view.cells[i]);
    }
    out->id = id[0] ? id
                    : arena_printf(&import->arena, "%.*s|%.*s|%.*s", STR_FMT(out->at[SHEET_NAME]),
                                   STR_FMT(out->at[SHEET_ORGANIZATION]), STR_FMT(out->at[SHEET_ADDRESS]));
    return true;
}

static void stage(struct sheet_import *import, const struct sheet_record *record)
{
    sheet_stage_service(import, record);
    const char *site = sheet_stage_place(import, record);
    sheet_stage_phone(import, record);
    sheet_stage_hours(import, record, site);
    sheet_stage_terms(import, record);
    sheet_stage_languages(import, record);
    sheet_stage_source(import, record);
}

/* A row that begins with "#" is a note to people, such as the template's examples. */
static bool is_note(const struct grid_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        struct str cell = str_trim(row->cells[i]);
        if (cell.len > 0)
            return cell.at[0] == '#';
    }
    return true;
}

static bool take_row(struct sheet_import *import, const struct layout *layout, const struct grid_row *row,
                     const char *file, struct err *err)
{
    struct sheet_record record;
    struct staging *staging = import->staging;
    arena_reset(&import->arena);
    if (!read_record(&record, import, layout, row, err))
        return false;
    staging_begin_row(staging, (struct spot){ file, row->number, NULL });
    if (row->fault)
        staging_refuse(staging, NULL, (struct str){ 0 }, "%s", row->fault);
    else if (record.at[SHEET_NAME].len == 0)
        staging_refuse(staging, record.headers[SHEET_NAME], record.at[SHEET_NAME], "the service has no name");
    else if (record.at[SHEET_ORGANIZATION].len == 0)
        staging_refuse(staging, record.headers[SHEET_ORGANIZATION], record.at[SHEET_ORGANIZATION],
                       "nothing says who runs the service");
    else
        stage(import, &record);
    if (!row->fault)
        stage_others(import, &record, layout, row);
    for (size_t i = 0; i < row->count && i < layout->count; i++) {
        if (row->formulas[i])
            staging_doubt(staging, layout->headers[i], row->cells[i],
                          "a formula made this value when the file was saved");
    }
    staging_end_row(staging);
    return true;
}

static void tell(struct sheet_import *import, const struct layout *layout, const char *file, const struct grid *grid)
{
    char how[400];
    size_t used = (size_t)snprintf(how, sizeof(how), "%s", grid_how(grid));
    bool first = true;
    for (size_t i = 0; i < layout->count && used < sizeof(how); i++) {
        if (layout->at[i] != SHEET_COLUMN_COUNT || !layout->headers[i][0])
            continue;
        used += (size_t)snprintf(how + used, sizeof(how) - used, "%s%s",
                                 first ? "; kept beside the others, columns that we don't know: " : ", ",
                                 layout->headers[i]);
        first = false;
    }
    staging_file(import->staging, file, how);
}

static bool read_grid(struct sheet_import *import, struct grids *grids, size_t at, size_t *sheets, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(grid_closep) struct grid *grid = NULL;
    struct layout *layout = ARENA_NEW(&arena, struct layout);
    const char *file = grids_name(grids, at);
    const struct grid_row *row;
    if (!grid_open(&grid, grids, at, err) || !grid_next(grid, &row, err))
        return false;
    if (row)
        read_layout(layout, row, import->words, &arena);
    if (!row || !is_sheet(layout)) {
        staging_file_skipped(import->staging, file, "it has no columns for the name of a service and its organization");
        return true;
    }
    tell(import, layout, file, grid);
    ++*sheets;
    while (grid_next(grid, &row, err)) {
        if (!row)
            return true;
        if (!is_note(row) && !take_row(import, layout, row, file, err))
            return false;
    }
    return false;
}

/* What the folder's rows are found by. */
static const char indexes[] =
    "CREATE INDEX s1 ON services (id); CREATE INDEX s2 ON organizations (id); CREATE INDEX s3 ON organizations (name);"
    "CREATE INDEX s4 ON service_at_location (service_id); CREATE INDEX s5 ON service_at_location (id);"
    "CREATE INDEX s6 ON service_at_location (location_id); CREATE INDEX s7 ON locations (id);"
    "CREATE INDEX s8 ON addresses (location_id); CREATE INDEX s9 ON addresses (id); CREATE INDEX s10 ON phones "
    "(service_id);"
    "CREATE INDEX s11 ON phones (service_at_location_id); CREATE INDEX s12 ON phones (id);"
    "CREATE INDEX s13 ON schedules (service_at_location_id); CREATE INDEX s14 ON schedules (service_id);"
    "CREATE INDEX s15 ON schedules (location_id); CREATE INDEX s16 ON schedules (id);"
    "CREATE INDEX s17 ON attributes (link_id); CREATE INDEX s18 ON attributes (id);"
    "CREATE INDEX s19 ON languages (service_id); CREATE INDEX s20 ON languages (id);";

static const char *const covered[] = { "services",  "service_at_location", "locations", "addresses", "phones",
                                       "schedules", "attributes",          "languages", "closures",  "sources" };

static bool read_all(struct sheet_import *import, struct feed *feed, struct err *err)
{
    CLEANUP(grids_closep) struct grids *grids = NULL;
    size_t sheets = 0;
    if (!grids_open(&grids, feed, err))
        return false;
    for (size_t i = 0; i < grids_count(grids); i++) {
        if (!read_grid(import, grids, i, &sheets, err))
            return false;
    }
    if (sheets == 0)
        return err_at(err, ERR_FORMAT, feed_path(feed), 0,
                      "holds no table with columns for the name of a service and for its organization");
    for (size_t i = 0; i < COUNT(covered); i++)
        staging_covers(import->staging, covered[i]);
    return true;
}

static bool read_feed(struct staging *staging, struct feed *feed, const struct import_context *context, struct err *err)
{
    struct sheet_import import = { .staging = staging, .context = context };
    bool good = import_pack_open(&import.pack, context->into, err) && export_base_open(&import.base, err) &&
                export_from_folder(import.base, context->into, err) && export_base_run(import.base, indexes, err) &&
                sheet_words_open(&import.words, err);
    import.views = (struct sheet_views){ .base = import.base, .lang = context->language };
    good = good && read_all(&import, feed, err);
    arena_destroy(&import.views.arena);
    arena_destroy(&import.arena);
    sheet_words_close(import.words);
    export_base_close(import.base);
    import_pack_close(import.pack);
    return good;
}

const struct importer import_sheet = { "sheet", "one table with a row for each service", detect, read_feed };
