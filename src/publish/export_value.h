/* Values as HSDS writes them: HH:MM:SS, YYYY-MM-DD, date and time in UTC with a Z and without fractions, plain
 * numbers. */
#ifndef MAISON_PUBLISH_EXPORT_VALUE_H
#define MAISON_PUBLISH_EXPORT_VALUE_H

#include "base/arena.h"
#include "publish/hsds.h"

/* The value of a column as it is to be written, `text` itself or in the arena. What can't be read is left as it is, and
 * *sound is false. */
const char *export_value(const struct hsds_column *column, const char *text, struct arena *arena, bool *sound);

#endif
