#include "content/lexicon.h"

#include "base/varint.h"
#include "content/connection.h"

#include <string.h>

static int64_t key_of(const struct lexicon *lexicon)
{
    return lexicon->language * LEXICON_KINDS_ROOM + (int64_t)lexicon->kind;
}

static bool damaged(const struct lexicon *lexicon, struct err *err)
{
    return connection_failed(lexicon->pack->path, SQLITE_CORRUPT, err);
}

/* A walk's place in a block, with the form that it stands on. */
struct reader {
    const uint8_t *at, *end;
    char text[LEXICON_FORM_MAX];
    bool has_words;
    struct lexicon_form form;
};

static bool skip_words(struct reader *reader)
{
    uint64_t count = 0, word;
    if (reader->has_words && !varint_get(&count, &reader->at, reader->end))
        return false;
    reader->form.word_count = (size_t)count;
    reader->form.words = reader->at;
    for (uint64_t i = 0; i < count; i++) {
        if (!varint_get(&word, &reader->at, reader->end))
            return false;
    }
    reader->form.words_end = reader->at;
    return true;
}

/* Moves to the next form of the block. False: the block is damaged. */
static bool read_form(struct reader *reader)
{
    uint64_t shared, more;
    if (!varint_get(&shared, &reader->at, reader->end) || !varint_get(&more, &reader->at, reader->end) ||
        shared > reader->form.text.len || more > (uint64_t)(reader->end - reader->at) ||
        shared + more > sizeof(reader->text))
        return false;
    memcpy(reader->text + shared, reader->at, (size_t)more);
    reader->at += more;
    reader->form.text = (struct str){ reader->text, (size_t)(shared + more) };
    reader->form.shared = (size_t)shared;
    return skip_words(reader);
}

