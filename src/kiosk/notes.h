/* What visitors say is wrong: a line each in the kiosk's own folder, for the staff to take to those who keep the pack.
 * It holds the day, the record, the kind of wrong and the pack's number, never who said so or at what time. */
#ifndef MAISON_KIOSK_NOTES_H
#define MAISON_KIOSK_NOTES_H

#include "base/clock.h"
#include "base/err.h"

#define NOTES_HEAD "day,record,kind,sequence\r\n"
#define NOTES_BYTES_MAX (512u * 1024u) /* about five thousand notes */

/* Appends to `folder`/notes.csv (day,record,kind,sequence; RFC 4180) and makes the folder if it is not there. `record`
 * is TABLE/ID. ERR_IO when the disk refuses, or when nobody has taken the notes for so long that the file is full. */
MUST_USE bool notes_add(const char *folder, struct civil day, const char *record, const char *kind,
                        const char *sequence, struct err *err);

#endif
