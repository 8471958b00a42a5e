#include "screens/parts.h"

struct node *parts_content(struct ui *ui)
{
    struct node *content = ui_column(ui, ui->root, 28);
    ui_pad(ui, content, UNITS_MARGIN, 36);
    content->grow = 1;
    content->scroll = true;
    return content;
}

struct node *parts_bar(struct ui *ui, bool top)
{
    struct node *line = NULL;
    if (!top) {
        line = ui_column(ui, ui->root, 0);
        line->min_h = ui_px(ui, UNITS_LINE);
        ui_fill(line, ui_colour(ui, COLOUR_LINE));
    }
    struct node *bar = ui_row(ui, ui->root, UNITS_GAP);
    bar->may_wrap = true;
    ui_pad(ui, bar, UNITS_MARGIN, UNITS_BAR_PAD);
    ui_fill(bar, ui_colour(ui, COLOUR_CARD));
    if (top) {
        line = ui_column(ui, ui->root, 0);
        line->min_h = ui_px(ui, UNITS_LINE);
        ui_fill(line, ui_colour(ui, COLOUR_LINE));
    }
    return bar;
}

void parts_emergency_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    const char *number = model->kiosk->emergency_number;
    const char *name = ui_tr(ui, N_("Emergency"));
    if (number)
        /* Translators: the button that opens the emergency numbers; {number} is the first of them, such as 112. */
        name = UI_TRF(ui, N_("Emergency {number}"), { "number", number });
    ui_button(ui, bar, (struct ui_button){ .id = "emergency",
                                           .icon = "call",
                                           .label = short_form && number ? number : name,
                                           .name = name,
                                           .look = BUTTON_RED,
                                           .action = { ACT_EMERGENCY, NULL, 0 } });
}

static void home_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (!model->lang[0])
        return;
    const char *name = ui_tr(ui, N_("Home"));
    ui_button(ui, bar, (struct ui_button){ .id = "home",
                                           .icon = "home",
                                           .label = short_form ? NULL : name,
                                           .name = name,
                                           .action = { ACT_HOME, NULL, 0 } });
}

/* The button shows the language's own name, so that it is found by someone who can't read the present one. */
void parts_language_button(struct ui *ui, struct node *bar, const struct model *model)
{
    const struct locale *locale = model_locale(model, model_lang(model));
    ui_button(ui, bar, (struct ui_button){ .id = "language",
                                           .icon = "translate",
                                           .label = locale->name,
                                           .lang = locale->tag,
                                           .action = { ACT_LANGUAGES, NULL, 0 } });
}

static void fill_top(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    home_button(ui, bar, model, short_form);
    ui_space(ui, bar);
    parts_language_button(ui, bar, model);
    parts_emergency_button(ui, bar, model, short_form);
}

/* Where the whole words don't fit side by side, pictogram and number stand alone. */
static bool top_is_short(struct ui *ui, const struct model *model)
{
    struct node trial = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    fill_top(ui, &trial, model, false);
    return layout_natural_width(&trial, ui->paras) > (float)ui->width - 2 * ui_px(ui, UNITS_MARGIN);
}

static void top_bar(struct ui *ui, const struct model *model)
{
    fill_top(ui, parts_bar(ui, true), model, top_is_short(ui, model));
}

float parts_emergency_width(struct ui *ui, const struct model *model)
{
    struct node trial = { .axis = AXIS_ROW };
    parts_emergency_button(ui, &trial, model, top_is_short(ui, model));
    return layout_natural_width(&trial, ui->paras);
}

void parts_back_button(struct ui *ui, struct node *bar)
{
    ui_button(ui, bar, (struct ui_button){ .id = "back",
                                           .icon = ui->rtl ? "arrow_forward" : "arrow_back",
                                           .label = ui_tr(ui, N_("Back")),
                                           .action = { ACT_BACK, NULL, 0 } });
}

void parts_finish_button(struct ui *ui, struct node *bar, const struct model *model)
{
    if (!model_is_visited(model))
        return;
    ui_button(ui, bar, (struct ui_button){ .id = "finish",
                                           .icon = "logout",
                                           /* Translators: ends the visit and forgets everything that was chosen. */
                                           .label = ui_tr(ui, N_("Finish")),
                                           .action = { ACT_FINISH, NULL, 0 } });
}

static void hide_button(struct ui *ui, struct node *bar)
{
    ui_button(ui, bar, (struct ui_button){ .id = "hide",
                                           .icon = "visibility_off",
                                           /* Translators: one tap blanks the screen, for someone who is watched. */
                                           .label = ui_tr(ui, N_("Hide")),
                                           .look = BUTTON_ACCENT,
                                           .action = { ACT_HIDE, NULL, 0 } });
}

static void bottom_bar(struct ui *ui, const struct model *model)
{
    struct node *bar = parts_bar(ui, false);
    if (model->depth > 1)
        parts_back_button(ui, bar);
    ui_space(ui, bar);
    if (model_screen(model) == SCREEN_HOME)
        ui_button(ui, bar, (struct ui_button){ .id = "about",
                                               .icon = "info",
                                               .label = ui_tr(ui, N_("About this kiosk")),
                                               .action = { ACT_ABOUT, NULL, 0 } });
    if (model_is_sensitive(model))
        hide_button(ui, bar);
    parts_finish_button(ui, bar, model);
}

struct node *parts_frame(struct ui *ui, const struct model *model)
{
    top_bar(ui, model);
    struct node *content = parts_content(ui);
    bottom_bar(ui, model);
    return content;
}
