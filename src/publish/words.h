/* Words of a table's cells that the built pack holds as numbers. */
#ifndef MAISON_PUBLISH_WORDS_H
#define MAISON_PUBLISH_WORDS_H

#include "content/query.h"

/* day, week, month */
MUST_USE bool words_part(enum step_part *out, const char *word);

/* info, warning, urgent */
MUST_USE bool words_severity(enum notice_severity *out, const char *word);

#endif
