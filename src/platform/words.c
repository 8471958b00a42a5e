#include "platform/words.h"

#include "base/log.h"

#include <stdlib.h>
#include <string.h>

#define BUCKETS 4096u

struct words {
    struct word *buckets[BUCKETS];
    struct word *newest, *oldest;
    size_t bytes;
};

struct words *words_new(void)
{
    struct words *words = calloc(1, sizeof(*words));
    if (!words)
        log_fatal("out of memory: the words");
    return words;
}

void words_free(struct words *words)
{
    if (!words)
        return;
    words_clear(words);
    free(words);
}

static uint64_t word_hash(const struct text_unit *unit, uint32_t colour)
{
    int64_t numbers[4] = { unit->face, unit->size, unit->rtl, colour };
    uint64_t hash = str_hash(unit->script, strnlen(unit->script, sizeof(unit->script)), STR_HASH_SEED);
    return str_hash(unit->text.at, unit->text.len, str_hash(numbers, sizeof(numbers), hash));
}

static bool word_is(const struct word *word, const struct text_unit *unit, uint32_t colour)
{
    return word->colour == colour && word->face == unit->face && word->size == unit->size && word->rtl == unit->rtl &&
           strncmp(word->script, unit->script, sizeof(word->script)) == 0 &&
           str_eq((struct str){ word->text, word->length }, unit->text);
}

static struct word *word_new(const struct text_unit *unit, uint32_t colour, uint64_t hash)
{
    struct word *word = calloc(1, sizeof(*word) + unit->text.len + 1);
    if (!word)
        log_fatal("out of memory: a word");
    word->hash = hash;
    word->colour = colour;
    word->face = unit->face;
    word->size = unit->size;
    word->rtl = unit->rtl;
    memcpy(word->script, unit->script, sizeof(word->script));
    word->length = unit->text.len;
    if (unit->text.len > 0)
        memcpy(word->text, unit->text.at, unit->text.len);
    return word;
}

static void line_up(struct words *words, struct word *word)
{
    word->newer = NULL;
    word->older = words->newest;
    if (words->newest)
        words->newest->newer = word;
    else
        words->oldest = word;
    words->newest = word;
}

static void step_out(struct words *words, struct word *word)
{
    if (word->newer)
        word->newer->older = word->older;
    else
        words->newest = word->older;
    if (word->older)
        word->older->newer = word->newer;
    else
        words->oldest = word->newer;
}

struct word *words_get(struct words *words, const struct text_unit *unit, uint32_t colour)
{
    uint64_t hash = word_hash(unit, colour);
    struct word **bucket = &words->buckets[hash % BUCKETS];
    for (struct word *word = *bucket; word; word = word->next) {
        if (word->hash == hash && word_is(word, unit, colour)) {
            step_out(words, word);
            line_up(words, word);
            return word;
        }
    }
    struct word *word = word_new(unit, colour, hash);
    word->next = *bucket;
    *bucket = word;
    line_up(words, word);
    words_count(words, word, sizeof(*word) + word->length + 1);
    return word;
}

void words_count(struct words *words, struct word *word, size_t bytes)
{
    word->bytes += bytes;
    words->bytes += bytes;
}

static void word_drop(struct words *words, struct word *word)
{
    struct word **link = &words->buckets[word->hash % BUCKETS];
    while (*link != word)
        link = &(*link)->next;
    *link = word->next;
    step_out(words, word);
    words->bytes -= word->bytes;
    picture_destroy(&word->picture);
    explicit_bzero(word->text, word->length);
    free(word);
}

void words_trim(struct words *words, size_t bytes)
{
    while (words->oldest && words->bytes > bytes)
        word_drop(words, words->oldest);
}

void words_clear(struct words *words)
{
    while (words->oldest)
        word_drop(words, words->oldest);
}
