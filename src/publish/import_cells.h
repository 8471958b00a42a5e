/* What importers ask of single cells: whether they are what their column says, and what stands in them. */
#ifndef MAISON_PUBLISH_IMPORT_CELLS_H
#define MAISON_PUBLISH_IMPORT_CELLS_H

#include "base/arena.h"

bool cell_is_url(struct str text);   /* http or https */
bool cell_is_email(struct str text); /* one address */
bool cell_is_phone(struct str text); /* digits, as people group them */
bool cell_is_number(struct str text);

/* True for an address that reads like a person's: "prenom.nom@", and not "mission.locale@" of a known word. Such ones
 * are not for the public. */
bool cell_is_personal_email(struct str text);

/* The day at the beginning of a date or of a date and time: "2026-11-24". False: there is none. */
MUST_USE bool cell_date(struct str *out, struct str text);

/* The next word of a cell that lists several: "a, b", "a;b", "{a,b}", "[\"a\",\"b\"]". False at the end. */
bool cell_next_word(struct str *rest, struct str *word);

#endif
