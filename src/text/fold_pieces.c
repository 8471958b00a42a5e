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

#define ARTICLE "\u0627\u0644" /* alef, lam */

struct str fold_bare(struct str word)
{
    struct str article = STR(ARTICLE);
    if (!str_starts(word, article) || word.len < 5 * (article.len / 2))
        return word;
    return (struct str){ word.at + article.len, word.len - article.len };
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

struct boundaries {
    int32_t *at; /* pairs: where a piece starts and ends */
    size_t count;
};

/* The pieces that ICU takes for words; each Han character is one. */
static struct boundaries boundaries_of(struct fold *fold, struct wide *wide, const char *lang, struct arena *arena)
{
    struct boundaries out = { 0 };
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaker = fold_breaker(fold, lang);
    if (breaker)
        ubrk_setText(breaker, wide->at, wide->length, &status);
    if (!breaker || U_FAILURE(status))
        return out;
    int32_t start = ubrk_first(breaker);
    for (int32_t end = ubrk_next(breaker); end != UBRK_DONE; start = end, end = ubrk_next(breaker)) {
        bool is_word = ubrk_getRuleStatus(breaker) != UBRK_WORD_NONE;
        for (int32_t at = start; is_word && at < end;) {
            *LIST_ADD(arena, out) = at;
            at = is_han(wide_next(wide, &at)) ? at : end;
            *LIST_ADD(arena, out) = at;
        }
    }
    return out;
}

static void add_piece(struct fold_pieces *out, struct arena *arena, const struct wide *wide, const int32_t *ends,
                      const char *words)
{
    struct str bytes = wide_bytes(wide, ends[0], ends[1]);
    size_t from = (size_t)(bytes.at - wide->bytes.at);
    if (words[0])
        *LIST_ADD(arena, *out) = (struct fold_piece){ from, from + bytes.len, words };
}

static size_t count_words(const char *folded)
{
    size_t count = folded[0] != '\0';
    for (; *folded; folded++)
        count += *folded == ' ';
    return count;
}

struct fold_pieces fold_pieces(struct fold *fold, struct arena *arena, struct str text, const char *lang)
{
    struct fold_pieces out = { 0 };
    struct wide wide = wide_of(text, arena);
    part_at_apostrophes(&wide);
    struct boundaries ends = boundaries_of(fold, &wide, lang, arena);
    const char *folded = fold_words(fold, arena, text, lang);
    struct str rest = str_of(folded);
    /* Nearly always the pieces are the words of the whole text, which is folded once; else each by itself. */
    bool one_to_one = count_words(folded) == ends.count / 2;
    for (size_t i = 0; i + 1 < ends.count; i += 2) {
        struct str bytes = wide_bytes(&wide, ends.at[i], ends.at[i + 1]);
        const char *words =
            one_to_one ? arena_str(arena, str_cut(rest, ' ', &rest)) : fold_words(fold, arena, bytes, lang);
        add_piece(&out, arena, &wide, &ends.at[i], words);
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
