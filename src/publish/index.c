#include "publish/index.h"

#include "base/arena.h"
#include "content/schema.h"
#include "publish/insert.h"
#include "text/fold.h"

/* Pages first: they explain, and are few. A service's topic is the first that query_service would give. */
static const char doc_sql[] =
    "INSERT INTO search_doc (kind, id, topic) SELECT kind, id, topic FROM ("
    "SELECT 1 AS part, topic.seq AS a, page.seq AS b, 2 AS kind, page.id AS id, page.topic AS topic "
    "FROM page LEFT JOIN topic ON topic.id = page.topic "
    "UNION ALL "
    "SELECT 2, service.seq, 0, 1, service.id, (SELECT topic.id FROM service_topic JOIN topic ON topic.id = "
    "topic "
    "WHERE service = service.seq ORDER BY topic.seq, topic.id LIMIT 1) "
    "FROM service WHERE status NOT IN ('inactive', 'defunct')) "
    "ORDER BY part, a, b, id";

/* What each row is found by, one text a line: its column, the text. A text is there in the table's language
 * (?1), and in the source language (?2) for those who know the local word, and when there is no translation.
 */
static const char words_sql[] =
    "WITH owned (doc, owner) AS ("
    "SELECT rowid, CASE kind WHEN 1 THEN 'services/' ELSE 'guide/' END || id FROM search_doc), "
    "documents (doc, owner) AS (SELECT search_doc.rowid, 'required_documents/' || document.id FROM "
    "search_doc "
    "JOIN service ON kind = 1 AND service.id = search_doc.id JOIN document ON document.service = "
    "service.seq), "
    "topics (doc, owner) AS (SELECT search_doc.rowid, 'topics/' || service_topic.topic FROM search_doc "
    "JOIN service ON kind = 1 AND service.id = search_doc.id "
    "JOIN service_topic ON service_topic.service = service.seq "
    "UNION SELECT rowid, 'topics/' || topic FROM search_doc) "
    "SELECT doc, column_at, value FROM ("
    "SELECT doc, CASE WHEN field IN ('name', 'title') THEN 0 ELSE 2 END AS column_at, value, owner, field, "
    "lang "
    "FROM owned JOIN text USING (owner) "
    "UNION ALL SELECT doc, 2, value, owner, field, lang FROM documents JOIN text USING (owner) "
    "UNION ALL SELECT doc, 1, value, owner, field, lang FROM topics JOIN text USING (owner) WHERE field = "
    "'name' "
    "UNION ALL SELECT search_doc.rowid, 2, organization, 'x', '', ?2 FROM search_doc "
    "JOIN service ON kind = 1 AND service.id = search_doc.id WHERE organization IS NOT NULL "
    "UNION ALL SELECT search_doc.rowid, 2, ifnull(place.name || char(10), '') || ifnull(place.address, ''), "
    "'y' || place.id, '', ?2 FROM search_doc JOIN service ON kind = 1 AND service.id = search_doc.id "
    "JOIN service_place ON service_place.service = service.seq JOIN place ON place.id = service_place.place) "
    "WHERE lang IN (?1, ?2) ORDER BY doc, column_at, owner, field, lang <> ?1";

enum { COLUMN_COUNT = 3 };

/* One row on its way into a language's table. */
struct entry {
    int64_t doc; /* 0: none yet */
    const char *columns[COLUMN_COUNT];
};

static void write_entry(struct insert *rows, struct entry *entry, struct arena *arena)
{
    if (entry->doc > 0) {
        insert_int(rows, entry->doc);
        for (size_t i = 0; i < COLUMN_COUNT; i++)
            insert_text(rows, entry->columns[i]);
        insert_row(rows);
    }
    arena_reset(arena);
    *entry = (struct entry){ 0 };
}

static void add_text(struct entry *entry, size_t column, struct str text, struct fold *fold, const char *tag,
                     struct arena *arena)
{
    const char *words = fold_words(fold, arena, text, tag);
    const char *before = entry->columns[column];
    entry->columns[column] = before ? arena_printf(arena, "%s %s", before, words) : words;
}

static void finalize(sqlite3_stmt **stmt)
{
    sqlite3_finalize(*stmt);
}

static struct str text_at(sqlite3_stmt *row, int column)
{
    return str_of((const char *)sqlite3_column_text(row, column));
}

static bool failed(sqlite3 *db, struct err *err)
{
    return err_set(err, ERR_IO, "the words can't be indexed: %s", sqlite3_errmsg(db));
}

/* The rows of one language, in order. All texts are folded by the rules of that language, also those of the
 * source: so is what a visitor types. */
static bool fill_rows(sqlite3 *db, struct insert *rows, const char *tag, const char *source, struct fold *fold,
                      struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(finalize) sqlite3_stmt *row = NULL;
    struct entry entry = { 0 };
    int code = sqlite3_prepare_v2(db, words_sql, -1, &row, NULL);
    if (code != SQLITE_OK || sqlite3_bind_text(row, 1, tag, -1, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text(row, 2, source, -1, SQLITE_STATIC) != SQLITE_OK)
        return failed(db, err);
    while ((code = sqlite3_step(row)) == SQLITE_ROW) {
        int64_t doc = sqlite3_column_int64(row, 0);
        if (doc != entry.doc)
            write_entry(rows, &entry, &arena);
        entry.doc = doc;
        add_text(&entry, (size_t)sqlite3_column_int(row, 1), text_at(row, 2), fold, tag, &arena);
    }
    write_entry(rows, &entry, &arena);
    return code == SQLITE_DONE || failed(db, err);
}

/* At the end one segment: the shortest to search, and the same bytes whatever FTS5 has merged on the way. */
static bool fill_language(sqlite3 *db, const char *tag, const char *source, struct fold *fold, struct err *err)
{
    char sql[160];
    sqlite3_snprintf((int)sizeof(sql), sql, "INSERT INTO \"search_%s\" (rowid, name, topic, body) VALUES (?, ?, ?, ?)",
                     tag);
    if (!schema_add_search(db, tag, err))
        return false;
    CLEANUP(insert_end) struct insert rows = insert_begin(db, sql);
    if (!fill_rows(db, &rows, tag, source, fold, err) || !insert_ok(&rows, err))
        return false;
    sqlite3_snprintf((int)sizeof(sql), sql, "INSERT INTO \"search_%s\" (\"search_%s\") VALUES ('optimize')", tag, tag);
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK || failed(db, err);
}

bool index_fill(sqlite3 *db, struct err *err)
{
    static const char tags_sql[] =
        "SELECT tag, (SELECT value FROM meta WHERE key = 'source_language') FROM language ORDER BY seq";
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(fold_closep) struct fold *fold = NULL;
    CLEANUP(finalize) sqlite3_stmt *tags = NULL;
    int code = sqlite3_exec(db, doc_sql, NULL, NULL, NULL);
    if (code != SQLITE_OK || sqlite3_prepare_v2(db, tags_sql, -1, &tags, NULL) != SQLITE_OK)
        return failed(db, err);
    if (!fold_open(&fold, err))
        return false;
    while ((code = sqlite3_step(tags)) == SQLITE_ROW) {
        const char *tag = arena_str(&arena, text_at(tags, 0));
        if (!fill_language(db, tag, arena_str(&arena, text_at(tags, 1)), fold, err))
            return false;
    }
    return code == SQLITE_DONE || failed(db, err);
}
