#include "screens/screens.h"
#include "screens/service_parts.h"

/* One service: what a person must know before they set out. */

static void title(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    struct node *words = parts_title(ui, parent, &model->view.topic, service->name);
    struct ui_text local = { TYPE_BODY, FONT_REGULAR, COLOUR_MUTED };
    if (service->local_name.text && !str_eq(str_of(service->local_name.text), str_of(service->name.text)))
        parts_localized(ui, words, local, service->local_name);
    if (service->organization)
        ui_text_in(ui, words, local, model->kiosk->source_lang, service->organization);
}

static void facet_chip(struct ui *ui, struct node *chips, const struct model *model, enum facet facet)
{
    struct node *chip = ui_row(ui, chips, 12);
    ui_pad(ui, chip, 24, 12);
    ui_fill(chip, ui_colour(ui, COLOUR_TINT));
    chip->radius = ui_px(ui, 32);
    ui_icon(ui, chip, parts_facet_icon(facet), 32, ui_colour(ui, COLOUR_ACCENT));
    struct node *text = ui_text(ui, chip, UI_STRONG, parts_facet_label(ui, model, facet));
    text->colour = ui_colour(ui, COLOUR_ACCENT);
}

/* Only what is known to be so; open or closed stands with the hours. */
static void known_facets(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *chips = NULL;
    for (enum facet facet = FACET_OPEN_NOW + 1; facet < FACET_COUNT; facet++) {
        if (model->view.service.facets[facet] != ANSWER_YES)
            continue;
        chips = chips ? chips : ui_wrap(ui, parent, 16);
        facet_chip(ui, chips, model, facet);
    }
}

static void intro(struct ui *ui, struct node *parent, const struct service_detail *service)
{
    struct ui_text alert = UI_STRONG;
    parts_localized(ui, parent, alert, service->alert);
    parts_localized(ui, parent, UI_BODY, service->description);
}

void screen_service(struct ui *ui, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    struct node *content = parts_frame(ui, model);
    title(ui, content, model);
    known_facets(ui, content, model);
    intro(ui, content, service);
    struct parts_columns columns = parts_columns(ui, content, 28, 1);
    service_hours_card(ui, columns.first, model);
    service_come_card(ui, columns.first, model);
    service_way_card(ui, columns.second, model);
    service_phone_card(ui, columns.second, model);
    service_bring_card(ui, columns.second, model);
    service_cost_card(ui, columns.first, model);
    service_footer(ui, content, model);
}
