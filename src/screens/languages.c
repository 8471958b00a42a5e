#include "screens/parts.h"
#include "screens/screens.h"

/* The resting screen. Whoever comes must find their language by sight alone: each name in its own script, in the
 * kiosk's order, and a greeting that goes through them. */

/* Who greets: the visitor's language once there is one, else each in turn. */
static const struct locale *greeting_locale(const struct model *model)
{
    if (model->lang[0])
        return model_locale(model, model->lang);
    size_t index = (size_t)model->greeting;
    return &model->kiosk->languages[index < model->kiosk->language_count ? index : 0];
}

#define GREETING_HEIGHT 150.0f

static void greeting(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct locale *locale = greeting_locale(model);
    struct node *row = ui_row(ui, parent, UNITS_GAP);
    struct node *words = ui_column(ui, row, 4);
    words->grow = 1;
    words->min_h =
        ui_grown(ui, GREETING_HEIGHT); /* the tallest script's, so that no tile moves when the greeting does */
    bool at_end = locale->rtl != ui->rtl;
    /* Translators: the greeting on the first screen. */
    struct node *welcome = ui_text_in(ui, words, UI_H1, locale->tag, message_get(locale->tag, N_("Welcome")));
    struct ui_text sub = { TYPE_TILE, FONT_REGULAR, COLOUR_INK };
    struct node *choose = ui_text_in(ui, words, sub, locale->tag, message_get(locale->tag, N_("Choose your language")));
    welcome->text_align = choose->text_align = at_end ? NODE_END : NODE_START;
}

#define LARGE_TILE_WIDTH 360.0f /* in units */
#define LARGE_TILE_HEIGHT 220.0f

#define SPEAKER_GAP 11.0f /* 3 mm: the two are targets of their own */

struct tiles {
    int columns;
    bool large;
    bool greet; /* there is room for a speaker beside the name */
};

/* The name as it is tapped. Beside or below it a speaker says welcome, for who can't read it. */
static void language_name(struct ui *ui, struct node *tile, const struct locale *locale, bool chosen, bool large)
{
    struct node *button = ui_row(ui, tile, 12);
    ui_pad(ui, button, 10, 10);
    ui_fill(button, ui_colour(ui, chosen ? COLOUR_TINT : COLOUR_CARD));
    ui_border(button, ui_colour(ui, chosen ? COLOUR_ACCENT : COLOUR_EDGE));
    button->thick = chosen;
    button->justify = NODE_CENTRE;
    button->radius = ui_px(ui, UNITS_CARD_RADIUS);
    button->lang = locale->tag;
    button->label = locale->name;
    button->grow = 1;
    ui_tappable(ui, button, arena_printf(ui->arena, "lang/%s", locale->tag),
                (struct action){ ACT_CHOOSE_LANGUAGE, locale->tag, 0 });
    struct ui_text name = { large ? TYPE_H1 : TYPE_H2, FONT_BOLD, COLOUR_INK };
    struct node *text = ui_text_in(ui, button, name, locale->tag, locale->name);
    text->text_align = NODE_CENTRE;
    text->grow = 1;
    if (chosen && large) /* a small tile has no room for a tick beside the name: its border is thick */
        ui_icon(ui, button, "check", 40, ui_colour(ui, COLOUR_ACCENT));
}

static void speaker(struct ui *ui, struct node *tile, const struct locale *locale)
{
    struct node *alone = ui_column(ui, tile, 0); /* not one of the names that are counted */
    alone->is_group = true;
    struct node *button = ui_row(ui, alone, 0);
    button->justify = NODE_CENTRE;
    button->grow = 1;
    button->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_fill(button, ui_colour(ui, COLOUR_TINT));
    ui_border(button, ui_colour(ui, COLOUR_EDGE));
    button->lang = locale->tag;
    button->label = message_get(locale->tag, N_("Welcome"));
    ui_tappable(ui, button, arena_printf(ui->arena, "greet/%s", locale->tag),
                (struct action){ ACT_GREET, locale->tag, 0 });
    ui_icon(ui, button, "volume_up", 40, ui_colour(ui, COLOUR_ACCENT));
}

static void language_tile(struct ui *ui, struct node *grid, const struct locale *locale, bool chosen, bool large,
                          bool greets)
{
    struct node *tile = large ? ui_column(ui, grid, SPEAKER_GAP) : ui_row(ui, grid, SPEAKER_GAP);
    tile->min_h = large ? ui_grown(ui, LARGE_TILE_HEIGHT) : ui_px(ui, UNITS_TARGET);
    tile->align = NODE_STRETCH;
    language_name(ui, tile, locale, chosen, large);
    if (greets)
        speaker(ui, tile, locale);
}

