/* Which way text runs: UAX #9 through ICU. A level is even for left to right, odd for right to left. */
#ifndef MAISON_TEXT_BIDI_H
#define MAISON_TEXT_BIDI_H

#include "base/err.h"
#include "text/wide.h"

#include <unicode/ubidi.h>

/* The direction of a text whose language runs as `rtl` says: that of the language (UAX #9, HL1) as soon as one letter
 * outside isolates runs so, also behind a name in other letters; the other one when all letters run that way. */
bool bidi_is_rtl(const struct wide *wide, bool rtl);

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
