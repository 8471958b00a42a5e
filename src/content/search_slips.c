/* Mistyped words: what is a slip or two away in the language's lexicon. */
#include "base/list.h"
#include "content/search_parts.h"
#include "text/slip.h"

/* The nearest so many words of a language are looked at, and so many bytes of postings for a whole question, so that a
 * slip never takes long. */
#define NEAREST_MAX 24
#define POSTING_BYTES_MAX (256 * 1024)

struct candidate {
    int rank; /* less is nearer */
    enum closeness closeness;
    bool is_start;
    uint32_t word;
};

struct candidates {
    struct slip slip;
    bool may_begin;
    bool has_words; /* of the lexicon's forms; else the form's number is the word's */
    struct candidate at[NEAREST_MAX];
    size_t count;
};

static void keep(struct candidates *candidates, struct candidate one)
{
    if (candidates->count == NEAREST_MAX && candidates->at[NEAREST_MAX - 1].rank <= one.rank)
        return;
    size_t at = candidates->count < NEAREST_MAX ? candidates->count++ : NEAREST_MAX - 1;
    for (; at > 0 && candidates->at[at - 1].rank > one.rank; at--)
        candidates->at[at] = candidates->at[at - 1];
    candidates->at[at] = one;
}

static bool take_form(void *data, const struct lexicon_form *form)
{
    struct candidates *candidates = data;
    struct slip_distance distance;
    if (!slip_next(&distance, &candidates->slip, form->text, form->shared))
        return true;
    bool whole = distance.whole <= candidates->slip.most;
    int slips = whole ? distance.whole : distance.start;
    if (slips == 0 || (!whole && !candidates->may_begin))
        return true; /* found as it was typed already, or too far off */
    struct candidate one = { .is_start = !whole, .word = form->number };
    int far = (slips - 1) * 2 + !distance.same_first;
    one.closeness = (enum closeness)(CLOSE_SLIP + far);
    one.rank = far * 2 + !whole;
    if (!candidates->has_words) {
        keep(candidates, one);
        return true;
    }
    struct lexicon_form words = *form;
    one.word = 0;
    while (lexicon_next_word(&words, &one.word))
        keep(candidates, one);
    return true;
}

static bool look_through(struct search *search, size_t word, size_t language, enum lexicon_kind kind)
{
    struct candidates candidates = { .may_begin = search->words[word].is_last, .has_words = kind == LEXICON_LATIN };
    struct lexicon lexicon = search_lexicon(search, language, kind);
    if (!slip_init(&candidates.slip, search->words[word].text))
        return true;
    if (!lexicon_walk(&lexicon, (struct str){ 0 }, take_form, &candidates, search->ask.err))
        return false;
    for (size_t i = 0; i < candidates.count && search->slip_postings < POSTING_BYTES_MAX; i++) {
        const struct candidate *one = &candidates.at[i];
        struct price price = { one->closeness, one->is_start, search->languages[language].is_fallback, word,
                               search->word_count };
        size_t before = search->postings;
        if (!search_read(search, lexicon_id(lexicon.language, LEXICON_WORD, one->word), price) ||
            !search_found(search, word, language, one->word))
            return false;
        search->slip_postings += search->postings - before;
    }
    return true;
}

/* One digit more or less is another number, not a slip. */
static bool has_digit(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] >= '0' && word.at[i] <= '9')
            return true;
    }
    return false;
}

bool search_slips(struct search *search, size_t word, size_t language)
{
    return search->languages[language].is_fallback || has_digit(search->words[word].text) ||
           (look_through(search, word, language, LEXICON_WORD) &&
            (!search->words[word].is_latin || look_through(search, word, language, LEXICON_LATIN)));
}
