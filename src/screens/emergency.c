#include "screens/parts.h"
#include "screens/screens.h"

#include <string.h>

/* From every screen, one tap: whom to call, where you are, what to say. */

static void number_card(struct ui *ui, struct node *grid, const struct model *model, const struct emergency_row *row)
{
    struct node *card = ui_card(ui, grid);
    ui_pad(ui, card, 26, 20);
    card->gap = ui_px(ui, 4);
    struct node *head = ui_row(ui, card, 20);
    ui_badge(ui, head, row->icon, ui_colour(ui, COLOUR_RED), 72);
    struct ui_text number = { TYPE_NUMBER, FONT_BOLD, COLOUR_RED };
    ui_text_in(ui, head, number, model->kiosk->source_lang, row->number)->grow = 1;
    parts_localized(ui, card, UI_STRONG, row->name);
    parts_localized(ui, card, UI_SMALL, row->when);
}

static void where_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct kiosk_detail *here = &model->kiosk->here;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Tell them where you are")));
    ui_fill(card, ui_colour(ui, COLOUR_RED_TINT));
    ui_border(card, ui_colour(ui, COLOUR_RED));
    const char *local = model->kiosk->source_lang;
    ui_text_in(ui, card, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK }, local, here->name);
    ui_text_in(ui, card, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK }, local, here->address);
    ui_text(ui, card, UI_SMALL, ui_tr(ui, N_("Read this aloud on the phone, or show it to someone.")));
}

static void say_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct phrase_detail *phrase = &model->view.emergency.phrase;
    const char *local = model->kiosk->source_lang;
    if (!model->view.emergency.has_phrase || strcmp(ui->lang, local) == 0)
        return;
    const char *heading =
        UI_TRF(ui, N_("Say in {language}"), { "language", locale_language_name(local, ui->lang, ui->arena) });
    struct node *card = parts_card(ui, parent, heading);
    const char *sentence =
        parts_phrase(ui, card, model, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK }, phrase->local);
    if (phrase->say.text && strcmp(phrase->say.lang, ui->lang) == 0)
        ui_text_in(ui, card, UI_BODY, phrase->say.lang, phrase->say.text);
    if (phrase->text.text && strcmp(phrase->text.lang, ui->lang) == 0)
        parts_phrase(ui, card, model, UI_SMALL, phrase->text);
    parts_say_button(ui, card, model, sentence);
}

static void fill_head(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    const char *name = ui_tr(ui, N_("Close"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "back",
                                  .icon = "close",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_BACK, NULL, 0 } });
    struct node *title =
        ui_text(ui, bar, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_ON_ACCENT }, ui_tr(ui, N_("Emergency")));
    title->grow = 1;
    title->self = NODE_CENTRE;
    parts_language_button(ui, bar, model);
    /* The corner stays empty: whoever taps Emergency twice must not land among the languages. */
    ui_column(ui, bar, 0)->min_w = parts_emergency_width(ui, model);
}

static void head(struct ui *ui, const struct model *model)
{
    struct node trial = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    fill_head(ui, &trial, model, false);
    struct node *bar = ui_row(ui, ui->root, UNITS_GAP);
    bar->may_wrap = bar->is_group = true;
    ui_pad(ui, bar, UNITS_MARGIN, UNITS_BAR_PAD);
    ui_fill(bar, ui_colour(ui, COLOUR_RED));
    fill_head(ui, bar, model, parts_is_too_wide(ui, &trial));
}

/* Beside two cards on a wide screen, below them on a narrow one. */
static int grid_columns(const struct ui *ui)
{
    float width = ui_width_units(ui) * (parts_is_wide(ui) ? 0.66f : 1.0f);
    return width >= 1150 ? 3 : width >= 760 ? 2 : 1;
}

static void numbers(struct ui *ui, struct node *parent, const struct model *model, struct parts_notice *notice)
{
    const struct emergency_list *list = &model->view.emergency.numbers;
    struct node *grid = ui_grid(ui, parent, grid_columns(ui), UNITS_GAP);
    for (size_t i = 0; i < list->count; i++) {
        number_card(ui, grid, model, &list->at[i]);
        parts_notice_text(notice, ui, list->at[i].name);
        parts_notice_text(notice, ui, list->at[i].when);
    }
}

void screen_emergency(struct ui *ui, const struct model *model)
{
    struct parts_notice notice = { 0 };
    head(ui, model);
    struct node *content = parts_content(ui);
    parts_hint(ui, content, model);
    struct parts_columns columns = parts_columns(ui, content, UNITS_GAP, 2.2f);
    where_card(ui, columns.first, model);
    say_card(ui, columns.first, model);
    numbers(ui, columns.second, model, &notice);
    parts_notice_draw(ui, content, &notice);
    parts_bottom(ui, model, content);
}
