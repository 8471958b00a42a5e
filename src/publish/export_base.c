#include "publish/export_base.h"

#include "base/list.h"
#include "base/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* SQLite's name for a database in a temporary file that is gone when it is closed. */
#define TEMPORARY ""

static bool failed(const struct export_base *base, struct err *err)
{
    return err_set(err, ERR_IO, "the rows can't be kept: %s; is there room in the folder for temporary files?",
                   sqlite3_errmsg(base->db));
}

bool export_base_run(struct export_base *base, const char *sql, struct err *err)
{
    return sqlite3_exec(base->db, sql, NULL, NULL, NULL) == SQLITE_OK || failed(base, err);
}

bool export_base_ask(sqlite3_stmt **out, struct export_base *base, const char *sql, struct err *err)
{
    return sqlite3_prepare_v2(base->db, sql, -1, out, NULL) == SQLITE_OK || failed(base, err);
}

static void add_column(struct export_base *base, struct export_table *table, struct export_column column)
{
    LIST_ROOM(&base->arena, table->columns, table->count);
    table->columns[table->count++] = column;
}

static bool make_table(struct export_base *base, size_t at, struct err *err)
{
    struct export_table *table = &base->tables[at];
    table->spec = hsds_table(at);
    const char *sql = arena_printf(&base->arena, "CREATE TABLE \"%s\" (row INTEGER PRIMARY KEY", table->spec->file);
    for (size_t i = 0; i < HSDS_COLUMNS_MAX && table->spec->columns[i].name; i++) {
        const struct hsds_column *standard = &table->spec->columns[i];
        const char *quoted = arena_printf(&base->arena, "\"%s\"", standard->name);
        add_column(base, table, (struct export_column){ standard->name, quoted, standard, false });
        sql = arena_printf(&base->arena, "%s, %s TEXT", sql, quoted);
    }
    return export_base_run(base, arena_printf(&base->arena, "%s)", sql), err);
}

bool export_base_open(struct export_base **out, struct err *err)
{
    CLEANUP(export_base_closep) struct export_base *base = calloc(1, sizeof(*base));
    if (!base)
        log_fatal("out of memory: no room for an export");
    base->about = (struct export_about){ "", "", "", "", "", NULL, 0 };
    if (sqlite3_open_v2(TEMPORARY, &base->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL) !=
        SQLITE_OK)
        return failed(base, err);
    if (!export_base_run(base, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16384", err))
        return false;
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        if (!make_table(base, i, err))
            return false;
    }
    *out = base;
    base = NULL;
    return true;
}

void export_base_close(struct export_base *base)
{
    if (!base)
        return;
    sqlite3_close(base->db);
    arena_destroy(&base->arena);
    free(base);
}

void export_base_closep(struct export_base **base)
{
    export_base_close(*base);
}

/* The column of that name that no earlier cell of the same header is; NULL for one that HSDS does not have. */
static struct export_column *standard_column(struct export_table *table, const char *name)
{
    for (size_t i = 0; i < table->count; i++) {
        struct export_column *column = &table->columns[i];
        if (column->standard && !column->given && strcmp(column->name, name) == 0)
            return column;
    }
    return NULL;
}

bool export_base_columns(struct export_base *base, size_t at, const char *const *names, size_t count, struct err *err)
{
    struct export_table *table = &base->tables[at];
    for (size_t i = 0; i < count; i++) {
        struct export_column *known = standard_column(table, names[i]);
        if (known) {
            known->given = true;
            continue;
        }
        /* Its name may be anything, or be there twice, so it gets another one in here. */
        const char *quoted = arena_printf(&base->arena, "\"more %zu\"", table->count);
        add_column(base, table, (struct export_column){ arena_strdup(&base->arena, names[i]), quoted, NULL, true });
        if (!export_base_run(
                base, arena_printf(&base->arena, "ALTER TABLE \"%s\" ADD COLUMN %s TEXT", table->spec->file, quoted),
                err))
            return false;
    }
    return true;
}

void export_remark(struct export_base *base, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    *LIST_ADD(&base->arena, base->remarks) = arena_strdup(&base->arena, text);
}
