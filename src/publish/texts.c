#include "publish/texts.h"

#include "base/list.h"

#include <string.h>

static void add(struct pack_texts *out, struct arena *arena, struct pack_text text)
{
    struct str value = str_trim(str_of(text.value));
    if (value.len == 0)
        return;
    text.value = arena_str(arena, value);
    *LIST_ADD(arena, *out) = text;
}

/* "services/…" by its name, "notices/…" by its title, so that a translator knows what a description describes. */
static const char *title_of(const struct source *source, const struct table *table, const struct row *row)
{
    const char *name = row_get(table, row, row_get(table, row, "name")[0] ? "name" : "title");
    struct str id;
    char kind[64];
    enum table_id owner;
    if (name[0] || !row->owner)
        return name;
    struct str head = str_cut(str_of(row->owner), '/', &id);
    memcpy(kind, head.at, head.len); /* a table's name, which is short */
    kind[head.len] = '\0';
    if (!spec_find(&owner, kind))
        return "";
    const struct row *found = table_find(&source->tables[owner], id.at);
    return found ? row_get(&source->tables[owner], found, "name") : "";
}

static void add_row(struct pack_texts *out, const struct source *source, const struct table *table,
                    const struct row *row)
{
    struct arena *arena = source->arena;
    const char *title = title_of(source, table, row);
    for (size_t i = 0; i < COLUMNS_MAX && table->spec->columns[i].name; i++) {
        const struct column_spec *column = &table->spec->columns[i];
        if (!column->translate)
            continue;
        struct pack_text text = { .field = column->name, .value = row_get(table, row, column->name) };
        text.owner = row_owner_name(table, row, arena);
        text.context = arena_printf(arena, "%s/%s", text.owner, column->name);
        text.where = row_spot(table, row, column->name);
        text.note = title[0] && strcmp(title, text.value) != 0
                        ? arena_printf(arena, "%s. Of: %s", column->translate, title)
                        : column->translate;
        add(out, arena, text);
    }
}

static const char *const block_notes[] = {
    [BLOCK_HEADING] = "A heading",
    [BLOCK_PARAGRAPH] = "A paragraph",
    [BLOCK_STEP] = "A numbered step",
    [BLOCK_BULLET] = "An item of a list",
    [BLOCK_LINK] = "A button that leads to another screen",
};

static void add_page(struct pack_texts *out, struct arena *arena, const struct guide_page *page)
{
    const char *owner = arena_printf(arena, "guide/%s", page->id);
    const char *context = arena_printf(arena, "%s/body", owner);
    add(out, arena,
        (struct pack_text){ owner,
                            "title",
                            arena_printf(arena, "%s/title", owner),
                            page->title,
                            "Title of a guide page; short",
                            { page->file, page->title_line, "title" } });
    for (size_t i = 0; i < page->block_count; i++) {
        const struct guide_block *block = &page->blocks[i];
        add(out, arena,
            (struct pack_text){ owner,
                                arena_printf(arena, "body/%03zu", i + 1),
                                context,
                                block->text,
                                arena_printf(arena, "%s of the page: %s", block_notes[block->kind], page->title),
                                { page->file, block->line, "body" } });
    }
}

void texts_list(struct pack_texts *out, const struct source *source)
{
    *out = (struct pack_texts){ 0 };
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct table *table = &source->tables[i];
        for (size_t j = 0; j < table->count; j++) {
            if (table->rows[j].shown && row_get(table, &table->rows[j], "id")[0])
                add_row(out, source, table, &table->rows[j]);
        }
    }
    for (size_t i = 0; i < source->guide.count; i++) {
        if (source->guide.pages[i].id[0])
            add_page(out, source->arena, &source->guide.pages[i]);
    }
}
