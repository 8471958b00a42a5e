/* What time does to a visit: the greeting changes, the minute passes, an unattended screen asks whether somebody is
 * still there, covers itself and forgets. Pure: it looks at the model and the clock and says what is due. Times are
 * steady milliseconds. */
#ifndef MAISON_KIOSK_SESSION_H
#define MAISON_KIOSK_SESSION_H

#include "screens/update.h"

struct session {
    int64_t idle_ms; /* until the question, for who reads and is quick */
    int64_t last_input;
    int64_t asked_at; /* when the question was put */
    int64_t greeted_at;
    int64_t clock_at; /* when the shown minute ends */
};

#define SESSION_COUNTDOWN_S 30
#define SESSION_SLOW 3    /* times as long, for a visitor who asked for more time */
#define SESSION_LISTENS 2 /* for one who listens */
#define SESSION_GREETING_MS 6000

void session_init(struct session *session, int idle_seconds, int64_t now);

/* Somebody touched, typed or moved. */
void session_input(struct session *session, int64_t now);

/* The shown wall clock was read: it holds until `wall_ms` reaches the next minute. */
void session_clock(struct session *session, int64_t now, int64_t wall_ms);

/* The next thing that is due now, with ACT_NONE when nothing is. Apply it and ask again. */
struct action session_due(struct session *session, const struct model *model, int64_t now);

/* When something will be due; INT64_MAX for never. */
int64_t session_deadline(const struct session *session, const struct model *model);

#endif
