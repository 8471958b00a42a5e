#include "screens/service_parts.h"

#include "base/list.h"
#include "text/format.h"

/* Opening hours: what holds now, today, the week with equal days folded together, then the days that differ from it. */

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
        /* Translators: a place all day ("Monday: closed"), or now without it being known when it opens. */
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

/* Days as they are shown, and as they are said; NULL: the same. */
struct days {
    const char *text;
    const char *said;
};

static struct days range(struct ui *ui, const char *first, const char *last)
{
    struct days days;
    /* Translators: days that have the same opening hours: "Monday – Thursday", "24 November – 3 December". */
    days.text = UI_TRF(ui, N_("{first} – {last}"), { "first", first }, { "last", last });
    /* Translators: the same as it is said aloud: "Monday to Thursday". */
    days.said = UI_TRF(ui, N_("{first} to {last}"), { "first", first }, { "last", last });
    return days;
}

static void add_line(struct ui *ui, struct hours_line_list *lines, struct days days, const struct hours_day *day)
{
    *LIST_ADD(ui->arena, *lines) = (struct hours_line){ days.text, day_text(ui, day), days.said };
}

static void week(struct ui *ui, struct hours_line_list *lines, const struct hours_week *week)
{
    for (int first = 0; first < 7;) {
        int last = first;
        while (last + 1 < 7 && hours_day_equal(&week->days[first], &week->days[last + 1]))
            last++;
        struct days days = { format_weekday_label(ui->arena, ui->lang, first + 1), NULL };
        if (last > first)
            days = range(ui, days.text, format_weekday(ui->arena, ui->lang, last + 1));
        add_line(ui, lines, days, &week->days[first]);
        first = last + 1;
    }
}

static int64_t number_of(struct civil date)
{
    return civil_days(date.year, date.month, date.day);
}

/* Whether the regular week is the same on all days between the two, so that they can be told in one line. */
static bool is_bridged(const struct hours_week *week, const struct hours_date *a, const struct hours_date *b)
{
    for (int64_t day = number_of(a->date) + 1; day < number_of(b->date); day++) {
        if (!hours_day_equal(&week->days[civil_from_days(day).weekday - 1], &a->day))
            return false;
    }
    return hours_day_equal(&a->day, &b->day);
}

/* The days ahead that are not as in the week. Today stands above already. */
static void dates(struct ui *ui, struct hours_line_list *lines, const struct hours_week *week, struct civil today)
{
    for (size_t first = 0; first < week->date_count;) {
        const struct hours_date *from = &week->dates[first];
        size_t last = first;
        while (last + 1 < week->date_count && is_bridged(week, &week->dates[last], &week->dates[last + 1]))
            last++;
        struct days name = { format_day_label(ui->arena, ui->lang, from->date), NULL };
        if (last > first)
            name = range(ui, format_day_of_month(ui->arena, ui->lang, from->date),
                         format_day_of_month(ui->arena, ui->lang, week->dates[last].date));
        if (last > first || number_of(from->date) != number_of(today))
            add_line(ui, lines, name, &from->day);
        first = last + 1;
    }
}

struct hours_line_list service_hours_lines(struct ui *ui, const struct hours_week *hours, struct civil today)
{
    struct hours_line_list lines = { 0 };
    if (hours->regular)
        week(ui, &lines, hours);
    dates(ui, &lines, hours, today);
    return lines;
}

static void draw_line(struct ui *ui, struct node *card, struct hours_line line, struct ui_text style)
{
    struct node *row = ui_row(ui, card, 24);
    row->align = NODE_START;
    struct node *left = ui_text(ui, row, style, line.days);
    left->said = line.said_days;
    struct node *right = ui_text(ui, row, style, line.hours);
    left->grow = 1;
    right->grow = 1.3f;
}

/* The pack's own note may say more; where it has none, that the hours are old is said here. */
static const char *doubt(struct ui *ui, const struct service_detail *service)
{
    return service->week.known && !service->hours_note.text ? parts_hours_doubt(ui, &service->hours) : NULL;
}

void service_hours_on_paper(struct ui *ui, struct node *card, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    struct hours_line_list lines = { 0 };
    if (service->week.known && !service->hours.round_the_clock)
        lines = service_hours_lines(ui, &service->week, model->now);
    for (size_t i = 0; i < lines.count; i++)
        draw_line(ui, card, lines.at[i], UI_BODY);
    if (lines.count == 0)
        ui_text(ui, card, UI_BODY, parts_hours_words(ui, model, &service->hours, service_phone_total(service) > 0));
    if (doubt(ui, service))
        ui_text(ui, card, UI_BODY, doubt(ui, service));
}

void service_hours_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Opening hours")));
    parts_hours(ui, card, model, &service->hours, service_phone_total(service) > 0);
    if (service->week.known && !service->hours.round_the_clock) {
        /* Translators: {day} is today's weekday. */
        const char *name =
            UI_TRF(ui, N_("Today, {day}"), { "day", format_weekday(ui->arena, ui->lang, model->now.weekday) });
        draw_line(ui, card, (struct hours_line){ name, day_text(ui, &service->week.today), NULL }, UI_STRONG);
        struct hours_line_list lines = service_hours_lines(ui, &service->week, model->now);
        for (size_t i = 0; i < lines.count; i++)
            draw_line(ui, card, lines.at[i], UI_BODY);
    }
    parts_localized(ui, card, UI_BODY, service->hours_note);
    if (doubt(ui, service))
        ui_text(ui, card, UI_BODY, doubt(ui, service));
}
