/* The table of font families: which one a script and a language ask for, and in what order the others are
 * tried. */
#ifndef MAISON_TEXT_FAMILIES_H
#define MAISON_TEXT_FAMILIES_H

#include "base/def.h"

#include <unicode/uscript.h>

/* Number of families that text is tried with; the icon family follows as number FAMILY_ICONS. */
extern const int family_count;
#define FAMILY_LATIN 0
#define FAMILY_ICONS (family_count)

/* The family's name, as fontconfig knows it. */
const char *family_name(int family);

/* The family for a script in a text of that language: language and script alone decide, not what is
 * installed. A script without its own row gives FAMILY_LATIN, which knows Greek and Cyrillic too. */
int family_for(UScriptCode script, const char *lang);

#endif
