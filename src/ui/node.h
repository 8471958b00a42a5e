/* A screen before it has places: a tree of boxes, texts and icons, built anew for each frame in its arena. Screens set
 * the fields of the nodes that they add; ui/layout.h gives each node its place and ui/paint.h turns the tree into a
 * draw list. Trees are written as for a left-to-right language; painting mirrors them. Measures are pixels. */
#ifndef MAISON_UI_NODE_H
#define MAISON_UI_NODE_H

#include "ui/draw.h"
#include "ui/theme.h"

enum node_kind { NODE_BOX, NODE_TEXT, NODE_ICON, NODE_CODE };

/* How a box arranges its children. */
enum node_axis {
    AXIS_COLUMN, /* one below the other */
    AXIS_ROW,    /* side by side, start to end */
    AXIS_WRAP,   /* side by side, on as many rows as needed */
    AXIS_GRID,   /* `columns` equal columns; the cells of a row are equally high */
};

enum node_align { NODE_STRETCH, NODE_START, NODE_CENTRE, NODE_END };

struct node {
    enum node_kind kind;
    struct node *first, *last, *next;

    /* How it sits in its parent. */
    float grow; /* its share of what is left along the parent's axis */
    float min_w, min_h;
    float max_w;          /* 0: none */
    enum node_align self; /* across the parent's axis; NODE_STRETCH leaves it to the parent's `align` */

    /* A box. */
    enum node_axis axis;
    enum node_align align;   /* across the axis */
    enum node_align justify; /* along the axis, when nothing grows; NODE_STRETCH: from the start */
    float gap;
    float pad_x, pad_y;
    int columns;
    bool uniform;     /* a grid: all rows equally high */
    bool keeps_order; /* never mirrored: a keyboard, what is for a reader of the local language */
    bool may_wrap;    /* a row: goes on in a further row where its children don't fit side by side */
    bool keeps_place; /* is not there yet, but nothing moves when it comes */
    bool is_even;     /* … and then each row has as many of them, and they are as wide as that allows */
    bool scroll;      /* its children scroll; one such box in a tree */
    bool is_group;    /* its targets belong together: "1 of 10" */
    bool has_fill, has_border, thick;
    uint32_t fill, border;
    float radius;

    /* Tappable: id is not NULL. */
    const char *id;
    const char *label; /* NULL: the texts in it, in order */
    struct action action;

    /* A text or an icon. */
    const char *text; /* a text's words, an icon's name */
    bool is_heading;  /* of a text: what follows is about it */
    const char *said; /* of a text: what is said for it, where its marks mean words; NULL: the text */
    const char *lang;
    enum type_role type;
    enum font_weight weight;
    enum node_align text_align; /* START or CENTRE or END */
    uint32_t colour;
    int size;       /* pixels: type size, or the edge of an icon or code */
    int least_size; /* of type: smaller down to this rather than a word cut in two */
    int set_size;   /* the type size that it has come to, after measuring */
    const struct qr *code;
    struct str_ranges marks; /* of a text: what is highlighted */

    /* Filled by the layout. */
    float x, y, w, h;
    float content_h; /* of a scrolling box */
    bool has_gutter; /* of a scrolling box: room beside it for its buttons */
    float line;      /* of a scrolling box: nothing above this y has to be tapped; its own y without a low reach */
    const struct para *para;
    bool is_measured; /* the last answer of the measuring half, for the same room */
    float room, wanted_w, wanted_h;
};

/* Nodes appended to `parent` (NULL for a root). */
struct node *node_new(struct arena *arena, struct node *parent, enum node_kind kind);

#endif
