#include "content/pack.h"

#include "base/list.h"
#include "base/log.h"
#include "content/connection.h"
#include "content/header.h"
#include "content/statement.h"
#include "content/verify.h"
#include "text/fold.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Reading every page of a large pack would take the whole start-up budget. Such a pack was checked when it
 * was installed; here, a page that is damaged since shows as an error of the query that meets it. */
#define CHECK_ALL_PAGES_UP_TO (16 * 1024 * 1024)

/* No text, statement or row of a pack comes near these; a file that needs more is not a pack. */
static const struct {
    int id;
    int value;
} limits[] = {
    { SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
    { SQLITE_LIMIT_COLUMN, 64 },
    { SQLITE_LIMIT_EXPR_DEPTH, 32 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 4 },
    { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 32 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* The file is data from elsewhere: nothing that its schema could carry may run. */
static const struct {
    int id;
    int on;
} switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 0 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
};

/* A file: URI of the path, all but plain characters escaped; "file://" keeps "//…" from naming a host. */
static const char *uri_of(struct arena *arena, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/";
    static const char hex[] = "0123456789ABCDEF";
    char *escaped = arena_alloc(arena, strlen(path) * 3 + 1);
    char *to = escaped;
    for (const char *at = path; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (strchr(plain, *at)) {
            *to++ = *at;
            continue;
        }
        *to++ = '%';
        *to++ = hex[byte >> 4];
        *to++ = hex[byte & 15];
    }
    return arena_printf(arena, "file:%s%s?immutable=1", path[0] == '/' ? "//" : "", escaped);
}

static bool connect(struct pack *pack, struct err *err)
{
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    int code = sqlite3_open_v2(uri_of(&pack->arena, pack->path), &pack->db, flags, NULL);
    for (size_t i = 0; i < COUNT(switches) && code == SQLITE_OK; i++)
        code = sqlite3_db_config(pack->db, switches[i].id, switches[i].on, NULL);
    for (size_t i = 0; i < COUNT(limits) && code == SQLITE_OK; i++)
        sqlite3_limit(pack->db, limits[i].id, limits[i].value);
    if (code == SQLITE_OK)
        code = sqlite3_exec(pack->db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;", NULL,
                            NULL, NULL);
    return code == SQLITE_OK || connection_failed(pack->path, code, err);
}

static bool load_meta(struct pack *pack, struct err *err)
{
    static const char sql[] = "SELECT key, value FROM meta";
    struct {
        struct pack_entry *at;
        size_t count;
    } entries = { 0 };
    CLEANUP(statement_end) struct statement rows = statement_begin(pack, sql);
    while (statement_row(&rows)) {
        struct pack_entry entry = { statement_text(&rows, 0, &pack->arena), statement_text(&rows, 1, &pack->arena) };
        if (entry.key && entry.value)
            *LIST_ADD(&pack->arena, entries) = entry;
    }
    pack->meta = entries.at;
    pack->meta_count = entries.count;
    return statement_ok(&rows, err);
}

static bool load_tags(struct pack_languages *out, struct pack *pack, const char *sql, struct err *err)
{
    struct {
        const char **at;
        size_t count;
    } tags = { 0 };
    CLEANUP(statement_end) struct statement rows = statement_begin(pack, sql);
    while (statement_row(&rows)) {
        const char *tag = statement_text(&rows, 0, &pack->arena);
        if (tag)
            *LIST_ADD(&pack->arena, tags) = tag;
    }
    *out = (struct pack_languages){ (const char *const *)tags.at, tags.count };
    return statement_ok(&rows, err);
}

/* Without these no screen can be shown. */
static bool require_essentials(const struct pack *pack, struct err *err)
{
    static const char *const keys[] = { "source_language", "time_zone" };
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (!pack_meta(pack, keys[i]))
            return err_at(err, ERR_FORMAT, pack->path, 0, "doesn't say its %s; build the pack again", keys[i]);
    }
    if (pack->languages.count == 0)
        return err_at(err, ERR_FORMAT, pack->path, 0, "has no language; build the pack again");
    return true;
}

static bool load(struct pack *pack, struct err *err)
{
    static const char languages_sql[] = "SELECT tag FROM language ORDER BY seq";
    static const char fallback_sql[] = "SELECT tag FROM fallback ORDER BY seq";
    return load_meta(pack, err) && load_tags(&pack->languages, pack, languages_sql, err) &&
           load_tags(&pack->fallback, pack, fallback_sql, err) && require_essentials(pack, err);
}

static bool watch(struct pack *pack, struct err *err)
{
    pack->watched = open(pack->path, O_RDONLY | O_CLOEXEC);
    if (pack->watched >= 0 && fstat(pack->watched, &pack->opened) == 0)
        return true;
    return err_at(err, ERR_IO, pack->path, 0, "can't be opened: %s", strerrordesc_np(errno));
}

bool pack_require_unchanged(const struct pack *pack, struct err *err)
{
    struct stat now;
    const struct stat *then = &pack->opened;
    if (fstat(pack->watched, &now) == 0 && now.st_size == then->st_size && now.st_mtim.tv_sec == then->st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == then->st_mtim.tv_nsec)
        return true;
    return err_at(
        err, ERR_FORMAT, pack->path, 0,
        "was written to while it was shown; start the kiosk again (to replace a pack, copy the new one beside it "
        "and rename it)");
}

bool pack_check_pages(struct pack *pack, struct err *err)
{
    if (!pack->is_checked)
        pack->is_checked = verify_pages(pack->db, pack->path, err);
    return pack->is_checked;
}

bool pack_open(struct pack **out, const char *path, struct err *err)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    int64_t size = 0;

    if (!header_check(&size, path, err))
        return false;
    pack = calloc(1, sizeof(*pack));
    if (!pack)
        log_fatal("out of memory: no room for a pack");
    pack->path = arena_strdup(&pack->arena, path);
    pack->watched = -1;
    if (!watch(pack, err) || !connect(pack, err) || !verify_schema(pack->db, pack->path, err) ||
        (size <= CHECK_ALL_PAGES_UP_TO && !pack_check_pages(pack, err)) || !load(pack, err))
        return false;
    *out = pack;
    pack = NULL;
    return true;
}

void pack_close(struct pack *pack)
{
    if (!pack)
        return;
    for (size_t i = 0; i < pack->prepared_count; i++)
        sqlite3_finalize(pack->prepared[i].stmt);
    sqlite3_close(pack->db);
    if (pack->watched >= 0)
        close(pack->watched);
    fold_close(pack->fold);
    arena_destroy(&pack->search);
    arena_destroy(&pack->arena);
    free(pack);
}

void pack_closep(struct pack **pack)
{
    pack_close(*pack);
}

const char *pack_meta(const struct pack *pack, const char *key)
{
    for (size_t i = 0; i < pack->meta_count; i++) {
        if (strcmp(pack->meta[i].key, key) == 0)
            return pack->meta[i].value;
    }
    return NULL;
}

struct pack_languages pack_languages(const struct pack *pack)
{
    return pack->languages;
}

struct pack_languages pack_fallback(const struct pack *pack)
{
    return pack->fallback;
}
