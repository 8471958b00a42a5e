#include "text/fold_breaker.h"
#include "text/icu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

struct fold {
    const UNormalizer2 *casefold;
    const UNormalizer2 *apart;
    const UNormalizer2 *together;
    UBreakIterator *words;
    char lang[ICU_ID_MAX]; /* that `words` is open for */
};

bool fold_open(struct fold **out, struct err *err)
{
    UErrorCode status = U_ZERO_ERROR;
    struct fold *fold = calloc(1, sizeof(*fold));
    if (!fold)
        return err_set(err, ERR_IO, "out of memory");
    fold->casefold = unorm2_getNFKCCasefoldInstance(&status);
    fold->apart = unorm2_getNFDInstance(&status);
    fold->together = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) {
        fold_close(fold);
        return err_set(err, ERR_FORMAT, "ICU can't fold texts: %s", u_errorName(status));
    }
    *out = fold;
    return true;
}

void fold_close(struct fold *fold)
{
    if (fold && fold->words)
        ubrk_close(fold->words);
    free(fold);
}

void fold_closep(struct fold **fold)
{
    fold_close(*fold);
}

/* Letters that people write one for the other: hamza carriers, alef maqsura, Persian ya and kaf, ta marbuta. */
static const struct {
    UChar32 from, to;
} alike[] = {
    { 0x0622, 0x0627 }, { 0x0623, 0x0627 }, { 0x0625, 0x0627 }, { 0x0671, 0x0627 },
    { 0x0624, 0x0648 }, { 0x0626, 0x064A }, { 0x0649, 0x064A }, { 0x06CC, 0x064A },
    { 0x06A9, 0x0643 }, { 0x0629, 0x0647 }, { 0x06C1, 0x0647 }, { 0x06C0, 0x0647 },
};

/* Latin letters that case folding and taking marks away leave as they are, and that are typed otherwise. */
static const struct {
    UChar32 from;
    const char *to;
} spelt_out[] = {
    { 0x0153, "oe" }, { 0x00E6, "ae" }, { 0x00F8, "o" },  { 0x0142, "l" },
    { 0x0111, "d" },  { 0x00F0, "d" },  { 0x00FE, "th" }, { 0x0131, "i" },
};

static UScriptCode script_of(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
}

/* Letters without which a word is the same: stretching and joiners. */
static bool says_nothing(UChar32 c)
{
    return c == 0x0640 || c == 0x200C || c == 0x200D;
}

bool fold_is_apostrophe(UChar32 c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0x0060 || c == 0x00B4;
}

