/* Provenance: whoever doubts a fact must be able to see where it was taken from. */
#include "publish/checks.h"

#include <string.h>

static void check_records(const struct source *source, struct findings *findings, struct map *records)
{
    const struct table *sources = &source->tables[TABLE_SOURCES];
    for (size_t i = 0; i < sources->count; i++) {
        const char *record = row_get(sources, &sources->rows[i], "record");
        map_add(records, source->arena, record, i);
        if (record[0] && source_lacks_record(source, record))
            finding_add(findings, RULE_DANGLING_LINK, row_spot(sources, &sources->rows[i], "record"),
                        "there is no record %s", record);
    }
}

static const enum table_id must_have_source[] = { TABLE_SERVICES, TABLE_EMERGENCY, TABLE_KIOSKS, TABLE_NOTICES };

/* A notice may name its source itself; the other tables have no such column. */
static bool names_its_source(const struct table *table, const struct row *row)
{
    return str_trim(str_of(row_get(table, row, "source"))).len > 0;
}

static void check_table(const struct source *source, struct findings *findings, const struct map *records,
                        const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct row *row = &table->rows[i];
        if (!row_get(table, row, "id")[0])
            continue; /* a finding of its own */
        const char *record = row_owner_name(table, row, source->arena);
        size_t at;
        if (row->shown && !names_its_source(table, row) && !map_get(records, record, &at))
            finding_add(findings, RULE_NO_SOURCE, row_spot(table, row, "id"), "nothing says where %s comes from",
                        record);
    }
}

static void check_page(const struct source *source, struct findings *findings, const struct map *records,
                       const struct guide_page *page)
{
    size_t at;
    if (page->source_count == 0 && !map_get(records, arena_printf(source->arena, "guide/%s", page->id), &at))
        finding_add(findings, RULE_NO_SOURCE, (struct spot){ page->file, 1, "source" },
                    "the page has no line `source: ADDRESS DATE`");
}

void check_sources(const struct source *source, struct findings *findings)
{
    struct map records = { 0 };
    check_records(source, findings, &records);
    if (source->tables[TABLE_SOURCES].unread)
        return;
    for (size_t i = 0; i < COUNT(must_have_source); i++)
        check_table(source, findings, &records, &source->tables[must_have_source[i]]);
    for (size_t i = 0; i < source->guide.count; i++)
        check_page(source, findings, &records, &source->guide.pages[i]);
}
