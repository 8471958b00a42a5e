/* Which week of an opening_hours text holds from when to when. Internal to opening_hours. */
#ifndef MAISON_PUBLISH_OPENING_SEASONS_H
#define MAISON_PUBLISH_OPENING_SEASONS_H

#include "publish/opening_rows.h"

struct opening_season {
    int64_t from, to; /* days since 1970-01-01, both included */
    size_t week;
};

struct opening_seasons {
    struct opening_week *weeks; /* no two are the same */
    size_t week_count;
    struct opening_season
        *at; /* one after the other; the first begins before, the last ends after all that is known … */
    size_t count;
    bool ends;   /* … but for this one, after which nothing is known */
    bool yearly; /* they are the same in each year */
};

/* Returns a doubt, or NULL. */
const char *opening_seasons_find(struct opening_seasons *out, struct arena *arena, const struct opening_rules *rules,
                                 int year);
const char *opening_seasons_rows(struct opening_hours *out, struct arena *arena, const struct opening_seasons *seasons);

#endif
