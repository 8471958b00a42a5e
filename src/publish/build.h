/* The built pack: one SQLite file (content/schema.sql) from a folder that has been checked. The same folder gives the
 * same bytes, whatever its place, the order of its directory or the time. */
#ifndef MAISON_PUBLISH_BUILD_H
#define MAISON_PUBLISH_BUILD_H

#include "publish/source.h"

/* Writes beside `path`, opens the result as a kiosk would, and renames it: there is the old file or the new one. The
 * source must be free of errors (check_folder). */
MUST_USE bool build_pack(const struct source *source, const char *path, struct err *err);

#endif
