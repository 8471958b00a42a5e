#include "text/icu.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

void icu_locale_id(char out[static ICU_ID_MAX], const char *tag)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t parsed = 0;
    uloc_forLanguageTag(tag, out, ICU_ID_MAX, &parsed, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || parsed == 0)
        snprintf(out, ICU_ID_MAX, "und");
}

void icu_format_id(char out[static ICU_ID_MAX], const char *tag)
{
    char id[ICU_ID_MAX];
    icu_locale_id(id, tag);
    /* ICU takes plain "en" for the United States ("November 3, 2026"); 150 is the world's English of Europe.
     */
    const char *name = strcmp(id, "en") == 0 ? "en_150" : id;
    int length = snprintf(out, ICU_ID_MAX, "%s@calendar=gregorian;numbers=latn", name);
    if (length < 0 || length >= ICU_ID_MAX || strchr(id, '@'))
        snprintf(out, ICU_ID_MAX, "und@calendar=gregorian;numbers=latn");
}

UScriptCode icu_script(const char *name)
{
    UScriptCode script = (UScriptCode)u_getPropertyValueEnum(UCHAR_SCRIPT, name);
    switch (script) {
    case USCRIPT_SIMPLIFIED_HAN:
    case USCRIPT_TRADITIONAL_HAN:
    case USCRIPT_JAPANESE:
        return USCRIPT_HAN;
    case USCRIPT_KOREAN:
        return USCRIPT_HANGUL;
    case USCRIPT_INVALID_CODE:
        return USCRIPT_LATIN;
    default:
        return script;
    }
}

char *icu_utf8(struct arena *arena, const UChar *text, int32_t length)
{
    int32_t room = length > 0 && length < INT32_MAX / 3 ? length * 3 : 0;
    char *out = arena_alloc(arena, (size_t)room + 1);
    UErrorCode status = U_ZERO_ERROR;
    if (room > 0)
        u_strToUTF8WithSub(out, room + 1, NULL, text, length, 0xFFFD, NULL, &status);
    if (U_FAILURE(status))
        out[0] = '\0';
    return out;
}

UChar *icu_wide(struct arena *arena, const char *text, int32_t *length)
{
    size_t bytes = strlen(text);
    int32_t room = bytes < INT32_MAX ? (int32_t)bytes : 0;
    UChar *out = ARENA_ARRAY(arena, UChar, (size_t)room + 1);
    UErrorCode status = U_ZERO_ERROR;
    *length = 0;
    u_strFromUTF8WithSub(out, room + 1, length, text, room, 0xFFFD, NULL, &status);
    if (U_FAILURE(status))
        *length = 0;
    return out;
}
