/* Words of other scripts, typed in Latin letters: as they are transliterated, and by ear. */
#include "base/list.h"
#include "content/search_parts.h"
#include "text/skeleton.h"

#include <string.h>

/* The lexicon's beginnings that more words share than this have a posting of their own, or are too vague. */
#define WORDS_MAX 1024

struct numbers {
    uint32_t *at;
    size_t count;
};

/* Words that are written as was typed, and words that only begin so. */
struct finds {
    struct str wanted;
    bool may_begin;
    struct arena *arena;
    struct numbers whole, begun;
};

static bool take_form(void *data, const struct lexicon_form *form)
{
    struct finds *finds = data;
    struct lexicon_form words = *form;
    bool whole = str_eq(form->text, finds->wanted);
    uint32_t word = 0;
    if (!whole && !(finds->may_begin && str_starts(form->text, finds->wanted)))
        return false;
    while (finds->whole.count + finds->begun.count < WORDS_MAX && lexicon_next_word(&words, &word)) {
        struct numbers *numbers = whole ? &finds->whole : &finds->begun;
        *LIST_ADD(finds->arena, *numbers) = word;
    }
    return finds->may_begin;
}

static bool read_numbers(struct search *search, const struct numbers *numbers, size_t language, struct price price)
{
    int64_t seq = search->languages[language].seq;
    for (size_t i = 0; i < numbers->count; i++) {
        if (!search_read(search, lexicon_id(seq, LEXICON_WORD, numbers->at[i]), price) ||
            !search_found(search, price.word, language, numbers->at[i]))
            return false;
    }
    return true;
}

static bool look_up(struct search *search, struct finds *finds, size_t language, enum lexicon_kind kind,
                    struct price price)
{
    struct lexicon lexicon = search_lexicon(search, language, kind);
    finds->arena = search->ask.arena;
    if (!lexicon_walk(&lexicon, finds->wanted, take_form, finds, search->ask.err) ||
        !read_numbers(search, &finds->whole, language, price))
        return false;
    price.is_start = true;
    return read_numbers(search, &finds->begun, language, price);
}

static bool as_transliterated(struct search *search, size_t language, struct price price)
{
    const struct typed_word *typed = &search->words[price.word];
    struct lexicon starts = search_lexicon(search, language, LEXICON_LATIN_START);
    struct finds finds = { .wanted = typed->text };
    bool found = false;
    uint32_t number;
    price.closeness = CLOSE_LATIN;
    if (typed->is_last && !lexicon_find(&found, &number, &starts, typed->text, search->ask.err))
        return false;
    finds.may_begin = typed->is_last && !found;
    if (!look_up(search, &finds, language, LEXICON_LATIN, price))
        return false;
    price.is_start = true;
    return !found || search_read(search, lexicon_id(starts.language, starts.kind, number), price);
}

/* Two consonants are too few for a beginning. */
static bool by_ear(struct search *search, size_t language, struct price price)
{
    const struct typed_word *typed = &search->words[price.word];
    bool is_han = search->languages[language].is_han;
    struct finds finds = { .wanted = is_han ? typed->text : str_of(skeleton_of(typed->text, search->ask.arena)) };
    finds.may_begin = typed->is_last && finds.wanted.len > 2;
    price.closeness = CLOSE_SOUND;
    return finds.wanted.len < 2 || look_up(search, &finds, language, LEXICON_SKELETON, price);
}

bool search_latin(struct search *search, size_t word, size_t language)
{
    struct price price = { .is_fallback = search->languages[language].is_fallback,
                           .word = word,
                           .words = search->word_count };
    return !search->words[word].is_latin ||
           (as_transliterated(search, language, price) && by_ear(search, language, price));
}
