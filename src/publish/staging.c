#include "publish/staging_parts.h"

#include "base/list.h"
#include "publish/spec.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define VALUE_SHOWN 200

bool staging_open(struct staging **out, const char *source, struct err *err)
{
    CLEANUP(staging_closep) struct staging *staging = calloc(1, sizeof(*staging));
    if (!staging)
        return err_set(err, ERR_IO, "out of memory");
    if (!import_db_open(&staging->db, err))
        return false;
    staging->source = arena_strdup(&staging->arena, source);
    staging_tables_init(staging);
    *out = staging;
    staging = NULL;
    return true;
}

void staging_close(struct staging *staging)
{
    if (!staging)
        return;
    import_db_close(&staging->db);
    arena_destroy(&staging->arena);
    arena_destroy(&staging->round);
    free(staging);
}

void staging_closep(struct staging **staging)
{
    staging_close(*staging);
}

const char *staging_source(const struct staging *staging)
{
    return staging->source;
}

bool staging_ok(const struct staging *staging, struct err *err)
{
    if (!import_db_ok(&staging->db, err))
        return false;
    if (staging->err.code != ERR_NONE && err)
        *err = staging->err;
    return staging->err.code == ERR_NONE;
}

static int64_t file_number(struct staging *staging, const char *name)
{
    static const char sql[] = "INSERT INTO file (n, name) VALUES (?, ?)";
    size_t number;
    if (map_get(&staging->files, name, &number))
        return (int64_t)number;
    number = staging->files.count + 1;
    map_add(&staging->files, &staging->arena, arena_strdup(&staging->arena, name), number);
    (void)LIST_ADD(&staging->arena, staging->file_counts);
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)number);
    import_db_bind_str(stmt, 2, str_of(name));
    import_db_run(&staging->db, stmt);
    return (int64_t)number;
}

struct staging_file_counts *staging_counts(struct staging *staging, int64_t file)
{
    return &staging->file_counts.at[file - 1];
}

static void describe_file(struct staging *staging, const char *file, const char *how, const char *skipped)
{
    static const char sql[] = "UPDATE file SET how = ?2, skipped = ?3 WHERE n = ?1";
    int64_t number = file_number(staging, file);
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, number);
    import_db_bind_str(stmt, 2, str_of(how));
    import_db_bind_str(stmt, 3, str_of(skipped));
    import_db_run(&staging->db, stmt);
}

void staging_file(struct staging *staging, const char *file, const char *how)
{
    describe_file(staging, file, how, NULL);
}

void staging_file_skipped(struct staging *staging, const char *file, const char *why)
{
    describe_file(staging, file, NULL, why);
}

void staging_begin_row(struct staging *staging, struct spot where)
{
    arena_reset(&staging->round);
    staging->where = (struct spot){ arena_strdup(&staging->round, where.file), where.row, NULL };
    staging->file = file_number(staging, where.file);
    staging->refused = false;
    staging->doubted = false;
    staging->at = NULL;
    staging->count = 0;
    staging->main = 0;
    staging->noted = (struct map){ 0 };
}

void staging_write_note(struct staging *staging, enum staging_note kind, struct spot where, struct str value,
                        const char *reason)
{
    static const char sql[] = "INSERT INTO note (kind, file, line, col, value, reason) VALUES (?, ?, ?, ?, ?, ?)";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    struct str shown = value;
    if (shown.len > VALUE_SHOWN)
        shown.len = str_last_letter(value.at, VALUE_SHOWN + 1);
    import_db_bind_int(stmt, 1, kind);
    import_db_bind_str(stmt, 2, str_of(where.file));
    import_db_bind_int(stmt, 3, where.row);
    import_db_bind_str(stmt, 4, str_of(where.column));
    import_db_bind_str(stmt, 5, shown);
    import_db_bind_str(stmt, 6, str_of(reason));
    import_db_run(&staging->db, stmt);
}

static void note(struct staging *staging, enum staging_note kind, const char *column, struct str value,
                 const char *reason, va_list args)
{
    char text[512];
    struct spot where = staging->where;
    where.column = column;
    vsnprintf(text, sizeof(text), reason, args);
    /* A document may hold the same record many times. */
    const char *key =
        arena_printf(&staging->round, "%d|%s|%.*s|%s", (int)kind, column ? column : "", STR_FMT(value), text);
    if (!map_add(&staging->noted, &staging->round, key, 0))
        return;
    staging_write_note(staging, kind, where, value, text);
}

