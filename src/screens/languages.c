#include "screens/parts.h"
#include "screens/screens.h"

/* The resting screen. Whoever comes must find their language by sight alone: each name in its own script, in the kiosk's
 * order, and a greeting that goes through them. */

/* Who greets: the visitor's language once there is one, else each in turn. */
static const struct locale *greeting_locale(const struct model *model)
{
    if (model->lang[0])
        return model_locale(model, model->lang);
    size_t index = (size_t)model->greeting;
    return &model->kiosk->languages[index < model->kiosk->language_count ? index : 0];
}

static void greeting(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct locale *locale = greeting_locale(model);
    struct node *row = ui_row(ui, parent, UNITS_GAP);
    struct node *words = ui_column(ui, row, 4);
    words->grow = 1;
    bool at_end = locale->rtl != ui->rtl;
    /* Translators: the greeting on the first screen. */
    struct node *welcome = ui_text_in(ui, words, UI_H1, locale->tag, message_get(locale->tag, N_("Welcome")));
    struct ui_text sub = { TYPE_TILE, FONT_REGULAR, COLOUR_INK };
    struct node *choose = ui_text_in(ui, words, sub, locale->tag, message_get(locale->tag, N_("Choose your language")));
    welcome->text_align = choose->text_align = at_end ? NODE_END : NODE_START;
    ui_icon(ui, row, "translate", 112, ui_colour(ui, COLOUR_ACCENT));
}

/* So few that large tiles in the middle read better than a full grid. */
#define FEW_LANGUAGES 9

static void language_tile(struct ui *ui, struct node *grid, const struct locale *locale, bool chosen, bool large)
{
    struct node *tile = ui_row(ui, grid, 12);
    ui_pad(ui, tile, 20, 20);
    ui_fill(tile, ui_colour(ui, chosen ? COLOUR_TINT : COLOUR_CARD));
    ui_border(tile, ui_colour(ui, chosen ? COLOUR_ACCENT : COLOUR_LINE));
    tile->radius = ui_px(ui, UNITS_CARD_RADIUS);
    tile->justify = NODE_CENTRE;
    tile->lang = locale->tag;
    tile->label = locale->name;
    ui_tappable(ui, tile, arena_printf(ui->arena, "lang/%s", locale->tag),
                (struct action){ ACT_CHOOSE_LANGUAGE, locale->tag, 0 });
    tile->min_h = ui_px(ui, large ? 220 : 116);
    struct ui_text name = { large ? TYPE_H1 : TYPE_H2, FONT_BOLD, COLOUR_INK };
    struct node *text = ui_text_in(ui, tile, name, locale->tag, locale->name);
    text->text_align = NODE_CENTRE;
}

/* Few languages get large tiles, many get as many columns as fit. */
static int grid_columns(const struct ui *ui, size_t count)
{
    float room = ui_width_units(ui) - 2 * UNITS_MARGIN;
    int fit = (int)((room + UNITS_GAP) / (280 + UNITS_GAP));
    int few = parts_is_wide(ui) ? 3 : 2;
    fit = fit < 1 ? 1 : fit;
    return count <= FEW_LANGUAGES && fit > few ? few : fit;
}

static void bottom(struct ui *ui, const struct model *model)
{
    struct node *bar = parts_bar(ui, false);
    const char *back = ui_tr(ui, N_("Back"));
    const char *about = ui_tr(ui, N_("About this kiosk"));
    if (model->depth > 1)
        ui_button(ui, bar, (struct ui_button){ .id = "back",
                                               .icon = ui->rtl ? "arrow_forward" : "arrow_back",
                                               .label = back,
                                               .action = { ACT_BACK, NULL, 0 } });
    else
        ui_button(ui, bar, (struct ui_button){ .id = "about",
                                               .icon = "info",
                                               .name = about,
                                               .action = { ACT_ABOUT, NULL, 0 } });
    struct node *notes = ui_column(ui, bar, 0);
    notes->grow = 1;
    const struct kiosk *kiosk = model->kiosk;
    ui_text_in(ui, notes, UI_SMALL_STRONG, kiosk->source_lang, kiosk->here.name);
    if (kiosk->sample)
        ui_text(ui, notes, UI_SMALL, ui_tr(ui, N_("Sample pack, not checked by the city")));
    if (kiosk->preview)
        ui_text(ui, notes, UI_SMALL, ui_tr(ui, N_("Preview: this pack is not signed")));
    parts_emergency_button(ui, bar, model, !model->lang[0]);
}

void screen_languages(struct ui *ui, const struct model *model)
{
    const struct kiosk *kiosk = model->kiosk;
    struct node *head = ui_column(ui, ui->root, 0);
    ui_pad(ui, head, UNITS_MARGIN, 36);
    greeting(ui, head, model);
    struct node *content = parts_content(ui);
    content->pad_y = ui_px(ui, 12);
    struct node *grid = ui_grid(ui, content, grid_columns(ui, kiosk->language_count), UNITS_GAP);
    bool few = kiosk->language_count <= FEW_LANGUAGES;
    grid->uniform = true;
    grid->grow = few ? 0 : 1;
    content->justify = NODE_CENTRE;
    for (size_t i = 0; i < kiosk->language_count; i++) {
        const struct locale *locale = &kiosk->languages[i];
        language_tile(ui, grid, locale, str_eq_c(str_of(locale->tag), model->lang), few);
    }
    bottom(ui, model);
}
