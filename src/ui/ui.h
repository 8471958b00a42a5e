/* The context in which a screen is built, and the widgets that it is built from. A screen adds widgets to the tree and
 * sets what is special about them; ui_finish lays the tree out and turns it into a draw list. */
#ifndef MAISON_UI_UI_H
#define MAISON_UI_UI_H

#include "text/message.h"
#include "ui/layout.h"

struct ui {
    struct arena *arena; /* of the frame */
    struct para_cache *paras;
    const struct theme *theme;
    int width, height; /* of the screen, pixels */
    const char *lang;  /* the visitor's */
    bool rtl;
    const char *pressed;       /* id of the region under the finger; NULL for none */
    const char *focus;         /* id of the region with the keyboard's focus; NULL for none */
    const size_t *spoken_text; /* the text that is being said, counted as painted; NULL: none is */
    struct str_range spoken;   /* the letters of it */
    int scroll;                /* wanted offset of the scrolling box, pixels */
    bool low_reach;            /* everything that can be tapped stands in the lower part */
    int reach;                 /* how high that part is, pixels; 0: half of the screen */
    struct node *root;         /* a column as large as the screen */
};

/* Starts a frame: sets `root`. The other fields are the caller's. */
void ui_start(struct ui *ui);

/* The buttons beside a part that scrolls: their accessible names in the visitor's language, and the kind of their
 * actions, which carry the pixels to move in `number`. */
struct ui_scroll_buttons {
    int kind;
    const char *up, *down;
};

/* Lays out and paints into *list. */
void ui_finish(struct ui *ui, struct draw_list *list, struct ui_scroll_buttons buttons);

/* Units (1/3.6 mm) to pixels; grown for what holds text or is as large as it. */
float ui_px(const struct ui *ui, float units);
float ui_grown(const struct ui *ui, float units);

/* The screen's width in units as text sees it: the larger the text, the narrower the screen. */
float ui_width_units(const struct ui *ui);

/* Height of the lower part of the screen in which all that can be tapped stands, pixels: the whole, or what a low reach
 * gets to. */
int ui_reach(const struct ui *ui);
uint32_t ui_colour(const struct ui *ui, enum colour colour);

/* An interface sentence in the visitor's language; UI_TRF fills its {placeholders} ({ "name", value }, …). */
const char *ui_tr(const struct ui *ui, const char *msgid);
#define UI_TRF(ui, msgid, ...) MESSAGE_FORMAT((ui)->arena, ui_tr((ui), (msgid)), __VA_ARGS__)

/* Boxes. */
struct node *ui_column(struct ui *ui, struct node *parent, float gap_units);
struct node *ui_row(struct ui *ui, struct node *parent, float gap_units);
struct node *ui_wrap(struct ui *ui, struct node *parent, float gap_units);
struct node *ui_grid(struct ui *ui, struct node *parent, int columns, float gap_units);
struct node *ui_card(struct ui *ui, struct node *parent); /* a column on white, rounded, with a border */
void ui_pad(struct ui *ui, struct node *node, float x_units, float y_units);
void ui_fill(struct node *node, uint32_t fill);
void ui_border(struct node *node, uint32_t border);
struct node *ui_space(struct ui *ui, struct node *parent); /* takes what is left */

/* Texts; `lang` is the text's own language. */
struct ui_text {
    enum type_role type;
    enum font_weight weight;
    enum colour colour;
};
#define UI_BODY ((struct ui_text){ TYPE_BODY, FONT_REGULAR, COLOUR_INK })
#define UI_STRONG ((struct ui_text){ TYPE_BODY, FONT_BOLD, COLOUR_INK })
#define UI_TILE ((struct ui_text){ TYPE_TILE, FONT_BOLD, COLOUR_INK })
#define UI_SMALL ((struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_MUTED })
#define UI_SMALL_STRONG ((struct ui_text){ TYPE_SMALL, FONT_BOLD, COLOUR_INK })
#define UI_H2 ((struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK })
#define UI_H1 ((struct ui_text){ TYPE_H1, FONT_BOLD, COLOUR_INK })
struct node *ui_text_in(struct ui *ui, struct node *parent, struct ui_text style, const char *lang, const char *text);
struct node *ui_text(struct ui *ui, struct node *parent, struct ui_text style,
                     const char *text); /* visitor's language */
/* The same, told as a heading to who listens. */
struct node *ui_heading(struct ui *ui, struct node *parent, struct ui_text style, const char *text);

/* Pictograms grow with the text. */
struct node *ui_icon(struct ui *ui, struct node *parent, const char *name, float size_units, uint32_t colour);

/* A QR code with its quiet zone, in whole pixels a module: as large as fits into `most_units`, and never smaller than
 * QR_MODULE_MM_MIN asks for. */
struct node *ui_code(struct ui *ui, struct node *parent, const struct qr *qr, float most_units);

/* A pictogram on a rounded square of the colour, which may be one of the pack. */
struct node *ui_badge(struct ui *ui, struct node *parent, const char *icon, uint32_t colour, float size_units);

/* Makes a node a target: at least 20 mm high and wide, pressed and focused looks. `id` is copied. */
void ui_tappable(struct ui *ui, struct node *node, const char *id, struct action action);

/* Pictogram and word; `label` may be NULL for a pictogram alone, whose accessible name is then `name`. */
enum ui_button_look { BUTTON_PLAIN, BUTTON_ACCENT, BUTTON_RED, BUTTON_CHOSEN };
struct ui_button {
    const char *id;
    const char *icon;
    const char *label;
    const char *name; /* the accessible name when it differs from the label */
    const char *lang; /* of the label; NULL: the visitor's */
    enum ui_button_look look;
    struct action action;
};
struct node *ui_button(struct ui *ui, struct node *parent, struct ui_button button);

#endif
