#include "ui/paint.h"

#include <math.h>
#include <string.h>

/* What painting carries from a box to its children. */
struct brush {
    struct ui *ui;
    struct draw_list *list;
    struct rect clip;
    float offset; /* of the scrolling part */
    bool scrolls;
    uint32_t background;
    const struct node *ordered; /* inside a box that keeps its order; NULL outside */
    const struct node *group;   /* the nearest box whose targets belong together */
    bool pressed;               /* inside the region under the finger */
};

static void paint(struct brush brush, const struct node *node);
static void paint_focus(const struct brush *brush, const struct node *node);

float paint_gutter(const struct ui *ui)
{
    return ui_px(ui, UNITS_TARGET + UNITS_GAP);
}

float paint_least(const struct ui *ui)
{
    return ui_px(ui, 2 * UNITS_TARGET + 3 * UNITS_GAP);
}

/* Edges are rounded, not sizes, so that what touches still touches. */
static struct rect to_pixels(const struct brush *brush, float x, float y, float w, float h)
{
    const struct ui *ui = brush->ui;
    const struct node *ordered = brush->ordered;
    float left = ui->rtl ? (float)ui->width - x - w : x;
    if (ui->rtl && ordered) /* the box is mirrored as a whole, what is in it keeps its distance from its left edge */
        left = (float)ui->width - ordered->x - ordered->w + (x - ordered->x);
    int x0 = (int)floorf(left + 0.5f), y0 = (int)floorf(y - brush->offset + 0.5f);
    int x1 = (int)floorf(left + w + 0.5f), y1 = (int)floorf(y - brush->offset + h + 0.5f);
    return (struct rect){ x0, y0, x1 - x0, y1 - y0 };
}

static struct rect node_rect(const struct brush *brush, const struct node *node)
{
    return to_pixels(brush, node->x, node->y, node->w, node->h);
}

static enum draw_align seen_align(const struct brush *brush, enum node_align align)
{
    if (align == NODE_CENTRE)
        return ALIGN_CENTRE;
    bool at_end = align == NODE_END;
    bool mirrored = brush->ui->rtl && !brush->ordered;
    return at_end != mirrored ? ALIGN_RIGHT : ALIGN_LEFT;
}

#define TEXT_CONTRAST 4.5 /* WCAG 2.2, 1.4.3 */

/* Light letters, as on a coloured button, are not read on the usual mark. */
static uint32_t mark_colour(const struct brush *brush, const struct draw_text *text)
{
    uint32_t usual = ui_colour(brush->ui, COLOUR_HIGHLIGHT);
    if (theme_contrast(text->colour, usual) >= TEXT_CONTRAST)
        return usual;
    return theme_pressed(brush->ui->theme, text->background);
}

/* What a visitor looked for, or hears now, on a ground of its own behind the words. */
static void paint_marks(const struct brush *brush, const struct node *node, const struct draw_command *text,
                        struct str_ranges ranges)
{
    struct ui *ui = brush->ui;
    struct para_marks marks = para_marks(ui->paras, node->para, ranges, ui->arena);
    int bleed = (int)roundf(ui_px(ui, 2));
    for (size_t i = 0; i < marks.count; i++) {
        const struct para_mark *mark = &marks.at[i];
        const struct para_line *line = &node->para->lines[mark->line];
        bool is_last = mark->line + 1 == node->para->line_count;
        float bottom = is_last ? node->para->height : line[1].top;
        float part = text->text.align == ALIGN_LEFT ? 0.0f : text->text.align == ALIGN_CENTRE ? 0.5f : 1.0f;
        float x = (float)text->rect.x + ((float)text->rect.w - line->width) * part + mark->x;
        struct draw_command command = { DRAW_BOX, { 0 }, brush->clip, { { 0 } } };
        command.rect.x = (int)floorf(x) - bleed;
        command.rect.y = text->rect.y + (int)roundf(line->top);
        command.rect.w = (int)ceilf(x + mark->width) + bleed - command.rect.x;
        command.rect.h = (int)roundf(bottom - line->top);
        command.box.has_fill = command.box.is_mark = true;
        command.box.fill = mark_colour(brush, &text->text);
        command.box.radius = (int)roundf(ui_px(ui, 6));
        draw_list_add(brush->list, command);
    }
}

