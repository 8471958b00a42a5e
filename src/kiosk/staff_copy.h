/* What visitors have noted, and how often topics were opened, for the staff to take along on a stick. */
#ifndef MAISON_KIOSK_STAFF_COPY_H
#define MAISON_KIOSK_STAFF_COPY_H

#include "base/err.h"

/* Writes notes-KIOSK.csv and counters-KIOSK.csv to the stick, from what `folder` holds; older copies of the same kiosk
 * are replaced. A stick may be shared by many kiosks. ERR_IO; nothing in `folder` changes. */
MUST_USE bool staff_copy(const char *folder, const char *stick, const char *kiosk, struct err *err);

/* How many notes there are. */
size_t staff_count_notes(const char *folder);

#endif
