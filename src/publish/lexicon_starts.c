/* A letter or two begin very many words. Reading all their postings at each keystroke would take longer in a larger
 * pack, so such beginnings have a posting of their own: every document once, with its best part. */
#include "base/list.h"
#include "publish/concordance_parts.h"

#include <string.h>

/* Up to here the postings of all the words are read one by one when someone types the beginning: so many documents,
 * where finding one more word costs as much as reading sixteen documents. */
#define READ_AT_ONCE 16384
#define COST_OF_A_WORD 16

struct starts {
    const struct form_list *forms;
    struct entry *const *entries;
    uint32_t docs;
    uint8_t *parts; /* of each document: the best part so far, POSTING_PART_COUNT for none */
    struct arena *arena;
    struct insert *rows;
    int64_t language;
    enum lexicon_kind kind;
    struct form_list out;
};

/* Some forms, of which the first `bytes` bytes are the same. */
struct group {
    size_t from, to;
    size_t bytes;
};

static void read_form(const struct starts *starts, const struct form *form)
{
    for (size_t i = 0; i < form->word_count; i++) {
        const struct bytes *posting = &starts->entries[form->words[i]]->posting;
        struct posting_doc doc = { 0 };
        const uint8_t *at = posting->at;
        while (posting_get(&doc, &at, posting->at + posting->count)) {
            if (doc.part < starts->parts[doc.doc])
                starts->parts[doc.doc] = (uint8_t)doc.part;
        }
    }
}

static size_t count_docs(const struct starts *starts)
{
    size_t count = 0;
    for (uint32_t doc = 1; doc <= starts->docs; doc++)
        count += starts->parts[doc] != POSTING_PART_COUNT;
    return count;
}

static void store(struct starts *starts, const char *text)
{
    struct bytes posting = { 0 };
    uint8_t bytes[POSTING_MAX];
    uint32_t before = 0;
    for (uint32_t doc = 1; doc <= starts->docs; doc++) {
        if (starts->parts[doc] == POSTING_PART_COUNT)
            continue;
        struct posting_doc put = { doc, (enum posting_part)starts->parts[doc], 0 };
        bytes_add(&posting, starts->arena, bytes, posting_put(bytes, put, before));
        before = doc;
    }
    insert_int(starts->rows, lexicon_id(starts->language, starts->kind, (uint32_t)starts->out.count));
    insert_bytes(starts->rows, posting.at, posting.count);
    insert_row(starts->rows);
    *LIST_ADD(starts->arena, starts->out) = (struct form){ .text = text };
}

/* Where one long posting is all there is, a second one of nearly the same documents would save nothing. */
static bool is_worth_it(const struct starts *starts, size_t weight)
{
    return weight > 2 * count_docs(starts);
}

static size_t weight_of(const struct starts *starts, struct group group)
{
    size_t weight = 0;
    for (size_t i = group.from; i < group.to; i++) {
        const struct form *form = &starts->forms->at[i];
        for (size_t j = 0; j < form->word_count; j++)
            weight += starts->entries[form->words[j]]->docs + COST_OF_A_WORD;
    }
    return weight;
}

static void add_start(struct starts *starts, struct group group)
{
    memset(starts->parts, POSTING_PART_COUNT, (size_t)starts->docs + 1);
    for (size_t i = group.from; i < group.to; i++)
        read_form(starts, &starts->forms->at[i]);
    if (!is_worth_it(starts, weight_of(starts, group)))
        return;
    struct str text = { starts->forms->at[group.from].text, group.bytes };
    store(starts, arena_str(starts->arena, text));
}

static size_t letter_bytes(const char *at)
{
    size_t bytes = 1;
    while (((unsigned char)at[bytes] & 0xC0) == 0x80)
        bytes++;
    return bytes;
}

/* The group within `group`, from form `from` on, that has one more letter in common. */
static struct group longer(const struct starts *starts, struct group group, size_t from)
{
    const struct form *forms = starts->forms->at;
    struct group out = { from, from + 1, group.bytes };
    if (!forms[from].text[group.bytes])
        return out;
    out.bytes += letter_bytes(forms[from].text + group.bytes);
    while (out.to < group.to && strncmp(forms[out.to].text, forms[from].text, out.bytes) == 0)
        out.to++;
    return out;
}

/* Depth first, so that what is stored is sorted. */
static void add_starts(struct starts *starts, struct group group)
{
    for (size_t from = group.from; from < group.to;) {
        struct group next = longer(starts, group, from);
        from = next.to;
        if (next.bytes == group.bytes || weight_of(starts, next) <= READ_AT_ONCE)
            continue;
        add_start(starts, next);
        add_starts(starts, next);
    }
}

bool lexicon_write_starts(struct sqlite3 *db, int64_t language, enum lexicon_kind kind, const struct form_list *forms,
                          struct entry *const *entries, uint32_t docs, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(insert_end) struct insert rows = insert_begin(db, "INSERT INTO search_posting (id, docs) VALUES (?, ?)");
    struct starts starts = { .forms = forms, .entries = entries, .docs = docs, .arena = &arena, .rows = &rows };
    starts.parts = arena_alloc(&arena, (size_t)docs + 1);
    starts.language = language;
    starts.kind = kind;
    add_starts(&starts, (struct group){ 0, forms->count, 0 });
    return insert_ok(&rows, err) && lexicon_write(db, language, kind, &starts.out, err);
}
