/* Rules of RFC 5545 that skip weeks, count or go by the month, through libical. Only for rows that rule_row_read found
 * sound: libical answers some others wrongly without saying so (docs/decisions/0008). Internal to hours. */
#ifndef MAISON_CONTENT_HOURS_RECUR_H
#define MAISON_CONTENT_HOURS_RECUR_H

#include "content/hours_rule.h"

/* libical knows no day after 2582. */
#define RECUR_YEAR_MIN 1900
#define RECUR_YEAR_MAX 2499

struct recur_days {
    day_set opens;
    int64_t last; /* of a COUNT that is used up before the window's end; else INT64_MAX */
};

/* The rule's days in the window from `first` on; `begins` and `ends` of the row cut nothing off but what COUNT counts.
 * False: libical can't tell. */
MUST_USE bool recur_expand(struct recur_days *out, const struct rule_row *row, int64_t first);

#endif
