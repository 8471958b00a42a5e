#include "bench/scale.h"
#include "content/connection.h"
#include "content/search.h"
#include "content/statement.h"
#include "text/fold.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TURNS 10     /* names per language */
#define SERVICES 400 /* that are opened */
#define TOPICS 300   /* lists of services that are asked for */
#define HITS 20      /* as the screen asks for */
#define FTS5_LANGUAGES 2

static const char *const languages[] = { "fr", "ar", "en", "es", "fa", "uk", "ti", "zh-Hans" };

/* Typed in Latin letters by readers of other scripts. */
static const char *const latin[] = { "t", "ta", "tab",  "tabi",    "tabib", "tbib",  "hakim",  "mustashfa",
                                     "y", "yi", "yish", "yisheng", "ys",    "likar", "doctor", "zzzzzzzz" };

static size_t random_doc(const struct scale_pack *pack, size_t turn)
{
    static const char sql[] = "SELECT max(seq) FROM service";
    size_t count = 1;
    struct statement row = statement_begin(pack->pack, sql);
    if (statement_row(&row))
        count = (size_t)statement_int(&row, 0);
    statement_end(&row);
    return str_hash(&turn, sizeof(turn), STR_HASH_SEED) % count + 1;
}

static void name_of(char out[256], const struct scale_pack *pack, const char *lang, size_t turn)
{
    static const char sql[] = "SELECT value FROM service JOIN text ON owner = 'services/' || id AND field = 'name' AND "
                              "lang = ?2 WHERE seq = ?1";
    struct statement row = statement_begin(pack->pack, sql);
    statement_bind_int(&row, 1, (int64_t)random_doc(pack, turn));
    statement_bind_text(&row, 2, lang);
    out[0] = '\0';
    if (statement_row(&row))
        snprintf(out, 256, "%.100s", (const char *)sqlite3_column_text(row.stmt, 0));
    statement_end(&row);
}

static size_t behind_letter(const char *text, size_t at)
{
    do
        at++;
    while (((unsigned char)text[at] & 0xC0) == 0x80);
    return at;
}

static void add(struct keystrokes *out, const char *text, size_t bytes)
{
    if (out->count < COUNT(out->text) && bytes < sizeof(out->text[0]))
        snprintf(out->text[out->count++], sizeof(out->text[0]), "%.*s", (int)bytes, text);
}

/* The first word without its second letter. */
static void add_slip(struct keystrokes *out, const char *name)
{
    char slip[256];
    size_t word = strcspn(name, " ");
    size_t first = name[0] ? behind_letter(name, 0) : 0;
    if (word <= first)
        return;
    size_t second = behind_letter(name, first);
    if (second > word)
        return;
    snprintf(slip, sizeof(slip), "%.*s%.*s", (int)first, name, (int)(word - second), name + second);
    add(out, slip, strlen(slip));
}

void scale_keystrokes(struct keystrokes *out, const struct scale_pack *pack, const char *lang, size_t turn)
{
    char name[256];
    size_t spaces = 0;
    name_of(name, pack, lang, turn);
    out->count = 0;
    for (size_t at = 0; name[at] && spaces < 2;) {
        at = behind_letter(name, at);
        spaces += name[at] == ' ';
        add(out, name, at);
    }
    add_slip(out, name);
}

static double ask(const struct scale_pack *pack, const char *lang, const char *words)
{
    static struct arena arena;
    struct search_list list;
    struct err err = { 0 };
    struct query query = { pack->pack, lang, pack->now, pack->place };
    double from = figures_now_ms();
    if (!query_search(&list, &query, words, HITS, &arena, &err))
        fprintf(stderr, "search: %s\n", err.detail);
    double took = figures_now_ms() - from;
    if (took > 8 && getenv("MAISON_BENCH_SLOW"))
        fprintf(stderr, "%.1f ms: %s '%s', %zu hits\n", took, lang, words, list.total);
    arena_reset(&arena);
    return took;
}

