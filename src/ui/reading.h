/* A screen in the order in which it is read: its texts and targets as they were painted, which is the order of the tree
 * and so the same in every direction of writing. Read-aloud and the keypad walk this one list. */
#ifndef MAISON_UI_READING_H
#define MAISON_UI_READING_H

#include "ui/draw.h"

/* A text, or a target with all that it shows. */
struct reading_item {
    const struct tap_region *region; /* NULL: a text that can't be tapped */
    size_t first, end;               /* its commands */
    size_t text;                     /* number of its first text, as painted */
    bool in_content;                 /* of the scrolling part, not of a bar */
    struct rect rect;
    size_t number, count; /* of a target: the which of how many that stand together */
};

/* Everything is in the arena, and borrows from the list. */
struct reading {
    const struct draw_list *list;
    const struct reading_item *at;
    size_t count;
};

/* The buttons that only scroll are left out: what is read or focused is scrolled to. */
struct reading reading_of(const struct draw_list *list, struct arena *arena);

/* The item that the focus is on, by a region's id or a text's ("text/17"); NULL when none is. */
const struct reading_item *reading_find(const struct reading *reading, const char *id);

/* The first of the content; NULL when there is none. */
const struct reading_item *reading_first(const struct reading *reading);

/* The id by which the focus finds the item. In the arena. */
const char *reading_id(const struct reading_item *item, struct arena *arena);

#endif
