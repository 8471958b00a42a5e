/* opening_hours as tests/data/opening_hours.tsv writes their rows, and whether the rows say what the rules say. */
#ifndef MAISON_TESTS_OPENING_CASE_H
#define MAISON_TESTS_OPENING_CASE_H

#include "publish/opening_hours.h"

const char *opening_case_text(struct arena *arena, const struct opening_hours *hours);

/* Asks the kiosk's hours about the rows of `text` on days of the year and the two that follow, and the rules of the
 * text themselves; what differs, or NULL. Texts that are not known or by appointment must be so on each day. `step`:
 * each so many days. */
const char *opening_case_differs(struct arena *arena, struct str text, int year, int step);

#endif
