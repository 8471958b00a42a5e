#include "screens/desk.h"
#include "screens/screens.h"
#include "screens/service_parts.h"

#include <string.h>

/* A service for the person at a desk or in the street: its local name, address and phone in large letters, and beneath
 * in the visitor's language what the card says. */

#define LARGE ((struct ui_text){ TYPE_NUMBER, FONT_BOLD, COLOUR_INK })
#define LINES ((struct ui_text){ TYPE_H2, FONT_REGULAR, COLOUR_INK })

static const char *looking_for(const char *lang)
{
    /* Translators: shown to somebody at a desk or in the street, above the name of a service. */
    return message_get(lang, N_("I am looking for this place:"));
}

static void phones(struct ui *ui, struct node *card, const struct phone_row *rows, size_t count, const char *local)
{
    for (size_t i = 0; i < count; i++)
        ui_text_in(ui, card, LINES, local, rows[i].number);
}

static void local_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    const char *local = model->kiosk->source_lang;
    struct node *card = desk_card(ui, parent, model);
    ui_text_in(ui, card, LINES, local, looking_for(local));
    parts_localized(ui, card, LARGE, service->local_name.text ? service->local_name : service->name);
    if (service->organization)
        ui_text_in(ui, card, LINES, local, service->organization);
    const struct place_row *place = service->place_count > 0 ? &service->places[0] : NULL;
    if (place && place->name)
        ui_text_in(ui, card, LINES, local, place->name);
    if (place && place->address)
        ui_text_in(ui, card, LINES, local, place->address);
    phones(ui, card, service->phones, service->phone_count, local);
    if (place)
        phones(ui, card, place->phones, place->phone_count, local);
}

/* The same in one sentence, for who would rather hear it; what is written for the eye alone is left out. */
static const char *sentence(struct ui *ui, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    const struct localized *name = service->local_name.text ? &service->local_name : &service->name;
    const struct place_row *place = service->place_count > 0 ? &service->places[0] : NULL;
    const char *address = place && place->address ? place->address : "";
    const char *ask = looking_for(model->kiosk->source_lang);
    return arena_printf(ui->arena, "%s %s%s%s", ask, name->text, address[0] ? "\n" : "", address);
}

static void own_card(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *card = ui_card(ui, parent);
    ui_fill(card, ui_colour(ui, COLOUR_TINT));
    ui_border(card, ui_colour(ui, COLOUR_TINT));
    ui_text(ui, card, UI_SMALL, model_locale(model, ui->lang)->name);
    ui_text(ui, card, UI_BODY, looking_for(ui->lang));
    parts_localized(ui, card, UI_H2, model->view.service.name);
}

void screen_show(struct ui *ui, const struct model *model)
{
    struct parts_notice notice = { 0 };
    struct node *column = ui_column(ui, parts_frame(ui, model), 28);
    column->max_w = ui_px(ui, 1500);
    column->self = NODE_CENTRE;
    local_card(ui, column, model);
    parts_say_button(ui, column, model, sentence(ui, model));
    if (strcmp(ui->lang, model->kiosk->source_lang) != 0)
        own_card(ui, column, model);
    parts_notice_text(&notice, ui, model->view.service.name);
    parts_notice_draw(ui, column, &notice);
}
