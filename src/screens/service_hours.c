#include "screens/service_parts.h"

#include "text/format.h"

#include <string.h>

/* Opening hours: what holds now, then the week with equal days folded together. */

static const char *span_text(struct ui *ui, struct hours_span span)
{
    return UI_TRF(ui,
                  /* Translators: opening hours of a day. In a right-to-left language use words: "from … to …". */
                  N_("{from}–{to}"), { "from", format_time(ui->arena, ui->lang, span.opens_at) },
                  { "to", format_time(ui->arena, ui->lang, span.closes_at % 1440) });
}

static const char *day_text(struct ui *ui, const struct hours_day *day)
{
    if (day->count == 0)
        return ui_tr(ui, N_("Closed"));
    if (day->count == 1 && day->spans[0].opens_at == 0 && day->spans[0].closes_at >= 1439)
        return ui_tr(ui, N_("Open day and night"));
    const char *spans[HOURS_SPANS_MAX];
    for (size_t i = 0; i < day->count; i++)
        spans[i] = span_text(ui, day->spans[i]);
    const char *text = spans[0];
    for (size_t i = 1; i < day->count; i++)
        /* Translators: two opening times of one day, morning and afternoon. */
        text = MESSAGE_FORMAT(ui->arena, ui_tr(ui, N_("{hours}, {more}")), { "hours", text }, { "more", spans[i] });
    return text;
}

static bool same_hours(const struct hours_day *a, const struct hours_day *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (a->spans[i].opens_at != b->spans[i].opens_at || a->spans[i].closes_at != b->spans[i].closes_at)
            return false;
    }
    return true;
}

static void line(struct ui *ui, struct node *card, const char *days, const char *hours, struct ui_text style)
{
    struct node *row = ui_row(ui, card, 24);
    row->align = NODE_START;
    struct node *left = ui_text(ui, row, style, days);
    struct node *right = ui_text(ui, row, style, hours);
    left->grow = 1;
    right->grow = 1.3f;
}

static void week(struct ui *ui, struct node *card, const struct hours_week *week)
{
    for (int first = 0; first < 7;) {
        int last = first;
        while (last + 1 < 7 && same_hours(&week->days[first], &week->days[last + 1]))
            last++;
        const char *days = format_weekday(ui->arena, ui->lang, first + 1);
        if (last > first)
            /* Translators: days of the week that have the same opening hours: "Monday – Thursday". */
            days = UI_TRF(ui, N_("{first} – {last}"), { "first", days },
                          { "last", format_weekday(ui->arena, ui->lang, last + 1) });
        line(ui, card, days, day_text(ui, &week->days[first]), UI_BODY);
        first = last + 1;
    }
}

void service_hours_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Opening hours")));
    parts_hours(ui, card, model, &service->hours, service_phone_total(service) > 0);
    if (service->week.known && !service->hours.round_the_clock) {
        const char *today = day_text(ui, &service->week.days[model->now.weekday - 1]);
        /* Translators: {day} is today's weekday. */
        const char *name =
            UI_TRF(ui, N_("Today, {day}"), { "day", format_weekday(ui->arena, ui->lang, model->now.weekday) });
        line(ui, card, name, today, UI_STRONG);
        week(ui, card, &service->week);
    }
    parts_localized(ui, card, UI_BODY, service->hours_note);
}
