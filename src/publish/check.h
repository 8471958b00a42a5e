/* The check of a pack folder: every rule of finding.h, from broken bytes to missing translations. */
#ifndef MAISON_PUBLISH_CHECK_H
#define MAISON_PUBLISH_CHECK_H

#include "publish/source.h"

/* Loads the folder and checks it. False only when there is no such folder; what is wrong inside is in *findings,
 * sorted. */
MUST_USE bool check_folder(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                           struct err *err);

#endif
