#include "screens/service_parts.h"

#include "text/format.h"

/* Who may come, what to bring, what it costs, and when somebody last checked. */

static void titled(struct ui *ui, struct node *card, const char *icon, struct localized text)
{
    if (!text.text)
        return;
    struct node *row = parts_fact(ui, card, icon, UI_BODY, text.text);
    row->last->lang = text.lang;
}

void service_come_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    if (!service->eligibility_description.text && !service->application_process.text &&
        !service->interpretation_services.text && service->language_count == 0)
        return;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Who can come, and how")));
    card->gap = ui_px(ui, 14);
    titled(ui, card, "person", service->eligibility_description);
    titled(ui, card, "event", service->application_process);
    titled(ui, card, "record_voice_over", service->interpretation_services);
    if (service->language_count > 0)
        parts_fact(ui, card, "forum", UI_BODY,
                   UI_TRF(ui, N_("Languages spoken: {languages}"),
                          { "languages", parts_language_names(ui, service->languages, service->language_count) }));
}

void service_bring_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    if (service->document_count == 0)
        return;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Bring with you")));
    card->gap = ui_px(ui, 14);
    for (size_t i = 0; i < service->document_count; i++)
        titled(ui, card, "check_box_outline_blank", service->documents[i]);
}

static void cost(struct ui *ui, struct node *card, const struct cost_row *cost)
{
    if (cost->has_amount && cost->amount > 0 && cost->currency)
        parts_fact(ui, card, "euro_symbol", UI_STRONG, format_money(ui->arena, ui->lang, cost->amount, cost->currency));
    struct node *line = ui_wrap(ui, card, 12);
    parts_localized(ui, line, UI_STRONG, cost->option);
    parts_localized(ui, line, UI_BODY, cost->detail);
}

void service_cost_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    if (!service->fees_description.text && service->cost_count == 0)
        return;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("What it costs")));
    titled(ui, card, "account_balance_wallet", service->fees_description);
    for (size_t i = 0; i < service->cost_count; i++)
        cost(ui, card, &service->costs[i]);
}

static void note_all(struct parts_notice *notice, const struct ui *ui, const struct service_detail *service)
{
    const struct localized texts[] = { service->name,
                                       service->description,
                                       service->application_process,
                                       service->fees_description,
                                       service->eligibility_description,
                                       service->interpretation_services,
                                       service->alert,
                                       service->hours_note };
    for (size_t i = 0; i < COUNT(texts); i++)
        parts_notice_text(notice, ui, texts[i]);
    for (size_t i = 0; i < service->document_count; i++)
        parts_notice_text(notice, ui, service->documents[i]);
}

void service_footer(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    struct parts_notice notice = { 0 };
    struct node *footer = ui_column(ui, parent, 12);
    parts_checked(ui, footer, model, service->assured_date);
    parts_origin(ui, footer, service->sources, service->source_count);
    note_all(&notice, ui, service);
    parts_notice_draw(ui, footer, &notice);
    parts_wrong_button(ui, footer, model);
}
