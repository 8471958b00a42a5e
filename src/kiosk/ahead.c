#include "kiosk/ahead.h"

static void *open_both(void *data)
{
    struct ahead *ahead = data;
    if (!fonts_open(&ahead->fonts, &ahead->fonts_err))
        ahead->fonts = NULL;
    if (!ahead->path)
        err_set(&ahead->pack_err, ERR_MISSING, "no pack was named; give one with --pack FILE");
    else if (!pack_open(&ahead->pack, ahead->path, &ahead->pack_err))
        ahead->pack = NULL;
    return NULL;
}

void ahead_start(struct ahead *ahead, const char *pack_path)
{
    *ahead = (struct ahead){ .path = pack_path };
    ahead->has_thread = pthread_create(&ahead->thread, NULL, open_both, ahead) == 0;
}

void ahead_join(struct ahead *ahead)
{
    if (ahead->has_thread)
        pthread_join(ahead->thread, NULL);
    else
        (void)open_both(ahead);
}
