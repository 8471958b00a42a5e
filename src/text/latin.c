#include "text/latin.h"

#include "text/icu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utrans.h>

struct latin {
    UTransliterator *rules;
    UTransliterator *ascii; /* takes the marks off what the rules give */
};

/* Letters that people type as two, where taking the mark off would give another sound. */
static const struct {
    UChar from;
    const char *to;
} two_letters[] = {
    { 0x0161, "sh" },
    { 0x010D, "ch" },
    { 0x017E, "zh" },
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
    const UChar *id = icu_wide(&arena, arena_printf(&arena, "%sAny-Latin; Lower; NFC", own), &length);
    latin->rules = utrans_openU(id, length, UTRANS_FORWARD, NULL, 0, &where, &status);
    id = icu_wide(&arena, "Latin-ASCII", &length);
    latin->ascii = utrans_openU(id, length, UTRANS_FORWARD, NULL, 0, &where, &status);
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
    if (latin && latin->ascii)
        utrans_close(latin->ascii);
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

struct wide_text {
    UChar *at;
    int32_t length;
};

static struct wide_text changed(UTransliterator *rules, struct wide_text text, struct arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t room = text.length * 12 + 64;
    struct wide_text out = { ARENA_ARRAY(arena, UChar, (size_t)room), text.length };
    int32_t limit = text.length;
    memcpy(out.at, text.at, (size_t)text.length * sizeof(*text.at));
    utrans_transUChars(rules, out.at, &out.length, room, 0, &limit, &status);
    return U_SUCCESS(status) ? out : (struct wide_text){ out.at, 0 };
}

static struct wide_text spelt(struct wide_text text, struct arena *arena)
{
    struct wide_text out = { ARENA_ARRAY(arena, UChar, (size_t)text.length * 2 + 1), 0 };
    for (int32_t i = 0; i < text.length; i++) {
        const char *letters = NULL;
        for (size_t j = 0; j < COUNT(two_letters); j++)
            letters = two_letters[j].from == text.at[i] ? two_letters[j].to : letters;
        for (const char *letter = letters; letter && *letter; letter++)
            out.at[out.length++] = (UChar)*letter;
        if (!letters)
            out.at[out.length++] = text.at[i];
    }
    return out;
}

const char *latin_of(struct latin *latin, struct str word, const char **initials, struct arena *arena)
{
    struct wide_text text = { 0 };
    text.at = icu_wide(arena, arena_str(arena, word), &text.length);
    text = spelt(changed(latin->rules, text, arena), arena);
    text = changed(latin->ascii, text, arena);
    struct str written = str_of(icu_utf8(arena, text.at, text.length));
    char *out = arena_alloc(arena, written.len + 1);
    char *firsts = arena_alloc(arena, written.len + 1);
    put_letters(out, firsts, written);
    if (initials)
        *initials = strlen(firsts) > 1 ? firsts : "";
    return out;
}
