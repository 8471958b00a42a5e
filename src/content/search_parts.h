/* What the parts of a search share: the words that were typed, and the board on which each document's costs are added
 * up. Internal to content/search_*.c and query_search.c. */
#ifndef MAISON_CONTENT_SEARCH_PARTS_H
#define MAISON_CONTENT_SEARCH_PARTS_H

#include "content/ask.h"
#include "content/lexicon.h"
#include "content/posting.h"
#include "content/search.h"

/* How a document's word answers the one that was typed; each is worse than all before it, whatever the part. */
enum closeness {
    CLOSE_SAME,
    CLOSE_LATIN,
    CLOSE_SOUND,
    CLOSE_SLIP, /* and up to CLOSE_LAST: one slip or two, the first letter the same or not */
    CLOSE_LAST = CLOSE_SLIP + 3
};

#define COST_NONE UINT16_MAX /* the document lacks a word */

struct board {
    uint32_t docs;                     /* the last document; there are no more than BOARD_DOCS_MAX */
    uint16_t *sum;                     /* of each document (from 1): the costs of the words so far */
    uint16_t *words[SEARCH_WORDS_MAX]; /* of each word, as far as they have been looked up */
    uint16_t *word;                    /* of the word at hand: one of these */
    uint16_t *any;                     /* the least cost of one word */
    uint8_t *whole; /* how many of the words so far are those of the name, which has as many words as were typed */
};

#define BOARD_DOCS_MAX 10000000u

/* What one kind of find costs. */
struct price {
    enum closeness closeness;
    bool is_start;    /* only the beginning of the word was typed */
    bool is_fallback; /* in a language that the visitor did not choose and that is not the local one */
    size_t word;      /* which of the typed words, from 0 */
    size_t words;     /* of how many */
};

struct typed_word {
    struct str text;
    bool is_last;  /* may be the beginning of a word */
    bool is_latin; /* a–z only */
    struct {
        const char **at;
        size_t count;
    } found; /* words of the pack that were found for it though they begin otherwise, for the marks */
};

struct search_language {
    const char *tag;
    int64_t seq;
    bool is_han;
    bool is_fallback;
};

struct search {
    struct ask ask;                      /* its arena is thrown away behind the search */
    const char *typed;                   /* as it was typed, cut to what is looked at */
    struct search_language languages[3]; /* the first is the one whose rules cut the words */
    size_t language_count;
    struct typed_word words[SEARCH_WORDS_MAX];
    size_t word_count;
    struct board board;
    size_t postings;      /* bytes that were read */
    size_t slip_postings; /* of these for slips */
};

struct lexicon search_lexicon(const struct search *search, size_t language, enum lexicon_kind kind);

/* Cuts what was typed into words. */
MUST_USE bool search_words(struct search *search, struct str typed);

/* Adds what the typed word is found as to board.word. */
MUST_USE bool search_same(struct search *search, size_t word, size_t language);
MUST_USE bool search_latin(struct search *search, size_t word, size_t language);
/* Not in a fallback language, in which nobody is expected to type much. */
MUST_USE bool search_slips(struct search *search, size_t word, size_t language);

/* Reads one posting, or those of a range of words, onto board.word. */
MUST_USE bool search_read(struct search *search, int64_t id, struct price price);
MUST_USE bool search_read_range(struct search *search, int64_t from, int64_t to, struct price price);

/* Remembers for the marks that a word of the pack was found for the typed one. */
MUST_USE bool search_found(struct search *search, size_t word, size_t language, uint32_t number);

MUST_USE bool board_init(struct search *search);
void board_clear(struct board *board);

/* Makes the word the one at hand, found nowhere so far. */
void board_begin_word(struct board *board, size_t word, struct arena *arena);

/* Adds the costs of the word to the sums; false when no document has all words so far. */
bool board_take_word(struct board *board, size_t word);
void board_forget_sums(struct board *board);

/* A document among the best. */
struct ranked {
    uint32_t doc;
    uint16_t cost;
};

/* The best documents that have all the words, up to `room`, best first, then in their order; returns how many have
 * them. */
size_t board_rank(struct ranked *out, size_t *count, size_t room, const struct board *board, size_t words);

/* The same by the best single word. */
void board_rank_any(struct ranked *out, size_t *count, size_t room, const struct board *board);

/* What a document's cost of one word says of how it was found. */
struct find {
    enum closeness closeness;
    enum posting_part part;
};
struct find board_find(uint16_t cost);

/* Puts the document behind all that are not. */
void board_defer(struct board *board, uint32_t doc);
void board_drop(struct board *board, uint32_t doc);

/* Orders what costs the same by open and near, as far as that can change the first `limit`, and cuts the list to these.
 * A page is open and here: it can always be read. */
MUST_USE bool search_order(struct ranked *ranked, size_t *count, size_t limit, const struct search *search);

/* The hits for the documents, in their order, with names, hours and marks, in the caller's arena. */
struct hits {
    struct search_hit *at;
    size_t count;
};
MUST_USE bool search_hits(struct hits *out, const struct search *search, const struct ranked *ranked, size_t count,
                          struct arena *arena);

MUST_USE bool search_marks(struct str_ranges *out, const struct search *search, struct localized text,
                           struct arena *arena);

/* Drops what does not answer yes to all that is wanted, and defers that of which it is not known. */
MUST_USE bool search_narrow(struct search *search, const bool wanted[FACET_COUNT]);

/* Topics that may help where nothing was found. */
MUST_USE bool search_near(struct search_list *out, struct search *search, struct arena *arena);

#endif