void staging_refuse(struct staging *staging, const char *column, struct str value, const char *reason, ...)
{
    va_list args;
    if (staging->refused)
        return;
    va_start(args, reason);
    note(staging, STAGING_REFUSED, column, value, reason, args);
    va_end(args);
    staging->refused = true;
    staging->record_lost = staging->record_lost || staging->count == 0;
}

void staging_no_record(struct staging *staging, const char *column, struct str value, const char *reason, ...)
{
    va_list args;
    if (staging->refused)
        return;
    va_start(args, reason);
    note(staging, STAGING_REFUSED, column, value, reason, args);
    va_end(args);
    staging->refused = true;
}

void staging_doubt(struct staging *staging, const char *column, struct str value, const char *reason, ...)
{
    va_list args;
    va_start(args, reason);
    note(staging, STAGING_DOUBT, column, value, reason, args);
    va_end(args);
    staging->doubted = true;
}

void staging_covers(struct staging *staging, const char *table)
{
    size_t tab;
    if (staging_find_table(&tab, table))
        staging->tables[tab].covered = true;
}

void staging_incomplete(struct staging *staging, const char *reason, ...)
{
    char text[512];
    va_list args;
    va_start(args, reason);
    vsnprintf(text, sizeof(text), reason, args);
    va_end(args);
    staging->incomplete = arena_strdup(&staging->arena, text);
}

/* Without white space at its ends, and with LF alone for line ends. */
static struct str tidy(struct staging *staging, struct str value)
{
    value = str_trim(value);
    if (value.len == 0 || !memchr(value.at, '\r', value.len))
        return value;
    char *out = arena_alloc(&staging->round, value.len);
    size_t length = 0;
    for (size_t i = 0; i < value.len; i++) {
        bool pair = value.at[i] == '\r' && i + 1 < value.len && value.at[i + 1] == '\n';
        if (!pair)
            out[length++] = value.at[i] == '\r' ? '\n' : value.at[i];
    }
    return (struct str){ out, length };
}

static struct str copy(struct staging *staging, struct str value)
{
    return (struct str){ arena_str(&staging->round, value), value.len };
}

struct str staging_map_id(struct staging *staging, size_t tab, struct str id)
{
    const char *file = staging->tables[tab].spec->file;
    char *out = arena_alloc(&staging->round, IMPORT_ID_SIZE);
    char plain[80];
    snprintf(plain, sizeof(plain), "%.*s", STR_FMT(id));
    if (tab >= HSDS_TABLE_COUNT && id.len < sizeof(plain) && spec_id_is_plain(plain))
        return id;
    import_id_map(out, staging->source, file, id);
    return str_of(out);
}

/* The table that a word such as "service" or "services" means. */
static bool entity_table(size_t *out, struct str word)
{
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        const struct hsds_table *table = hsds_table(i);
        bool singular = strlen(table->name) == word.len && strncasecmp(table->name, word.at, word.len) == 0;
        bool plural = strlen(table->file) == word.len && strncasecmp(table->file, word.at, word.len) == 0;
        if (singular || plural) {
            *out = i;
            return true;
        }
    }
    return false;
}

/* "TABLE/ID" */
static struct str map_record(struct staging *staging, struct str record)
{
    struct str id;
    struct str table = str_cut(record, '/', &id);
    size_t tab;
    if (id.len == 0 || !staging_find_table(&tab, arena_str(&staging->round, table)))
        return record;
    struct str out = staging_map_id(staging, tab, id);
    return str_of(arena_printf(&staging->round, "%.*s/%.*s", STR_FMT(table), STR_FMT(out)));
}

/* A link as the pack has it, when it can be told which table it leads into. */
static struct str map_link(struct staging *staging, const struct staging_pending *pending,
                           const struct hsds_column *column, struct str link)
{
    size_t tab, entity;
    if (column->kind == HSDS_RECORD)
        return map_record(staging, link);
    if (column->kind == HSDS_LINK && staging_find_table(&tab, column->to))
        return staging_map_id(staging, tab, link);
    if (column->kind == HSDS_LINK_ANY && staging_column(&entity, staging, pending->tab, column->to) &&
        entity_table(&tab, pending->row.at[entity]))
        return staging_map_id(staging, tab, link);
    return link;
}

