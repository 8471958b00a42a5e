#include "text/tongues.h"

#include "base/list.h"
#include "text/icu.h"

#include <string.h>
#include <unicode/uchar.h>

static UScriptCode script_of_language(const char *lang)
{
    char name[5];
    locale_script(lang, name);
    return icu_script(name);
}

static bool is_shared(UScriptCode script)
{
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

struct choosing {
    const char *lang;
    const char *local;
    struct tongue_choice choice;
    UScriptCode own, of_local;
};

static const char *language_for(const struct choosing *choosing, UScriptCode script)
{
    if (script == choosing->own)
        return choosing->lang;
    if (script == choosing->of_local)
        return choosing->local;
    for (size_t i = 0; i < choosing->choice.count; i++) {
        if (icu_script(choosing->choice.at[i].script) == script)
            return choosing->choice.at[i].tag;
    }
    return choosing->lang;
}

/* The language of a character; what all scripts share goes on in the present one, but for digits. */
static const char *language_of(const struct choosing *choosing, uint32_t c, const char *present)
{
    UErrorCode status = U_ZERO_ERROR;
    if (u_isdigit((UChar32)c))
        return choosing->lang;
    UScriptCode script = uscript_getScript((UChar32)c, &status);
    if (is_shared(script) || !u_isalpha((UChar32)c))
        return present;
    return language_for(choosing, script);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Marks alone say nothing. */
static bool has_words(struct str text, struct str_range bytes)
{
    const char *end = text.at + bytes.end;
    for (const char *at = text.at + bytes.start; at < end;) {
        if (u_isalnum((UChar32)str_next_codepoint(&at, end)))
            return true;
    }
    return false;
}

static void add(struct arena *arena, struct tongues *tongues, struct str text, struct str_range bytes, const char *lang)
{
    while (bytes.start < bytes.end && is_blank(text.at[bytes.start]))
        bytes.start++;
    while (bytes.end > bytes.start && is_blank(text.at[bytes.end - 1]))
        bytes.end--;
    if (has_words(text, bytes))
        *LIST_ADD(arena, *tongues) = (struct tongue){ bytes, lang };
}

struct tongues tongues_of(struct arena *arena, struct str text, const char *lang, const char *local,
                          struct tongue_choice choice)
{
    struct choosing choosing = { lang, local, choice, script_of_language(lang), script_of_language(local) };
    struct tongues tongues = { 0 };
    const char *present = lang;
    size_t start = 0;
    const char *end = text.at + text.len;
    for (const char *at = text.at; at < end;) {
        size_t here = (size_t)(at - text.at);
        const char *next = language_of(&choosing, str_next_codepoint(&at, end), present);
        if (next == present)
            continue;
        add(arena, &tongues, text, (struct str_range){ start, here }, present);
        start = here;
        present = next;
    }
    add(arena, &tongues, text, (struct str_range){ start, text.len }, present);
    return tongues;
}
