#include "kiosk/script_commands.h"
#include "text/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
            fprintf(out, "%s\n", plain_text(arena, command->text.para->text));
    }
    fclose(out);
    const char *copy = arena_str(arena, (struct str){ text, size });
    free(text);
    return copy;
}
