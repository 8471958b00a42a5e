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
 * theirs), Arabic and Persian letters that are written alike made one, digits made 0–9, cut into words by ICU's rules
 * and dictionaries for `lang` (BCP 47). Each Han character is a word of its own, so that one alone is found too.
 * Punctuation is left out: text without words gives "". */
const char *fold_words(struct fold *fold, struct arena *arena, struct str text, const char *lang);

#endif
