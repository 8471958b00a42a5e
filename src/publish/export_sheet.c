/* The directory as one flat table, a row for each service, for people who work in a spreadsheet. */
#include "publish/export.h"
#include "publish/export_file.h"
#include "publish/sheet_hours.h"
#include "publish/sheet_view.h"

#include <stdio.h>
#include <string.h>

static void write_header(struct export_file *file, struct export_base *base)
{
    for (int i = 0; i < SHEET_COLUMN_COUNT; i++)
        if (i < SHEET_MONDAY && i != SHEET_SOURCE)
            export_file_cell(file, sheet_column_word((enum sheet_column)i, base->about.source_language, &base->arena),
                             i == 0);
    fputc('\n', file->stream);
}

static void write_row(struct export_file *file, const struct sheet_view *view)
{
    for (int i = 0; i < SHEET_MONDAY; i++) {
        if (i != SHEET_SOURCE)
            export_file_cell(file, i == SHEET_VERSION ? view->version : view->cells[i], i == 0);
    }
    fputc('\n', file->stream);
}

static bool write_rows(struct export_file *file, struct export_base *base, struct sheet_views *views, size_t *elsewhere,
                       struct err *err)
{
    sqlite3_stmt *stmt = NULL;
    int code = SQLITE_DONE;
    bool good = export_base_ask(&stmt, base, "SELECT id FROM services ORDER BY row", err);
    while (good && (code = sqlite3_step(stmt)) == SQLITE_ROW) {
        struct sheet_view view;
        bool found;
        good = sheet_view_find(&view, views, (const char *)sqlite3_column_text(stmt, 0), &found, err);
        if (!good)
            break;
        write_row(file, &view);
        *elsewhere += strcmp(view.cells[SHEET_HOURS], SHEET_HOURS_ELSEWHERE) == 0;
    }
    sqlite3_finalize(stmt);
    return good && (code == SQLITE_DONE || err_set(err, ERR_IO, "the rows can't be read back"));
}

static bool write_sheet(struct export_base *base, const char *out, struct err *err)
{
    CLEANUP(export_file_end) struct export_file file = { 0 };
    struct sheet_views views = { .base = base, .lang = base->about.source_language };
    size_t elsewhere = 0;
    if (!export_file_begin(&file, out, err))
        return false;
    write_header(&file, base);
    bool good = write_rows(&file, base, &views, &elsewhere, err);
    arena_destroy(&views.arena);
    if (elsewhere > 0)
        export_remark(base, "services whose hours one cell can't tell, which say schedules.csv instead: %zu",
                      elsewhere);
    export_remark(base, "a sheet has one place and one telephone number for each service; others stay in the pack");
    return good && export_file_finish(&file, err);
}

const struct exporter export_sheet = { "sheet", "one CSV with a row for each service", write_sheet };
