/* The order in which a language sorts its words (Unicode Collation Algorithm with CLDR's rules for the language). */
#ifndef MAISON_TEXT_COLLATE_H
#define MAISON_TEXT_COLLATE_H

#include "base/arena.h"
#include "base/err.h"

struct collator;

/* An unknown language gets the order that holds for all. ERR_FORMAT when ICU lacks its data. */
MUST_USE bool collator_open(struct collator **out, const char *lang, struct err *err);
void collator_close(struct collator *collator); /* accepts NULL */
void collator_closep(struct collator **collator);

/* Terminated bytes that strcmp orders as the language orders the texts; equal for what it does not tell apart. */
const char *collator_key(const struct collator *collator, struct arena *arena, const char *text);

#endif
