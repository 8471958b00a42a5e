#include "screens/print.h"

#include "screens/parts.h"
#include "screens/print_parts.h"
#include "screens/staff.h"
#include "text/format.h"

#include <math.h>

/* Letters on paper are read from nearer than those of a screen: at a scale of one half, body text is 12 points high. A
 * page that is too long for that is set smaller, down to 8 points. */
static const float scales[] = { 0.50f, 0.45f, 0.40f, 0.36f, 0.33f };

static struct theme paper_theme(float dots_per_mm, float scale)
{
    struct theme theme = theme_of(dots_per_mm * scale, (struct look){ 0 });
    for (enum colour colour = 0; colour < COLOUR_COUNT; colour++)
        theme.colours[colour] = 0x000000;
    theme.colours[COLOUR_PAPER] = theme.colours[COLOUR_CARD] = theme.colours[COLOUR_TINT] = 0xFFFFFF;
    theme.colours[COLOUR_ON_ACCENT] = theme.colours[COLOUR_HIGHLIGHT] = 0xFFFFFF;
    return theme;
}

/* The screen that shows what is to be printed: what is taken along came from one. */
static enum screen_id subject(const struct model *model)
{
    enum screen_id screen = model_screen(model);
    if (screen != SCREEN_TAKE_AWAY)
        return screen;
    return model_place_const(model)->id[0] ? SCREEN_SERVICE : SCREEN_FIRST_DAYS;
}

bool print_can(const struct model *model)
{
    enum screen_id screen = subject(model);
    if (screen == SCREEN_STAFF)
        return model->kiosk->staff->is_open;
    return screen == SCREEN_SERVICE || screen == SCREEN_PAGE || screen == SCREEN_FIRST_DAYS;
}

static void fill(struct ui *ui, struct node *column, const struct model *model)
{
    enum screen_id screen = subject(model);
    if (screen == SCREEN_SERVICE)
        print_service(ui, column, model);
    else if (screen == SCREEN_PAGE)
        print_guide_page(ui, column, model);
    else if (screen == SCREEN_STAFF)
        print_staff(ui, column, model);
    else
        print_steps(ui, column, model);
}

/* Where the paper comes from, and that it may be out of date one day. */
static void foot(struct ui *ui, struct node *column, const struct model *model)
{
    const char *local = model->kiosk->source_lang;
    struct node *line = ui_column(ui, column, 0);
    line->min_h = ui_px(ui, UNITS_LINE);
    ui_fill(line, ui_colour(ui, COLOUR_LINE));
    ui_text_in(ui, column, UI_SMALL, local, model->kiosk->here.name);
    ui_text(ui, column, UI_SMALL,
            UI_TRF(ui, N_("Printed on {date}"), { "date", format_date(ui->arena, ui->lang, model->now) }));
}

static int lowest_edge(const struct draw_list *list)
{
    int lowest = 0;
    for (size_t i = 0; i < list->command_count; i++) {
        const struct rect *rect = &list->commands[i].rect;
        if (list->commands[i].kind != DRAW_BOX && rect->y + rect->h > lowest)
            lowest = rect->y + rect->h;
    }
    return lowest;
}

static int draw_at(struct ui *ui, const struct model *model, const struct print_page *page, const struct theme *theme,
                   struct draw_list *list)
{
    ui->theme = theme;
    ui_start(ui);
    ui->root->pad_x = ui->root->pad_y = (float)page->margin;
    struct node *column = ui_column(ui, ui->root, 20);
    fill(ui, column, model);
    foot(ui, column, model);
    ui_finish(ui, list, (struct ui_scroll_buttons){ 0 });
    return lowest_edge(list) + page->margin;
}

int print_draw(struct ui *ui, const struct model *model, const struct print_page *page, struct draw_list *list)
{
    int height = 0;
    ui->lang = model_lang(model);
    ui->rtl = model_locale(model, ui->lang)->rtl;
    ui->width = page->width;
    ui->height = page->height > 0 ? page->height : PRINT_HEIGHT_MAX;
    for (size_t i = 0; i < COUNT(scales); i++) {
        struct theme *theme = ARENA_NEW(ui->arena, struct theme);
        *theme = paper_theme(page->dots_per_mm, scales[i]);
        height = draw_at(ui, model, page, theme, list);
        if (height <= ui->height)
            break;
    }
    return height < ui->height ? height : ui->height;
}
