/* How often each topic was opened, per day and never by whom: no time, no language, no order. Counts are kept in memory
 * and written when a visit ends, as a file a day (counters-YYYY-MM-DD.csv in the kiosk's folder), so that not even the
 * file's own time tells when within a visit something was opened. */
#ifndef MAISON_KIOSK_COUNTERS_H
#define MAISON_KIOSK_COUNTERS_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"

#define COUNTERS_TOPICS 64
#define COUNTERS_ID_MAX 96
#define COUNTERS_SHOWN_FROM 10 /* smaller counts stay in the kiosk: few openings may be one person's */

/* Of one day; all zero to begin with. */
struct counters {
    int year, month, day;
    struct {
        char topic[COUNTERS_ID_MAX];
        int count;
    } at[COUNTERS_TOPICS];
    size_t count;
    bool is_dirty; /* something is not written yet */
};

/* Counts an opening. On another day than before, what that day had is written first, and what the new one has already
 * is read from its file. Topics beyond COUNTERS_TOPICS are not counted. ERR_IO: the folder or file can't be read or
 * written; it is counted in memory all the same. */
MUST_USE bool counters_add(struct counters *counters, const char *folder, struct civil day, const char *topic,
                           struct err *err);

/* Writes what is new. ERR_IO; it is tried again next time. */
MUST_USE bool counters_flush(struct counters *counters, const char *folder, struct err *err);

/* All days in order as CSV (day,topic,count), without counts under COUNTERS_SHOWN_FROM, in the arena. A folder without
 * counters gives the head alone. ERR_IO. */
MUST_USE bool counters_export(struct str *out, struct arena *arena, const char *folder, struct err *err);

#endif
