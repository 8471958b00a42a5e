#include "base/list.h"
#include "text/fold_breaker.h"
#include "text/wide.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static UScriptCode script_at(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
}

static bool is_han(UChar32 c)
{
    return script_at(c) == USCRIPT_HAN;
}

bool fold_is_han(const char *text)
{
    return text[0] && is_han((UChar32)str_next_codepoint(&text, text + strlen(text)));
}

/* As folding does: an apostrophe parts words, except behind a Cyrillic letter. Same lengths, so offsets stay. */
static void part_at_apostrophes(struct wide *wide)
{
    UChar32 before = ' ';
    for (int32_t at = 0; at < wide->length;) {
        int32_t start = at;
        UChar32 c = wide_next(wide, &at);
        if (fold_is_apostrophe(c) && script_at(before) != USCRIPT_CYRILLIC)
            wide->at[start] = ' ';
        before = c;
    }
}

static void add_piece(struct fold_pieces *out, struct fold *fold, struct arena *arena, const char *lang,
                      struct wide *wide, int32_t start, int32_t end)
{
    struct str bytes = wide_bytes(wide, start, end);
    const char *words = fold_words(fold, arena, bytes, lang);
    if (!words[0])
        return;
    size_t from = (size_t)(bytes.at - wide->bytes.at);
    *LIST_ADD(arena, *out) = (struct fold_piece){ from, from + bytes.len, words };
}

struct fold_pieces fold_pieces(struct fold *fold, struct arena *arena, struct str text, const char *lang)
{
    struct fold_pieces out = { 0 };
    struct {
        int32_t *at;
        size_t count;
    } ends = { 0 };
    UErrorCode status = U_ZERO_ERROR;
    struct wide wide = wide_of(text, arena);
    part_at_apostrophes(&wide);
    UBreakIterator *breaker = fold_breaker(fold, lang);
    if (breaker)
        ubrk_setText(breaker, wide.at, wide.length, &status);
    if (!breaker || U_FAILURE(status))
        return out;
    (void)ubrk_first(breaker);
    for (int32_t end = ubrk_next(breaker); end != UBRK_DONE; end = ubrk_next(breaker))
        *LIST_ADD(arena, ends) = end;
    /* Folding a piece uses the same breaker, so all boundaries are taken first. */
    int32_t start = 0;
    for (size_t i = 0; i < ends.count; start = ends.at[i++]) {
        int32_t at = start;
        while (at < ends.at[i]) {
            int32_t from = at;
            at = is_han(wide_next(&wide, &at)) ? at : ends.at[i];
            add_piece(&out, fold, arena, lang, &wide, from, at);
        }
    }
    return out;
}

static bool is_joined(struct str piece)
{
    const char *at = piece.at;
    UChar32 first = (UChar32)str_next_codepoint(&at, piece.at + piece.len);
    int joins = u_getIntPropertyValue(first, UCHAR_JOINING_TYPE);
    return joins == U_JT_DUAL_JOINING || joins == U_JT_RIGHT_JOINING || joins == U_JT_LEFT_JOINING;
}

/* A mark belongs to the letter before it. */
static size_t behind_letter(struct str piece, size_t at)
{
    const char *end = piece.at + piece.len;
    const char *next = piece.at + at;
    UChar32 c = (UChar32)str_next_codepoint(&next, end);
    do {
        at = (size_t)(next - piece.at);
        if (next == end)
            break;
        c = (UChar32)str_next_codepoint(&next, end);
    } while ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
    return at;
}

size_t fold_covered(struct fold *fold, struct arena *arena, struct str piece, const char *start, const char *lang)
{
    size_t wanted = strlen(start);
    if (piece.len == 0 || is_joined(piece))
        return piece.len;
    size_t end = 0;
    do {
        end = behind_letter(piece, end);
        const char *words = fold_words(fold, arena, (struct str){ piece.at, end }, lang);
        if (strlen(words) >= wanted)
            break;
    } while (end < piece.len);
    return end;
}
