#include "screens/print_parts.h"

#include "screens/service_parts.h"

#include <string.h>

/* The cards of the screen in one column, and beneath the names and hours for somebody who reads the local language. */

static void local_part(struct ui *ui, struct node *column, const struct model *model)
{
    struct ui local = *ui;
    struct node *card = ui_card(ui, column);
    local.lang = model->kiosk->source_lang;
    card->keeps_order = !model_locale(model, local.lang)->rtl;
    parts_localized(ui, card, UI_H2, model->view.service.local_name);
    service_hours_on_paper(&local, card, model);
}

void print_service(struct ui *ui, struct node *column, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    parts_localized(ui, column, UI_H1, service->name);
    if (service->organization)
        ui_text_in(ui, column, UI_BODY, model->kiosk->source_lang, service->organization);
    parts_localized(ui, column, UI_STRONG, service->alert);
    parts_localized(ui, column, UI_BODY, service->description);
    struct node *hours = parts_card(ui, column, ui_tr(ui, N_("Opening hours")));
    service_hours_on_paper(ui, hours, model);
    parts_localized(ui, hours, UI_BODY, service->hours_note);
    service_way_card(ui, column, model);
    service_phone_card(ui, column, model);
    service_bring_card(ui, column, model);
    service_come_card(ui, column, model);
    service_cost_card(ui, column, model);
    if (strcmp(ui->lang, model->kiosk->source_lang) != 0 && service->local_name.text)
        local_part(ui, column, model);
    struct parts_notice notice = { 0 };
    parts_notice_text(&notice, ui, service->name);
    parts_notice_text(&notice, ui, service->description);
    parts_checked(ui, column, model, service->assured_date);
    parts_notice_draw(ui, column, &notice);
}

void print_steps(struct ui *ui, struct node *column, const struct model *model)
{
    const struct step_list *steps = &model->view.steps;
    struct parts_notice notice = { 0 };
    ui_text(ui, column, UI_H1, ui_tr(ui, N_("My first days here")));
    for (size_t i = 0; i < steps->count; i++) {
        const struct step_row *step = &steps->at[i];
        if (i == 0 || steps->at[i - 1].part != step->part)
            ui_text(ui, column, UI_H2, parts_step_part(ui, step->part));
        const char *box = model_is_ticked(model, step->id) ? "check_box" : "check_box_outline_blank";
        struct node *row = parts_fact(ui, column, box, UI_BODY, step->text.text ? step->text.text : "");
        row->last->lang = step->text.lang ? step->text.lang : ui->lang;
        parts_notice_text(&notice, ui, step->text);
    }
    parts_notice_draw(ui, column, &notice);
}
