#include "ui/ui.h"

#include "ui/paint.h"

#include <math.h>
#include <string.h>

void ui_start(struct ui *ui)
{
    ui->root = node_new(ui->arena, NULL, NODE_BOX);
}

/* What stands above the scrolling part goes below it, and keeps its order there. */
static void lower_bars(struct node *root)
{
    struct node *above = root->first, *last = NULL, *scroll = root->first;
    while (scroll && !scroll->scroll) {
        last = scroll;
        scroll = scroll->next;
    }
    if (!scroll || !last)
        return;
    last->next = scroll->next;
    scroll->next = above;
    root->first = scroll;
    if (root->last == scroll)
        root->last = last;
}

int ui_reach(const struct ui *ui)
{
    if (!ui->low_reach)
        return ui->height;
    int reach = ui->reach > 0 ? ui->reach : ui->height / 2;
    return reach < ui->height ? reach : ui->height;
}

void ui_finish(struct ui *ui, struct draw_list *list, struct ui_scroll_buttons buttons)
{
    draw_list_init(list, ui->arena);
    list->background = ui_colour(ui, COLOUR_PAPER);
    if (ui->low_reach)
        lower_bars(ui->root);
    layout_tree(ui->root, ui->paras, (float)ui->width, (float)ui->height,
                (struct layout_scroll){
                    .gutter = paint_gutter(ui), .line = (float)(ui->height - ui_reach(ui)), .least = paint_least(ui) });
    paint_tree(ui, list, &buttons);
}

float ui_px(const struct ui *ui, float units)
{
    return units * ui->theme->unit;
}

float ui_grown(const struct ui *ui, float units)
{
    return ui_px(ui, units) * ui->theme->growth;
}

float ui_width_units(const struct ui *ui)
{
    return (float)ui->width / ui_grown(ui, 1);
}

uint32_t ui_colour(const struct ui *ui, enum colour colour)
{
    return ui->theme->colours[colour];
}

const char *ui_tr(const struct ui *ui, const char *msgid)
{
    return message_get(ui->lang, msgid);
}

static struct node *box(struct ui *ui, struct node *parent, enum node_axis axis, float gap_units)
{
    struct node *node = node_new(ui->arena, parent, NODE_BOX);
    node->axis = axis;
    node->gap = ui_px(ui, gap_units);
    return node;
}

struct node *ui_column(struct ui *ui, struct node *parent, float gap_units)
{
    return box(ui, parent, AXIS_COLUMN, gap_units);
}

struct node *ui_row(struct ui *ui, struct node *parent, float gap_units)
{
    struct node *row = box(ui, parent, AXIS_ROW, gap_units);
    row->align = NODE_CENTRE;
    return row;
}

struct node *ui_wrap(struct ui *ui, struct node *parent, float gap_units)
{
    struct node *wrap = box(ui, parent, AXIS_WRAP, gap_units);
    wrap->is_group = true;
    return wrap;
}

struct node *ui_grid(struct ui *ui, struct node *parent, int columns, float gap_units)
{
    struct node *grid = box(ui, parent, AXIS_GRID, gap_units);
    grid->columns = columns;
    grid->is_group = true;
    return grid;
}

struct node *ui_card(struct ui *ui, struct node *parent)
{
    struct node *card = ui_column(ui, parent, 10);
    ui_pad(ui, card, 36, 28);
    ui_fill(card, ui_colour(ui, COLOUR_CARD));
    ui_border(card, ui_colour(ui, COLOUR_LINE));
    card->radius = ui_px(ui, UNITS_CARD_RADIUS);
    card->is_group = true;
    return card;
}

void ui_pad(struct ui *ui, struct node *node, float x_units, float y_units)
{
    node->pad_x = ui_px(ui, x_units);
    node->pad_y = ui_px(ui, y_units);
}

void ui_fill(struct node *node, uint32_t fill)
{
    node->has_fill = true;
    node->fill = fill;
}

void ui_border(struct node *node, uint32_t border)
{
    node->has_border = true;
    node->border = border;
}

struct node *ui_space(struct ui *ui, struct node *parent)
{
    struct node *node = ui_column(ui, parent, 0);
    node->grow = 1;
    return node;
}

