/* What a language is like: its name in itself, its script and direction, how tall its lines are. Nearly
 * everything comes from ICU and the tag, so a language is added without code. */
#ifndef MAISON_TEXT_LOCALE_H
#define MAISON_TEXT_LOCALE_H

#include "base/arena.h"

struct locale {
    const char *tag;   /* BCP 47, as given */
    const char *name;  /* its own name for itself, as it stands alone: "Français", "العربية" */
    char script[5];    /* ISO 15924, with likely subtags: "Latn", "Arab" */
    float line_height; /* times the type size: 1.4, Arabic script 1.6, Nastaliq (ur) 2.0 */
    bool rtl;
};

/* Strings in the arena. An unknown tag gives itself as its name, Latin script, left to right. */
struct locale locale_of(const char *tag, struct arena *arena);

/* The script alone, without an arena: ISO 15924 with likely subtags, "Latn" for an unknown tag. */
void locale_script(const char *tag, char out[static 5]);

/* The name of language `tag` in language `in` ("arabe" for ar in fr), as it stands inside a sentence. */
const char *locale_language_name(const char *tag, const char *in, struct arena *arena);

/* The same for what people speak, whatever they write it in: "chinois" for zh-Hans, not "chinois simplifié". */
const char *locale_spoken_name(const char *tag, const char *in, struct arena *arena);

/* Finds the tag of a list that a person means by `wanted`: equal, else the same language ("zh" finds
 * "zh-Hans", "fr-CA" finds "fr"). NULL when none. */
const char *locale_match(const char *wanted, const char *const *tags, size_t count);

#endif
