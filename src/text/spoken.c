#include "text/spoken.h"

#include "base/list.h"
#include "text/spoken_parts.h"

#include <string.h>
#include <unicode/uchar.h>

/* A text as the recognisers read it, with the way back to the shown bytes. */
struct clean {
    char *at;
    size_t *shown; /* of each byte; shown[len] is the end */
    size_t len;
};

static bool is_bidi_control(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x2009;
}

static void put(struct clean *clean, char byte, size_t shown)
{
    clean->shown[clean->len] = shown;
    clean->at[clean->len++] = byte;
}

/* Line ends and middle dots are pauses. */
static void put_pause(struct clean *clean, size_t shown)
{
    while (clean->len > 0 && clean->at[clean->len - 1] == ' ')
        clean->len--;
    if (clean->len > 0 && !strchr(",.;:!?", clean->at[clean->len - 1]))
        put(clean, ',', shown);
    put(clean, ' ', shown);
}

static struct clean clean_of(struct arena *arena, struct str shown)
{
    struct clean clean = { .at = arena_alloc(arena, 2 * shown.len + 1),
                           .shown = ARENA_ARRAY(arena, size_t, 2 * shown.len + 1) };
    const char *end = shown.at + shown.len;
    for (const char *at = shown.at; at < end;) {
        const char *start = at;
        uint32_t c = str_next_codepoint(&at, end);
        size_t offset = (size_t)(start - shown.at);
        bool after_space = clean.len == 0 || clean.at[clean.len - 1] == ' ';
        if (is_bidi_control(c))
            continue;
        if (c == '\n' || c == 0xB7)
            put_pause(&clean, offset);
        else if (is_space(c) && !after_space)
            put(&clean, ' ', offset);
        for (const char *byte = start; !is_space(c) && c != '\n' && c != 0xB7 && byte < at; byte++)
            put(&clean, *byte, offset + (size_t)(byte - start));
    }
    while (clean.len > 0 && clean.at[clean.len - 1] == ' ')
        clean.len--;
    clean.shown[clean.len] = shown.len;
    return clean;
}

