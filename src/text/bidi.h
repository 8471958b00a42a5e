/* Which way text runs: UAX #9 through ICU. A level is even for left to right, odd for right to left. */
#ifndef MAISON_TEXT_BIDI_H
#define MAISON_TEXT_BIDI_H

#include "base/err.h"
#include "text/wide.h"

#include <unicode/ubidi.h>

/* The direction of the first strong character outside isolates (rules P2 and P3), over all lines of the text;
 * `otherwise` when there is none. */
bool bidi_is_rtl(const struct wide *wide, bool otherwise);

/* True for the characters that only steer the algorithm (marks, embeddings, isolates): they show nothing. */
bool bidi_is_control(UChar32 codepoint);

struct bidi;

MUST_USE bool bidi_open(struct bidi **out, struct err *err);
void bidi_close(struct bidi *bidi); /* accepts NULL */

/* The level of each UTF-16 unit. Borrowed until the next call; NULL only when memory runs out. */
const UBiDiLevel *bidi_levels(struct bidi *bidi, const struct wide *wide, bool rtl);

/* Rule L2: order[i] is the logical index of what stands at visual place i, left to right. */
void bidi_visual_order(const UBiDiLevel *levels, int32_t count, int32_t *order);

#endif
