/* Which font file shows which text: a table of families by script and language, located through fontconfig
 * and checked for coverage character by character. No font is opened here. */
#ifndef MAISON_TEXT_FONTS_H
#define MAISON_TEXT_FONTS_H

#include "base/err.h"
#include "base/str.h"

enum font_weight { FONT_REGULAR, FONT_BOLD, FONT_WEIGHT_COUNT };

/* A font file and the face's index in it. `path` is borrowed from the fonts. */
struct font_file {
    const char *path;
    int index;
};

struct fonts;

/* Looks for the families when they are first needed. ERR_FONT when not even the Latin one is there. */
MUST_USE bool fonts_open(struct fonts **out, struct err *err);
void fonts_close(struct fonts *fonts); /* accepts NULL */
void fonts_closep(struct fonts **fonts);

/* A face is a small number, one per family and weight, good for fonts_file and as a cache key. */
#define FONT_NONE (-1)
#define FONT_FACES_MAX 128

/* The face for a code point in a text of language `lang`: the family that the language and script ask for if
 * it has the character, else the first of the table that has it, else FONT_NONE. `prefer` is the face of the
 * text before, or FONT_NONE: digits and punctuation, which many scripts share, stay in it if it has them, and
 * what no font needs to show (controls, joiners, variation selectors, spaces) always does. */
int fonts_face(struct fonts *fonts, uint32_t codepoint, const char *lang, enum font_weight weight, int prefer);

/* The face of the icon font (Material Icons), which fonts_face never gives. FONT_NONE if there is none. */
int fonts_icon_face(struct fonts *fonts);

struct font_file fonts_file(const struct fonts *fonts, int face);

/* True if every character of the text has a face; else *missing (may be NULL) is the first that has none. */
bool fonts_cover(struct fonts *fonts, struct str text, const char *lang, uint32_t *missing);

#endif
