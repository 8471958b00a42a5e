/* Schedules, exceptions and moments as tests/data/hours.tsv writes them; hours.tsv says how at its top. */
#ifndef TESTS_SUPPORT_HOURS_CASE_H
#define TESTS_SUPPORT_HOURS_CASE_H

#include "base/arena.h"
#include "content/hours.h"

/* False: a word is none that the tables know. Everything is in the arena. */
MUST_USE bool hours_case_schedules(struct hours *out, struct str rows, struct arena *arena);

/* The exceptions as they come about day `today`. */
MUST_USE bool hours_case_closures(struct hours *out, struct str exceptions, int64_t today, struct arena *arena);

#endif