/* "text/17" is the text with that number. */
static bool is_text_id(const char *id, size_t number)
{
    char wanted[DRAW_TEXT_ID_MAX];
    return strcmp(draw_text_id(wanted, number), id) == 0;
}

static void paint_text(const struct brush *brush, const struct node *node)
{
    struct draw_command command = { DRAW_TEXT, node_rect(brush, node), brush->clip, { { 0 } } };
    command.text = (struct draw_text){ node->para,   seen_align(brush, node->text_align),
                                       node->colour, brush->background,
                                       node->lang,   node->set_size,
                                       node->said,   node->is_heading };
    const struct ui *ui = brush->ui;
    size_t number = brush->list->text_count;
    if (ui->spoken_text && *ui->spoken_text == number)
        paint_marks(brush, node, &command, (struct str_ranges){ &ui->spoken, 1 });
    else if (node->marks.count > 0)
        paint_marks(brush, node, &command, node->marks);
    draw_list_add(brush->list, command);
    if (ui->focus && is_text_id(ui->focus, number))
        paint_focus(brush, node);
}

/* Pictograms that go or speak in a direction, and have no counterpart of their own. */
static bool is_directional(const char *icon)
{
    static const char *const names[] = { "logout", "record_voice_over", "directions_walk", "directions_bus",
                                         "backspace" };
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(names[i], icon) == 0)
            return true;
    }
    return false;
}

static void paint_icon(const struct brush *brush, const struct node *node)
{
    struct rect rect = node_rect(brush, node);
    rect.x += (rect.w - node->size) / 2;
    rect.y += (rect.h - node->size) / 2;
    rect.w = rect.h = node->size;
    struct draw_command command = { DRAW_ICON, rect, brush->clip, { { 0 } } };
    bool mirrored = brush->ui->rtl && !brush->ordered && is_directional(node->text);
    command.icon = (struct draw_icon){ node->text, node->colour, brush->background, mirrored };
    draw_list_add(brush->list, command);
}

static void paint_code(const struct brush *brush, const struct node *node)
{
    struct rect rect = node_rect(brush, node);
    rect.x += (rect.w - node->size) / 2;
    rect.w = rect.h = node->size;
    struct draw_command command = { DRAW_CODE, rect, brush->clip, { { 0 } } };
    command.code = (struct draw_code){ node->code, node->size / qr_edge(node->code) };
    draw_list_add(brush->list, command);
}

static void paint_box(struct brush *brush, const struct node *node)
{
    struct draw_command command = { DRAW_BOX, node_rect(brush, node), brush->clip, { { 0 } } };
    struct draw_box *box = &command.box;
    bool pressed = brush->pressed && node->id;
    if (!node->has_fill && !node->has_border && !pressed)
        return;
    box->has_fill = node->has_fill || pressed;
    box->fill = node->has_fill ? node->fill : brush->background;
    if (pressed)
        box->fill = theme_pressed(brush->ui->theme, box->fill);
    box->border = node->border;
    float thickness = ui_px(brush->ui, UNITS_LINE) * (node->thick ? 2 : 1);
    box->border_width = node->has_border ? (int)fmaxf(1, roundf(thickness)) : 0;
    box->radius = (int)roundf(node->radius);
    if (box->has_fill)
        brush->background = box->fill;
    draw_list_add(brush->list, command);
}

/* A ring of `width` pixels around the node, `away` from it. */
static void paint_ring(const struct brush *brush, const struct node *node, int away, int width, enum colour colour)
{
    struct rect rect = node_rect(brush, node);
    int out = away + width;
    rect = (struct rect){ rect.x - out, rect.y - out, rect.w + 2 * out, rect.h + 2 * out };
    struct draw_command command = { DRAW_BOX, rect, brush->clip, { { 0 } } };
    command.box.border = ui_colour(brush->ui, colour);
    command.box.border_width = width;
    command.box.radius = (int)roundf(node->radius) + out;
    draw_list_add(brush->list, command);
}

