#include "text/latin.h"

#include "text/icu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utrans.h>

struct latin {
    UTransliterator *rules;
};

/* For these languages CLDR has rules of their own, nearer to what people type than those of the script. */
static const struct {
    const char *lang;
    const char *rules;
} own_rules[] = {
    { "uk", "Ukrainian-Latin/BGN; " },
    { "ru", "Russian-Latin/BGN; " },
};

bool latin_open(struct latin **out, const char *lang, struct err *err)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct latin *latin = calloc(1, sizeof(*latin));
    if (!latin)
        return err_set(err, ERR_IO, "out of memory");
    const char *own = "";
    for (size_t i = 0; i < COUNT(own_rules); i++) {
        if (str_eq_c(str_cut(str_of(lang), '-', &(struct str){ 0 }), own_rules[i].lang))
            own = own_rules[i].rules;
    }
    int32_t length;
    const UChar *id = icu_wide(&arena, arena_printf(&arena, "%sAny-Latin; Latin-ASCII; Lower", own), &length);
    latin->rules = utrans_openU(id, length, UTRANS_FORWARD, NULL, 0, &where, &status);
    if (U_FAILURE(status)) {
        latin_close(latin);
        return err_set(err, ERR_FORMAT, "ICU can't write %s in Latin letters: %s", lang, u_errorName(status));
    }
    *out = latin;
    return true;
}

void latin_close(struct latin *latin)
{
    if (latin && latin->rules)
        utrans_close(latin->rules);
    free(latin);
}

void latin_closep(struct latin **latin)
{
    latin_close(*latin);
}

/* ICU parts the readings of Han characters by spaces. What has no place in a–z (ǝ, ʿ, ') is not typed either. */
static size_t put_letters(char *out, char *firsts, struct str written)
{
    size_t length = 0, first_count = 0;
    bool starts = true;
    for (size_t i = 0; i < written.len; i++) {
        char c = written.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            out[length++] = c;
        if (letter && starts)
            firsts[first_count++] = c;
        starts = c == ' ' || (starts && !letter);
    }
    out[length] = firsts[first_count] = '\0';
    return length;
}

const char *latin_of(struct latin *latin, struct str word, const char **initials, struct arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t length;
    const UChar *wide = icu_wide(arena, arena_str(arena, word), &length);
    int32_t room = length * 12 + 64;
    UChar *text = ARENA_ARRAY(arena, UChar, (size_t)room);
    memcpy(text, wide, (size_t)length * sizeof(*text));
    int32_t limit = length;
    utrans_transUChars(latin->rules, text, &length, room, 0, &limit, &status);
    if (initials)
        *initials = "";
    if (U_FAILURE(status))
        return "";
    struct str written = str_of(icu_utf8(arena, text, length));
    char *out = arena_alloc(arena, written.len + 1);
    char *firsts = arena_alloc(arena, written.len + 1);
    put_letters(out, firsts, written);
    if (initials && strlen(firsts) > 1)
        *initials = firsts;
    return out;
}