static int compare(struct str a, struct str b)
{
    int order = memcmp(a.at, b.at, a.len < b.len ? a.len : b.len);
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static bool first_block(int64_t *id, const struct lexicon *lexicon, struct str from, struct err *err)
{
    static const char sql[] =
        "SELECT coalesce((SELECT id FROM search_block WHERE lexicon = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1),"
        " ?1 << 32)";
    CLEANUP(statement_end) struct statement row = statement_begin(lexicon->pack, sql);
    statement_bind_int(&row, 1, key_of(lexicon));
    statement_bind_bytes(&row, 2, from);
    if (statement_row(&row))
        *id = statement_int(&row, 0);
    return statement_ok(&row, err);
}

struct walk {
    const struct lexicon *lexicon;
    struct reader reader;
    struct str from;
    lexicon_visit *visit;
    void *data;
    bool is_over;
};

/* How much a block's first form begins like the form before it, in whole letters: blocks don't say. */
static size_t shared_with(struct str before, const struct reader *reader)
{
    struct str now = reader->form.text;
    size_t shared = 0;
    while (shared < before.len && shared < now.len && before.at[shared] == now.at[shared])
        shared++;
    while (shared > 0 && shared < now.len && ((unsigned char)now.at[shared] & 0xC0) == 0x80)
        shared--;
    return shared;
}

static bool walk_block(struct walk *walk, struct str block, uint32_t number)
{
    struct reader *reader = &walk->reader;
    char before[LEXICON_FORM_MAX];
    struct str last = { before, reader->form.text.len };
    memcpy(before, reader->text, last.len);
    reader->form.text.len = 0;
    reader->at = (const uint8_t *)block.at;
    reader->end = reader->at + block.len;
    for (bool first = true; reader->at < reader->end && !walk->is_over; first = false) {
        if (!read_form(reader))
            return false;
        reader->form.number = number++;
        if (first)
            reader->form.shared = shared_with(last, reader);
        if (walk->from.len > 0 && compare(reader->form.text, walk->from) < 0)
            continue;
        walk->from.len = 0;
        walk->is_over = !walk->visit(walk->data, &reader->form);
    }
    return true;
}

static bool walk_from(struct walk *walk, int64_t block, struct err *err)
{
    static const char sql[] = "SELECT id, forms FROM search_block WHERE id >= ?1 AND id < ?2 ORDER BY id";
    const struct lexicon *lexicon = walk->lexicon;
    CLEANUP(statement_end) struct statement row = statement_begin(lexicon->pack, sql);
    statement_bind_int(&row, 1, block);
    statement_bind_int(&row, 2, (key_of(lexicon) + 1) << 32);
    while (!walk->is_over && statement_row(&row)) {
        if (!walk_block(walk, statement_bytes(&row, 1), (uint32_t)statement_int(&row, 0)))
            return damaged(lexicon, err);
    }
    return statement_ok(&row, err);
}

bool lexicon_walk(const struct lexicon *lexicon, struct str from, lexicon_visit *visit, void *data, struct err *err)
{
    struct walk walk = { .lexicon = lexicon, .from = from, .visit = visit, .data = data };
    int64_t block = 0;
    walk.reader.has_words = lexicon->kind == LEXICON_LATIN || lexicon->kind == LEXICON_SKELETON;
    return first_block(&block, lexicon, from, err) && walk_from(&walk, block, err);
}

/* The number of the first form at or behind a text, which may be one behind the last form. */
struct place {
    uint32_t number;
    struct str wanted;
    bool is_equal;
};

static bool take_first(void *data, const struct lexicon_form *form)
{
    struct place *place = data;
    place->number = form->number;
    place->is_equal = str_eq(form->text, place->wanted);
    return false;
}

bool lexicon_range(uint32_t *first, uint32_t *last, const struct lexicon *lexicon, struct str start, struct err *err)
{
    char behind[LEXICON_FORM_MAX];
    struct place from = { UINT32_MAX, start, false };
    struct place to = { UINT32_MAX, start, false };
    *first = *last = 0;
    if (start.len == 0 || start.len > sizeof(behind))
        return true;
    /* No byte of UTF-8 is the last one there is, so one more than the last byte sorts behind all that begin so. */
    memcpy(behind, start.at, start.len);
    behind[start.len - 1] = (char)((unsigned char)behind[start.len - 1] + 1);
    if (!lexicon_walk(lexicon, start, take_first, &from, err) ||
        !lexicon_walk(lexicon, (struct str){ behind, start.len }, take_first, &to, err))
        return false;
    *first = from.number;
    *last = to.number;
    return true;
}

bool lexicon_find(bool *found, uint32_t *number, const struct lexicon *lexicon, struct str form, struct err *err)
{
    struct place place = { 0, form, false };
    if (!lexicon_walk(lexicon, form, take_first, &place, err))
        return false;
    *found = place.is_equal;
    *number = place.number;
    return true;
}

struct wanted_text {
    uint32_t number;
    struct arena *arena;
    const char *text;
};

static bool take_number(void *data, const struct lexicon_form *form)
{
    struct wanted_text *wanted = data;
    if (form->number == wanted->number)
        wanted->text = arena_str(wanted->arena, form->text);
    return form->number < wanted->number;
}

bool lexicon_text(const char **out, const struct lexicon *lexicon, uint32_t number, struct arena *arena,
                  struct err *err)
{
    static const char sql[] = "SELECT id FROM search_block WHERE id <= ?1 ORDER BY id DESC LIMIT 1";
    struct wanted_text wanted = { number, arena, NULL };
    struct walk walk = { .lexicon = lexicon, .visit = take_number, .data = &wanted };
    int64_t id = lexicon_id(lexicon->language, lexicon->kind, number), block = id;
    CLEANUP(statement_end) struct statement row = statement_begin(lexicon->pack, sql);
    statement_bind_int(&row, 1, id);
    if (statement_row(&row))
        block = statement_int(&row, 0);
    if (!statement_ok(&row, err) || !walk_from(&walk, block, err))
        return false;
    *out = wanted.text;
    return true;
}

bool lexicon_next_word(struct lexicon_form *form, uint32_t *word)
{
    uint64_t distance;
    if (form->word_count == 0 || !varint_get(&distance, &form->words, form->words_end))
        return false;
    form->word_count--;
    *word = (uint32_t)(*word + distance);
    return true;
}
