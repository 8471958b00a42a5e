/* The words of a language as a pack keeps them for searching: sorted lists of forms, each form with a number, in blocks
 * of a kilobyte. A list is a lexicon; each language has one of each kind, some of them empty.
 *
 * A block (search_block.forms) is a row of forms, each: how many bytes it begins with like the one before it in the
 * block (whole letters), how many bytes follow, these bytes; in the kinds `latin` and `skeleton` then how many words
 * are written so, and their numbers, the first as it is, each further one as the distance to the one before. All
 * numbers are varints (base/varint.h). Forms are sorted by their bytes and numbered from 0. */
#ifndef MAISON_CONTENT_LEXICON_H
#define MAISON_CONTENT_LEXICON_H

#include "content/statement.h"

enum lexicon_kind {
    LEXICON_WORD,       /* folded words; their postings have the same numbers */
    LEXICON_LATIN,      /* how words of other scripts are written in Latin letters */
    LEXICON_SKELETON,   /* the consonants of that; of several Han characters the first letters of their readings */
    LEXICON_WORD_START, /* beginnings that very many words share, each with a posting of its own */
    LEXICON_LATIN_START,
    LEXICON_KIND_COUNT
};

#define LEXICON_KINDS_ROOM 16 /* search_block.lexicon is language.seq * this + kind */
#define LEXICON_FORM_MAX 256  /* bytes; longer words are not indexed, and typed ones find nothing */

/* The id of a form's posting, and of a block by its first form. */
static inline int64_t lexicon_id(int64_t language, enum lexicon_kind kind, uint32_t number)
{
    return ((language * LEXICON_KINDS_ROOM + (int64_t)kind) << 32) + number;
}

struct lexicon {
    struct pack *pack;
    int64_t language; /* language.seq */
    enum lexicon_kind kind;
};

/* One form on a walk through a lexicon; borrowed until the next. */
struct lexicon_form {
    struct str text;
    size_t shared;   /* bytes it begins with like the form before it on this walk */
    uint32_t number; /* within the lexicon */
    const uint8_t *words, *words_end;
    size_t word_count;
};

/* False ends the walk. */
typedef bool lexicon_visit(void *data, const struct lexicon_form *form);

/* Visits the forms from the first that is at or behind `from`, in order. False only when the pack can't be read or is
 * damaged. A walk can't begin within another. */
MUST_USE bool lexicon_walk(const struct lexicon *lexicon, struct str from, lexicon_visit *visit, void *data,
                           struct err *err);

/* The numbers of the forms that begin with `start`: from *first to before *last, none when they are equal. */
MUST_USE bool lexicon_range(uint32_t *first, uint32_t *last, const struct lexicon *lexicon, struct str start,
                            struct err *err);

/* *found tells whether the form is there; then its number is in *number. */
MUST_USE bool lexicon_find(bool *found, uint32_t *number, const struct lexicon *lexicon, struct str form,
                           struct err *err);

/* The form with the number, in the arena; NULL when there is none. */
MUST_USE bool lexicon_text(const char **out, const struct lexicon *lexicon, uint32_t number, struct arena *arena,
                           struct err *err);

/* The next of a form's words; false behind the last one. *word is the one before, 0 at first. */
bool lexicon_next_word(struct lexicon_form *form, uint32_t *word);

#endif
