/* Whom a phone, a schedule or a document belongs to, and what of a folder is for the public. */
#ifndef MAISON_PUBLISH_OWNERS_H
#define MAISON_PUBLISH_OWNERS_H

#include "publish/source.h"

/* Sets `owner` and `shown` of all rows. Not shown are services that are inactive or defunct, rows that say
 * `yes` in x_private and the services of such organizations, places and organizations
 * that no shown service uses, whatever hangs only on those, and the phones of contacts, who are persons. */
void owners_resolve(struct source *source);

/* True for a place where one can go: shown, and neither a web site nor a letter box. */
bool location_is_place(const struct table *locations, const struct row *row);

#endif
