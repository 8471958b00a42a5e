#include "kiosk/ahead.h"

#include <errno.h>

static void wait_for_window(struct ahead *ahead)
{
    while (sem_wait(&ahead->told) != 0 && errno == EINTR)
        continue;
}

static void *work(void *data)
{
    struct ahead *ahead = data;
    bool went_well = ahead->work.without_window(ahead->app, &ahead->err);
    wait_for_window(ahead);
    ahead->done = went_well && ahead->has_window && ahead->work.with_window(ahead->app, &ahead->err);
    return NULL;
}

void ahead_start(struct ahead *ahead, struct app *app, struct ahead_work what)
{
    *ahead = (struct ahead){ .app = app, .work = what };
    (void)sem_init(&ahead->told, 0, 0); /* fails only for numbers that are too large (sem_init(3)) */
    ahead->has_thread = pthread_create(&ahead->thread, NULL, work, ahead) == 0;
}

void ahead_tell(struct ahead *ahead, bool has_window)
{
    ahead->has_window = has_window;
    (void)sem_post(&ahead->told);
}

bool ahead_join(struct ahead *ahead, struct err *err)
{
    if (ahead->has_thread)
        pthread_join(ahead->thread, NULL);
    else
        (void)work(ahead);
    (void)sem_destroy(&ahead->told);
    if (ahead->has_window && !ahead->done)
        *err = ahead->err;
    return ahead->done;
}
