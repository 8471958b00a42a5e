#include "publish/build.h"

#include "base/list.h"
#include "content/pack.h"
#include "content/schema.h"
#include "publish/build_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int64_t build_seq_of(const struct build *build, const char *service_id)
{
    size_t at;
    return map_get(&build->source->tables[TABLE_SERVICES].ids, service_id, &at) ? build->service_seq[at] : 0;
}

struct ordered {
    int64_t order;
    const struct row *row;
};

static int by_order(const void *left, const void *right)
{
    const struct ordered *a = left;
    const struct ordered *b = right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return (a->row->number > b->row->number) - (a->row->number < b->row->number);
}

const struct row **build_in_order(const struct build *build, const struct table *table)
{
    struct arena *arena = build->source->arena;
    struct ordered *list = ARENA_ARRAY(arena, struct ordered, table->count);
    const struct row **rows = ARENA_ARRAY(arena, const struct row *, table->count);
    for (size_t i = 0; i < table->count; i++) {
        list[i].row = &table->rows[i];
        if (!str_to_int64(str_of(row_get(table, list[i].row, "order")), &list[i].order))
            list[i].order = INT64_MAX;
    }
    if (table->count > 0)
        qsort(list, table->count, sizeof(*list), by_order);
    for (size_t i = 0; i < table->count; i++)
        rows[i] = list[i].row;
    return rows;
}

bool build_next_word(const char **out, struct build_words *words, struct arena *arena)
{
    struct str word;
    while (terms_next(&words->rest, &word)) {
        *out = arena_str(arena, word);
        if (map_add(&words->seen, arena, *out, 0))
            return true;
    }
    return false;
}

int64_t build_count(struct build_counter *counter, struct arena *arena, const char *owner)
{
    size_t at = counter->count;
    if (map_add(&counter->owners, arena, owner, at)) {
        LIST_ROOM(arena, counter->counts, counter->count);
        counter->counts[counter->count++] = 0;
    } else {
        map_get(&counter->owners, owner, &at);
    }
    return ++counter->counts[at];
}

static void db_closep(sqlite3 **db)
{
    sqlite3_close(*db);
}

static bool run_sql(sqlite3 *db, const char *sql, struct err *err)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return err_set(err, ERR_IO, "the database can't be made: %s", sqlite3_errmsg(db));
    return true;
}

/* In memory, so that only finished pages ever reach the disk. */
static bool open_empty(sqlite3 **db, struct err *err)
{
    char identity[128];
    snprintf(identity, sizeof(identity), "PRAGMA application_id=%d; PRAGMA user_version=%d", PACK_APPLICATION_ID,
             PACK_FORMAT);
    if (sqlite3_open_v2(":memory:", db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
        return err_set(err, ERR_IO, "the database can't be opened: %s", sqlite3_errmsg(*db));
    return run_sql(*db, "PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA foreign_keys=ON", err) &&
           run_sql(*db, identity, err) && schema_make(*db, err);
}

static build_part *const parts[] = {
    build_meta,           build_topics,
    build_emergency,      build_answers,
    build_phrases,        build_steps,
    build_notices,        build_kiosks,
    build_pages,          build_services,
    build_places,         build_service_topics,
    build_service_terms,  build_service_languages,
    build_service_places, build_phones,
    build_schedules,      build_documents,
    build_costs,          build_closures,
    build_sources,        build_texts,
    build_abbreviations,  build_clips,
    build_search, /* reads what the others have written */
};

static bool fill(const struct build *build, struct err *err)
{
    if (!run_sql(build->db, "BEGIN", err))
        return false;
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!parts[i](build, err))
            return false;
    }
    return run_sql(build->db, "COMMIT", err);
}

/* VACUUM INTO lays the tables out afresh in the order of their keys, so the order of inserts leaves no trace. */
static bool save(sqlite3 *db, const char *path, struct err *err)
{
    sqlite3_stmt *stmt = NULL;
    unlink(path);
    int code = sqlite3_prepare_v2(db, "VACUUM INTO ?", -1, &stmt, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(stmt, 1, path, -1, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    if (code != SQLITE_DONE)
        return err_at(err, ERR_IO, path, 0, "can't be written: %s", sqlite3_errmsg(db));
    return true;
}

static bool flush(const char *path, int flags, struct err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | flags);
    bool flushed = fd >= 0 && fsync(fd) == 0;
    int saved = errno;
    if (fd >= 0)
        close(fd);
    if (!flushed)
        return err_at(err, ERR_IO, path, 0, "can't be flushed to disk: %s", strerror(saved));
    return true;
}

static bool opens(const char *path, struct err *err)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    return pack_open(&pack, path, err);
}

static const char *folder_of(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_str(arena, (struct str){ path, (size_t)(slash - path) });
}

/* Renaming would put a regular file in the place of a device or a FIFO, and unlinking would remove it. */
static bool may_replace(const char *path, struct err *err)
{
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return err_set(err, ERR_IO, "%s is not a regular file; name a file to write", path);
    return true;
}

static bool publish(sqlite3 *db, const char *path, struct arena *arena, struct err *err)
{
    const char *temporary = arena_printf(arena, "%s.new", path);
    if (!may_replace(path, err) || !may_replace(temporary, err))
        return false;
    bool done = save(db, temporary, err) && flush(temporary, 0, err) && opens(temporary, err);
    if (done && rename(temporary, path) != 0)
        done = err_at(err, ERR_IO, path, 0, "can't be written: %s", strerror(errno));
    if (!done)
        unlink(temporary);
    return done && flush(folder_of(path, arena), O_DIRECTORY, err);
}

bool build_pack(const struct source *source, const char *path, struct err *err)
{
    CLEANUP(db_closep) sqlite3 *db = NULL;
    const struct table *services = &source->tables[TABLE_SERVICES];
    struct build build = { .source = source };
    build.service_seq = ARENA_ARRAY(source->arena, int64_t, services->count);
    int64_t seq = 0;
    for (size_t i = 0; i < services->count; i++)
        build.service_seq[i] = services->rows[i].shown ? ++seq : 0;
    terms_resolve(&build.terms, source);
    if (!open_empty(&db, err))
        return false;
    build.db = db;
    return fill(&build, err) && publish(db, path, source->arena, err);
}
