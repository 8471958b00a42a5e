/* The script and face of every character. A shaper takes runs of one script, direction and face. */
#ifndef MAISON_TEXT_ITEMISE_H
#define MAISON_TEXT_ITEMISE_H

#include "text/fonts.h"
#include "text/wide.h"

#include <unicode/uscript.h>

/* Of one UTF-16 unit. */
struct item {
    int16_t script; /* UScriptCode; never Common or Inherited */
    int16_t face;   /* never FONT_NONE while the Latin font is there: what no font has is shown as a box */
};

struct item_style {
    const char *lang;
    UScriptCode script; /* of a text without any letter: the language's */
    enum font_weight weight;
};

/* Characters that many scripts share (spaces, digits, punctuation) join what stands before them, at the
 * beginning what follows; a closing bracket joins its opening one (UAX #24 5.2); combining marks take their
 * base's face. */
struct item *itemise(const struct wide *wide, struct fonts *fonts, struct item_style style, struct arena *arena);

#endif
