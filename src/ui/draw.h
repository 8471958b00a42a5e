/* What a frame shows, as data: a list of commands to paint in order, and the list of tap regions that was recorded
 * while drawing. Touch, keyboard focus, read-aloud, scripts and tests all read these same lists. Rectangles are whole
 * pixels of the screen; everything is borrowed from the frame. */
#ifndef MAISON_UI_DRAW_H
#define MAISON_UI_DRAW_H

#include "base/arena.h"
#include "text/para.h"
#include "ui/action.h"
#include "ui/qr.h"

struct rect {
    int x, y, w, h;
};

bool rect_contains(struct rect rect, int x, int y);
bool rect_intersects(struct rect a, struct rect b);
struct rect rect_intersection(struct rect a, struct rect b); /* w and h are 0 when they don't meet */

enum draw_kind { DRAW_BOX, DRAW_TEXT, DRAW_ICON, DRAW_CODE };
enum draw_align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT }; /* as seen, after mirroring */

struct draw_box {
    bool has_fill;
    uint32_t fill;   /* 0xRRGGBB */
    uint32_t border; /* shown when border_width > 0, inside the rectangle */
    int border_width;
    int radius;
    bool is_mark; /* behind some letters of the text that comes next, not something that texts stand on */
};

struct draw_text {
    const struct para *para; /* each line is aligned within the command's rectangle */
    enum draw_align align;
    uint32_t colour;
    uint32_t background; /* what it stands on, for the contrast test */
    const char *lang;
    int size;         /* type size in pixels */
    const char *said; /* what is said for it; NULL: the text */
    bool is_heading;
};

struct draw_icon {
    const char *name; /* Material Icons ligature */
    uint32_t colour;
    uint32_t background;
    bool mirrored; /* it points the other way: in a right-to-left language */
};

/* Black on white in every theme, the quiet zone inside the rectangle. */
struct draw_code {
    const struct qr *qr;
    int module; /* pixels */
};

struct draw_command {
    enum draw_kind kind;
    struct rect rect;
    struct rect clip; /* nothing of it shows outside */
    union {
        struct draw_box box;
        struct draw_text text;
        struct draw_icon icon;
        struct draw_code code;
    };
};

/* Something that can be tapped, focused and spoken. */
struct tap_region {
    const char *id;    /* stable, never translated: "topic/health" */
    const char *label; /* the accessible name, in `lang` */
    const char *lang;
    bool rtl;
    bool is_named;     /* the label was given; else it is the texts in it */
    bool visible;      /* some of it shows (it may be scrolled away) */
    bool scrolls;      /* it moves with the scrolling part */
    struct rect rect;  /* whole, also where it is scrolled away */
    struct rect shown; /* the part that shows */
    struct action action;
    size_t first, end; /* its commands in the list */
    const void *group; /* the same for those that stand together, as in a list or a bar */
};

/* The scrolling part of the screen, if it has one. */
struct scroll_area {
    bool present;
    struct rect view;   /* where it shows */
    int content_height; /* of everything in it */
    int offset;         /* how far it is scrolled, 0 to content_height - view.h */
    int line;           /* y above which nothing has to be tapped, view.y without a low reach */
    size_t first, end;  /* its commands in the list */
};

struct draw_list {
    struct arena *arena; /* of the frame */
    struct draw_command *commands;
    size_t command_count, command_room;
    struct tap_region *regions;
    size_t region_count, region_room;
    size_t text_count; /* of the commands, those that are texts */
    struct scroll_area scroll;
    uint32_t background; /* the whole screen's, painted first */
};

void draw_list_init(struct draw_list *list, struct arena *arena);
void draw_list_add(struct draw_list *list, struct draw_command command);
void draw_list_add_region(struct draw_list *list, struct tap_region region);

/* The region under a point that shows there, topmost first; NULL when none. */
const struct tap_region *draw_list_hit(const struct draw_list *list, int x, int y);
const struct tap_region *draw_list_region(const struct draw_list *list, const char *id);

/* The id by which the focus finds a text of the list, the texts counted from 0: "text/17". Returns `out`. */
#define DRAW_TEXT_ID_MAX 28
const char *draw_text_id(char out[static DRAW_TEXT_ID_MAX], size_t number);

/* A hash of everything that a person could see: equal hashes need no painting. */
uint64_t draw_list_hash(const struct draw_list *list);

/* The list as text, a command or region a line, for golden files. In the arena. */
const char *draw_list_dump(const struct draw_list *list, struct arena *arena);

#endif