static void map_links(struct staging *staging, struct staging_pending *pending)
{
    const struct hsds_column *columns = staging->tables[pending->tab].spec->columns;
    for (size_t i = 0; i < HSDS_COLUMNS_MAX && columns[i].name; i++) {
        struct str given = pending->row.at[i];
        if (given.len == 0)
            continue;
        pending->row.at[i] = map_link(staging, pending, &columns[i], given);
        if (!str_eq(given, pending->row.at[i]))
            pending->links[i] = given;
    }
}

static void set_cells(struct staging *staging, struct staging_pending *pending, const struct cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str value = tidy(staging, cells[i].value);
        size_t column;
        if (value.len == 0)
            continue;
        if (!staging_column(&column, staging, pending->tab, cells[i].column)) {
            staging_doubt(staging, cells[i].column, value, "is left out: the table has too many columns");
            continue;
        }
        if (pending->row.at[column].len > 0 && !str_eq(pending->row.at[column], value))
            staging_doubt(staging, cells[i].column, value, "is left out: the column stands twice, with \"%.*s\" first",
                          STR_FMT(pending->row.at[column]));
        else
            pending->row.at[column] = copy(staging, value);
    }
}

static void set_id(struct staging *staging, struct staging_pending *pending)
{
    struct staging_row *row = &pending->row;
    size_t x_id;
    pending->given = row->at[0];
    if (pending->given.len == 0) {
        pending->id = staging_made_id(staging, pending->tab, row, "");
    } else {
        struct str id = staging_map_id(staging, pending->tab, pending->given);
        pending->id = arena_str(&staging->round, id);
        bool kept = import_id_is_uuid(pending->given) || str_eq(id, pending->given);
        if (!kept && staging_column(&x_id, staging, pending->tab, STAGING_X_ID) && row->at[x_id].len == 0)
            row->at[x_id] = pending->given;
    }
    row->at[0] = str_of(pending->id);
}

const char *staging_add(struct staging *staging, const char *table, const struct cell *cells, size_t count)
{
    size_t tab;
    if (!staging_find_table(&tab, table)) {
        err_set(&staging->err, ERR_FORMAT, "there is no table %s to import into", table);
        return "";
    }
    struct staging_pending *pending = LIST_ADD(&staging->round, *staging);
    size_t room = staging->tables[tab].column_count + count + 1;
    *pending = (struct staging_pending){ .tab = tab };
    pending->row = (struct staging_row){ ARENA_ARRAY(&staging->round, struct str, room), room };
    set_cells(staging, pending, cells, count);
    map_links(staging, pending);
    set_id(staging, pending);
    return pending->id;
}

void staging_next_is_main(struct staging *staging)
{
    staging->main = staging->count;
}

void staging_add_text(struct staging *staging, const char *table, struct str id, const char *column, struct str text)
{
    struct cell cells[] = { { "id", id }, { column, text } };
    size_t before = staging->count;
    staging_add(staging, table, cells, COUNT(cells));
    if (staging->count > before)
        staging->at[before].appends = true;
}

bool staging_has(struct staging *staging, const char *table, struct str id)
{
    static const char sql[] = "SELECT 1 FROM staged WHERE tab = ? AND id = ?";
    size_t tab;
    if (!staging_find_table(&tab, table))
        return false;
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_str(stmt, 2, staging_map_id(staging, tab, id));
    bool found = import_db_row(&staging->db, stmt);
    import_db_end(stmt);
    return found;
}

bool staging_knows(struct staging *staging, const char *table, struct str id)
{
    size_t tab;
    if (!staging_find_table(&tab, table))
        return false;
    struct str wanted = staging_map_id(staging, tab, id);
    for (size_t i = 0; i < staging->count; i++) {
        if (staging->at[i].tab == tab && str_eq_c(wanted, staging->at[i].id))
            return true;
    }
    return staging_has(staging, table, id);
}
