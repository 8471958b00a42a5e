#include "ui/reading.h"

#include <string.h>

struct collecting {
    const struct draw_list *list;
    struct arena *arena;
    struct reading_item *items;
    size_t count;
    size_t text; /* texts passed */
};

/* The region that begins at this command, if one does. Regions don't nest, and stand in the order of their commands. */
static const struct tap_region *region_at(const struct draw_list *list, size_t *next, size_t command)
{
    while (*next < list->region_count && list->regions[*next].first < command)
        (*next)++;
    if (*next < list->region_count && list->regions[*next].first == command)
        return &list->regions[(*next)++];
    return NULL;
}

static bool is_scroll_button(const struct tap_region *region)
{
    return strcmp(region->id, "scroll-up") == 0 || strcmp(region->id, "scroll-down") == 0;
}

static size_t count_texts(const struct draw_list *list, size_t first, size_t end)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        count += list->commands[i].kind == DRAW_TEXT ? 1 : 0;
    return count;
}

static void add(struct collecting *collecting, const struct tap_region *region, size_t first, size_t end)
{
    const struct scroll_area *scroll = &collecting->list->scroll;
    struct reading_item *item = &collecting->items[collecting->count++];
    *item = (struct reading_item){ .region = region, .first = first, .end = end, .text = collecting->text };
    item->in_content = scroll->present && first >= scroll->first && first < scroll->end;
    item->rect = region ? region->rect : collecting->list->commands[first].rect;
}

static void collect(struct collecting *collecting)
{
    const struct draw_list *list = collecting->list;
    size_t next = 0;
    for (size_t i = 0; i < list->command_count;) {
        const struct tap_region *region = region_at(list, &next, i);
        size_t end = region && region->end > i ? region->end : i + 1;
        if (region && !is_scroll_button(region))
            add(collecting, region, i, end);
        else if (!region && list->commands[i].kind == DRAW_TEXT && list->commands[i].text.para->text.len > 0)
            add(collecting, NULL, i, end);
        collecting->text += count_texts(list, i, end);
        i = end;
    }
}

static void number_groups(struct reading_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; items[i].region && j < count; j++) {
            if (!items[j].region || items[j].region->group != items[i].region->group)
                continue;
            items[i].count++;
            items[i].number += j <= i ? 1 : 0;
        }
    }
}

struct reading reading_of(const struct draw_list *list, struct arena *arena)
{
    struct collecting collecting = { .list = list, .arena = arena };
    collecting.items = ARENA_ARRAY(arena, struct reading_item, list->text_count + list->region_count + 1);
    collect(&collecting);
    number_groups(collecting.items, collecting.count);
    return (struct reading){ list, collecting.items, collecting.count };
}

const char *reading_id(const struct reading_item *item, struct arena *arena)
{
    char id[DRAW_TEXT_ID_MAX];
    return item->region ? item->region->id : arena_strdup(arena, draw_text_id(id, item->text));
}

const struct reading_item *reading_find(const struct reading *reading, const char *id)
{
    char text_id[DRAW_TEXT_ID_MAX];
    for (size_t i = 0; i < reading->count; i++) {
        const struct reading_item *item = &reading->at[i];
        if (strcmp(item->region ? item->region->id : draw_text_id(text_id, item->text), id) == 0)
            return item;
    }
    return NULL;
}

const struct reading_item *reading_first(const struct reading *reading)
{
    for (size_t i = 0; i < reading->count; i++) {
        if (reading->at[i].in_content)
            return &reading->at[i];
    }
    return NULL;
}
