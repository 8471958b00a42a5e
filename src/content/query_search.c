#include "base/list.h"
#include "base/str.h"
#include "content/connection.h"
#include "content/search.h"
#include "content/service.h"
#include "text/fold.h"

#include <string.h>

#define KIND_PAGE 2

/* Ranking reads every row that matches: in a large pack a first letter must not take long, so it stops after
 * the most important. The weights are those of name, topic and body, far enough apart for one word in a name
 * to outdo many in a body. */
#define AS_TEXT_(value) #value
#define AS_TEXT(value) AS_TEXT_(value)
#define SEARCH_SQL                                                                                                     \
    "SELECT doc.kind, doc.id, doc.topic, topic.icon, topic.colour FROM "                                               \
    "(SELECT rowid AS at, bm25(\"search_%s\", 10000.0, 100.0, 1.0) AS score FROM \"search_%s\" "                       \
    "WHERE \"search_%s\" MATCH ?1 ORDER BY rowid LIMIT " AS_TEXT(                                                      \
        SEARCH_RANKED_MAX) ") AS found "                                                                               \
                           "CROSS JOIN search_doc AS doc ON doc.rowid = found.at LEFT JOIN topic ON "                  \
                           "topic.id = doc.topic "                                                                     \
                           "ORDER BY found.score, found.at"

/* The language whose words are searched: the visitor's, else the source language. */
static size_t language_of(const struct query *query)
{
    struct pack_languages languages = pack_languages(query->pack);
    const char *const wanted[] = { query->lang, pack_meta(query->pack, "source_language") };
    for (size_t i = 0; i < COUNT(wanted); i++) {
        for (size_t j = 0; wanted[i] && j < languages.count; j++) {
            if (strcmp(languages.tags[j], wanted[i]) == 0)
                return j;
        }
    }
    return 0;
}

/* A statement is known by its text's address, so each language's text is made once. */
static const char *sql_of(struct pack *pack, size_t language)
{
    if (!pack->search_sql)
        pack->search_sql = ARENA_ARRAY(&pack->arena, const char *, pack->languages.count);
    const char *tag = pack->languages.tags[language];
    if (!pack->search_sql[language])
        pack->search_sql[language] = arena_printf(&pack->arena, SEARCH_SQL, tag, tag, tag);
    return pack->search_sql[language];
}

/* What can be looked at of the text, cut between characters. */
static struct str beginning(const char *words)
{
    struct str text = { words, words ? strnlen(words, SEARCH_BYTES_MAX + 1) : 0 };
    if (text.len <= SEARCH_BYTES_MAX)
        return text;
    text.len = SEARCH_BYTES_MAX;
    while (text.len > 0 && ((unsigned char)text.at[text.len] & 0xC0) == 0x80)
        text.len--;
    return text;
}

/* The folded words as FTS5 strings, of which nothing is an operator: all must match, the last as a prefix. ""
 * without words. */
static const char *expression_of(struct str folded, struct arena *arena)
{
    char *out = arena_alloc(arena, folded.len * 2 + SEARCH_WORDS_MAX * 3 + 2);
    char *to = out;
    size_t count = 0;
    while (folded.len > 0 && count < SEARCH_WORDS_MAX) {
        struct str word = str_cut(folded, ' ', &folded);
        if (word.len == 0)
            continue;
        if (count++ > 0)
            *to++ = ' ';
        *to++ = '"';
        for (size_t i = 0; i < word.len; i++) {
            if (word.at[i] == '"')
                *to++ = '"';
            *to++ = word.at[i];
        }
        *to++ = '"';
    }
    if (count > 0)
        *to++ = '*';
    *to = '\0';
    return out;
}

struct hits {
    struct search_hit *at;
    size_t count;
};

static struct search_hit read_hit(const struct statement *row, struct arena *arena)
{
    return (struct search_hit){
        .is_page = statement_int(row, 0) == KIND_PAGE,
        .id = statement_text(row, 1, arena),
        .topic = statement_text_or_empty(row, 2, arena),
        .topic_icon = statement_text_or_empty(row, 3, arena),
        .topic_colour = (uint32_t)(statement_int(row, 4) & 0xffffff),
    };
}