/* Around what the keyboard's focus is on, within the gap that targets keep. Of two colours, so that one of them shows
 * on whatever ground. */
static void paint_focus(const struct brush *brush, const struct node *node)
{
    int inner = (int)fmaxf(1, roundf(ui_px(brush->ui, 3)));
    int outer = (int)fmaxf(2, roundf(ui_px(brush->ui, 5)));
    paint_ring(brush, node, 0, inner, COLOUR_PAPER);
    paint_ring(brush, node, inner, outer, COLOUR_INK);
}

static size_t texts_length(const struct node *node, size_t separator)
{
    if (node->kind == NODE_TEXT)
        return strlen(node->text) + separator;
    size_t length = 0;
    for (const struct node *child = node->first; child; child = child->next)
        length += texts_length(child, separator);
    return length;
}

static void join_texts(char *out, const struct node *node, const char *separator)
{
    if (node->kind == NODE_TEXT && node->text[0]) {
        if (out[0])
            strcat(out, separator);
        strcat(out, node->text);
    }
    for (const struct node *child = node->first; child; child = child->next)
        join_texts(out, child, separator);
}

/* The accessible name: what is given, else the words that the target shows. */
static const char *region_label(const struct brush *brush, const struct node *node)
{
    if (node->label)
        return node->label;
    /* Translators: stands between the parts of a button's name when it is read aloud: "Health, See a doctor". */
    const char *separator = ui_tr(brush->ui, N_(", "));
    char *label = arena_alloc(brush->ui->arena, texts_length(node, strlen(separator)) + 1);
    join_texts(label, node, separator);
    return label;
}

static void record_region(const struct brush *brush, const struct node *node)
{
    struct rect rect = node_rect(brush, node);
    struct rect shown = rect_intersection(rect, brush->clip);
    draw_list_add_region(brush->list, (struct tap_region){ .id = node->id,
                                                           .label = region_label(brush, node),
                                                           .lang = node->lang ? node->lang : brush->ui->lang,
                                                           .rtl = brush->ui->rtl,
                                                           .is_named = node->label != NULL,
                                                           .visible = shown.w > 0,
                                                           .scrolls = brush->scrolls,
                                                           .rect = rect,
                                                           .shown = shown,
                                                           .action = node->action,
                                                           .first = brush->list->command_count,
                                                           .group = brush->group });
}

static int clamp(int value, int most)
{
    value = value > most ? most : value;
    return value < 0 ? 0 : value;
}

static struct brush enter_scroll(struct brush brush, const struct node *node)
{
    struct scroll_area *scroll = &brush.list->scroll;
    scroll->present = true;
    scroll->view = node_rect(&brush, node);
    scroll->content_height = (int)ceilf(node->content_h);
    scroll->line = (int)floorf(node->line + 0.5f);
    scroll->offset = clamp(brush.ui->scroll, scroll->content_height - scroll->view.h);
    brush.clip = rect_intersection(brush.clip, scroll->view);
    brush.offset = (float)scroll->offset;
    scroll->first = brush.list->command_count;
    brush.scrolls = true;
    return brush;
}

static void paint_children(struct brush brush, const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next)
        paint(brush, child);
}

static void paint(struct brush brush, const struct node *node)
{
    if (node->keeps_place)
        return;
    if (node->kind == NODE_TEXT) {
        paint_text(&brush, node);
        return;
    }
    if (node->kind == NODE_ICON) {
        paint_icon(&brush, node);
        return;
    }
    if (node->kind == NODE_CODE) {
        paint_code(&brush, node);
        return;
    }
    size_t region = brush.list->region_count;
    if (node->id) {
        brush.pressed = brush.ui->pressed && strcmp(brush.ui->pressed, node->id) == 0;
        record_region(&brush, node);
    }
    paint_box(&brush, node);
    if (node->keeps_order)
        brush.ordered = node;
    if (node->is_group || node->scroll)
        brush.group = node;
    paint_children(node->scroll ? enter_scroll(brush, node) : brush, node);
    if (node->id)
        brush.list->regions[region].end = brush.list->command_count;
    if (node->scroll)
        brush.list->scroll.end = brush.list->command_count;
    if (node->id && brush.ui->focus && strcmp(brush.ui->focus, node->id) == 0)
        paint_focus(&brush, node);
}

