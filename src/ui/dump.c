#include "ui/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void dump_box(FILE *out, const struct draw_command *command)
{
    const struct draw_box *box = &command->box;
    if (box->has_fill)
        fprintf(out, " fill=%06X", (unsigned)box->fill);
    if (box->border_width > 0)
        fprintf(out, " border=%06X/%d", (unsigned)box->border, box->border_width);
    fprintf(out, " radius=%d", box->radius);
}

static void dump_text(FILE *out, const struct draw_command *command)
{
    static const char *const aligns[] = { "left", "centre", "right" };
    const struct draw_text *text = &command->text;
    fprintf(out, " %s size=%d colour=%06X lang=%s", aligns[text->align], text->size, (unsigned)text->colour,
            text->lang);
    for (size_t i = 0; i < text->para->line_count; i++)
        fprintf(out, " |%.*s", STR_FMT(text->para->lines[i].text));
}

static void dump_icon(FILE *out, const struct draw_command *command)
{
    fprintf(out, " %s colour=%06X%s", command->icon.name, (unsigned)command->icon.colour,
            command->icon.mirrored ? " mirrored" : "");
}

static void dump_code(FILE *out, const struct draw_command *command)
{
    fprintf(out, " %d modules of %d", command->code.qr->size, command->code.module);
}

static void dump_command(FILE *out, const struct draw_command *command)
{
    static const struct {
        const char *name;
        void (*dump)(FILE *, const struct draw_command *);
    } kinds[] = {
        [DRAW_BOX] = { "box", dump_box },
        [DRAW_TEXT] = { "text", dump_text },
        [DRAW_ICON] = { "icon", dump_icon },
        [DRAW_CODE] = { "code", dump_code },
    };

    const struct rect *r = &command->rect;
    fprintf(out, "%s %d,%d %dx%d", kinds[command->kind].name, r->x, r->y, r->w, r->h);
    kinds[command->kind].dump(out, command);
    fputc('\n', out);
}

const char *draw_list_dump(const struct draw_list *list, struct arena *arena)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return "";
    for (size_t i = 0; i < list->command_count; i++)
        dump_command(out, &list->commands[i]);
    for (size_t i = 0; i < list->region_count; i++) {
        const struct tap_region *region = &list->regions[i];
        fprintf(out, "tap #%s %d,%d %dx%d %s %s \"%s\"\n", region->id, region->rect.x, region->rect.y, region->rect.w,
                region->rect.h, region->lang, region->visible ? "shown" : "scrolled away", region->label);
    }
    fclose(out);
    const char *copy = arena_str(arena, (struct str){ text, size });
    free(text);
    return copy;
}
