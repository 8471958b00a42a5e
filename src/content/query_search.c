#include "content/connection.h"
#include "content/search_parts.h"
#include "text/fold.h"
#include "text/locale.h"
#include "text/slip.h"

#include <string.h>

/* What is equal is ordered by open and near among so many, the most important of them, whatever the limit, so that a
 * short list is the beginning of a longer one. In a large pack the equals lie far apart, and asking for more of them
 * would take longer than a keystroke may (decision 0041). */
#define EQUALS 250
#define LARGE_DOCS 20000
#define EQUALS_OF_LARGE 30

/* No pack numbers its languages higher; a larger number would leave no room for the kinds of lexicons. */
#define LANGUAGE_SEQ_MAX 0xFFFFF

/* What can be looked at of the text, cut between characters. */
static struct str beginning(const char *words)
{
    struct str text = { words, words ? strnlen(words, SEARCH_BYTES_MAX + 1) : 0 };
    if (text.len <= SEARCH_BYTES_MAX)
        return text;
    text.len = str_last_letter(text.at, SEARCH_BYTES_MAX + 1);
    return text;
}

static bool has_language(const struct search *search, const char *tag)
{
    for (size_t i = 0; i < search->language_count; i++) {
        if (strcmp(search->languages[i].tag, tag) == 0)
            return true;
    }
    return false;
}

static bool add_language(struct search *search, const char *tag, bool is_fallback)
{
    static const char sql[] = "SELECT seq FROM language WHERE tag = ?1";
    char script[5];
    if (!tag || search->language_count == COUNT(search->languages) || has_language(search, tag))
        return true;
    CLEANUP(statement_end) struct statement row = statement_begin(search->ask.query->pack, sql);
    statement_bind_text(&row, 1, tag);
    if (statement_row(&row) && statement_int(&row, 0) >= 0 && statement_int(&row, 0) <= LANGUAGE_SEQ_MAX) {
        locale_script(tag, script);
        search->languages[search->language_count++] = (struct search_language){
            .tag = tag,
            .seq = statement_int(&row, 0),
            .is_han = strncmp(script, "Han", 3) == 0,
            .is_fallback = is_fallback,
        };
    }
    return statement_ok(&row, search->ask.err);
}

/* The visitor's, the local one, and the one in which they read what is not translated. */
static bool add_languages(struct search *search)
{
    const struct query *query = search->ask.query;
    struct pack_languages fallback = pack_fallback(query->pack);
    return add_language(search, query->lang, false) &&
           add_language(search, pack_meta(query->pack, "source_language"), false) &&
           (fallback.count == 0 || add_language(search, fallback.tags[0], true));
}

static bool look_up_word(struct search *search, size_t word)
{
    for (size_t i = 0; i < search->language_count; i++) {
        if (!search_same(search, word, i) || !search_latin(search, word, i))
            return false;
    }
    return true;
}

static bool look_up_slips(struct search *search, size_t word)
{
    for (size_t i = 0; i < search->language_count; i++) {
        if (!search_slips(search, word, i))
            return false;
    }
    return true;
}

/* Behind a word that leaves no document the others are of no use. */
static bool look_up(struct search *search, bool with_slips)
{
    bool any_left = true;
    board_clear(&search->board);
    for (size_t i = 0; i < search->word_count && any_left; i++) {
        search->words[i].found.count = 0;
        board_begin_word(&search->board, i, search->ask.arena);
        if (!look_up_word(search, i) || (with_slips && !look_up_slips(search, i)))
            return false;
        any_left = board_take_word(&search->board, i);
    }
    return true;
}

static bool may_be_mistyped(const struct search *search)
{
    for (size_t i = 0; i < search->word_count; i++) {
        if (slip_allowed(slip_letters(search->words[i].text)) > 0)
            return true;
    }
    return false;
}

/* Of a single word all is still on the board; of several only the sums are. */
static bool add_slips(struct search *search)
{
    if (search->word_count > 1)
        return look_up(search, true);
    board_forget_sums(&search->board);
    if (!look_up_slips(search, 0))
        return false;
    (void)board_take_word(&search->board, 0);
    return true;
}

static bool is_wanted(const struct service_wish *wish)
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        if (wish->wanted[i])
            return true;
    }
    return false;
}

static bool find(struct search_list *out, struct search *search, const struct service_wish *wish, struct arena *arena)
{
    struct hits hits = { 0 };
    size_t limit = wish->limit < SEARCH_LIMIT_MAX ? wish->limit : SEARCH_LIMIT_MAX;
    size_t count = 0;
    if (!board_init(search) || !look_up(search, false))
        return false;
    size_t equals = search->board.docs > LARGE_DOCS ? EQUALS_OF_LARGE : EQUALS;
    size_t room = limit > equals ? limit : equals;
    struct ranked *ranked = ARENA_ARRAY(search->ask.arena, struct ranked, room);
    out->total = board_rank(ranked, &count, room, &search->board, search->word_count);
    if (out->total < SEARCH_FEW && may_be_mistyped(search)) {
        if (!add_slips(search))
            return false;
        out->total = board_rank(ranked, &count, room, &search->board, search->word_count);
    }
    if (out->total == 0)
        return search_near(out, search, arena);
    if (is_wanted(wish)) {
        if (!search_narrow(search, wish->wanted))
            return false;
        out->total = board_rank(ranked, &count, room, &search->board, search->word_count);
    }
    if (!search_order(ranked, &count, limit, search) || !search_hits(&hits, search, ranked, count, arena))
        return false;
    out->at = hits.at;
    out->count = hits.count;
    return true;
}

/* What was typed is overwritten; the memory is kept, since asking for it anew takes a good part of a keystroke. */
static void reset(struct arena **arena)
{
    arena_reset(*arena);
}

bool query_search(struct search_list *out, const struct query *query, const char *words, size_t limit,
                  struct arena *arena, struct err *err)
{
    struct service_wish wish = { .limit = limit };
    return query_search_narrowed(out, query, words, &wish, arena, err);
}

bool query_search_narrowed(struct search_list *out, const struct query *query, const char *words,
                           const struct service_wish *wish, struct arena *arena, struct err *err)
{
    CLEANUP(reset) struct arena *scratch = &query->pack->search;
    struct search search = { .ask = { query, scratch, err } };
    struct search_list list = { 0 };
    struct str typed = beginning(words);
    if (!query->pack->fold && !fold_open(&query->pack->fold, err))
        return false;
    search.typed = arena_str(scratch, typed);
    if (!add_languages(&search) || !search_words(&search, typed))
        return false;
    if (search.word_count > 0 && !find(&list, &search, wish, arena))
        return false;
    *out = list;
    return true;
}
