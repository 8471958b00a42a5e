#include "screens/desk.h"

struct node *desk_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const char *local = model->kiosk->source_lang;
    struct node *card = ui_card(ui, parent);
    ui_pad(ui, card, 56, 44);
    ui_border(card, ui_colour(ui, COLOUR_ACCENT));
    card->thick = true;
    card->keeps_order = !model_locale(model, local)->rtl; /* its reader is the person at the desk */
    card->gap = ui_px(ui, 20);
    struct node *ask = ui_row(ui, card, 14);
    ui_icon(ui, ask, "record_voice_over", 36, ui_colour(ui, COLOUR_MUTED));
    /* Translators: above the sentence that the person at the desk reads. */
    struct node *read = ui_text_in(ui, ask, (struct ui_text){ TYPE_BODY, FONT_REGULAR, COLOUR_MUTED }, local,
                                   message_get(local, N_("Please read this")));
    read->grow = 1;
    return card;
}
