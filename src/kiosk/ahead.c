#include "kiosk/ahead.h"

static void *open_both(void *data)
{
    struct ahead *ahead = data;
    if (!fonts_open(&ahead->fonts, &ahead->fonts_err))
        ahead->fonts = NULL;
    if (ahead->options)
        supply_open(&ahead->supply, ahead->options, ahead->now_ms, SUPPLY_CURRENT, NULL);
    return NULL;
}

void ahead_start(struct ahead *ahead, const struct options *options, int64_t now_ms)
{
    *ahead = (struct ahead){ .options = options, .now_ms = now_ms };
    ahead->has_thread = pthread_create(&ahead->thread, NULL, open_both, ahead) == 0;
}

void ahead_join(struct ahead *ahead)
{
    if (ahead->has_thread)
        pthread_join(ahead->thread, NULL);
    else
        (void)open_both(ahead);
}
