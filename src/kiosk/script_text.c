#include "kiosk/script_commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* UAX #9's formatting characters: marks, embeddings, overrides, isolates. */
static bool is_bidi_control(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F || c == 0x2009;
}

const char *script_plain(struct arena *arena, struct str text)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t length = 0;
    bool gap = false;
    const char *end = text.at + text.len;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        uint32_t c = str_next_codepoint(&at, end);
        if (is_bidi_control(c))
            continue;
        if (is_space(c)) {
            gap = length > 0;
            continue;
        }
        if (gap)
            out[length++] = ' ';
        gap = false;
        memcpy(out + length, start, (size_t)(at - start));
        length += (size_t)(at - start);
    }
    return out;
}

const char *script_screen_text(const struct app *app, struct arena *arena)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return "";
    for (size_t i = 0; i < app->list.command_count; i++) {
        const struct draw_command *command = &app->list.commands[i];
        if (command->kind == DRAW_TEXT)
            fprintf(out, "%s\n", script_plain(arena, command->text.para->text));
    }
    fclose(out);
    const char *copy = arena_str(arena, (struct str){ text, size });
    free(text);
    return copy;
}
