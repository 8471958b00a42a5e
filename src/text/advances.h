/* How wide and high each unit is, measured once. Keeps hashes and numbers only, never what was written. */
#ifndef MAISON_TEXT_ADVANCES_H
#define MAISON_TEXT_ADVANCES_H

#include "text/para.h"

struct advances;

MUST_USE bool advances_new(struct advances **out, struct text_measurer measurer, struct err *err);
void advances_free(struct advances *advances); /* accepts NULL */

struct unit_metrics advances_of(struct advances *advances, const struct text_unit *unit);

/* Not remembered: the measurer is asked each time. */
struct face_metrics advances_face(const struct advances *advances, int face, int size);

void advances_clear(struct advances *advances);

#endif
