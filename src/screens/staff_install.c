#include "screens/staff_parts.h"

#include "text/format.h"

#include <assert.h>

/* The parts of the staff screen that have a question before something is done: which stick, whether this is wanted. */

static void stick_buttons(struct ui *ui, struct node *parent, const struct staff *staff, const char *order)
{
    for (size_t i = 0; i < staff->stick_count; i++)
        staff_button(ui, parent,
                     (struct ui_button){
                         .id = arena_printf(ui->arena, "%s/%s", order, staff->sticks[i]),
                         .icon = "usb",
                         .label = staff->sticks[i],
                         .lang = "en",
                         .look = BUTTON_CHOSEN,
                         .action = { ACT_STAFF_DO, arena_printf(ui->arena, "%s/%s", order, staff->sticks[i]), 0 } });
    if (staff->stick_count == 0)
        parts_fact(ui, parent, "usb", UI_BODY,
                   ui_tr(ui, N_("There is no stick. Put one in, wait a moment, and look again.")));
    staff_button(ui, parent,
                 (struct ui_button){ .id = "staff/look",
                                     .icon = "refresh",
                                     .label = ui_tr(ui, N_("Look again")),
                                     .action = { ACT_STAFF_DO, "look", 0 } });
}

static const char *const kind_words[] = {
    [DIFF_PACK] = N_("The pack as a whole"),
    [DIFF_NOTICE] = N_("Bulletins"),
    [DIFF_EMERGENCY] = N_("Emergency numbers"),
    [DIFF_TOPIC] = N_("Topics"),
    [DIFF_PAGE] = N_("Pages"),
    [DIFF_SERVICE] = N_("Services"),
    [DIFF_STEP] = N_("First days"),
    [DIFF_PHRASE] = N_("Cards to show"),
    [DIFF_ANSWER] = N_("Answers on cards"),
    [DIFF_CLOSURE] = N_("Days when everything is closed"),
    [DIFF_KIOSK] = N_("Kiosks"),
};
static_assert(COUNT(kind_words) == DIFF_KIND_COUNT, "each kind needs words");

static const struct {
    const char *icon, *words;
} change_words[] = {
    /* Translators: in a list of what changes; {name} is a service, a page and so on. */
    [DIFF_ADDED] = { "add_circle_outline", N_("New: {name}") },
    [DIFF_REMOVED] = { "remove_circle_outline", N_("Gone: {name}") },
    [DIFF_CHANGED] = { "edit", N_("Changed: {name}") },
};
static_assert(COUNT(change_words) == DIFF_CHANGE_COUNT, "each change needs words");

static const char *const about_words[] = {
    /* Translators: {language} is the name of a language, {count} a number. */
    [STAFF_ABOUT_CHECKED] = N_("Texts that a speaker has now checked: {language} ({count})"),
    [STAFF_ABOUT_UNCHECKED] = N_("Texts that no speaker has checked yet: {language} ({count})"),
    [STAFF_ABOUT_OUT_OF_DATE] = N_("Translations that are now older than the original: {language} ({count})"),
};
static_assert(COUNT(about_words) == STAFF_ABOUT_COUNT, "each state of texts needs words");

static void draw_change(struct ui *ui, struct node *card, const char *source, const struct staff_change *change)
{
    const char *lang = change->lang[0] ? change->lang : source;
    if (change->about != STAFF_ABOUT_RECORD) {
        const char *language = locale_language_name(lang, ui->lang, ui->arena);
        parts_fact(ui, card, "translate", UI_BODY,
                   UI_TRF(ui, about_words[change->about], { "language", language },
                          { "count", change->after ? change->after : "0" }));
        return;
    }
    parts_fact(ui, card, change_words[change->change].icon, UI_BODY,
               UI_TRF(ui, change_words[change->change].words, { "name", change->name }));
    if (change->before)
        ui_text_in(ui, card, UI_SMALL, lang, arena_printf(ui->arena, "− %s", change->before));
    if (change->after)
        ui_text_in(ui, card, UI_SMALL, lang, arena_printf(ui->arena, "+ %s", change->after));
}

static void draw_changes(struct ui *ui, struct node *content, const struct model *model)
{
    const struct staff *staff = model->kiosk->staff;
    struct node *card = NULL;
    for (size_t i = 0; i < staff->change_count; i++) {
        const struct staff_change *change = &staff->changes[i];
        if (!card || change->kind != change[-1].kind) {
            card = parts_card(ui, content, ui_tr(ui, kind_words[change->kind]));
            card->gap = ui_px(ui, 10);
        }
        draw_change(ui, card, model->kiosk->source_lang, change);
    }
    if (staff->more_changes > 0)
        ui_text(ui, content, UI_BODY,
                UI_TRF(ui, N_("More changes: {count}"),
                       { "count", format_number(ui->arena, ui->lang, (double)staff->more_changes, 0) }));
    if (staff->change_count == 0)
        ui_text(ui, content, UI_BODY,
                ui_tr(ui, staff->is_compared ? N_("A reader will see no difference.")
                                             : N_("What it changes could not be found out.")));
}

