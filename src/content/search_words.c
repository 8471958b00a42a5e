#include "base/list.h"
#include "content/connection.h"
#include "content/search_parts.h"
#include "text/fold.h"
#include "text/skeleton.h"

#include <string.h>

/* A word of several Han characters, written in Latin letters without spaces, has at most so many letters. */
#define READINGS_MAX 32
#define READING_MAX 6 /* letters of one reading: "zhuang" */

/* More words than this that were found otherwise than typed are not marked. */
#define FOUND_MAX 48

struct lexicon search_lexicon(const struct search *search, size_t language, enum lexicon_kind kind)
{
    return (struct lexicon){ search->ask.query->pack, search->languages[language].seq, kind };
}

bool search_found(struct search *search, size_t word, size_t language, uint32_t number)
{
    struct typed_word *typed = &search->words[word];
    struct lexicon words = search_lexicon(search, language, LEXICON_WORD);
    const char *text = NULL;
    if (typed->found.count >= FOUND_MAX)
        return true;
    if (!lexicon_text(&text, &words, number, search->ask.arena, search->ask.err))
        return false;
    if (text)
        *LIST_ADD(search->ask.arena, typed->found) = text;
    return true;
}

/* With the Arabic article typed, the word without it is found as well, as less than the same. */
static bool read_bare(struct search *search, const struct lexicon *words, struct str typed, struct price price)
{
    struct str bare = fold_bare(typed);
    uint32_t number;
    bool found = false;
    price.is_start = true;
    return bare.len == typed.len ||
           (lexicon_find(&found, &number, words, bare, search->ask.err) &&
            (!found || search_read(search, lexicon_id(words->language, words->kind, number), price)));
}

bool search_same(struct search *search, size_t word, size_t language)
{
    const struct typed_word *typed = &search->words[word];
    struct lexicon words = search_lexicon(search, language, LEXICON_WORD);
    struct lexicon starts = search_lexicon(search, language, LEXICON_WORD_START);
    struct price price = { .is_fallback = search->languages[language].is_fallback,
                           .word = word,
                           .words = search->word_count };
    uint32_t first = 0, last = 0;
    bool found = false;
    if (!lexicon_find(&found, &first, &words, typed->text, search->ask.err) ||
        (found && !search_read(search, lexicon_id(words.language, words.kind, first), price)) ||
        !read_bare(search, &words, typed->text, price))
        return false;
    if (!typed->is_last)
        return true;
    price.is_start = true;
    if (!lexicon_find(&found, &first, &starts, typed->text, search->ask.err))
        return false;
    if (found)
        return search_read(search, lexicon_id(starts.language, starts.kind, first), price);
    return lexicon_range(&first, &last, &words, typed->text, search->ask.err) &&
           search_read_range(search, lexicon_id(words.language, words.kind, first),
                             lexicon_id(words.language, words.kind, last), price);
}

static bool has_any(bool *out, const struct search *search, size_t language, enum lexicon_kind kind, struct str start,
                    bool whole)
{
    struct lexicon lexicon = search_lexicon(search, language, kind);
    uint32_t first = 0, last = 0;
    if (whole)
        return lexicon_find(out, &first, &lexicon, start, search->ask.err);
    if (!lexicon_range(&first, &last, &lexicon, start, search->ask.err))
        return false;
    *out = first < last;
    return true;
}

/* Is the word, or its beginning, one that can be found as it stands? */
static bool is_known(bool *out, const struct search *search, struct str word, bool whole)
{
    static const enum lexicon_kind kinds[] = { LEXICON_WORD, LEXICON_LATIN, LEXICON_SKELETON };
    *out = false;
    for (size_t i = 0; i < search->language_count && !*out; i++) {
        for (size_t j = 0; j < COUNT(kinds) && !*out; j++) {
            if (!has_any(out, search, i, kinds[j], word, whole))
                return false;
        }
    }
    return true;
}

/* Where readings of single characters may end, on the way to the word's end. */
struct readings {
    const struct search *search;
    struct str word;
    bool is_last;
    size_t ends[READINGS_MAX];
    size_t count;
    bool is_dead[READINGS_MAX + 1]; /* from here there is no way to the end */
};

/* The longest readings first. True in *out when the rest from `at` is made of readings. */
static bool read_from(bool *out, struct readings *readings, size_t at)
{
    size_t left = readings->word.len - at;
    *out = left == 0;
    for (size_t length = left < READING_MAX ? left : READING_MAX; length > 0 && !*out && !readings->is_dead[at];
         length--) {
        bool to_end = at + length == readings->word.len && readings->is_last;
        struct str reading = { readings->word.at + at, length };
        bool known = false;
        if (!has_any(&known, readings->search, 0, LEXICON_LATIN, reading, !to_end))
            return false;
        readings->ends[readings->count] = at + length;
        readings->count++;
        if (known && !read_from(out, readings, at + length))
            return false;
        if (!*out)
            readings->count--;
    }
    readings->is_dead[at] = !*out;
    return true;
}

static void add_word(struct search *search, struct str text, bool is_last)
{
    if (search->word_count < SEARCH_WORDS_MAX && text.len > 0 && text.len <= LEXICON_FORM_MAX)
        search->words[search->word_count++] =
            (struct typed_word){ .text = text, .is_last = is_last, .is_latin = skeleton_is_latin(text) };
}

/* "kanyisheng" is typed in one go where three characters stand: it is looked for as "kan yi sheng". */
static bool add_readings(bool *done, struct search *search, struct str word, bool is_last)
{
    struct readings readings = { .search = search, .word = word, .is_last = is_last };
    bool known = false;
    *done = false;
    if (!search->languages[0].is_han || word.len > READINGS_MAX || word.len < 3 || !skeleton_is_latin(word))
        return true;
    if (!is_known(&known, search, word, !is_last) || (!known && !read_from(done, &readings, 0)))
        return false;
    size_t start = 0;
    for (size_t i = 0; i < readings.count && *done; start = readings.ends[i++])
        add_word(search, (struct str){ word.at + start, readings.ends[i] - start }, is_last && i + 1 == readings.count);
    return true;
}

/* "04 76 54" is the beginning of a telephone number, which is one word. Where no number begins so, these are words as
 * any others. */
static bool add_number(bool *done, struct search *search, struct str words)
{
    const char *digits = fold_number(search->ask.arena, words);
    struct str number = str_of(digits ? digits : "");
    *done = false;
    if (number.len == words.len || number.len == 0 || number.len > LEXICON_FORM_MAX)
        return true;
    if (!is_known(done, search, number, false))
        return false;
    if (*done)
        add_word(search, number, true);
    return true;
}

bool search_words(struct search *search, struct str typed)
{
    struct fold *fold = search->ask.query->pack->fold;
    struct str rest = str_of(fold_words(fold, search->ask.arena, typed, search->languages[0].tag));
    bool done = false;
    if (!add_number(&done, search, rest))
        return false;
    if (done)
        return true;
    while (rest.len > 0) {
        struct str word = str_cut(rest, ' ', &rest);
        bool is_last = rest.len == 0;
        if (!add_readings(&done, search, word, is_last))
            return false;
        if (!done)
            add_word(search, word, is_last);
    }
    return true;
}
