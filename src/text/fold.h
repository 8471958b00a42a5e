/* Words as a search compares them: folded the same way when a pack is built and when a visitor types, so that case,
 * optional marks and the many ways to write one letter do not matter. */
#ifndef MAISON_TEXT_FOLD_H
#define MAISON_TEXT_FOLD_H

#include "base/arena.h"
#include "base/err.h"

struct fold;

/* ERR_FORMAT when ICU lacks its data. */
MUST_USE bool fold_open(struct fold **out, struct err *err);
void fold_close(struct fold *fold); /* accepts NULL */
void fold_closep(struct fold **fold);

/* The text's words, folded, with one space between, in the arena: Unicode's compatibility case fold (UAX #31,
 * toNFKC_Casefold), optional marks taken away (Latin, Greek, Arabic, Hebrew; scripts in which a mark is a letter keep
 * theirs), œ, ø, ł and their like spelt out, Arabic and Persian letters that are written alike made one, digits made
 * 0–9, cut into words by ICU's rules and dictionaries for `lang` (BCP 47). Each Han character is a word of its own, so
 * that one alone is found too. Punctuation is left out: text without words gives "". */
const char *fold_words(struct fold *fold, struct arena *arena, struct str text, const char *lang);

/* The same, and besides each word of several Han characters as ICU's dictionary cuts it, with one space between: what
 * has a reading of its own. */
struct folded {
    const char *words;
    const char *compounds;
};
struct folded fold_text(struct fold *fold, struct arena *arena, struct str text, const char *lang);

/* The folded word without the Arabic article, when enough is left of it; else the word. */
struct str fold_bare(struct str word);

/* The digits of a telephone number however people group them ("04 76.54"), together and in the arena; NULL for a text in
 * which anything but digits and the signs between them stands, or no digit. */
const char *fold_number(struct arena *arena, struct str text);

/* True if the text begins with a Han character. */
bool fold_is_han(const char *text);

/* A part of a text as it stands there, and the words that it folds to. */
struct fold_piece {
    size_t start, end; /* bytes of the text */
    const char *words; /* with one space between, never "" */
};

struct fold_pieces {
    struct fold_piece *at;
    size_t count;
};

/* The text's words in their order, in the arena. */
struct fold_pieces fold_pieces(struct fold *fold, struct arena *arena, struct str text, const char *lang);

/* How many of the piece's bytes fold to a beginning that holds all of `start`; the whole piece where letters are joined
 * to each other, as in Arabic, and where no shorter part will do. */
size_t fold_covered(struct fold *fold, struct arena *arena, struct str piece, const char *start, const char *lang);

#endif