static const struct node *find_scroll(const struct node *node)
{
    if (node->scroll)
        return node;
    for (const struct node *child = node->first; child; child = child->next) {
        const struct node *found = find_scroll(child);
        if (found)
            return found;
    }
    return NULL;
}

/* One of the two; `name` is its accessible name. */
static void paint_scroll_button(const struct brush *brush, const struct node *area, float y, struct ui_button button)
{
    struct ui *ui = brush->ui;
    float edge = ui_px(ui, UNITS_TARGET);
    struct node *node = ui_button(ui, NULL, button);
    node->x = area->x + area->w - ui_px(ui, UNITS_MARGIN) - edge;
    node->y = y;
    node->w = node->h = edge;
    struct node *icon = node->first;
    icon->w = icon->h = (float)icon->size;
    icon->x = node->x + (edge - icon->w) / 2;
    icon->y = y + (edge - icon->h) / 2;
    paint(*brush, node);
}

static void paint_thumb(const struct brush *brush, float x, float y, float room)
{
    const struct scroll_area *scroll = &brush->list->scroll;
    int most = scroll->content_height - scroll->view.h;
    struct node thumb = { .kind = NODE_BOX, .has_fill = true, .fill = ui_colour(brush->ui, COLOUR_MUTED) };
    thumb.w = ui_px(brush->ui, 8);
    thumb.h = fmaxf(4 * thumb.w, room * (float)scroll->view.h / (float)scroll->content_height);
    thumb.radius = thumb.w / 2;
    thumb.x = x - thumb.w / 2;
    thumb.y = y + (room - thumb.h) * (float)scroll->offset / (float)most;
    paint(*brush, &thumb);
}

/* Whoever can't flick taps: a button that has nowhere to go is not shown. Between them stands how far one is. */
static void paint_scroll_controls(struct brush brush, const struct node *area, const struct ui_scroll_buttons *buttons)
{
    const struct scroll_area *scroll = &brush.list->scroll;
    /* With a low reach a step is as long as the part below the line: what a longer one jumps over would stop above it.
     */
    int step = (scroll->view.y + scroll->view.h - scroll->line) * 4 / 5;
    float edge = ui_px(brush.ui, UNITS_TARGET), gap = ui_px(brush.ui, UNITS_GAP);
    struct ui_button up = {
        .id = "scroll-up", .icon = "keyboard_arrow_up", .name = buttons->up, .action = { buttons->kind, NULL, -step }
    };
    struct ui_button down = { .id = "scroll-down",
                              .icon = "keyboard_arrow_down",
                              .name = buttons->down,
                              .action = { buttons->kind, NULL, step } };
    if (scroll->offset > 0)
        paint_scroll_button(&brush, area, area->line + gap, up);
    if (scroll->offset < scroll->content_height - scroll->view.h)
        paint_scroll_button(&brush, area, area->y + area->h - gap - edge, down);
    float room = area->y + area->h - area->line - 4 * gap - 2 * edge;
    if (room > edge)
        paint_thumb(&brush, area->x + area->w - ui_px(brush.ui, UNITS_MARGIN) - edge / 2, area->line + 2 * gap + edge,
                    room);
}

void paint_tree(struct ui *ui, struct draw_list *list, const struct ui_scroll_buttons *buttons)
{
    struct brush brush = { .ui = ui, .list = list, .clip = { 0, 0, ui->width, ui->height } };
    brush.background = list->background;
    paint(brush, ui->root);
    const struct node *area = find_scroll(ui->root);
    if (area && area->has_gutter)
        paint_scroll_controls(brush, area, buttons);
}
