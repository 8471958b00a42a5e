/* A text as plain letters, for whoever reads it without our layout: scripts, codes, cards. */
#ifndef MAISON_TEXT_PLAIN_H
#define MAISON_TEXT_PLAIN_H

#include "base/arena.h"

/* Without the characters that only steer the bidi algorithm (UAX #9, 2), white space of every kind and length as one
 * space, none at the ends. In the arena. */
const char *plain_text(struct arena *arena, struct str text);

#endif
