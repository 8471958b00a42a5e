/* What a translation has to share with its source text: placeholders and figures. */
#ifndef MAISON_PUBLISH_COMPARE_H
#define MAISON_PUBLISH_COMPARE_H

#include "base/str.h"

/* The first {placeholder} of one text that the other lacks, or the empty view. */
struct str compare_placeholders(const char *source, const char *translation);

/* The first run of two or more digits of the source that the translation lacks, or the empty view. Single digits are
 * left to grammar: "1 enfant" may well become "a child". */
struct str compare_numbers(const char *source, const char *translation);

#endif
