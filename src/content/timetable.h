/* Opening hours as a pack keeps them for lists: rows of a schedule and the exceptions of one service in a few bytes, and
 * each such timetable once, however many places keep it.
 *
 * A timetable (timetable.hours) is: how many rows; each row's texts freq, byday, bymonthday, wkst, dtstart, until,
 * valid_from and valid_to; its interval and count, each plus 1; its opens_at and closes_at, each plus 2; 1 if it is
 * described, else 0; then how many exceptions; each one's texts start and end, 1 if it opens, else 0, and its times, each
 * plus 2. A text is its length plus 1 and its bytes; 0 when it is absent. All numbers are varints (base/varint.h). */
#ifndef MAISON_CONTENT_TIMETABLE_H
#define MAISON_CONTENT_TIMETABLE_H

#include "content/closure.h"

/* The hours about day `today`, with the exceptions for all services behind its own. In the arena. False: damaged. */
MUST_USE bool timetable_read(struct hours *out, struct str bytes, const struct closure_list *general, int64_t today,
                             struct arena *arena);

#endif
