#include "screens/hint.h"

#include "screens/parts.h"

/* Translators: {language} is the visitor's language. */
const char hint_no_voice[] = N_("This kiosk has no voice for {language} yet.");
const char hint_keys[] = N_(
    "The arrow keys move from one thing to the next. OK chooses it. Back goes back. The listen key reads the screen. "
    "Other keys make the voice louder or softer, faster or slower. The help key says this again.");

static struct node *hint_card(struct ui *ui, struct node *parent, const char *icon, const char *text)
{
    struct node *card = ui_card(ui, parent);
    ui_fill(card, ui_colour(ui, COLOUR_TINT));
    ui_border(card, ui_colour(ui, COLOUR_ACCENT));
    card->gap = ui_px(ui, 18);
    parts_fact(ui, card, icon, UI_STRONG, text);
    return card;
}

static void no_voice(struct ui *ui, struct node *parent, const struct model *model)
{
    const char *local = model->kiosk->source_lang;
    const char *own = locale_language_name(ui->lang, ui->lang, ui->arena);
    struct node *card = hint_card(ui, parent, "volume_off", UI_TRF(ui, hint_no_voice, { "language", own }));
    if (!model_has_voice(model, local))
        return;
    struct node *row = ui_wrap(ui, card, 16);
    ui_button(ui, row,
              (struct ui_button){
                  .id = "listen-local",
                  .icon = model->is_reading ? "stop" : "volume_up",
                  .label = UI_TRF(ui,
                                  /* Translators: on a button; {language} is the local language, such as French. */
                                  N_("Listen in {language}"),
                                  { "language", locale_language_name(local, ui->lang, ui->arena) }),
                  .look = BUTTON_ACCENT,
                  .action = { ACT_LISTEN_LOCAL, NULL, 0 } });
}

void parts_hint(struct ui *ui, struct node *parent, const struct model *model)
{
    if (model->hint == HINT_NO_VOICE)
        no_voice(ui, parent, model);
    else if (model->hint == HINT_KEYS)
        hint_card(ui, parent, "keyboard", ui_tr(ui, hint_keys));
}
