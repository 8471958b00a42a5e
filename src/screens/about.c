#include "screens/parts.h"
#include "screens/screens.h"

static void paragraph(struct ui *ui, struct node *card, const char *icon, const char *text)
{
    parts_fact(ui, card, icon, UI_BODY, text);
}

static void privacy(struct ui *ui, struct node *parent)
{
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("What this kiosk keeps of you: nothing")));
    card->gap = ui_px(ui, 14);
    paragraph(ui, card, "wifi_off", ui_tr(ui, N_("It has no network. What you read here goes nowhere.")));
    paragraph(ui, card, "logout",
              ui_tr(ui, N_("Finish forgets everything you chose. So does a screen that nobody touches for a while.")));
    paragraph(ui, card, "visibility_off",
              ui_tr(ui, N_("On health, papers and violence there is a Hide button. One tap clears the screen, and back "
                           "does not return.")));
}

static void origin(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Where this comes from")));
    card->gap = ui_px(ui, 14);
    parts_expired(ui, card, model);
    if (model->kiosk->sample)
        paragraph(ui, card, "info", ui_tr(ui, N_("Sample content, not checked by the city")));
    paragraph(ui, card, "menu_book",
              ui_tr(ui, N_("Every page and service says when its facts were checked. Hours change: call first if you "
                           "can.")));
    paragraph(ui, card, "code",
              ui_tr(ui, N_("Maison is free software under the GNU General Public License, version 3 or later. Everyone "
                           "may use, study, share and improve it.")));
    /* Translators: names of fonts; "SIL Open Font License" and "Apache License" stay as they are. */
    paragraph(ui, card, "text_fields",
              ui_tr(ui, N_("Letters: Noto fonts (SIL Open Font License). Pictograms: Material Icons (Apache License "
                           "2.0).")));
}

void screen_about(struct ui *ui, const struct model *model)
{
    const struct kiosk_detail *here = &model->kiosk->here;
    struct parts_notice notice = { 0 };
    struct node *content = parts_frame(ui, model);
    struct node *column = ui_column(ui, content, 28);
    column->max_w = ui_grown(ui, 1400);
    column->self = NODE_CENTRE;
    ui_heading(ui, column, UI_H1, ui_tr(ui, N_("About this kiosk")));
    struct node *place = ui_column(ui, column, 0);
    ui_text_in(ui, place, UI_STRONG, model->kiosk->source_lang, here->name);
    ui_text_in(ui, place, UI_BODY, model->kiosk->source_lang, here->address);
    privacy(ui, column);
    origin(ui, column, model);
    parts_notice_draw(ui, column, &notice);
}
