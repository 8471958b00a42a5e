/* Guide pages: complete at the top, in a topic that exists, and with links that lead somewhere. */
#include "publish/checks.h"
#include "publish/terms.h"

#include <string.h>

static void check_link(const struct source *source, struct findings *findings, const struct guide_page *page,
                       const struct guide_block *block)
{
    if (source_lacks_target(source, block->target))
        finding_add(findings, RULE_BAD_LINK, (struct spot){ page->file, block->line, NULL },
                    "the link \"%s\" leads nowhere", block->target);
}

static void check_top(const struct source *source, struct findings *findings, const struct guide_page *page)
{
    struct spot top = { page->file, 1, "id" };
    if (!page->id[0])
        finding_add(findings, RULE_MISSING_ID, top, "the page has no id");
    else if (!spec_id_is_plain(page->id))
        finding_add(findings, RULE_BAD_ID, top, "\"%s\" is no id", page->id);
    if (table_lacks(&source->tables[TABLE_TOPICS], page->topic))
        finding_add(findings, RULE_DANGLING_LINK, (struct spot){ page->file, 0, NULL },
                    "topics.csv has no row %s, after which the page's folder is named", page->topic);
    if (!page->checked[0])
        finding_add(findings, RULE_PAGE_NOT_CHECKED, (struct spot){ page->file, 1, "checked" },
                    "nobody has noted when the page was checked");
    check_day(source, findings, (struct spot){ page->file, 1, "checked" }, page->checked);
    if (!page->title[0])
        finding_add(findings, RULE_MISSING_NAME, (struct spot){ page->file, 1, "title" },
                    "the page has no title, a line that begins with #");
}

static bool holdings_are_unread(const struct source *source)
{
    return source->guide.unread || source->tables[TABLE_SERVICES].unread || source->tables[TABLE_ATTRIBUTES].unread ||
           source->tables[TABLE_TAXONOMY_TERMS].unread;
}

/* A topic that holds nothing is a tile that disappoints. */
static void check_topics(const struct source *source, struct findings *findings)
{
    const struct table *topics = &source->tables[TABLE_TOPICS];
    bool *filled = ARENA_ARRAY(source->arena, bool, topics->count);
    struct terms terms;
    terms_resolve(&terms, source);
    for (size_t i = 0; i < terms.link_count; i++) {
        if (source->tables[TABLE_SERVICES].rows[terms.links[i].service].shown)
            filled[terms.links[i].topic] = true;
    }
    for (size_t i = 0; i < source->guide.count; i++) {
        size_t topic;
        if (map_get(&topics->ids, source->guide.pages[i].topic, &topic))
            filled[topic] = true;
    }
    for (size_t i = 0; i < topics->count; i++) {
        if (!filled[i])
            finding_add(findings, RULE_TOPIC_EMPTY, row_spot(topics, &topics->rows[i], "id"),
                        "the topic has neither a page nor a service: %s", row_get(topics, &topics->rows[i], "name"));
    }
}

void check_guide(const struct source *source, struct findings *findings)
{
    for (size_t i = 0; i < source->guide.count; i++) {
        const struct guide_page *page = &source->guide.pages[i];
        check_top(source, findings, page);
        check_characters(findings, (struct spot){ page->file, page->title_line, "title" }, page->title);
        for (size_t j = 0; j < page->block_count; j++) {
            check_characters(findings, (struct spot){ page->file, page->blocks[j].line, NULL }, page->blocks[j].text);
            if (page->blocks[j].kind == BLOCK_LINK)
                check_link(source, findings, page, &page->blocks[j]);
        }
    }
    if (!holdings_are_unread(source))
        check_topics(source, findings);
}
