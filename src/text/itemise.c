#include "text/itemise.h"

#include <unicode/uchar.h>

#define NESTING_MAX 32

/* Opening brackets that wait for their closing ones. Deeper nesting than anybody writes is not followed. */
struct brackets {
    UChar32 closing[NESTING_MAX];
    int16_t script[NESTING_MAX];
    int depth;
};

static void bracket_open(struct brackets *brackets, UChar32 c, int16_t script)
{
    if (brackets->depth == NESTING_MAX)
        return;
    brackets->closing[brackets->depth] = u_getBidiPairedBracket(c);
    brackets->script[brackets->depth] = script;
    brackets->depth++;
}

/* The script of the opening bracket, or `otherwise` if none waits for this one. */
static int16_t bracket_close(struct brackets *brackets, UChar32 c, int16_t otherwise)
{
    for (int i = brackets->depth - 1; i >= 0; i--) {
        if (brackets->closing[i] != c)
            continue;
        brackets->depth = i;
        return brackets->script[i];
    }
    return otherwise;
}

static bool is_shared(UScriptCode script)
{
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

static UScriptCode script_of(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
}

static UScriptCode first_script(const struct wide *wide, UScriptCode otherwise)
{
    for (int32_t i = 0; i < wide->length;) {
        UScriptCode script = script_of(wide_next(wide, &i));
        if (!is_shared(script))
            return script;
    }
    return otherwise;
}

static void set_scripts(struct item *items, const struct wide *wide, UScriptCode otherwise)
{
    struct brackets brackets = { .depth = 0 };
    int16_t current = (int16_t)first_script(wide, otherwise);

    for (int32_t i = 0; i < wide->length;) {
        int32_t start = i;
        UChar32 c = wide_next(wide, &i);
        UScriptCode own = script_of(c);
        int32_t kind = u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
        if (!is_shared(own))
            current = (int16_t)own;
        else if (kind == U_BPT_CLOSE)
            current = bracket_close(&brackets, c, current);
        if (kind == U_BPT_OPEN)
            bracket_open(&brackets, c, current);
        for (int32_t k = start; k < i; k++)
            items[k].script = current;
    }
}

static bool is_mark(UChar32 c)
{
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/* Punctuation that Chinese shares with Latin, and sets as wide as a character: both quotation marks from one font. The
 * apostrophe is Latin. */
static bool is_wide_mark(UChar32 c, struct item_style style)
{
    bool is_shared_mark = c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026;
    return is_shared_mark && style.script == USCRIPT_HAN;
}

static void set_faces(struct item *items, const struct wide *wide, struct fonts *fonts, struct item_style style)
{
    int current = FONT_NONE;
    for (int32_t i = 0; i < wide->length;) {
        int32_t start = i;
        UChar32 c = wide_next(wide, &i);
        int preferred = is_wide_mark(c, style) ? FONT_NONE : current;
        int face =
            is_mark(c) && start > 0 ? current : fonts_face(fonts, (uint32_t)c, style.lang, style.weight, preferred);
        if (face == FONT_NONE)
            face = current != FONT_NONE ? current : fonts_face(fonts, ' ', style.lang, style.weight, FONT_NONE);
        for (int32_t k = start; k < i; k++)
            items[k].face = (int16_t)face;
        current = face;
    }
}

struct item *itemise(const struct wide *wide, struct fonts *fonts, struct item_style style, struct arena *arena)
{
    struct item *items = ARENA_ARRAY(arena, struct item, (size_t)wide->length);
    set_scripts(items, wide, style.script);
    set_faces(items, wide, fonts, style);
    return items;
}
