/* What a script can ask about: all that has been said. Internal to the voice. */
#ifndef MAISON_KIOSK_VOICE_LOG_H
#define MAISON_KIOSK_VOICE_LOG_H

#include "kiosk/voice.h"

void voice_log_add(struct voice_log *log, const char *lang, const char *text);
void voice_log_close(struct voice_log *log);

/* What has been said since the last call. Borrowed until something is said. */
struct str voice_log_take(struct voice_log *log);

/* Looks for the text in what has been said since the last one that was found, line by line; found, what comes before it
 * is done with. */
bool voice_log_expect(struct voice_log *log, struct str wanted);

/* What voice_log_expect looks through. */
struct str voice_log_rest(const struct voice_log *log);

#endif
