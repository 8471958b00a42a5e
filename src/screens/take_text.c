#include "screens/take_text.h"

#include "base/list.h"
#include "screens/service_parts.h"
#include "text/plain.h"

#include <assert.h>
#include <string.h>

/* Lines are not folded at 75 octets (RFC 2426, 2.6 only recommends it): readers of codes cut letters apart when they
 * put folded UTF-8 together again. */
static const struct take_form vcard = { .open = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:",
                                        .titled = ";;;;\r\nFN:",
                                        .titled_too = "\r\n",
                                        .before = "NOTE:",
                                        .between = "\\n",
                                        .after = "\r\n",
                                        .close = "END:VCARD\r\n" };

static const struct take_form lines = {
    .open = "", .titled = "\n", .before = "", .between = "\n", .after = "\n", .close = ""
};

/* A text value (RFC 2426, 5 "text-value"): plain, with what has a meaning there escaped. */
static const char *escaped(struct arena *arena, const char *text)
{
    const char *plain = plain_text(arena, str_of(text));
    char *out = arena_alloc(arena, 2 * strlen(plain) + 1);
    size_t length = 0;
    for (; *plain; plain++) {
        if (strchr("\\,;", *plain))
            out[length++] = '\\';
        out[length++] = *plain;
    }
    return out;
}

#define PROPERTY_MAX 150 /* bytes of a value: nothing that stands on a door is longer */

static void add_property(struct take_items *items, struct arena *arena, const char *name, const char *value,
                         const char *end)
{
    if (!value || !value[0])
        return;
    const char *text = escaped(arena, take_cut(arena, value, PROPERTY_MAX));
    *LIST_ADD(arena, *items) = (struct take_item){ arena_printf(arena, "%s%s%s\r\n", name, text, end), true };
}

static void add_note(struct take_items *items, struct arena *arena, const char *text)
{
    if (text && text[0])
        *LIST_ADD(arena, *items) = (struct take_item){ escaped(arena, text), false };
}

static void add_phones(struct take_items *items, struct arena *arena, const struct phone_row *phones, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_property(items, arena, "TEL;TYPE=VOICE:", phones[i].number, "");
}

/* Lines of an address become one: its parts are not told apart in a pack. */
static const char *one_line(struct arena *arena, const char *address)
{
    char *line = arena_alloc(arena, 2 * strlen(address) + 1);
    for (char *out = line; *address; address++) {
        if (*address == '\n')
            *out++ = ',';
        *out++ = *address == '\n' ? ' ' : *address;
    }
    return line;
}

static void add_places(struct take_items *items, struct arena *arena, const struct service_detail *service)
{
    for (size_t i = 0; i < service->place_count; i++) {
        const struct place_row *place = &service->places[i];
        add_phones(items, arena, place->phones, place->phone_count);
        if (place->address)
            add_property(items, arena, "ADR;TYPE=WORK:;;", one_line(arena, place->address), ";;;;");
    }
}

static void add_hours(struct take_items *items, struct ui *ui, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    if (!service->week.known || service->hours.round_the_clock) {
        add_note(items, ui->arena, parts_hours_words(ui, model, &service->hours, service_phone_total(service) > 0));
        return;
    }
    struct hours_line_list hours = service_hours_lines(ui, &service->week, model->now);
    for (size_t i = 0; i < hours.count; i++)
        add_note(items, ui->arena, arena_printf(ui->arena, "%s %s", hours.at[i].days, hours.at[i].hours));
    if (!service->hours_note.text)
        add_note(items, ui->arena, parts_hours_doubt(ui, &service->hours));
}

static void add_papers(struct take_items *items, struct ui *ui, const struct service_detail *service)
{
    if (service->document_count > 0)
        add_note(items, ui->arena, arena_printf(ui->arena, "%s:", ui_tr(ui, N_("Bring with you"))));
    for (size_t i = 0; i < service->document_count; i++)
        add_note(items, ui->arena, service->documents[i].text);
}

struct take_texts take_service(struct ui *ui, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    const char *local_name = service->local_name.text ? service->local_name.text : service->organization;
    bool is_local = strcmp(ui->lang, model->kiosk->source_lang) == 0;
    struct take_items items = { 0 };
    add_property(&items, ui->arena, "ORG:", is_local ? service->organization : local_name, "");
    add_phones(&items, ui->arena, service->phones, service->phone_count);
    add_places(&items, ui->arena, service);
    add_hours(&items, ui, model);
    add_note(&items, ui->arena, service->hours_note.text);
    add_papers(&items, ui, service);
    if (!is_local) {
        struct ui local = *ui;
        local.lang = model->kiosk->source_lang;
        add_note(&items, ui->arena, arena_printf(ui->arena, "– %s –", local_name ? local_name : ""));
        add_hours(&items, &local, model);
    }
    return take_fill(ui->arena, &vcard, escaped(ui->arena, service->name.text ? service->name.text : ""), items);
}

struct take_texts take_steps(struct ui *ui, const struct model *model)
{
    const struct step_list *steps = &model->view.steps;
    struct take_items items = { 0 };
    for (size_t i = 0; i < steps->count; i++) {
        const struct step_row *step = &steps->at[i];
        const char *text = plain_text(ui->arena, str_of(step->text.text));
        if (i == 0 || steps->at[i - 1].part != step->part)
            *LIST_ADD(ui->arena, items) = (struct take_item){ parts_step_part(ui, step->part), false };
        const char *box = model_is_ticked(model, step->id) ? "☑" : "☐";
        *LIST_ADD(ui->arena, items) = (struct take_item){ arena_printf(ui->arena, "%s %s", box, text), false };
    }
    return take_fill(ui->arena, &lines, ui_tr(ui, N_("My first days here")), items);
}
