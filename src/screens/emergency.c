#include "screens/parts.h"
#include "screens/screens.h"

#include <string.h>

/* From every screen, one tap: whom to call, where you are, what to say. */

static void number_card(struct ui *ui, struct node *grid, const struct model *model, const struct emergency_row *row)
{
    struct node *card = ui_row(ui, grid, 20);
    ui_pad(ui, card, 26, 22);
    ui_fill(card, ui_colour(ui, COLOUR_CARD));
    ui_border(card, ui_colour(ui, COLOUR_LINE));
    card->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_badge(ui, card, row->icon, ui_colour(ui, COLOUR_RED), 84);
    struct node *words = ui_column(ui, card, 0);
    words->grow = 1;
    struct ui_text number = { TYPE_NUMBER, FONT_BOLD, COLOUR_RED };
    ui_text_in(ui, words, number, model->kiosk->source_lang, row->number);
    parts_localized(ui, words, UI_STRONG, row->name);
    parts_localized(ui, words, UI_SMALL, row->when);
}

static void where_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct kiosk_detail *here = &model->kiosk->here;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Tell them where you are")));
    card->grow = 1;
    ui_fill(card, ui_colour(ui, COLOUR_RED_TINT));
    ui_border(card, ui_colour(ui, COLOUR_RED));
    const char *local = model->kiosk->source_lang;
    ui_text_in(ui, card, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK }, local, here->name);
    ui_text_in(ui, card, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK }, local, here->address);
    ui_text(ui, card, UI_SMALL, ui_tr(ui, N_("Read this aloud on the phone, or show it to someone.")));
}

/* The sentence names the visitor's language in the local one: "Je parle arabe." */
static const char *fill_language(struct ui *ui, const struct model *model, struct localized text)
{
    const char *name = locale_language_name(model_lang(model), text.lang, ui->arena);
    return message_format(ui->arena, text.text, false, (const struct message_arg[]){ { "language", name } }, 1);
}

static void say_card(struct ui *ui, struct node *parent, const struct model *model)
{
    if (!model->view.emergency.has_phrase)
        return;
    const struct phrase_detail *phrase = &model->view.emergency.phrase;
    const char *local = model->kiosk->source_lang;
    const char *heading = UI_TRF(ui, N_("Say in {language}"),
                                 { "language", locale_language_name(local, ui->lang, ui->arena) });
    struct node *card = parts_card(ui, parent, heading);
    card->grow = 1;
    ui_text_in(ui, card, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK }, local,
               fill_language(ui, model, phrase->local));
    if (strcmp(ui->lang, local) == 0)
        return;
    if (phrase->say.text && strcmp(phrase->say.lang, ui->lang) == 0)
        ui_text_in(ui, card, UI_BODY, phrase->say.lang, fill_language(ui, model, phrase->say));
    if (phrase->text.text && strcmp(phrase->text.lang, ui->lang) == 0)
        ui_text_in(ui, card, UI_SMALL, phrase->text.lang, fill_language(ui, model, phrase->text));
}

static void head(struct ui *ui)
{
    struct node *bar = ui_row(ui, ui->root, 28);
    ui_pad(ui, bar, UNITS_MARGIN, UNITS_BAR_PAD);
    ui_fill(bar, ui_colour(ui, COLOUR_RED));
    ui_button(ui, bar, (struct ui_button){ .id = "back",
                                           .icon = "close",
                                           .label = ui_tr(ui, N_("Close")),
                                           .action = { ACT_BACK, NULL, 0 } });
    struct node *title = ui_text(ui, bar, (struct ui_text){ TYPE_H1, FONT_BOLD, COLOUR_ON_ACCENT },
                                 ui_tr(ui, N_("Emergency")));
    title->grow = 1;
}

static int grid_columns(const struct ui *ui)
{
    float width = ui_width_units(ui);
    return width >= 1800 ? 4 : width >= 1300 ? 3 : width >= 760 ? 2 : 1;
}

void screen_emergency(struct ui *ui, const struct model *model)
{
    const struct emergency_list *numbers = &model->view.emergency.numbers;
    struct parts_notice notice = { 0 };
    head(ui);
    struct node *content = parts_content(ui);
    bool wide = parts_is_wide(ui);
    struct node *cards = wide ? ui_row(ui, content, UNITS_GAP) : ui_column(ui, content, UNITS_GAP);
    cards->align = NODE_STRETCH;
    where_card(ui, cards, model);
    say_card(ui, cards, model);
    struct node *grid = ui_grid(ui, content, grid_columns(ui), UNITS_GAP);
    for (size_t i = 0; i < numbers->count; i++) {
        number_card(ui, grid, model, &numbers->at[i]);
        parts_notice_text(&notice, ui, numbers->at[i].name);
        parts_notice_text(&notice, ui, numbers->at[i].when);
    }
    parts_notice_draw(ui, content, model, &notice);
}