static void draw_taken(struct ui *ui, struct node *content, const struct model *model)
{
    const struct staff *staff = model->kiosk->staff;
    struct node *card = parts_card(ui, content, ui_tr(ui, N_("The pack on the stick")));
    card->gap = ui_px(ui, 14);
    staff_draw_pack(ui, card, &staff->taken);
    if (staff->is_same) {
        parts_fact(ui, card, "task_alt", UI_BODY, ui_tr(ui, N_("This pack is installed already.")));
        return;
    }
    staff_button(ui, card,
                 (struct ui_button){ .id = "staff/install-now",
                                     .icon = "task_alt",
                                     .label = ui_tr(ui, N_("Install this pack")),
                                     .look = BUTTON_ACCENT,
                                     .action = { ACT_STAFF_DO, "install-now", 0 } });
    ui_text(ui, content, UI_H2, ui_tr(ui, N_("What changes")));
    draw_changes(ui, content, model);
}

void staff_draw_install(struct ui *ui, struct node *content, const struct model *model)
{
    const struct staff *staff = model->kiosk->staff;
    if (staff->task != STAFF_IDLE)
        return;
    if (staff->has_taken) {
        draw_taken(ui, content, model);
        return;
    }
    struct node *card = parts_card(ui, content, ui_tr(ui, N_("Install from a stick")));
    stick_buttons(ui, card, staff, "stick");
}

void staff_draw_copy(struct ui *ui, struct node *content, const struct staff *staff)
{
    if (staff->task != STAFF_IDLE)
        return;
    struct node *card = parts_card(ui, content, ui_tr(ui, N_("Copy to a stick")));
    stick_buttons(ui, card, staff, "copy");
}

void staff_draw_roll_back(struct ui *ui, struct node *content, const struct staff *staff)
{
    struct node *card = parts_card(ui, content, ui_tr(ui, N_("Go back to this pack?")));
    card->gap = ui_px(ui, 14);
    staff_draw_pack(ui, card, &staff->previous);
    staff_button(ui, card,
                 (struct ui_button){ .id = "staff/rollback-now",
                                     .icon = "undo",
                                     .label = ui_tr(ui, N_("Yes, go back")),
                                     .look = BUTTON_ACCENT,
                                     .action = { ACT_STAFF_DO, "rollback-now", 0 } });
}

static const struct {
    const char *part, *words;
} clock_parts[STAFF_CLOCK_PARTS] = {
    { "year", N_("Year") }, { "month", N_("Month") },   { "day", N_("Day") },
    { "hour", N_("Hour") }, { "minute", N_("Minute") },
};

static void step_button(struct ui *ui, struct node *row, size_t i, bool forward)
{
    const char *part = arena_printf(ui->arena, "%s/%s", clock_parts[i].part, forward ? "more" : "less");
    ui_button(ui, row,
              (struct ui_button){
                  .id = arena_printf(ui->arena, "clock/%s", part),
                  .icon = forward ? "add" : "remove",
                  .name = arena_printf(ui->arena, "%s %s", ui_tr(ui, clock_parts[i].words), forward ? "+1" : "−1"),
                  .action = { ACT_STAFF_DO, arena_printf(ui->arena, "clock/%s", part), 0 } });
}

void staff_draw_clock(struct ui *ui, struct node *content, const struct staff *staff)
{
    const int values[STAFF_CLOCK_PARTS] = { staff->clock.year, staff->clock.month, staff->clock.day, staff->clock.hour,
                                            staff->clock.minute };
    struct node *card = parts_card(ui, content, ui_tr(ui, N_("Set the clock")));
    for (size_t i = 0; i < STAFF_CLOCK_PARTS; i++) {
        struct node *row = ui_row(ui, card, UNITS_GAP);
        ui_text(ui, row, UI_BODY, ui_tr(ui, clock_parts[i].words))->grow = 1;
        step_button(ui, row, i, false);
        struct node *value = ui_text(ui, row, UI_H2, arena_printf(ui->arena, "%02d", values[i]));
        value->min_w = ui_grown(ui, 120);
        value->text_align = NODE_CENTRE;
        step_button(ui, row, i, true);
    }
    staff_button(ui, card,
                 (struct ui_button){ .id = "staff/clock-now",
                                     .icon = "schedule",
                                     .label = ui_tr(ui, N_("Set the clock to this")),
                                     .look = BUTTON_ACCENT,
                                     .action = { ACT_STAFF_DO, "clock-now", 0 } });
}