static void search_in(struct series *out, struct scale_pack *pack, size_t language_count)
{
    static struct keystrokes keystrokes;
    for (size_t i = 0; i < language_count; i++) {
        for (size_t turn = 0; turn < TURNS; turn++) {
            scale_keystrokes(&keystrokes, pack, languages[i], turn);
            for (size_t j = 0; j < keystrokes.count; j++)
                series_add(out, ask(pack, languages[i], keystrokes.text[j]));
        }
    }
}

static void read_all(const char *path)
{
    static char bytes[1 << 20];
    FILE *in = fopen(path, "r");
    while (in && fread(bytes, 1, sizeof(bytes), in) > 0)
        ;
    if (in)
        fclose(in);
}

void scale_search_cold(struct series *out, struct scale_pack *pack)
{
    int file = open(pack->path, O_RDONLY);
    if (file >= 0) {
        (void)fdatasync(file);
        (void)posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        close(file);
    }
    search_in(out, pack, COUNT(languages));
    read_all(pack->path);
}

void scale_search(struct series *out, struct scale_pack *pack)
{
    search_in(&(struct series){ 0 }, pack, 1); /* the first question opens the folding and prepares the statements */
    search_in(out, pack, COUNT(languages));
    for (size_t i = 0; i < COUNT(languages); i++) {
        for (size_t j = 0; j < COUNT(latin); j++)
            series_add(out, ask(pack, languages[i], latin[j]));
    }
}

void scale_search_some(struct series *out, struct scale_pack *pack)
{
    search_in(out, pack, FTS5_LANGUAGES);
}