static bool is_letter_or_digit(uint32_t c)
{
    return u_isalnum((UChar32)c) || (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0;
}

static bool is_word_end(struct str text, size_t at)
{
    const char *next = text.at + at;
    return at >= text.len || !is_letter_or_digit(str_next_codepoint(&next, text.at + text.len));
}

struct spoken_match spoken_match_short(const struct spoken_context *context, struct str rest)
{
    struct spoken_match best = { 0, NULL };
    for (size_t i = 0; i < context->shorts.count; i++) {
        struct str is = str_of(context->shorts.at[i].is);
        bool matches = is.len > best.length && str_starts(rest, is) && is_word_end(rest, is.len);
        if (matches)
            best = (struct spoken_match){ is.len, context->shorts.at[i].say };
    }
    return best;
}

/* A number or an abbreviation begins here. Letters of scripts that write no spaces may stand before it. */
static bool is_start(const struct clean *clean, size_t at)
{
    unsigned char before = at > 0 ? (unsigned char)clean->at[at - 1] : ' ';
    if (before < 0x80 && u_isalnum(before))
        return false;
    bool parts_number = before == ':' || before == '.' || before == '-' || before == '/';
    return !(parts_number && at > 1 && u_isdigit((unsigned char)clean->at[at - 2]));
}

static struct spoken_match match(const struct spoken_context *context, struct str rest)
{
    static struct spoken_match (*const by_kind[])(const struct spoken_context *, struct str) = {
        spoken_match_short, spoken_match_hours, spoken_match_time, spoken_match_date, spoken_match_phone,
    };
    for (size_t i = 0; i < COUNT(by_kind); i++) {
        struct spoken_match found = by_kind[i](context, rest);
        if (found.length > 0)
            return found;
    }
    return (struct spoken_match){ 0, NULL };
}

bool spoken_is_number(struct str shown)
{
    bool has_digit = false;
    const char *end = shown.at + shown.len;
    for (const char *at = shown.at; at < end;) {
        uint32_t c = str_next_codepoint(&at, end);
        if (u_isalpha((UChar32)c))
            return false;
        has_digit = has_digit || u_isdigit((UChar32)c);
    }
    return has_digit;
}

struct saying {
    struct arena *arena;
    char *out;
    size_t length, room;
    struct {
        struct spoken_piece *at;
        size_t count;
    } pieces;
};

static void say(struct saying *saying, struct str words, struct str_range shown)
{
    while (saying->length + words.len + 1 > saying->room) {
        size_t room = saying->room * 2 + words.len + 64;
        char *grown = arena_alloc(saying->arena, room);
        if (saying->length > 0)
            memcpy(grown, saying->out, saying->length);
        saying->out = grown;
        saying->room = room;
    }
    if (words.len > 0)
        memcpy(saying->out + saying->length, words.at, words.len);
    *LIST_ADD(saying->arena, saying->pieces) =
        (struct spoken_piece){ { saying->length, saying->length + words.len }, shown };
    saying->length += words.len;
}

/* Words as they stand are a piece each, so that each is found again. */
static size_t plain_end(const struct clean *clean, size_t at)
{
    struct str text = { clean->at, clean->len };
    const char *end = text.at + text.len;
    const char *next = text.at + at;
    bool is_word = is_letter_or_digit(str_next_codepoint(&next, end));
    /* Where no space parts them, a number is found behind a letter of another script. */
    for (const char *last = text.at + at; is_word && next < end;) {
        const char *after = next;
        bool goes_on = is_letter_or_digit(str_next_codepoint(&after, end));
        if (!goes_on || ((unsigned char)*last >= 0x80 && u_isdigit((unsigned char)*next)))
            break;
        last = next;
        next = after;
    }
    return (size_t)(next - text.at);
}

struct spoken spoken_of(struct arena *arena, struct str shown, const char *lang, struct spoken_shorts shorts)
{
    struct clean clean = clean_of(arena, shown);
    struct spoken_context context = { arena, lang, shorts, spoken_is_number(shown) };
    struct saying saying = { .arena = arena };
    for (size_t at = 0; at < clean.len;) {
        struct str rest = { clean.at + at, clean.len - at };
        struct spoken_match found = { 0, NULL };
        if (is_start(&clean, at))
            found = match(&context, rest);
        size_t end = found.length > 0 ? at + found.length : plain_end(&clean, at);
        struct str words = found.length > 0 ? str_of(found.say) : (struct str){ clean.at + at, end - at };
        say(&saying, words, (struct str_range){ clean.shown[at], clean.shown[end - 1] + 1 });
        at = end;
    }
    return (struct spoken){ saying.length > 0 ? saying.out : "", saying.pieces.at, saying.pieces.count };
}

/* What is said as it is written is found to the letter, which matters where a sentence is one piece, as in Chinese. */
static struct str_range shown_part(const struct spoken_piece *piece, struct str_range said)
{
    size_t length = piece->said.end - piece->said.start;
    struct str_range shown = piece->shown;
    if (length != shown.end - shown.start)
        return shown;
    if (said.start > piece->said.start)
        shown.start += said.start - piece->said.start;
    if (said.end < piece->said.end)
        shown.end -= piece->said.end - said.end;
    return shown;
}

struct str_range spoken_shown(const struct spoken *spoken, struct str_range said)
{
    struct str_range shown = { 0, 0 };
    bool any = false;
    for (size_t i = 0; i < spoken->count; i++) {
        const struct spoken_piece *piece = &spoken->pieces[i];
        if (piece->said.end <= said.start || piece->said.start >= said.end)
            continue;
        struct str_range part = shown_part(piece, said);
        shown.start = any ? shown.start : part.start;
        shown.end = part.end;
        any = true;
    }
    return shown;
}
