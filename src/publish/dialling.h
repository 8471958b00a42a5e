/* Whether a telephone in some country can dial a number as it is written. */
#ifndef MAISON_PUBLISH_DIALLING_H
#define MAISON_PUBLISH_DIALLING_H

#include "base/str.h"

/* True if some part of the text is a number that a telephone in the country (ISO 3166-1, "FR") can dial: with its
 * country code and as long as ITU-T E.164 allows, or as long as the country's own numbers or short numbers are. Words,
 * spaces, points, hyphens, slashes and brackets may stand around and between. Of a country whose plan is not in the
 * table only E.164 decides. Only lengths and first digits are looked at: whether anybody answers is not known. */
bool dialling_is_possible(const char *text, const char *country);

#endif