/* In these scripts marks help reading and are often left out. */
static bool marks_are_optional(UChar32 base)
{
    UScriptCode script = script_of(base);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

static bool is_mark(UChar32 c)
{
    return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

static UChar32 one_of_alike(UChar32 c)
{
    for (size_t i = 0; i < COUNT(alike); i++) {
        if (alike[i].from == c)
            return alike[i].to;
    }
    int digit = u_charDigitValue(c);
    return digit >= 0 && digit <= 9 && u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? '0' + digit : c;
}

struct wide_text {
    UChar *at;
    int32_t length;
};

/* One of ICU's normalizers over the text; what it can't do leaves the text as it is. */
static struct wide_text normalized(const UNormalizer2 *normalizer, struct wide_text text, struct arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t room = text.length * 4 + 16;
    UChar *out = ARENA_ARRAY(arena, UChar, (size_t)room);
    int32_t length = unorm2_normalize(normalizer, text.at, text.length, out, room, &status);
    return U_SUCCESS(status) && length <= room ? (struct wide_text){ out, length } : text;
}

/* As U16_NEXT, which mixes signs and is refused by our flags; a lone surrogate gives itself. */
static UChar32 next(const UChar *text, int32_t *at, int32_t length)
{
    UChar32 c = text[(*at)++];
    if (c < 0xD800 || c > 0xDBFF || *at == length || text[*at] < 0xDC00 || text[*at] > 0xDFFF)
        return c;
    return 0x10000 + ((c - 0xD800) << 10) + (text[(*at)++] - 0xDC00);
}

/* As U16_APPEND_UNSAFE. */
static void append(UChar *out, int32_t *length, UChar32 c)
{
    if (U_IS_BMP(c)) {
        out[(*length)++] = (UChar)c;
        return;
    }
    out[(*length)++] = (UChar)(0xD7C0 + (c >> 10));
    out[(*length)++] = (UChar)(0xDC00 + (c & 0x3FF));
}

static void append_folded(UChar *out, int32_t *length, UChar32 c)
{
    for (size_t i = 0; i < COUNT(spelt_out); i++) {
        if (spelt_out[i].from != c)
            continue;
        for (const char *letter = spelt_out[i].to; *letter; letter++)
            append(out, length, *letter);
        return;
    }
    append(out, length, one_of_alike(c));
}

/* Nothing becomes longer than twice what it was. */
static struct wide_text stripped(struct wide_text text, struct arena *arena)
{
    struct wide_text out = { ARENA_ARRAY(arena, UChar, (size_t)text.length * 2 + 1), 0 };
    UChar32 base = ' ';
    for (int32_t from = 0; from < text.length;) {
        UChar32 c = next(text.at, &from, text.length);
        bool apostrophe = fold_is_apostrophe(c);
        if (says_nothing(c) || (is_mark(c) && marks_are_optional(base)) ||
            (apostrophe && script_of(base) == USCRIPT_CYRILLIC))
            continue;
        if (!is_mark(c))
            base = c;
        append_folded(out.at, &out.length, apostrophe ? ' ' : c);
    }
    return out;
}

UBreakIterator *fold_breaker(struct fold *fold, const char *lang)
{
    char id[ICU_ID_MAX];
    UErrorCode status = U_ZERO_ERROR;
    icu_locale_id(id, lang);
    if (fold->words && strcmp(fold->lang, id) == 0)
        return fold->words;
    if (fold->words)
        ubrk_close(fold->words);
    fold->words = ubrk_open(UBRK_WORD, id, NULL, 0, &status);
    memcpy(fold->lang, id, sizeof(id));
    return fold->words;
}

static bool is_han(const UChar *at, int32_t length)
{
    int32_t first = 0;
    return script_of(next(at, &first, length)) == USCRIPT_HAN;
}

/* Puts the word behind the others; Han words character by character. */
static void add_word(struct wide_text *out, const UChar *at, int32_t length)
{
    bool apart = is_han(at, length);
    for (int32_t from = 0; from < length;) {
        bool starts = from == 0 || apart;
        UChar32 c = next(at, &from, length);
        if (starts && out->length > 0)
            out->at[out->length++] = ' ';
        append(out->at, &out->length, c);
    }
}

/* A word of several Han characters as a whole, besides its characters. */
static void add_compound(struct wide_text *out, const UChar *at, int32_t length)
{
    if (length < 2 || !is_han(at, length))
        return;
    if (out->length > 0)
        out->at[out->length++] = ' ';
    memcpy(out->at + out->length, at, (size_t)length * sizeof(*at));
    out->length += length;
}

static struct wide_text folded(struct fold *fold, struct arena *arena, struct str text)
{
    struct wide_text wide = { 0 };
    wide.at = icu_wide(arena, arena_str(arena, text), &wide.length);
    wide = normalized(fold->casefold, wide, arena);
    wide = stripped(normalized(fold->apart, wide, arena), arena);
    return normalized(fold->together, wide, arena);
}

struct folded fold_text(struct fold *fold, struct arena *arena, struct str text, const char *lang)
{
    UErrorCode status = U_ZERO_ERROR;
    struct wide_text wide = folded(fold, arena, text);
    UBreakIterator *breaker = fold_breaker(fold, lang);
    struct wide_text words = { ARENA_ARRAY(arena, UChar, (size_t)wide.length * 2 + 1), 0 };
    struct wide_text compounds = { ARENA_ARRAY(arena, UChar, (size_t)wide.length * 2 + 1), 0 };
    if (breaker)
        ubrk_setText(breaker, wide.at, wide.length, &status);
    if (!breaker || U_FAILURE(status))
        return (struct folded){ icu_utf8(arena, wide.at, wide.length), "" };
    int32_t start = ubrk_first(breaker);
    for (int32_t end = ubrk_next(breaker); end != UBRK_DONE; start = end, end = ubrk_next(breaker)) {
        if (ubrk_getRuleStatus(breaker) == UBRK_WORD_NONE)
            continue;
        add_word(&words, wide.at + start, end - start);
        add_compound(&compounds, wide.at + start, end - start);
    }
    return (struct folded){ icu_utf8(arena, words.at, words.length), icu_utf8(arena, compounds.at, compounds.length) };
}

const char *fold_words(struct fold *fold, struct arena *arena, struct str text, const char *lang)
{
    return fold_text(fold, arena, text, lang).words;
}