struct node *ui_text_in(struct ui *ui, struct node *parent, struct ui_text style, const char *lang, const char *text)
{
    struct node *node = node_new(ui->arena, parent, NODE_TEXT);
    node->text = text ? text : "";
    node->lang = lang;
    node->type = style.type;
    node->weight = style.weight;
    node->size = theme_type_size(ui->theme, style.type);
    node->least_size = theme_type_size(ui->theme, style.type > TYPE_BODY ? TYPE_BODY : TYPE_SMALL);
    node->colour = ui_colour(ui, style.colour);
    node->text_align = NODE_START;
    return node;
}

struct node *ui_text(struct ui *ui, struct node *parent, struct ui_text style, const char *text)
{
    return ui_text_in(ui, parent, style, ui->lang, text);
}

struct node *ui_heading(struct ui *ui, struct node *parent, struct ui_text style, const char *text)
{
    struct node *node = ui_text(ui, parent, style, text);
    node->is_heading = true;
    return node;
}

struct node *ui_icon(struct ui *ui, struct node *parent, const char *name, float size_units, uint32_t colour)
{
    struct node *node = node_new(ui->arena, parent, NODE_ICON);
    node->text = name;
    node->size = (int)(ui_grown(ui, size_units) + 0.5f);
    node->min_w = node->min_h = (float)node->size;
    node->colour = colour;
    return node;
}

struct node *ui_code(struct ui *ui, struct node *parent, const struct qr *qr, float most_units)
{
    int edge = qr_edge(qr);
    int least = (int)ceilf(ui_px(ui, QR_MODULE_MM_MIN * THEME_UNITS_PER_MM));
    int module = (int)(ui_px(ui, most_units) / (float)edge);
    struct node *node = node_new(ui->arena, parent, NODE_CODE);
    node->code = qr;
    node->size = edge * (module > least ? module : least);
    return node;
}

struct node *ui_badge(struct ui *ui, struct node *parent, const char *icon, uint32_t colour, float size_units)
{
    struct node *badge = ui_column(ui, parent, 0);
    badge->min_w = badge->max_w = badge->min_h = ui_grown(ui, size_units);
    badge->self = NODE_CENTRE;
    badge->align = badge->justify = NODE_CENTRE;
    badge->radius = ui_px(ui, UNITS_RADIUS);
    ui_fill(badge, theme_ground(ui->theme, colour));
    ui_icon(ui, badge, icon, size_units * 0.58f, ui_colour(ui, COLOUR_ON_ACCENT));
    return badge;
}

void ui_tappable(struct ui *ui, struct node *node, const char *id, struct action action)
{
    float target = ui_px(ui, UNITS_TARGET);
    node->id = arena_strdup(ui->arena, id);
    node->action = action;
    if (node->min_w < target)
        node->min_w = target;
    if (node->min_h < target)
        node->min_h = target;
}

/* How each look is coloured: fill, border, and what stands on it. */
static const struct {
    enum colour fill, border, text;
} looks[] = {
    [BUTTON_PLAIN] = { COLOUR_CARD, COLOUR_EDGE, COLOUR_INK },
    [BUTTON_ACCENT] = { COLOUR_ACCENT, COLOUR_ACCENT, COLOUR_ON_ACCENT },
    [BUTTON_RED] = { COLOUR_RED, COLOUR_RED, COLOUR_ON_ACCENT },
    [BUTTON_CHOSEN] = { COLOUR_TINT, COLOUR_ACCENT, COLOUR_ACCENT },
};

struct node *ui_button(struct ui *ui, struct node *parent, struct ui_button button)
{
    struct node *row = ui_row(ui, parent, 16);
    row->justify = NODE_CENTRE;
    row->radius = ui_px(ui, UNITS_RADIUS);
    ui_pad(ui, row, button.label ? 26 : 14, 12);
    ui_fill(row, ui_colour(ui, looks[button.look].fill));
    ui_border(row, ui_colour(ui, looks[button.look].border));
    ui_tappable(ui, row, button.id, button.action);
    row->label = button.name;
    row->lang = button.lang;
    uint32_t colour = ui_colour(ui, looks[button.look].text);
    if (button.icon)
        ui_icon(ui, row, button.icon, 36, colour);
    if (button.label) {
        struct node *text = ui_text_in(ui, row, UI_STRONG, button.lang ? button.lang : ui->lang, button.label);
        text->colour = colour;
    }
    return row;
}
