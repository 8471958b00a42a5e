/* The check of a pack folder: every rule of finding.h, from broken bytes to missing translations. */
#ifndef MAISON_PUBLISH_CHECK_H
#define MAISON_PUBLISH_CHECK_H

#include "publish/source.h"

/* Loads the folder and checks it. False only when there is no such folder; what is wrong inside is in *findings,
 * sorted. */
MUST_USE bool check_folder(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                           struct err *err);

/* What a person who asks for a check may want besides. */
struct check_wishes {
    const char *day; /* YYYY-MM-DD to which ages are counted, borrowed; NULL: the one on which the pack was made */
    bool letters;    /* look up every letter in the fonts of this computer, which takes a while */
};
MUST_USE bool check_folder_for(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                               struct check_wishes wishes, struct err *err);

#endif
