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

struct civil zone_civil(const struct zone *zone, int64_t unix_ms);

/* The offset from UTC at that moment, in minutes east. */
int zone_offset_minutes(const struct zone *zone, int64_t unix_ms);

#endif
