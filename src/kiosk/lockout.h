/* Wrong PINs cost time: 30 s after the first, twice as long after each more, half an hour at most. Steady milliseconds.
 * The number of wrong ones is kept in a file, so that pulling the plug does not help; the time is not, because the
 * clock of a kiosk may be wrong: after a restart it runs from its beginning. */
#ifndef MAISON_KIOSK_LOCKOUT_H
#define MAISON_KIOSK_LOCKOUT_H

#include "base/err.h"

#define LOCKOUT_FIRST_MS INT64_C(30000)
#define LOCKOUT_MOST_MS INT64_C(1800000)

struct lockout {
    int wrong; /* in a row */
    int64_t until;
};

/* Reads `folder`/staff-pin; a missing folder or file, or NULL, has no wrong PIN. */
void lockout_open(struct lockout *lockout, const char *folder, int64_t now);

/* Before a PIN is checked it counts as a wrong one, so that nothing is gained by ending the program meanwhile. ERR_IO:
 * it counts, but will be forgotten. */
MUST_USE bool lockout_try(struct lockout *lockout, const char *folder, int64_t now, struct err *err);

/* It was the right one. */
MUST_USE bool lockout_clear(struct lockout *lockout, const char *folder, struct err *err);

/* Whole seconds until the next PIN may be tried; 0: now. */
int lockout_seconds(const struct lockout *lockout, int64_t now);

#endif
