#include "screens/parts.h"
#include "screens/screens.h"
#include "text/format.h"

/* What to know first, and beside it the services with the questions that narrow them. */

static void page_row(struct ui *ui, struct node *card, const struct page_row *page)
{
    struct node *row = ui_row(ui, card, 18);
    ui_pad(ui, row, 12, 10);
    row->radius = ui_px(ui, UNITS_RADIUS);
    ui_fill(row, ui_colour(ui, COLOUR_TINT));
    ui_border(row, ui_colour(ui, COLOUR_ACCENT));
    ui_tappable(ui, row, arena_printf(ui->arena, "page/%s", page->id), (struct action){ ACT_PAGE, page->id, 0 });
    ui_icon(ui, row, "description", 36, ui_colour(ui, COLOUR_ACCENT));
    struct node *title = parts_localized(ui, row, UI_STRONG, page->title);
    if (title)
        title->grow = 1;
    ui_icon(ui, row, ui->rtl ? "chevron_left" : "chevron_right", 32, ui_colour(ui, COLOUR_ACCENT));
}

static void know_first(struct ui *ui, struct node *parent, const struct model *model, struct parts_notice *notice)
{
    const struct page_list *pages = &model->view.topic_lists.pages;
    if (pages->count == 0)
        return;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Good to know first")));
    card->gap = ui_px(ui, 12);
    for (size_t i = 0; i < pages->count; i++) {
        page_row(ui, card, &pages->at[i]);
        parts_notice_text(notice, ui, pages->at[i].title);
    }
}

/* A question is offered when at least one service says yes to it and to all that is asked already, or it is being
 * asked. */
static bool facet_is_useful(const struct model *model, enum facet facet)
{
    if (model_place_const(model)->wanted[facet])
        return true;
    if (facet == FACET_MY_LANGUAGE && str_eq_c(str_of(model_lang(model)), model->kiosk->source_lang))
        return false; /* the local language is spoken everywhere */
    return model->view.topic_lists.services.facets[facet].yes > 0;
}

/* How many answer yes to it, and to all that is asked already, stands on it before it is tapped. */
static void facet_chip(struct ui *ui, struct node *chips, const struct model *model, enum facet facet)
{
    bool wanted = model_place_const(model)->wanted[facet];
    double count = (double)model->view.topic_lists.services.facets[facet].yes;
    const char *label = arena_printf(ui->arena, "%s · %s", parts_facet_label(ui, model, facet),
                                     format_number(ui->arena, ui->lang, count, 0));
    struct node *chip =
        ui_button(ui, chips,
                  (struct ui_button){ .id = arena_printf(ui->arena, "facet/%s", facet_id(facet)),
                                      .icon = wanted ? "check" : parts_facet_icon(facet),
                                      .label = label,
                                      .name = wanted ? UI_TRF(ui, N_("Chosen: {choice}"), { "choice", label }) : NULL,
                                      .look = wanted ? BUTTON_CHOSEN : BUTTON_PLAIN,
                                      .action = { ACT_FACET, facet_id(facet), 0 } });
    chip->radius = ui_px(ui, UNITS_TARGET / 2);
}

static void facet_chips(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *chips = NULL;
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        if (!facet_is_useful(model, facet))
            continue;
        if (!chips) {
            /* Translators: above the filters of a list of services. */
            ui_text(ui, parent, UI_SMALL_STRONG, ui_tr(ui, N_("Show only:")));
            chips = ui_wrap(ui, parent, 16);
        }
        facet_chip(ui, chips, model, facet);
    }
}

static void service_facts(struct ui *ui, struct node *card, const struct service_row *service)
{
    struct node *facts = ui_wrap(ui, card, 24);
    if (service->has_distance)
        parts_fact(ui, facts, "place", UI_SMALL, parts_distance(ui, service->distance_m));
    else
        parts_reach(ui, facts, service->reach);
    if (service->language_count > 0)
        parts_fact(ui, facts, "forum", UI_SMALL, parts_language_names(ui, service->languages, service->language_count));
    if (service->facets[FACET_STEP_FREE] == ANSWER_YES)
        parts_fact(ui, facts, "accessible", UI_SMALL, ui_tr(ui, N_("Step-free entrance")));
}

/* Whoever asked a question is told where the answer is not known. */
static void unknown_answers(struct ui *ui, struct node *card, const struct model *model,
                            const struct service_row *service)
{
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        if (!model_place_const(model)->wanted[facet] || service->facets[facet] != ANSWER_UNKNOWN)
            continue;
        if (facet == FACET_OPEN_NOW)
            continue; /* the hours say it already */
        /* Translators: {question} is one of the filters, such as "No papers needed". */
        parts_fact(
            ui, card, "help", UI_SMALL,
            UI_TRF(ui, N_("{question}: not known, ask first"), { "question", parts_facet_label(ui, model, facet) }));
    }
}

static void service_card(struct ui *ui, struct node *parent, const struct model *model,
                         const struct service_row *service)
{
    struct node *card = ui_card(ui, parent);
    card->pad_y = ui_px(ui, 24);
    ui_border(card, ui_colour(ui, COLOUR_EDGE));
    ui_tappable(ui, card, arena_printf(ui->arena, "service/%s", service->id),
                (struct action){ ACT_SERVICE, service->id, 0 });
    struct node *head = ui_row(ui, card, 12);
    struct node *name = parts_localized(ui, head, UI_TILE, service->name);
    if (name)
        name->grow = 1;
    ui_icon(ui, head, ui->rtl ? "chevron_left" : "chevron_right", 40, ui_colour(ui, COLOUR_ACCENT));
    struct node *hours = parts_hours(ui, card, model, &service->hours, service->has_phone);
    hours->last->grow = 1;
    parts_localized(ui, card, UI_BODY, service->description);
    service_facts(ui, card, service);
    unknown_answers(ui, card, model, service);
}

static void nothing_fits(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *card = ui_card(ui, parent);
    bool narrowed = model->view.topic_lists.services.total > 0;
    parts_fact(ui, card, "info", UI_STRONG,
               narrowed ? ui_tr(ui, N_("No service answers yes to all of this. Tap a filter again to take it away."))
                        : ui_tr(ui, N_("No services are listed here yet.")));
}

static void services(struct ui *ui, struct node *parent, const struct model *model, struct parts_notice *notice)
{
    const struct service_list *list = &model->view.topic_lists.services;
    facet_chips(ui, parent, model);
    for (size_t i = 0; i < list->count; i++) {
        service_card(ui, parent, model, &list->at[i]);
        parts_notice_text(notice, ui, list->at[i].name);
        parts_notice_text(notice, ui, list->at[i].description);
    }
    if (list->count == 0)
        nothing_fits(ui, parent, model);
    if (list->count < list->found)
        ui_button(ui, parent,
                  (struct ui_button){ .id = "more",
                                      .icon = "expand_more",
                                      .label = ui_tr(ui, N_("Show more services")),
                                      .action = { ACT_MORE, NULL, 0 } });
}

void screen_topic(struct ui *ui, const struct model *model)
{
    struct parts_notice notice = { 0 };
    struct node *content = parts_frame(ui, model);
    struct parts_columns columns = parts_columns(ui, content, 28, 2.1f);
    columns.second->gap = ui_px(ui, UNITS_GAP);
    parts_title(ui, columns.first, &model->view.topic, model->view.topic.name);
    parts_notice_text(&notice, ui, model->view.topic.name);
    know_first(ui, columns.first, model, &notice);
    parts_bulletins(ui, columns.second, model, &notice);
    services(ui, columns.second, model, &notice);
    parts_notice_draw(ui, columns.second, &notice);
}
