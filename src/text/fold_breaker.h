/* What the parts of folding share. Internal to text/fold*.c. */
#ifndef MAISON_TEXT_FOLD_BREAKER_H
#define MAISON_TEXT_FOLD_BREAKER_H

#include "text/fold.h"

#include <unicode/ubrk.h>

/* ICU's word boundaries by the rules of `lang`; NULL when ICU has none. Borrowed until the next language. */
UBreakIterator *fold_breaker(struct fold *fold, const char *lang);

/* In Cyrillic it stands inside a word and is typed in many ways; elsewhere it parts two words: "l’hôpital". */
bool fold_is_apostrophe(UChar32 c);

#endif
