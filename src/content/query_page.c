#include "base/list.h"
#include "content/ask.h"

#include <stdio.h>

struct pages {
    struct page_row *at;
    size_t count;
};

/* A page is as sensitive as the topic that it stands in. */
static bool read_pages(struct pages *out, const struct ask *ask, const char *topic)
{
    static const char sql[] = "SELECT page.id, page.topic, page.sensitive OR topic.sensitive "
                              "FROM page JOIN topic ON topic.id = page.topic "
                              "WHERE page.topic = ?1 ORDER BY page.seq, page.id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, topic);
    while (statement_row(&row)) {
        struct page_row page = {
            .id = statement_text(&row, 0, ask->arena),
            .topic = statement_text_or_empty(&row, 1, ask->arena),
            .sensitive = statement_int(&row, 2) != 0,
        };
        if (page.id)
            *LIST_ADD(ask->arena, *out) = page;
    }
    return statement_ok(&row, ask->err);
}

bool query_pages(struct page_list *out, const struct query *query, const char *topic, struct arena *arena,
                 struct err *err)
{
    struct ask ask = { query, arena, err };
    struct pages pages = { 0 };
    if (!ask_topic_exists(&ask, topic) || !read_pages(&pages, &ask, topic))
        return false;
    for (size_t i = 0; i < pages.count; i++) {
        if (!ask_text(&pages.at[i].title, &ask, "guide", pages.at[i].id, "title"))
            return false;
    }
    *out = (struct page_list){ pages.at, pages.count };
    return true;
}

static bool read_page(struct page_detail *out, const struct ask *ask, const char *id)
{
    static const char sql[] = "SELECT page.id, page.topic, page.sensitive OR ifnull(topic.sensitive, 0), page.checked "
                              "FROM page LEFT JOIN topic ON topic.id = page.topic WHERE page.id = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, id);
    if (statement_row(&row)) {
        out->id = statement_text(&row, 0, ask->arena);
        out->topic = statement_text_or_empty(&row, 1, ask->arena);
        out->sensitive = statement_int(&row, 2) != 0;
        out->checked = statement_text_or_empty(&row, 3, ask->arena);
    }
    if (!statement_ok(&row, ask->err))
        return false;
    return out->id || err_set(ask->err, ERR_MISSING, "no page '%s' in the pack", id ? id : "");
}

struct blocks {
    struct block_row *at;
    size_t count;
};

/* A block without words in any language has nothing to show and is left out. */
static bool read_blocks(struct blocks *out, const struct ask *ask, const char *page)
{
    static const char sql[] = "SELECT seq, kind, target FROM block WHERE page = ?1 ORDER BY seq";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, page);
    while (statement_row(&row)) {
        char field[32];
        int64_t kind = statement_int(&row, 1);
        struct block_row block = {
            .kind = kind >= BLOCK_HEADING && kind <= BLOCK_LINK ? (enum block_kind)kind : BLOCK_PARAGRAPH,
            .target = statement_text(&row, 2, ask->arena),
        };
        snprintf(field, sizeof(field), "body/%03lld", (long long)statement_int(&row, 0));
        if (!ask_text(&block.text, ask, "guide", page, field))
            return false;
        if (block.text.text)
            *LIST_ADD(ask->arena, *out) = block;
    }
    return statement_ok(&row, ask->err);
}

bool query_page(struct page_detail *out, const struct query *query, const char *id, struct arena *arena,
                struct err *err)
{
    struct ask ask = { query, arena, err };
    struct page_detail page = { 0 };
    struct blocks blocks = { 0 };
    struct source_list sources;
    if (!read_page(&page, &ask, id) || !ask_text(&page.title, &ask, "guide", page.id, "title") ||
        !read_blocks(&blocks, &ask, page.id) || !ask_sources(&sources, &ask, "guide", page.id))
        return false;
    page.blocks = blocks.at;
    page.block_count = blocks.count;
    page.sources = sources.at;
    page.source_count = sources.count;
    *out = page;
    return true;
}
