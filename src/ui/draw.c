#include "ui/draw.h"

#include <stdio.h>
#include <string.h>

bool rect_contains(struct rect rect, int x, int y)
{
    return x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h;
}

struct rect rect_intersection(struct rect a, struct rect b)
{
    int left = a.x > b.x ? a.x : b.x, top = a.y > b.y ? a.y : b.y;
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    if (right <= left || bottom <= top)
        return (struct rect){ left, top, 0, 0 };
    return (struct rect){ left, top, right - left, bottom - top };
}

bool rect_intersects(struct rect a, struct rect b)
{
    return rect_intersection(a, b).w > 0;
}

void draw_list_init(struct draw_list *list, struct arena *arena)
{
    *list = (struct draw_list){ .arena = arena };
}

/* An arena can't grow in place: copy into twice the room. */
static void *grow(struct arena *arena, const void *items, size_t count, size_t *room, size_t size)
{
    *room = *room ? *room * 2 : 128;
    void *grown = arena_alloc_array(arena, *room, size);
    if (count > 0)
        memcpy(grown, items, count * size);
    return grown;
}

void draw_list_add(struct draw_list *list, struct draw_command command)
{
    if (list->command_count == list->command_room)
        list->commands =
            grow(list->arena, list->commands, list->command_count, &list->command_room, sizeof(*list->commands));
    list->commands[list->command_count++] = command;
    list->text_count += command.kind == DRAW_TEXT ? 1 : 0;
}

void draw_list_add_region(struct draw_list *list, struct tap_region region)
{
    if (list->region_count == list->region_room)
        list->regions =
            grow(list->arena, list->regions, list->region_count, &list->region_room, sizeof(*list->regions));
    list->regions[list->region_count++] = region;
}

const struct tap_region *draw_list_hit(const struct draw_list *list, int x, int y)
{
    for (size_t i = list->region_count; i-- > 0;) {
        const struct tap_region *region = &list->regions[i];
        if (region->visible && rect_contains(region->shown, x, y))
            return region;
    }
    return NULL;
}

const struct tap_region *draw_list_region(const struct draw_list *list, const char *id)
{
    for (size_t i = 0; i < list->region_count; i++) {
        if (strcmp(list->regions[i].id, id) == 0)
            return &list->regions[i];
    }
    return NULL;
}

const char *draw_text_id(char out[static DRAW_TEXT_ID_MAX], size_t number)
{
    snprintf(out, DRAW_TEXT_ID_MAX, "text/%zu", number);
    return out;
}

static uint64_t hash_int(uint64_t hash, int64_t value)
{
    return str_hash(&value, sizeof(value), hash);
}

static uint64_t hash_rect(uint64_t hash, struct rect rect)
{
    return str_hash(&rect, sizeof(rect), hash);
}

static uint64_t hash_box(uint64_t hash, const struct draw_command *command)
{
    const struct draw_box *box = &command->box;
    hash = hash_int(hash, box->has_fill ? (int64_t)box->fill : -1);
    hash = hash_int(hash, box->border);
    hash = hash_int(hash, box->border_width);
    return hash_int(hash, box->radius);
}

static uint64_t hash_float(uint64_t hash, float value)
{
    return str_hash(&value, sizeof(value), hash);
}

/* Where the words stand and in which face: a text can turn bold without a change of size or words. */
static uint64_t hash_line(uint64_t hash, const struct para_line *line)
{
    hash = hash_float(hash_float(hash, line->baseline), line->width);
    for (size_t i = 0; i < line->count; i++)
        hash = hash_float(hash_int(hash, line->units[i].unit.face), line->units[i].x);
    return hash;
}

static uint64_t hash_text(uint64_t hash, const struct draw_command *command)
{
    const struct draw_text *text = &command->text;
    hash = str_hash(text->para->text.at, text->para->text.len, hash);
    for (size_t i = 0; i < text->para->line_count; i++)
        hash = hash_line(hash, &text->para->lines[i]);
    hash = str_hash(text->lang, strlen(text->lang), hash);
    hash = hash_int(hash, text->colour);
    hash = hash_int(hash, text->size);
    hash = hash_int(hash, (int64_t)text->para->line_count);
    return hash_int(hash, text->align);
}

static uint64_t hash_icon(uint64_t hash, const struct draw_command *command)
{
    hash = hash_int(hash, command->icon.mirrored);
    return hash_int(str_hash(command->icon.name, strlen(command->icon.name), hash), command->icon.colour);
}

static uint64_t hash_code(uint64_t hash, const struct draw_command *command)
{
    const struct qr *qr = command->code.qr;
    hash = hash_int(hash, command->code.module);
    return str_hash(qr->modules, (size_t)qr->size * (size_t)qr->size, hash);
}

uint64_t draw_list_hash(const struct draw_list *list)
{
    static uint64_t (*const by_kind[])(uint64_t, const struct draw_command *) = {
        [DRAW_BOX] = hash_box, [DRAW_TEXT] = hash_text, [DRAW_ICON] = hash_icon, [DRAW_CODE] = hash_code
    };
    uint64_t hash = hash_int(STR_HASH_SEED, list->background);
    for (size_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        hash = hash_int(hash, command->kind);
        hash = hash_rect(hash_rect(hash, command->rect), command->clip);
        hash = by_kind[command->kind](hash, command);
    }
    return hash;
}
