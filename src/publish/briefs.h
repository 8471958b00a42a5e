/* Writes what lists of services are ordered and narrowed by (content/brief.h, content/timetable.h). */
#ifndef MAISON_PUBLISH_BRIEFS_H
#define MAISON_PUBLISH_BRIEFS_H

#include "base/err.h"

struct sqlite3;

/* Fills service_brief, timetable, topic_services and name_order from the other tables, which must be complete. Errors:
 * ERR_IO, and ERR_FORMAT when ICU lacks its data. */
MUST_USE bool briefs_fill(struct sqlite3 *db, struct err *err);

/* Its part for name_order. */
MUST_USE bool name_order_fill(struct sqlite3 *db, struct err *err);

#endif