/* FTS5 as a pack had it before: the words of names and all else, folded, in the visitor's and the local language. */
static sqlite3 *fts5_table(struct scale_pack *pack, const char *lang, const char *path)
{
    static const char from[] =
        "SELECT search_doc.rowid, group_concat(CASE field WHEN 'name' THEN value END, ' '), "
        "group_concat(CASE field WHEN 'name' THEN NULL ELSE value END, ' ') FROM search_doc "
        "JOIN text ON owner = 'services/' || id WHERE kind = 1 AND lang IN (?1, 'fr') GROUP BY search_doc.rowid";
    sqlite3 *db = NULL;
    sqlite3_stmt *in = NULL, *put = NULL;
    struct fold *fold = NULL;
    struct arena arena = { 0 };
    unlink(path);
    if (sqlite3_open(path, &db) != SQLITE_OK || !fold_open(&fold, NULL))
        return db;
    sqlite3_exec(db,
                 "BEGIN; CREATE VIRTUAL TABLE words USING fts5(name, body, content='', prefix='1 2 3', "
                 "tokenize=\"ascii tokenchars '-.'\")",
                 NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO words (rowid, name, body) VALUES (?, ?, ?)", -1, &put, NULL);
    sqlite3_prepare_v2(pack->pack->db, from, -1, &in, NULL);
    sqlite3_bind_text(in, 1, lang, -1, SQLITE_STATIC);
    while (sqlite3_step(in) == SQLITE_ROW) {
        sqlite3_bind_int64(put, 1, sqlite3_column_int64(in, 0));
        for (int i = 1; i <= 2; i++) {
            struct str text = str_of((const char *)sqlite3_column_text(in, i));
            sqlite3_bind_text(put, i + 1, fold_words(fold, &arena, text, lang), -1, SQLITE_TRANSIENT);
        }
        sqlite3_step(put);
        sqlite3_reset(put);
        arena_reset(&arena);
    }
    sqlite3_exec(db, "INSERT INTO words (words) VALUES ('optimize'); COMMIT", NULL, NULL, NULL);
    sqlite3_finalize(in);
    sqlite3_finalize(put);
    fold_close(fold);
    arena_destroy(&arena);
    return db;
}

static double ask_fts5(sqlite3_stmt *stmt, const char *expression)
{
    double from = figures_now_ms();
    sqlite3_bind_text(stmt, 1, expression, -1, SQLITE_STATIC);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        ;
    sqlite3_reset(stmt);
    return figures_now_ms() - from;
}

/* Every word quoted, the last as a beginning. */
static const char *expression_of(struct fold *fold, struct arena *arena, const char *typed, const char *lang)
{
    struct str rest = str_of(fold_words(fold, arena, str_of(typed), lang));
    const char *out = "";
    while (rest.len > 0) {
        struct str word = str_cut(rest, ' ', &rest);
        out = arena_printf(arena, "%s \"%.*s\"", out, STR_FMT(word));
    }
    return out[0] ? arena_printf(arena, "%s*", out) : "\"\"";
}

void scale_fts5(struct series *out, struct scale_pack *pack)
{
    static const char sql[] =
        "SELECT rowid FROM (SELECT rowid, bm25(words, 10000.0, 1.0) AS score FROM words WHERE words MATCH ?1 "
        "ORDER BY rowid LIMIT 1000) ORDER BY score, rowid LIMIT 30";
    static struct keystrokes keystrokes;
    char path[256];
    struct fold *fold = NULL;
    struct arena arena = { 0 };
    snprintf(path, sizeof(path), "%s.fts5", pack->path);
    for (size_t i = 0; i < FTS5_LANGUAGES && (fold || fold_open(&fold, NULL)); i++) {
        sqlite3 *db = fts5_table(pack, languages[i], path);
        sqlite3_stmt *stmt = NULL;
        sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
        ask_fts5(stmt, "\"a\"*");
        for (size_t turn = 0; turn < TURNS; turn++) {
            scale_keystrokes(&keystrokes, pack, languages[i], turn);
            for (size_t j = 0; j < keystrokes.count; j++)
                series_add(out, ask_fts5(stmt, expression_of(fold, &arena, keystrokes.text[j], languages[i])));
        }
        sqlite3_finalize(stmt);
        sqlite3_close(db);
    }
    unlink(path);
    fold_close(fold);
    arena_destroy(&arena);
}

void scale_service(struct series *out, struct scale_pack *pack)
{
    static const char sql[] = "SELECT id FROM service WHERE seq = ?1";
    struct arena arena = { 0 };
    for (size_t turn = 0; turn < SERVICES; turn++) {
        struct query query = { pack->pack, languages[turn % COUNT(languages)], pack->now, pack->place };
        struct service_detail service;
        const char *id = NULL;
        struct statement row = statement_begin(pack->pack, sql);
        statement_bind_int(&row, 1, (int64_t)random_doc(pack, turn + 1000));
        if (statement_row(&row))
            id = statement_text(&row, 0, &arena);
        statement_end(&row);
        double from = figures_now_ms();
        if (id && query_service(&service, &query, id, &arena, NULL))
            series_add(out, figures_now_ms() - from);
        arena_reset(&arena);
    }
    arena_destroy(&arena);
}

/* Every topic in every language, at each hour of a day, with none to all of the filters. */
void scale_topic(struct series *out, struct scale_pack *pack)
{
    struct arena arena = { 0 };
    struct topic_list topics;
    struct err err = { 0 };
    struct query query = { pack->pack, "fr", pack->now, pack->place };
    if (!query_topics(&topics, &query, &arena, &err))
        return;
    for (size_t turn = 0; turn < TOPICS; turn++) {
        struct arena answer = { 0 };
        struct service_list list;
        struct service_wish wish = { .limit = 30 };
        query.lang = languages[turn % COUNT(languages)];
        query.now.hour = (int)(turn * 7 % 24);
        for (size_t facet = 0; facet < FACET_COUNT; facet++)
            wish.wanted[facet] = turn % 5 != 0 && (turn >> facet & 1) != 0;
        double from = figures_now_ms();
        if (!query_services(&list, &query, topics.at[turn / 3 % topics.count].id, &wish, &answer, &err))
            fprintf(stderr, "topic: %s\n", err.detail);
        series_add(out, figures_now_ms() - from);
        arena_destroy(&answer);
    }
    arena_destroy(&arena);
}
