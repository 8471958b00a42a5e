/* Opening hours as people write them, in French and in English ("du lundi au vendredi de 9h à 12h et de 14h à 17h",
 * "Mon-Fri 9am-5pm, closed on Wednesday"), put into OpenStreetMap's notation, which opening_hours_read takes. */
#ifndef MAISON_PUBLISH_OPENING_PLAIN_H
#define MAISON_PUBLISH_OPENING_PLAIN_H

#include "base/arena.h"

/* NULL when a single word of it is not understood, when a time stands without a day, or when a day is named twice,
 * which may mean that the later hours come in addition or instead. In the arena. */
const char *opening_plain(struct arena *arena, struct str text);

#endif
