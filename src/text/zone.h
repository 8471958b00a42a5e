/* One IANA time zone: the wall clock of the pack's city. */
#ifndef MAISON_TEXT_ZONE_H
#define MAISON_TEXT_ZONE_H

#include "base/clock.h"
#include "base/err.h"

struct zone;

/* ERR_FORMAT for a name that ICU does not know. */
MUST_USE bool zone_open(struct zone **out, const char *name, struct err *err);
void zone_close(struct zone *zone); /* accepts NULL */
void zone_closep(struct zone **zone);

/* What the clock shows, with the changes of the clock about that moment. */
struct civil zone_civil(const struct zone *zone, int64_t unix_ms);

/* The offset from UTC at that moment, in minutes east. */
int zone_offset_minutes(const struct zone *zone, int64_t unix_ms);

/* The offset that holds when the clock shows this. Of a time that it shows twice it is the first one's; a time that it
 * leaves out is read with the offset before the change (RFC 5545, 3.3.5). */
int zone_wall_offset_minutes(const struct zone *zone, struct civil wall);

#endif
