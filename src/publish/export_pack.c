/* A built pack as rows to be exported: export_pack.sql says which, this runs it on the attached file. */
#include "content/pack.h"
#include "publish/export_base.h"
#include "publish/import_ids.h"

#include <string.h>

/* export_pack.sql, embedded. */
extern const char export_pack_sql[];

#define LINES_MAX 8

/* The code stands before the city, or behind it: whatever words of the line hold a digit, at one of its ends. */
static struct str cut_code(struct str *city)
{
    struct str line = *city;
    struct str rest;
    struct str first = str_cut(line, ' ', &rest);
    const char *space = line.len > 0 ? memrchr(line.at, ' ', line.len) : NULL;
    if (first.len > 0 && rest.len > 0 && strcspn(first.at, "0123456789") < first.len) {
        *city = rest;
        return first;
    }
    struct str last = space ? (struct str){ space + 1, (size_t)(line.at + line.len - space - 1) } : (struct str){ 0 };
    if (last.len == 0 || strcspn(last.at, "0123456789") >= last.len)
        return (struct str){ 0 };
    *city = (struct str){ line.at, (size_t)(space - line.at) };
    return last;
}

/* address_part(lines, N): 0 the first line, 1 those in the middle, 2 the postal code, 3 the city. */
static void address_part(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct str rest = str_of((const char *)sqlite3_value_text(values[0]));
    struct str lines[LINES_MAX];
    size_t line_count = 0;
    (void)count;
    while (rest.len > 0 && line_count < LINES_MAX)
        lines[line_count++] = str_cut(rest, '\n', &rest);
    struct str city = line_count > 1 ? lines[line_count - 1] : (struct str){ 0 };
    struct str code = cut_code(&city);
    struct str middle = { 0 };
    if (line_count > 2)
        middle =
            (struct str){ lines[1].at, (size_t)(lines[line_count - 2].at + lines[line_count - 2].len - lines[1].at) };
    const struct str parts[] = { line_count > 0 ? lines[0] : (struct str){ 0 }, middle, code, city };
    int wanted = sqlite3_value_int(values[1]);
    struct str part = wanted >= 0 && (size_t)wanted < COUNT(parts) ? parts[wanted] : (struct str){ 0 };
    if (part.len > 0)
        sqlite3_result_text(context, part.at, (int)part.len, SQLITE_TRANSIENT);
}

/* made_id(table, text) */
static void made_id(sqlite3_context *context, int count, sqlite3_value **values)
{
    const struct export_base *base = sqlite3_user_data(context);
    const char *table = (const char *)sqlite3_value_text(values[0]);
    const char *text = (const char *)sqlite3_value_text(values[1]);
    char id[IMPORT_ID_SIZE];
    (void)count;
    if (!table || !text)
        return;
    import_id_map(id, base->about.id, table, str_of(text));
    sqlite3_result_text(context, id, -1, SQLITE_TRANSIENT);
}

/* SQLite opens the file read-only and takes it for one that never changes; what means something in a URI is escaped. */
static const char *uri_of(struct arena *arena, const char *path)
{
    const char *uri = path[0] == '/' ? "file://" : "file:";
    for (const char *at = path; *at;) {
        size_t plain = strcspn(at, "%?#");
        uri = arena_printf(arena, "%s%.*s", uri, (int)plain, at);
        at += plain;
        if (*at)
            uri = arena_printf(arena, "%s%%%02X", uri, (unsigned)(unsigned char)*at++);
    }
    return arena_printf(arena, "%s?mode=ro&immutable=1", uri);
}

static const char *meta_copy(struct export_base *base, const struct pack *pack, const char *key)
{
    const char *value = pack_meta(pack, key);
    return value ? arena_strdup(&base->arena, value) : "";
}

/* Opening it as a kiosk does says what is wrong with a file that is none. */
static bool read_about(struct export_base *base, const char *path, struct err *err)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    if (!pack_open(&pack, path, err))
        return false;
    struct pack_languages tags = pack_languages(pack);
    const char **languages = ARENA_ARRAY(&base->arena, const char *, tags.count);
    for (size_t i = 0; i < tags.count; i++)
        languages[i] = arena_strdup(&base->arena, tags.tags[i]);
    base->about = (struct export_about){ meta_copy(base, pack, "id"),
                                         meta_copy(base, pack, "city"),
                                         meta_copy(base, pack, "country"),
                                         meta_copy(base, pack, "source_language"),
                                         meta_copy(base, pack, "created"),
                                         languages,
                                         tags.count };
    return true;
}

static bool attach(struct export_base *base, const char *path, struct err *err)
{
    sqlite3_stmt *stmt = NULL;
    if (!export_base_ask(&stmt, base, "ATTACH ?1 AS pack", err))
        return false;
    sqlite3_bind_text(stmt, 1, uri_of(&base->arena, path), -1, SQLITE_TRANSIENT);
    int code = sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    return code == SQLITE_DONE || err_at(err, ERR_IO, path, 0, "can't be read: %s", sqlite3_errmsg(base->db));
}

/* A column that no row fills is none that the pack has. */
static bool mark_given(struct export_base *base, struct export_table *table, struct err *err)
{
    for (size_t i = 0; i < table->count; i++) {
        sqlite3_stmt *stmt = NULL;
        const char *sql = arena_printf(&base->arena, "SELECT 1 FROM \"%s\" WHERE %s IS NOT NULL LIMIT 1",
                                       table->spec->file, table->columns[i].sql);
        if (!export_base_ask(&stmt, base, sql, err))
            return false;
        table->columns[i].given = sqlite3_step(stmt) == SQLITE_ROW;
        sqlite3_finalize(stmt);
    }
    return true;
}

bool export_from_pack(struct export_base *base, const char *path, struct err *err)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    if (!read_about(base, path, err) || !attach(base, path, err))
        return false;
    sqlite3_create_function(base->db, "made_id", 2, flags, base, made_id, NULL, NULL);
    sqlite3_create_function(base->db, "address_part", 2, flags, NULL, address_part, NULL, NULL);
    if (!export_base_run(base, "BEGIN", err) || !export_base_run(base, export_pack_sql, err) ||
        !export_base_run(base, "COMMIT; DROP VIEW term; DROP VIEW said; DROP VIEW local; DETACH pack", err))
        return false;
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        if (!mark_given(base, &base->tables[i], err))
            return false;
    }
    return true;
}
