#include "publish/concordance.h"

#include "base/list.h"
#include "publish/concordance_parts.h"

#include <stdlib.h>
#include <string.h>

bool concordance_new(struct concordance **out, int64_t language, const char *tag, struct err *err)
{
    struct concordance *new = calloc(1, sizeof(*new));
    if (!new)
        return err_set(err, ERR_IO, "out of memory");
    new->language = language;
    new->tag = arena_strdup(&new->arena, tag);
    if (!fold_open(&new->fold, err)) {
        concordance_free(new);
        return false;
    }
    *out = new;
    return true;
}

void concordance_free(struct concordance *concordance)
{
    if (!concordance)
        return;
    fold_close(concordance->fold);
    arena_destroy(&concordance->arena);
    arena_destroy(&concordance->folding);
    free(concordance);
}

static uint32_t entry_of(struct concordance *concordance, struct str word)
{
    struct arena *arena = &concordance->arena;
    const char *text = arena_str(&concordance->folding, word);
    size_t at;
    if (map_get(&concordance->words, text, &at))
        return (uint32_t)at;
    at = concordance->entries.count;
    *LIST_ADD(arena, concordance->entries) = (struct entry){ .text = arena_str(arena, word) };
    map_add(&concordance->words, arena, concordance->entries.at[at].text, at);
    return (uint32_t)at;
}

static void store_last(struct concordance *concordance, struct entry *entry)
{
    uint8_t bytes[POSTING_MAX];
    if (entry->last.doc == 0)
        return;
    bytes_add(&entry->posting, &concordance->arena, bytes, posting_put(bytes, entry->last, entry->stored));
    entry->stored = entry->last.doc;
    entry->docs++;
}

/* A document's best part comes first; what follows for the same document only tells that the text says so too. */
static void add_word(struct concordance *concordance, uint32_t at, struct posting_doc doc)
{
    struct entry *entry = &concordance->entries.at[at];
    if (entry->last.doc != doc.doc) {
        store_last(concordance, entry);
        entry->last = doc;
    } else if (entry->last.part == POSTING_TOPIC && doc.part == POSTING_TEXT) {
        entry->last.part = POSTING_TOPIC_AND_TEXT;
    }
}

static void list_words(struct words *out, struct concordance *concordance, const char *folded, struct arena *arena)
{
    struct str rest = str_of(folded);
    while (rest.len > 0) {
        struct str word = str_cut(rest, ' ', &rest);
        if (word.len > 0 && word.len <= LEXICON_FORM_MAX)
            *LIST_ADD(arena, *out) = entry_of(concordance, word);
    }
}

/* "المستشفى" is looked for as "مستشفى" as well. */
static void add_bare(struct concordance *concordance, const char *folded, struct posting_doc doc)
{
    struct str rest = str_of(folded);
    while (rest.len > 0) {
        struct str word = str_cut(rest, ' ', &rest);
        struct str bare = fold_bare(word);
        if (bare.len < word.len && bare.len <= LEXICON_FORM_MAX)
            add_word(concordance, entry_of(concordance, bare), doc);
    }
}

void concordance_add(struct concordance *concordance, struct str text, uint32_t doc, enum posting_part part)
{
    struct words words = { 0 };
    struct folded folded = fold_text(concordance->fold, &concordance->folding, text, concordance->tag);
    list_words(&words, concordance, folded.words, &concordance->folding);
    uint8_t name_words = words.count <= UINT8_MAX ? (uint8_t)words.count : 0;
    size_t plain = words.count;
    list_words(&words, concordance, folded.compounds, &concordance->folding);
    for (size_t i = 0; i < words.count; i++)
        add_word(concordance, words.at[i], (struct posting_doc){ doc, part, i < plain ? name_words : 0 });
    add_bare(concordance, folded.words, (struct posting_doc){ doc, part, 0 });
    arena_reset(&concordance->folding);
}

size_t concordance_keep(struct concordance *concordance, struct str text)
{
    *LIST_ADD(&concordance->arena, concordance->kept) = (struct words){ 0 };
    concordance_keep_more(concordance, concordance->kept.count - 1, text);
    return concordance->kept.count - 1;
}

void concordance_keep_more(struct concordance *concordance, size_t kept, struct str text)
{
    struct words *words = &concordance->kept.at[kept];
    struct folded folded = fold_text(concordance->fold, &concordance->folding, text, concordance->tag);
    list_words(words, concordance, folded.words, &concordance->arena);
    list_words(words, concordance, folded.compounds, &concordance->arena);
    arena_reset(&concordance->folding);
}

void concordance_add_kept(struct concordance *concordance, size_t kept, uint32_t doc, enum posting_part part)
{
    const struct words *text = &concordance->kept.at[kept];
    for (size_t i = 0; i < text->count; i++)
        add_word(concordance, text->at[i], (struct posting_doc){ doc, part, 0 });
}

static int by_text(const void *left, const void *right)
{
    const struct entry *const *a = left;
    const struct entry *const *b = right;
    return strcmp((*a)->text, (*b)->text);
}

/* Words that only kept texts have, of topics without a document, stand nowhere: they are left out. */
static struct entry **sorted(struct concordance *concordance, size_t *count)
{
    struct entry **list = ARENA_ARRAY(&concordance->arena, struct entry *, concordance->entries.count + 1);
    *count = 0;
    for (size_t i = 0; i < concordance->entries.count; i++) {
        store_last(concordance, &concordance->entries.at[i]);
        if (concordance->entries.at[i].docs > 0)
            list[(*count)++] = &concordance->entries.at[i];
    }
    if (*count > 0)
        qsort(list, *count, sizeof(struct entry *), by_text);
    for (size_t i = 0; i < *count; i++)
        list[i]->number = (uint32_t)i;
    return list;
}

static struct form_list word_forms(struct concordance *concordance, struct entry *const *entries, size_t count)
{
    struct form_list forms = { ARENA_ARRAY(&concordance->arena, struct form, count + 1), count };
    for (size_t i = 0; i < count; i++)
        forms.at[i] = (struct form){ entries[i]->text, &entries[i]->number, 1 };
    return forms;
}

static bool store_postings(const struct concordance *concordance, struct sqlite3 *db, struct entry *const *entries,
                           size_t count, struct err *err)
{
    CLEANUP(insert_end) struct insert rows = insert_begin(db, "INSERT INTO search_posting (id, docs) VALUES (?, ?)");
    for (size_t i = 0; i < count; i++) {
        insert_int(&rows, lexicon_id(concordance->language, LEXICON_WORD, (uint32_t)i));
        insert_bytes(&rows, entries[i]->posting.at, entries[i]->posting.count);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool concordance_store(struct concordance *concordance, struct sqlite3 *db, uint32_t docs, struct err *err)
{
    size_t count = 0;
    struct entry **entries = sorted(concordance, &count);
    struct form_list words = word_forms(concordance, entries, count);
    struct form_list latin = { 0 }, skeletons = { 0 };
    int64_t language = concordance->language;
    return latin_forms(&latin, &skeletons, concordance, entries, err) &&
           lexicon_write(db, language, LEXICON_WORD, &words, err) &&
           lexicon_write(db, language, LEXICON_LATIN, &latin, err) &&
           lexicon_write(db, language, LEXICON_SKELETON, &skeletons, err) &&
           store_postings(concordance, db, entries, count, err) &&
           lexicon_write_starts(db, language, LEXICON_WORD_START, &words, entries, docs, err) &&
           lexicon_write_starts(db, language, LEXICON_LATIN_START, &latin, entries, docs, err);
}
