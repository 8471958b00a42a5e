#include "publish/index.h"

#include "base/list.h"
#include "content/schema.h"
#include "publish/concordance.h"
#include "publish/map.h"
#include "publish/question.h"
#include "text/fold.h"

#include <string.h>

/* Pages first: they explain, and are few. A service's topic is the first that query_service would give. */
static const char doc_sql[] =
    "INSERT INTO search_doc (kind, id, topic, service) SELECT kind, id, topic, service FROM ("
    "SELECT 1 AS part, topic.seq AS a, page.seq AS b, 2 AS kind, page.id AS id, page.topic AS topic, NULL AS service "
    "FROM page LEFT JOIN topic ON topic.id = page.topic "
    "UNION ALL "
    "SELECT 2, service.seq, 0, 1, service.id, (SELECT topic.id FROM topic CROSS JOIN service_topic "
    "ON service_topic.topic = topic.id AND service_topic.service = service.seq "
    "ORDER BY topic.seq, topic.id LIMIT 1), service.seq "
    "FROM service WHERE status NOT IN ('inactive', 'defunct')) "
    "ORDER BY part, a, b, id";

struct language {
    const char *tag;
    struct concordance *words;
};

struct index {
    sqlite3 *db;
    struct arena arena;
    struct language languages[SCHEMA_LANGUAGES_MAX];
    size_t language_count;
    size_t source;   /* which of the languages is the source language */
    struct map kept; /* what many documents share, by its owner: the number under which each language keeps it */
    uint32_t docs;
};

static void index_end(struct index *index)
{
    for (size_t i = 0; i < index->language_count; i++)
        concordance_free(index->languages[i].words);
    arena_destroy(&index->arena);
}

static struct language *language_of(struct index *index, struct str tag)
{
    for (size_t i = 0; i < index->language_count; i++) {
        if (str_eq_c(tag, index->languages[i].tag))
            return &index->languages[i];
    }
    return NULL;
}

/* The kinds of rows that the questions give. */
enum answer_kind {
    ANSWER_NAME,  /* lang, value */
    ANSWER_TOPIC, /* owner: a kept text */
    ANSWER_TEXT,  /* lang (NULL: the source language), value */
    ANSWER_PHONE  /* number: in the source language, which every search looks in */
};

/* A number is one word, so that it is found however its digits are grouped. */
static void take_phone(struct index *index, struct str number, uint32_t doc)
{
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    const char *digits = fold_number(&scratch, number);
    if (digits)
        concordance_add(index->languages[index->source].words, str_of(digits), doc, POSTING_TEXT);
}

static void take_answer(struct index *index, const struct question *question, enum answer_kind kind, uint32_t doc)
{
    static const enum posting_part parts[] = { POSTING_NAME, POSTING_TOPIC, POSTING_TEXT };
    struct str first = question_text(question, 0);
    size_t kept;
    if (kind == ANSWER_PHONE) {
        take_phone(index, first, doc);
        return;
    }
    if (kind != ANSWER_TOPIC) {
        struct language *language = first.len > 0 ? language_of(index, first) : &index->languages[index->source];
        if (language)
            concordance_add(language->words, question_text(question, 1), doc, parts[kind]);
        return;
    }
    if (!first.at || !map_get(&index->kept, first.at, &kept))
        return;
    for (size_t i = 0; i < index->language_count; i++)
        concordance_add_kept(index->languages[i].words, kept, doc, POSTING_TOPIC);
}

/* What a document is found by, in the order in which concordance_add wants it. ?1 is its owner in `text`, ?2 the
 * service's seq (NULL for a page), ?3 a page's topic. */
static const struct {
    enum answer_kind kind;
    const char *sql;
} questions[] = {
    { ANSWER_NAME, "SELECT lang, value FROM text WHERE owner = ?1 AND field IN ('name', 'title')" },
    { ANSWER_TOPIC, "SELECT 'topics/' || topic.id FROM topic CROSS JOIN service_topic ON service_topic.topic = "
                    "topic.id AND service_topic.service = ?2 UNION SELECT 'topics/' || ?3" },
    { ANSWER_TOPIC, "SELECT 'terms/' || term FROM service_term WHERE service = ?2" },
    { ANSWER_TEXT, "SELECT lang, value FROM text WHERE owner = ?1 AND field NOT IN ('name', 'title')" },
    { ANSWER_TEXT, "SELECT lang, value FROM document CROSS JOIN text ON owner = 'required_documents/' || document.id "
                   "WHERE service = ?2" },
    { ANSWER_TEXT, "SELECT NULL, organization FROM service WHERE seq = ?2" },
    { ANSWER_TEXT, "SELECT NULL, ifnull(place.name || char(10), '') || ifnull(place.address, '') "
                   "FROM service_place JOIN place ON place.id = service_place.place WHERE service = ?2" },
    /* Those that its page shows: its own, else its organization's, and those of its places. */
    { ANSWER_PHONE, "SELECT number FROM service CROSS JOIN phone ON owner = CASE WHEN EXISTS (SELECT 1 FROM phone "
                    "WHERE owner = 'services/' || service.id) THEN 'services/' || service.id "
                    "ELSE 'organizations/' || organization_id END WHERE service.seq = ?2" },
    { ANSWER_PHONE,
      "SELECT number FROM service_place CROSS JOIN phone ON owner = CASE WHEN EXISTS (SELECT 1 FROM phone "
      "WHERE owner = 'service_at_location/' || service_place.id) "
      "THEN 'service_at_location/' || service_place.id ELSE 'locations/' || place END "
      "WHERE service = ?2" },
};

