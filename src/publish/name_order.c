/* The names of services in the order of each language, by numbers that are quick to compare. */
#include "base/list.h"
#include "content/brief.h"
#include "content/schema.h"
#include "publish/briefs.h"
#include "publish/insert.h"
#include "publish/question.h"
#include "text/collate.h"

#include <stdlib.h>
#include <string.h>

/* The languages in which a name is looked for, the best first. */
struct chain {
    const char *tags[SCHEMA_LANGUAGES_MAX + 2];
    size_t count;
};

struct tags {
    struct {
        const char *tag;
        int64_t seq;
    } at[SCHEMA_LANGUAGES_MAX];
    size_t count;
};

static bool read_tags(struct tags *out, sqlite3 *db, const char *sql, struct arena *arena, struct err *err)
{
    CLEANUP(question_end) struct question row = { 0 };
    if (!question_begin(&row, db, sql, err))
        return false;
    while (out->count < COUNT(out->at) && question_row(&row)) {
        out->at[out->count].tag = arena_str(arena, question_text(&row, 0));
        out->at[out->count].seq = question_int(&row, 1);
        out->count++;
    }
    return question_done(&row, err);
}

struct name {
    const char *key;
    int64_t seq;
};

struct names {
    struct name *at;
    size_t count;
};

static int by_key(const void *left, const void *right)
{
    const struct name *a = left;
    const struct name *b = right;
    int order = strcmp(a->key, b->key);
    return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

/* The name as a visitor of the language sees it; "" when there is none. */
static bool find_name(const char **out, struct question *text, const struct chain *chain, struct arena *arena,
                      struct err *err)
{
    *out = "";
    for (size_t i = 0; i < chain->count && !(*out)[0]; i++) {
        question_bind_text(text, 2, chain->tags[i]);
        if (question_row(text))
            *out = arena_str(arena, question_text(text, 0));
        if (!question_done(text, err))
            return false;
    }
    return true;
}

static bool read_names(struct names *out, sqlite3 *db, const struct chain *chain, struct arena *arena, struct err *err)
{
    CLEANUP(collator_closep) struct collator *collator = NULL;
    CLEANUP(question_end) struct question service = { 0 };
    CLEANUP(question_end) struct question text = { 0 };
    if (!collator_open(&collator, chain->tags[0], err) ||
        !question_begin(&service, db, "SELECT seq, 'services/' || id FROM service ORDER BY seq", err) ||
        !question_begin(&text, db, "SELECT value FROM text WHERE owner = ?1 AND field = 'name' AND lang = ?2", err))
        return false;
    while (question_row(&service)) {
        const char *name;
        question_bind_text(&text, 1, arena_str(arena, question_text(&service, 1)));
        if (!find_name(&name, &text, chain, arena, err))
            return false;
        *LIST_ADD(arena, *out) = (struct name){ collator_key(collator, arena, name), question_int(&service, 0) };
    }
    return question_done(&service, err);
}

static void store(struct insert *rows, int64_t language, int64_t block, uint8_t ranks[BRIEF_BLOCK * BRIEF_RANK_BYTES])
{
    insert_int(rows, language);
    insert_int(rows, block);
    insert_bytes(rows, ranks, BRIEF_BLOCK * BRIEF_RANK_BYTES);
    insert_row(rows);
    memset(ranks, 0, BRIEF_BLOCK * BRIEF_RANK_BYTES);
}

/* `ranks` by seq. */
static bool store_all(sqlite3 *db, int64_t language, const uint32_t *ranks, int64_t last, struct err *err)
{
    uint8_t bytes[BRIEF_BLOCK * BRIEF_RANK_BYTES] = { 0 };
    CLEANUP(insert_end)
    struct insert rows = insert_begin(db, "INSERT INTO name_order (language, block, ranks) VALUES (?, ?, ?)");
    for (int64_t seq = 0; seq <= last; seq++) {
        size_t within = (size_t)(seq % BRIEF_BLOCK);
        for (unsigned i = 0; i < BRIEF_RANK_BYTES; i++)
            bytes[within * BRIEF_RANK_BYTES + i] = (uint8_t)(ranks[seq] >> (8 * i));
        if (within == BRIEF_BLOCK - 1 || seq == last)
            store(&rows, language, seq / BRIEF_BLOCK, bytes);
    }
    return insert_ok(&rows, err);
}

static bool fill_language(sqlite3 *db, int64_t language, const struct chain *chain, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct names names = { 0 };
    if (!read_names(&names, db, chain, &arena, err))
        return false;
    if (names.count == 0)
        return true;
    int64_t last = names.at[names.count - 1].seq;
    uint32_t *ranks = ARENA_ARRAY(&arena, uint32_t, (size_t)last + 1);
    uint32_t rank = 0;
    qsort(names.at, names.count, sizeof(*names.at), by_key);
    for (size_t i = 0; i < names.count; i++) {
        rank += i == 0 || strcmp(names.at[i].key, names.at[i - 1].key) != 0;
        ranks[names.at[i].seq] = rank;
    }
    return store_all(db, language, ranks, last, err);
}

bool name_order_fill(sqlite3 *db, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct tags languages = { 0 }, others = { 0 };
    if (!read_tags(&languages, db, "SELECT tag, seq FROM language ORDER BY seq", &arena, err) ||
        !read_tags(&others, db,
                   "SELECT tag, seq FROM fallback UNION ALL SELECT value, 1000000 FROM meta "
                   "WHERE key = 'source_language' ORDER BY 2",
                   &arena, err))
        return false;
    for (size_t i = 0; i < languages.count; i++) {
        struct chain chain = { .tags = { languages.at[i].tag }, .count = 1 };
        for (size_t j = 0; j < others.count; j++)
            chain.tags[chain.count++] = others.at[j].tag;
        if (!fill_language(db, languages.at[i].seq, &chain, err))
            return false;
    }
    return true;
}
