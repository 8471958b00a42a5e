#include "kiosk/session.h"

#define MINUTE_MS 60000

void session_init(struct session *session, int idle_seconds, int64_t now)
{
    *session = (struct session){ .idle_ms = (int64_t)idle_seconds * 1000 };
    session->last_input = session->greeted_at = now;
    session->clock_at = now;
}

void session_input(struct session *session, int64_t now)
{
    session->last_input = now;
}

void session_clock(struct session *session, int64_t now, int64_t wall_ms)
{
    int64_t into_minute = wall_ms % MINUTE_MS;
    session->clock_at = now + MINUTE_MS - (into_minute < 0 ? into_minute + MINUTE_MS : into_minute);
}

/* One greeting after the other is movement that nobody asked for. */
static bool shows_greeting(const struct model *model)
{
    return !model->display.calm && model_screen(model) == SCREEN_LANGUAGES && !model->lang[0] &&
           model->kiosk->language_count > 1;
}

/* The resting screen shows neither the time nor hours, so there the minute is nobody's business. */
static bool shows_time(const struct model *model)
{
    enum screen_id screen = model_screen(model);
    return screen != SCREEN_LANGUAGES && screen != SCREEN_PROBLEM && screen != SCREEN_STILL_THERE;
}

static bool can_idle(const struct model *model)
{
    return model_screen(model) != SCREEN_PROBLEM && model_is_visited(model);
}

/* Listening takes longer than reading. */
static int64_t idle_ms(const struct session *session, const struct model *model)
{
    bool listens = model_says_everything(model) || model->has_listened;
    return session->idle_ms * (model->display.slow ? SESSION_SLOW : listens ? SESSION_LISTENS : 1);
}

static int countdown_s(const struct model *model)
{
    return SESSION_COUNTDOWN_S * (model->display.slow ? SESSION_SLOW : 1);
}

/* Seconds left to answer, as they are shown. */
static int seconds_left(const struct session *session, const struct model *model, int64_t now)
{
    int64_t left = session->asked_at + countdown_s(model) * INT64_C(1000) - now;
    return left > 0 ? (int)((left + 999) / 1000) : 0;
}

static struct action while_asking(struct session *session, const struct model *model, int64_t now)
{
    int left = seconds_left(session, model, now);
    if (left == 0)
        return (struct action){ ACT_FINISH, NULL, 0 };
    if (left != model->countdown)
        return (struct action){ ACT_STILL_THERE, NULL, left };
    return (struct action){ 0 };
}

/* A hidden screen has nothing to keep, so it asks nothing. */
static struct action on_idle(struct session *session, const struct model *model, int64_t now)
{
    if (model_screen(model) == SCREEN_HIDDEN)
        return (struct action){ ACT_FINISH, NULL, 0 };
    session->asked_at = now;
    return (struct action){ ACT_STILL_THERE, NULL, countdown_s(model) };
}

struct action session_due(struct session *session, const struct model *model, int64_t now)
{
    if (model->still_there)
        return while_asking(session, model, now);
    if (can_idle(model) && now >= session->last_input + idle_ms(session, model))
        return on_idle(session, model, now);
    if (shows_greeting(model) && now >= session->greeted_at + SESSION_GREETING_MS) {
        session->greeted_at = now;
        return (struct action){ ACT_GREETING, NULL, 0 };
    }
    if (shows_time(model) && now >= session->clock_at) {
        session->clock_at = now + MINUTE_MS;
        return (struct action){ ACT_CLOCK, NULL, 0 };
    }
    return (struct action){ 0 };
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t session_deadline(const struct session *session, const struct model *model)
{
    if (model->still_there)
        return session->asked_at + (countdown_s(model) - model->countdown + 1) * INT64_C(1000);
    int64_t deadline = INT64_MAX;
    if (can_idle(model))
        deadline = earlier(deadline, session->last_input + idle_ms(session, model));
    if (shows_greeting(model))
        deadline = earlier(deadline, session->greeted_at + SESSION_GREETING_MS);
    if (shows_time(model))
        deadline = earlier(deadline, session->clock_at);
    return deadline;
}
