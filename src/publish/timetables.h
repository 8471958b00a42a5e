/* Writes timetables (content/timetable.h), each once. Internal to publish/briefs.c. */
#ifndef MAISON_PUBLISH_TIMETABLES_H
#define MAISON_PUBLISH_TIMETABLES_H

#include "publish/insert.h"
#include "publish/map.h"
#include "publish/question.h"

struct timetables {
    struct question schedule;
    struct question closure;
    struct insert rows;
    struct map known; /* by their bytes in hexadecimal digits: their numbers */
    struct arena arena;
};

MUST_USE bool timetables_begin(struct timetables *timetables, sqlite3 *db, struct err *err);
void timetables_end(struct timetables *timetables);

/* The number of the timetable of a service at a place: the rows of the first of the owners (TABLE/ID, NULL: none) that
 * has any, and the service's own exceptions; 0 when there is nothing of that. */
MUST_USE bool timetables_number(uint64_t *out, struct timetables *timetables, const char *const owners[3],
                                const char *service, struct err *err);

#endif
