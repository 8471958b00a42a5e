/* How `diff` words for people what content/diff.h names for programs. */
#ifndef MAISON_TOOL_DIFF_WORDS_H
#define MAISON_TOOL_DIFF_WORDS_H

#include "content/diff.h"

/* "Services", for a list of them; "service", "services" for a count. */
const char *diff_words_heading(enum diff_kind kind);
const char *diff_words_count(enum diff_kind kind, size_t count);

/* "opening hours"; a field without words of its own is named as it is. */
const char *diff_words_field(const char *field);

#endif