struct asking {
    struct question at[COUNT(questions)];
};

static void asking_end(struct asking *asking)
{
    for (size_t i = 0; i < COUNT(questions); i++)
        question_end(&asking->at[i]);
}

static bool index_doc(struct index *index, struct asking *asking, const struct question *doc, struct err *err)
{
    uint32_t number = (uint32_t)sqlite3_column_int64(doc->row, 0);
    for (size_t i = 0; i < COUNT(questions); i++) {
        struct question *question = &asking->at[i];
        for (int column = 1; column <= 3 && column <= sqlite3_bind_parameter_count(question->row); column++)
            sqlite3_bind_value(question->row, column, sqlite3_column_value(doc->row, column));
        while (question_row(question))
            take_answer(index, question, questions[i].kind, number);
        if (!question_done(question, err))
            return false;
    }
    index->docs = number;
    return true;
}

static bool index_docs(struct index *index, struct err *err)
{
    static const char sql[] = "SELECT search_doc.rowid, CASE kind WHEN 1 THEN 'services/' ELSE 'guide/' END || "
                              "search_doc.id, service, CASE kind WHEN 2 THEN topic END FROM search_doc "
                              "ORDER BY search_doc.rowid";
    CLEANUP(asking_end) struct asking asking = { 0 };
    CLEANUP(question_end) struct question doc = { 0 };
    if (!question_begin(&doc, index->db, sql, err))
        return false;
    for (size_t i = 0; i < COUNT(questions); i++) {
        if (!question_begin(&asking.at[i], index->db, questions[i].sql, err))
            return false;
    }
    while (question_row(&doc)) {
        if (!index_doc(index, &asking, &doc, err))
            return false;
    }
    return question_done(&doc, err);
}

/* Keeps a text in every language: in those that don't have it, nothing under the same number. */
static size_t keep_nothing(struct index *index)
{
    size_t kept = 0;
    for (size_t i = 0; i < index->language_count; i++)
        kept = concordance_keep(index->languages[i].words, STR(""));
    return kept;
}

/* What is found by the words of its topic (their name, and what people call it every day) and by the names of its
 * taxonomy terms. */
static bool keep_shared(struct index *index, struct err *err)
{
    static const char sql[] =
        "SELECT 'topics/' || topic.id, lang, group_concat(value, char(10)) FROM topic "
        "JOIN text ON owner = 'topics/' || topic.id AND field IN ('name', 'words') GROUP BY topic.id, lang "
        "UNION ALL SELECT DISTINCT 'terms/' || term, NULL, term FROM service_term ORDER BY 1, 2";
    CLEANUP(question_end) struct question row = { 0 };
    if (!question_begin(&row, index->db, sql, err))
        return false;
    while (question_row(&row)) {
        struct str lang = question_text(&row, 1);
        struct language *language = lang.len > 0 ? language_of(index, lang) : &index->languages[index->source];
        const char *owner = arena_str(&index->arena, question_text(&row, 0));
        size_t kept;
        if (!map_get(&index->kept, owner, &kept)) {
            kept = keep_nothing(index);
            map_add(&index->kept, &index->arena, owner, kept);
        }
        if (language)
            concordance_keep_more(language->words, kept, question_text(&row, 2));
    }
    return question_done(&row, err);
}

static bool open_languages(struct index *index, struct err *err)
{
    static const char sql[] = "SELECT tag, seq, tag = (SELECT value FROM meta WHERE key = 'source_language') "
                              "FROM language ORDER BY seq";
    CLEANUP(question_end) struct question row = { 0 };
    if (!question_begin(&row, index->db, sql, err))
        return false;
    while (question_row(&row)) {
        if (index->language_count == COUNT(index->languages))
            return err_set(err, ERR_FORMAT, "there are more than %d languages", SCHEMA_LANGUAGES_MAX);
        struct language *language = &index->languages[index->language_count];
        language->tag = arena_str(&index->arena, question_text(&row, 0));
        if (!concordance_new(&language->words, question_int(&row, 1), language->tag, err))
            return false;
        if (question_int(&row, 2) != 0)
            index->source = index->language_count;
        index->language_count++;
    }
    return question_done(&row, err);
}

bool index_fill(sqlite3 *db, struct err *err)
{
    CLEANUP(index_end) struct index index = { .db = db };
    if (sqlite3_exec(db, doc_sql, NULL, NULL, NULL) != SQLITE_OK)
        return err_set(err, ERR_IO, "the words can't be indexed: %s", sqlite3_errmsg(db));
    if (!open_languages(&index, err) || !keep_shared(&index, err) || !index_docs(&index, err))
        return false;
    for (size_t i = 0; i < index.language_count; i++) {
        if (!concordance_store(index.languages[i].words, db, index.docs, err))
            return false;
    }
    return true;
}
