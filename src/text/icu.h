/* The few steps between our UTF-8 strings in arenas and ICU's C API. Only the text layer includes this. */
#ifndef MAISON_TEXT_ICU_H
#define MAISON_TEXT_ICU_H

#include "base/arena.h"

#include <unicode/uscript.h>

/* Room for any locale id that the functions below write. */
#define ICU_ID_MAX 128

/* ICU's name for a BCP 47 tag ("zh-Hans" gives "zh_Hans"); a malformed tag gives "und". */
void icu_locale_id(char out[static ICU_ID_MAX], const char *tag);

/* The same for formatters: Gregorian calendar and Latin digits whatever the language's own custom. */
void icu_format_id(char out[static ICU_ID_MAX], const char *tag);

/* A script by its ISO 15924 name. What is a mixture there ("Hans", "Jpan") gives the one that fonts and
 * shapers go by; an unknown name gives Latin. */
UScriptCode icu_script(const char *name);

/* A terminated UTF-8 copy; "" for a length of 0 or less. */
char *icu_utf8(struct arena *arena, const UChar *text, int32_t length);

/* A terminated UTF-16 copy and its length; malformed bytes become U+FFFD. */
UChar *icu_wide(struct arena *arena, const char *text, int32_t *length);

#endif
