#include "publish/concordance_parts.h"

#include <sqlite3.h>
#include <string.h>

#define BLOCK_BYTES 1000

struct block {
    struct bytes bytes;
    const char *first;
    uint32_t number;
    const char *before;
};

/* Whole letters only. */
static size_t shared_bytes(const char *a, const char *b)
{
    size_t shared = 0;
    while (a[shared] && a[shared] == b[shared])
        shared++;
    while (shared > 0 && ((unsigned char)b[shared] & 0xC0) == 0x80)
        shared--;
    return shared;
}

static void put_words(struct bytes *bytes, struct arena *arena, const struct form *form)
{
    uint32_t before = 0;
    bytes_add_varint(bytes, arena, form->word_count);
    for (size_t i = 0; i < form->word_count; i++) {
        bytes_add_varint(bytes, arena, form->words[i] - before);
        before = form->words[i];
    }
}

static void put_form(struct block *block, struct arena *arena, const struct form *form, bool has_words)
{
    size_t shared = block->before ? shared_bytes(block->before, form->text) : 0;
    size_t more = strlen(form->text) - shared;
    bytes_add_varint(&block->bytes, arena, shared);
    bytes_add_varint(&block->bytes, arena, more);
    bytes_add(&block->bytes, arena, (const uint8_t *)form->text + shared, more);
    if (has_words)
        put_words(&block->bytes, arena, form);
    block->before = form->text;
}

static void store_block(struct insert *rows, const struct block *block, int64_t language, enum lexicon_kind kind)
{
    if (!block->first)
        return;
    insert_int(rows, lexicon_id(language, kind, block->number));
    insert_int(rows, lexicon_id(language, kind, 0) >> 32);
    insert_bytes(rows, (const uint8_t *)block->first, strlen(block->first));
    insert_bytes(rows, block->bytes.at, block->bytes.count);
    insert_row(rows);
}

bool lexicon_write(sqlite3 *db, int64_t language, enum lexicon_kind kind, const struct form_list *forms,
                   struct err *err)
{
    bool has_words = kind == LEXICON_LATIN || kind == LEXICON_SKELETON;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(insert_end)
    struct insert rows = insert_begin(db, "INSERT INTO search_block (id, lexicon, first, forms) VALUES (?, ?, ?, ?)");
    struct block block = { 0 };
    for (size_t i = 0; i < forms->count; i++) {
        if (block.bytes.count >= BLOCK_BYTES) {
            store_block(&rows, &block, language, kind);
            block = (struct block){ 0 };
            arena_reset(&arena);
        }
        if (!block.first) {
            block.first = forms->at[i].text;
            block.number = (uint32_t)i;
        }
        put_form(&block, &arena, &forms->at[i], has_words);
    }
    store_block(&rows, &block, language, kind);
    return insert_ok(&rows, err);
}