#define TILE_WIDTH 280.0f       /* at least, in units */
#define TILE_WIDTH_TIGHT 230.0f /* where not all names would show at once */
#define TILE_ROW 114.0f         /* about what a row takes */
#define BESIDE_THE_GRID 510.0f  /* bars, greeting and margins, about */

static int columns_that_fit(const struct ui *ui, float tile)
{
    float room = ui_width_units(ui) - 2 * UNITS_MARGIN;
    int fit = (int)((room + UNITS_GAP) / (tile + UNITS_GAP));
    return fit < 1 ? 1 : fit;
}

static float grid_height(size_t count, int columns, float row)
{
    int rows = ((int)count + columns - 1) / columns;
    return (float)rows * (row + UNITS_GAP);
}

/* Few languages get large tiles in the middle, many a grid that fills the screen; no name should hide behind a scroll.
 */
static struct tiles choose_tiles(const struct ui *ui, size_t count)
{
    float height = (float)ui_reach(ui) / ui_grown(ui, 1) - BESIDE_THE_GRID;
    int most = columns_that_fit(ui, LARGE_TILE_WIDTH);
    for (int columns = ui->width > ui->height ? 3 : 1; columns <= most; columns++) {
        if (grid_height(count, columns, LARGE_TILE_HEIGHT) <= height)
            return (struct tiles){ columns, true, true };
    }
    int fit = columns_that_fit(ui, TILE_WIDTH);
    bool tight = grid_height(count, fit, TILE_ROW) > height;
    return (struct tiles){ tight ? columns_that_fit(ui, TILE_WIDTH_TIGHT) : fit, false, !tight };
}

/* Emergency stands where it does on every screen. */
static void top(struct ui *ui, const struct model *model)
{
    struct node *bar = parts_bar(ui, true);
    ui_icon(ui, bar, "translate", 60, ui_colour(ui, COLOUR_ACCENT));
    struct node *name = ui_text_in(ui, bar, UI_STRONG, model->kiosk->source_lang, model->kiosk->here.name);
    name->grow = 1;
    parts_emergency_button(ui, bar, model, !model->lang[0] || parts_top_is_short(ui, model));
}

/* In the language of the greeting, so that each reader's turn comes. */
static void notes(struct ui *ui, struct node *parent, const struct model *model)
{
    const char *lang = model->lang[0] ? ui->lang : greeting_locale(model)->tag;
    struct node *column = ui_column(ui, parent, 0);
    column->grow = 1;
    if (model->kiosk->sample)
        ui_text_in(ui, column, UI_SMALL, lang, message_get(lang, N_("Sample content, not checked by the city")));
    if (model->kiosk->preview)
        ui_text_in(ui, column, UI_SMALL, lang, message_get(lang, N_("Preview: this pack is not signed")));
}

static void bottom(struct ui *ui, const struct model *model)
{
    struct node *bar = parts_bar(ui, false);
    struct parts_brief brief = parts_brief(ui, model);
    if (model->depth > 1)
        parts_back_button(ui, bar, brief.signs);
    else
        ui_button(ui, bar,
                  (struct ui_button){ .id = "about",
                                      .icon = "info",
                                      .name = ui_tr(ui, N_("About this kiosk")),
                                      .action = { ACT_ABOUT, NULL, 0 } });
    if (model_is_visited(model))
        ui_space(ui, bar); /* Display stands where it does on every screen */
    parts_display_button(ui, bar, model, !model->lang[0] || brief.signs);
    if (!model_is_visited(model))
        notes(ui, bar, model);
    parts_finish_button(ui, bar, model, brief.finish);
}

void screen_languages(struct ui *ui, const struct model *model)
{
    const struct kiosk *kiosk = model->kiosk;
    struct tiles tiles = choose_tiles(ui, kiosk->language_count);
    top(ui, model);
    struct node *content = parts_content(ui);
    content->justify = NODE_CENTRE;
    parts_hint(ui, content, model);
    greeting(ui, content, model);
    struct node *grid = ui_grid(ui, content, tiles.columns, UNITS_GAP);
    grid->uniform = true;
    grid->grow = tiles.large ? 0 : 1;
    for (size_t i = 0; i < kiosk->language_count; i++) {
        const struct locale *locale = &kiosk->languages[i];
        language_tile(ui, grid, locale, str_eq_c(str_of(locale->tag), model->lang), tiles.large,
                      tiles.greet && kiosk->has_greeting && kiosk->has_greeting[i]);
    }
    bottom(ui, model);
}
