#include "kiosk/voice.h"

#include "base/list.h"

#include <string.h>

/* Texts become lines: of one language each, and short enough that no voice keeps the screen waiting. */

#define LINE_BYTES 120 /* a line ends with the sentence that passes this */

static bool ends_sentence(uint32_t c, struct str rest)
{
    static const uint32_t full[] = { 0x3002, 0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x1362, 0xFF1B };
    for (size_t i = 0; i < COUNT(full); i++) {
        if (c == full[i])
            return true;
    }
    bool may_end = c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == 0x2026;
    return may_end && (rest.len == 0 || rest.at[0] == ' ' || rest.at[0] == '\n');
}

static size_t line_length(struct str text)
{
    const char *end = text.at + text.len;
    for (const char *at = text.at; at < end;) {
        uint32_t c = str_next_codepoint(&at, end);
        size_t length = (size_t)(at - text.at);
        if (length >= LINE_BYTES && ends_sentence(c, (struct str){ at, text.len - length }))
            return length;
    }
    return text.len;
}

static void add_lines(struct voice *voice, const struct voice_maker *maker, const struct voice_text *text,
                      struct str shown, struct tongue tongue)
{
    const char *lang = arena_strdup(&voice->arena, tongue.lang);
    for (size_t at = tongue.bytes.start; at < tongue.bytes.end;) {
        size_t length = line_length((struct str){ shown.at + at, tongue.bytes.end - at });
        struct str part = { shown.at + at, length };
        struct spoken spoken = spoken_of(&voice->arena, part, lang, maker->shorts);
        size_t whole = text->said ? text->shown.len : 0;
        if (spoken.text[0])
            *LIST_ADD(&voice->arena, voice->lines) = (struct voice_line){
                .lang = lang, .spoken = spoken, .text = text->text, .shown_at = at, .whole = whole
            };
        at += length;
    }
}

/* The text has one clip or none, however many sentences it has. */
static bool add_clip(struct voice *voice, const struct voice_maker *maker, const struct voice_text *text,
                     struct str shown)
{
    struct str clip = { 0 };
    struct err err = { 0 };
    const char *words = arena_str(&voice->arena, shown);
    if (!maker->pack || !query_clip(&clip, maker->pack, text->lang, words, &voice->arena, &err) || clip.len == 0)
        return false;
    *LIST_ADD(&voice->arena, voice->lines) = (struct voice_line){ .lang = arena_strdup(&voice->arena, text->lang),
                                                                  .clip = clip,
                                                                  .spoken = { words, NULL, 0 },
                                                                  .text = text->text,
                                                                  .whole = shown.len };
    return true;
}

void voice_add(struct voice *voice, const struct voice_maker *maker, const struct voice_text *text)
{
    struct str shown = { arena_str(&voice->arena, text->shown), text->shown.len };
    if (add_clip(voice, maker, text, shown))
        return;
    if (text->said)
        shown = (struct str){ arena_strdup(&voice->arena, text->said), strlen(text->said) };
    const char *lang = spoken_is_number(shown) ? maker->lang : text->lang;
    struct tongues tongues = tongues_of(&voice->arena, shown, lang, maker->local, maker->languages);
    for (size_t i = 0; i < tongues.count; i++)
        add_lines(voice, maker, text, shown, tongues.at[i]);
}
