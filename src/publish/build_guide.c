/* Guide pages, and where everything was taken from. */
#include "publish/build_parts.h"
#include "publish/insert.h"

#include <string.h>

static void insert_blocks(struct insert *rows, const struct guide_page *page)
{
    for (size_t i = 0; i < page->block_count; i++) {
        insert_text(rows, page->id);
        insert_int(rows, (int64_t)i + 1);
        insert_int(rows, page->blocks[i].kind);
        insert_text(rows, page->blocks[i].target);
        insert_row(rows);
    }
}

bool build_pages(const struct build *build, struct err *err)
{
    const struct guide *guide = &build->source->guide;
    struct build_counter counter = { 0 };
    CLEANUP(insert_end)
    struct insert pages = insert_begin(build->db, "INSERT INTO page (id, topic, seq, sensitive, checked) "
                                                  "VALUES (?, ?, ?, ?, ?)");
    CLEANUP(insert_end)
    struct insert blocks = insert_begin(build->db, "INSERT INTO block (page, seq, kind, target) VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < guide->count; i++) {
        const struct guide_page *page = &guide->pages[i];
        insert_text(&pages, page->id);
        insert_text(&pages, page->topic);
        insert_int(&pages, build_count(&counter, build->source->arena, page->topic));
        insert_int(&pages, page->sensitive);
        insert_text(&pages, page->checked);
        insert_row(&pages);
        insert_blocks(&blocks, page);
    }
    return insert_ok(&pages, err) && insert_ok(&blocks, err);
}

struct provenance {
    struct insert rows;
    struct build_counter counter;
    struct arena *arena;
};

static void insert_source(struct provenance *to, const char *record, const char *field, const char *url,
                          const char *date)
{
    insert_text(&to->rows, record);
    insert_int(&to->rows, build_count(&to->counter, to->arena, record));
    insert_text(&to->rows, field[0] ? field : "*");
    insert_text(&to->rows, url);
    insert_text(&to->rows, date);
    insert_row(&to->rows);
}

/* Where a hidden service is described is nobody's business. */
static bool is_hidden(const struct source *source, const char *record)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct table *table = &source->tables[i];
        size_t length = strlen(table->spec->name);
        if (strncmp(record, table->spec->name, length) == 0 && record[length] == '/') {
            const struct row *row = table_find(table, record + length + 1);
            return row && !row->shown;
        }
    }
    return false;
}

/* A notice's own source has no date: it was read no later than the pack was made, and as a rule when the notice
 * began. */
static void insert_notice_sources(struct provenance *to, const struct source *source)
{
    const struct table *notices = &source->tables[TABLE_NOTICES];
    for (size_t i = 0; i < notices->count; i++) {
        const struct row *row = &notices->rows[i];
        const char *start = row_get(notices, row, "start");
        const char *created = source->manifest.created;
        struct str url = str_trim(str_of(row_get(notices, row, "source")));
        if (url.len > 0)
            insert_source(to, row_owner_name(notices, row, to->arena), "*", arena_str(to->arena, url),
                          arena_printf(to->arena, "%.10s", strncmp(start, created, 10) < 0 ? start : created));
    }
}

bool build_sources(const struct build *build, struct err *err)
{
    const struct table *sources = &build->source->tables[TABLE_SOURCES];
    const struct guide *guide = &build->source->guide;
    struct provenance to = { .arena = build->source->arena };
    to.rows = insert_begin(build->db, "INSERT INTO source (record, seq, field, url, date) VALUES (?, ?, ?, ?, ?)");
    for (size_t i = 0; i < guide->count; i++) {
        const struct guide_page *page = &guide->pages[i];
        const char *record = arena_printf(to.arena, "guide/%s", page->id);
        for (size_t j = 0; j < page->source_count; j++)
            insert_source(&to, record, "*", page->sources[j].url, page->sources[j].date);
    }
    for (size_t i = 0; i < sources->count; i++) {
        const struct row *row = &sources->rows[i];
        if (!is_hidden(build->source, row_get(sources, row, "record")))
            insert_source(&to, row_get(sources, row, "record"), row_get(sources, row, "field"),
                          row_get(sources, row, "url"), row_get(sources, row, "date"));
    }
    insert_notice_sources(&to, build->source);
    bool done = insert_ok(&to.rows, err);
    insert_end(&to.rows);
    return done;
}
