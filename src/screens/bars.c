#include "screens/parts.h"
#include "text/format.h"

struct node *parts_content(struct ui *ui)
{
    struct node *content = ui_column(ui, ui->root, 28);
    ui_pad(ui, content, UNITS_MARGIN, 36);
    content->grow = 1;
    content->scroll = true;
    return content;
}

static void line_across(struct ui *ui)
{
    struct node *line = ui_column(ui, ui->root, 0);
    line->min_h = ui_px(ui, UNITS_LINE);
    ui_fill(line, ui_colour(ui, COLOUR_LINE));
}

/* The line is towards the content, which is above all bars when the reach is low. */
struct node *parts_bar(struct ui *ui, bool top)
{
    bool is_above = top && !ui->low_reach;
    if (!is_above)
        line_across(ui);
    struct node *bar = ui_row(ui, ui->root, UNITS_GAP);
    bar->may_wrap = true;
    bar->is_group = true;
    ui_pad(ui, bar, UNITS_MARGIN, UNITS_BAR_PAD);
    ui_fill(bar, ui_colour(ui, COLOUR_CARD));
    if (is_above)
        line_across(ui);
    return bar;
}

void parts_emergency_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    const char *number = model->kiosk->emergency_number;
    const char *name = ui_tr(ui, N_("Emergency"));
    if (!model_has_pack(model))
        return;
    if (number)
        /* Translators: the button that opens the emergency numbers; {number} is the first of them, such as 112. */
        name = UI_TRF(ui, N_("Emergency {number}"), { "number", number });
    ui_button(ui, bar,
              (struct ui_button){ .id = "emergency",
                                  .icon = "call",
                                  .label = short_form && number ? number : name,
                                  .name = name,
                                  .look = BUTTON_RED,
                                  .action = { ACT_EMERGENCY, NULL, 0 } });
}

static void home_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (!model->lang[0] || !model_has_pack(model))
        return;
    const char *name = ui_tr(ui, N_("Home"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "home",
                                  .icon = "home",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_HOME, NULL, 0 } });
}

/* The button shows the language's own name, so that it is found by someone who can't read the present one. */
void parts_language_button(struct ui *ui, struct node *bar, const struct model *model)
{
    const struct locale *locale = model_locale(model, model_lang(model));
    ui_button(ui, bar,
              (struct ui_button){ .id = "language",
                                  .icon = "translate",
                                  .label = locale->name,
                                  .lang = locale->tag,
                                  .action = { ACT_LANGUAGES, NULL, 0 } });
}

static void search_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (!model->lang[0] || !model_has_pack(model))
        return;
    const char *name = ui_tr(ui, N_("Search"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "search",
                                  .icon = "search",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_SEARCH, NULL, 0 } });
}

static void found_count(struct ui *ui, struct node *field, const struct model *model)
{
    size_t total = model->view.search.found.total;
    if (total == 0)
        return;
    ui_space(ui, field);
    ui_text(ui, field, (struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_MUTED },
            UI_TRF(ui, N_("Found: {count}"), { "count", format_number(ui->arena, ui->lang, (double)total, 0) }));
}

/* What is typed, with a mark where the next letter comes, and how much was found for it. */
static void search_field(struct ui *ui, struct node *parent, const struct model *model)
{
    bool typed = model->words[0] != '\0';
    struct node *field = ui_row(ui, parent, 12);
    ui_pad(ui, field, 24, 8);
    ui_fill(field, ui_colour(ui, COLOUR_CARD));
    ui_border(field, ui_colour(ui, COLOUR_ACCENT));
    field->min_h = ui_px(ui, UNITS_TARGET);
    field->radius = ui_px(ui, UNITS_RADIUS);
    field->grow = 1;
    ui_icon(ui, field, "search", 36, ui_colour(ui, COLOUR_ACCENT));
    struct ui_text style = { TYPE_BODY, FONT_REGULAR, typed ? COLOUR_INK : COLOUR_MUTED };
    if (typed)
        ui_text(ui, field, style, model->words);
    struct node *caret = ui_column(ui, field, 0);
    caret->min_w = caret->max_w = ui_px(ui, 3);
    caret->min_h = ui_grown(ui, 40);
    ui_fill(caret, ui_colour(ui, COLOUR_ACCENT));
    if (!typed)
        ui_text(ui, field, style, ui_tr(ui, N_("What are you looking for?")))->grow = 1;
    else
        found_count(ui, field, model);
}

/* Its place is kept while there is nothing to erase: the keys would move under the finger that types the first letter.
 */
static void clear_button(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *button = ui_button(ui, parent,
                                    (struct ui_button){ .id = "clear",
                                                        .icon = "close",
                                                        .name = ui_tr(ui, N_("Erase everything")),
                                                        .action = { ACT_CLEAR, NULL, 0 } });
    button->keeps_place = model->words[0] == '\0';
}

static void fill_top(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    home_button(ui, bar, model, short_form);
    if (model_screen(model) == SCREEN_SEARCH && parts_is_wide(ui)) {
        search_field(ui, bar, model);
        clear_button(ui, bar, model);
    } else {
        if (model_screen(model) != SCREEN_SEARCH)
            search_button(ui, bar, model, short_form);
        ui_space(ui, bar);
    }
    parts_language_button(ui, bar, model);
    parts_emergency_button(ui, bar, model, short_form);
}

bool parts_is_too_wide(struct ui *ui, struct node *bar)
{
    return layout_natural_width(bar, ui->paras) > (float)ui->width - 2 * ui_px(ui, UNITS_MARGIN);
}

/* Where the whole words don't fit side by side, pictogram and number stand alone. */
bool parts_top_is_short(struct ui *ui, const struct model *model)
{
    struct node usual = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    struct node trial = usual;
    home_button(ui, &usual, model, false);
    search_button(ui, &usual, model, false); /* also on the search: what is short elsewhere stays so there */
    ui_space(ui, &usual);
    parts_language_button(ui, &usual, model);
    parts_emergency_button(ui, &usual, model, false);
    fill_top(ui, &trial, model, false);
    return parts_is_too_wide(ui, &usual) || parts_is_too_wide(ui, &trial);
}

static void top_bar(struct ui *ui, const struct model *model)
{
    fill_top(ui, parts_bar(ui, true), model, parts_top_is_short(ui, model));
}

float parts_emergency_width(struct ui *ui, const struct model *model)
{
    struct node trial = { .axis = AXIS_ROW };
    parts_emergency_button(ui, &trial, model, parts_top_is_short(ui, model));
    return layout_natural_width(&trial, ui->paras);
}

struct node *parts_frame(struct ui *ui, const struct model *model)
{
    top_bar(ui, model);
    struct node *content = parts_content(ui);
    parts_hint(ui, content, model);
    parts_bottom(ui, model, content);
    return content;
}

static void search_row(struct ui *ui, struct node *parent, const struct model *model, float pad_x, float pad_y)
{
    struct node *row = ui_row(ui, parent, UNITS_GAP);
    ui_pad(ui, row, pad_x, pad_y);
    search_field(ui, row, model);
    clear_button(ui, row, model);
}

struct node *parts_search_frame(struct ui *ui, const struct model *model, bool is_low)
{
    top_bar(ui, model);
    bool in_bar = parts_is_wide(ui);
    if (!in_bar && !is_low)
        search_row(ui, ui->root, model, UNITS_MARGIN, 16);
    struct node *content = parts_content(ui);
    parts_hint(ui, content, model);
    if (!in_bar && is_low)
        search_row(ui, content, model, 0, 0);
    return content;
}