static bool read_hits(struct hits *out, size_t *total, const struct ask *ask, const char *sql, const char *expression,
                      size_t limit)
{
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, expression);
    while (statement_row(&row)) {
        ++*total;
        if (out->count == limit)
            continue;
        struct search_hit hit = read_hit(&row, ask->arena);
        if (hit.id)
            *LIST_ADD(ask->arena, *out) = hit;
    }
    return statement_ok(&row, ask->err);
}

static bool read_head(struct service_head *out, const struct ask *ask, const char *id)
{
    static const char sql[] = "SELECT " SERVICE_HEAD_COLUMNS " FROM service WHERE id = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, id);
    while (statement_row(&row))
        *out = service_head_read(&row, ask->arena);
    return statement_ok(&row, ask->err);
}

/* Places and schedules are only needed until their answer is known: they live in `scratch`. */
static bool add_hours(struct search_hit *hit, const struct ask *ask, struct arena *scratch)
{
    struct ask aside = { ask->query, scratch, ask->err };
    struct service_head head = { 0 };
    struct site_list sites;
    if (!read_head(&head, &aside, hit->id) || !service_sites(&sites, &head, &aside))
        return false;
    hit->has_hours = true;
    hit->hours = sites.at[0].state;
    hit->has_distance = sites.at[0].has_distance;
    hit->distance_m = sites.at[0].distance_m;
    return true;
}

static bool add_names(struct search_hit *hit, const struct ask *ask)
{
    const char *table = hit->is_page ? "guide" : "services";
    const char *field = hit->is_page ? "title" : "name";
    return ask_text(&hit->name, ask, table, hit->id, field) &&
           ask_local_text(&hit->local_name, ask, table, hit->id, field);
}

/* The typed words as they stand, in the hit's own texts. */
static bool add_match(struct search_hit *hit, const struct ask *ask, struct str typed, struct arena *scratch)
{
    static const char sql[] = "SELECT value FROM text WHERE owner = ?1 || '/' || ?2 AND lang IN (?3, ?4)";
    bool found[SEARCH_BYTES_MAX] = { false };
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, hit->is_page ? "guide" : "services");
    statement_bind_text(&row, 2, hit->id);
    statement_bind_text(&row, 3, ask->query->lang);
    statement_bind_text(&row, 4, pack_meta(ask->query->pack, "source_language"));
    while (statement_row(&row)) {
        struct str text = str_of(statement_text(&row, 0, scratch));
        struct str rest = typed;
        for (size_t i = 0; rest.len > 0; i++)
            found[i] = str_contains(text, str_cut(rest, ' ', &rest)) || found[i];
    }
    hit->matched = SEARCH_EXACT;
    struct str rest = typed;
    for (size_t i = 0; rest.len > 0; i++) {
        if (str_cut(rest, ' ', &rest).len > 0 && !found[i])
            hit->matched = SEARCH_FOLDED;
    }
    return statement_ok(&row, ask->err);
}

static bool fill_hits(struct hits *hits, const struct ask *ask, struct str typed, struct arena *scratch)
{
    for (size_t i = 0; i < hits->count; i++) {
        struct search_hit *hit = &hits->at[i];
        if (!add_names(hit, ask) || !add_match(hit, ask, typed, scratch) ||
            (!hit->is_page && !add_hours(hit, ask, scratch)))
            return false;
        arena_reset(scratch);
    }
    return true;
}

bool query_search(struct search_list *out, const struct query *query, const char *words, size_t limit,
                  struct arena *arena, struct err *err)
{
    struct ask ask = { query, arena, err };
    struct pack *pack = query->pack;
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    CLEANUP(arena_destroy) struct arena typing = { 0 };
    struct hits hits = { 0 };
    size_t total = 0;
    size_t language = language_of(query);
    struct str typed = beginning(words);
    if (!pack->fold && !fold_open(&pack->fold, err))
        return false;
    const char *folded = fold_words(pack->fold, &typing, typed, pack->languages.tags[language]);
    const char *expression = expression_of(str_of(folded), &typing);
    if (expression[0] && (!read_hits(&hits, &total, &ask, sql_of(pack, language), expression, limit) ||
                          !fill_hits(&hits, &ask, typed, &scratch)))
        return false;
    *out = (struct search_list){ hits.at, hits.count, total };
    return true;
}
