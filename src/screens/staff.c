#include "screens/staff_parts.h"

#include "screens/screens.h"
#include "text/format.h"

#include <assert.h>
#include <string.h>

/* For those who look after the kiosk: what it shows and how old it is, a new pack from a stick, the way back, what
 * visitors have noted, the clock. Nothing of a visit is here to be seen. */

struct node *staff_button(struct ui *ui, struct node *parent, struct ui_button button)
{
    struct node *node = ui_button(ui, parent, button);
    node->self = NODE_START;
    return node;
}

static const char *date_words(struct ui *ui, const char *date)
{
    struct civil day;
    return civil_parse_date(&day, str_of(date)) ? format_date(ui->arena, ui->lang, day) : date;
}

void staff_draw_pack(struct ui *ui, struct node *parent, const struct staff_pack *pack)
{
    parts_fact(ui, parent, "inventory_2", UI_STRONG,
               /* Translators: the number of a pack: the higher, the newer. */
               UI_TRF(ui, N_("Pack number {number}"),
                      { "number", arena_printf(ui->arena, "%lld", (long long)pack->sequence) }));
    const char *made = date_words(ui, pack->created);
    const char *days = format_number(ui->arena, ui->lang, (double)pack->age_days, 0);
    const char *pattern = message_plural(ui->lang, "Made on {date}, {days} day ago", "Made on {date}, {days} days ago",
                                         (unsigned long)(pack->age_days > 0 ? pack->age_days : 0));
    parts_fact(ui, parent, "today", UI_BODY,
               pack->age_days < 0 ? UI_TRF(ui, N_("Made on {date}"), { "date", made })
                                  : MESSAGE_FORMAT(ui->arena, pattern, { "date", made }, { "days", days }));
    if (pack->expires[0])
        parts_fact(ui, parent, "event_busy", UI_BODY,
                   UI_TRF(ui, N_("Holds until {date}"), { "date", date_words(ui, pack->expires) }));
}

static const struct {
    const char *doing, *done, *failed; /* msgids; NULL: nothing is said */
} tasks[] = {
    [STAFF_IDLE] = { NULL, NULL, NULL },
    [STAFF_PIN] = { N_("Please wait…"), NULL, NULL },
    [STAFF_LOOK] = { N_("Please wait…"), NULL, NULL },
    [STAFF_TAKE] = { N_("Reading the pack…"), NULL, N_("This pack can’t be installed.") },
    [STAFF_INSTALL] = { N_("Installing the pack…"), N_("The pack is installed. Visitors see it as soon as you finish."),
                        N_("The pack was not installed. The kiosk stays as it was.") },
    [STAFF_ROLL_BACK] = { N_("Going back…"), N_("The pack before is back. Visitors see it as soon as you finish."),
                          N_("The kiosk could not go back. It stays as it was.") },
    [STAFF_COPY] = { N_("Copying…"), N_("Copied. You can take the stick out."), N_("This could not be copied.") },
    [STAFF_SET_CLOCK] = { N_("Please wait…"), N_("The clock is set."), N_("The clock could not be set here.") },
};
static_assert(COUNT(tasks) == STAFF_TASK_COUNT, "each task needs its words");

static const char *const reasons[] = {
    [ERR_MISSING] = N_("There is no pack on the stick."),
    [ERR_IO] = N_("Something could not be read or written. Is the stick still in, and is there room?"),
    [ERR_FORMAT] = N_("The file is damaged. Copy it to the stick again."),
    [ERR_TOO_NEW] = N_("The pack needs a newer version of this program."),
    [ERR_REFUSED] = N_("It is too old, not meant for this kiosk, or not signed by those whom this kiosk trusts."),
    [ERR_CODE_COUNT] = NULL,
};

static void draw_doing(struct ui *ui, struct node *content, const struct staff *staff)
{
    struct node *card = ui_card(ui, content);
    parts_fact(ui, card, "hourglass_empty", UI_H2, ui_tr(ui, tasks[staff->task].doing));
    if (staff->percent < 0)
        return;
    struct node *bar = ui_row(ui, card, 0);
    bar->align = NODE_STRETCH;
    ui_fill(bar, ui_colour(ui, COLOUR_LINE));
    struct node *done = ui_column(ui, bar, 0);
    struct node *left = ui_column(ui, bar, 0);
    done->min_h = left->min_h = ui_px(ui, 24);
    done->grow = (float)staff->percent;
    left->grow = (float)(100 - staff->percent);
    ui_fill(done, ui_colour(ui, COLOUR_ACCENT));
}

void staff_draw_told(struct ui *ui, struct node *content, const struct staff *staff)
{
    if (staff->task != STAFF_IDLE) {
        draw_doing(ui, content, staff);
        return;
    }
    const char *words = staff->has_failed ? tasks[staff->told].failed : tasks[staff->told].done;
    if (!words)
        return;
    struct node *card = ui_card(ui, content);
    card->gap = ui_px(ui, 14);
    parts_fact(ui, card, staff->has_failed ? "error_outline" : "task_alt", UI_H2, ui_tr(ui, words));
    bool is_about_pack = staff->told == STAFF_TAKE || staff->why == ERR_IO;
    if (staff->has_failed && is_about_pack && reasons[staff->why])
        ui_text(ui, card, UI_BODY, ui_tr(ui, reasons[staff->why]));
    if (staff->has_failed && staff->detail[0])
        ui_text_in(ui, card, UI_SMALL, "en", staff->detail);
}

/* Its languages, and what is not as it should be. */
static void draw_state(struct ui *ui, struct node *card, const struct model *model)
{
    const struct kiosk *kiosk = model->kiosk;
    if (model_has_pack(model)) {
        const char **codes = ARENA_ARRAY(ui->arena, const char *, kiosk->language_count);
        for (size_t i = 0; i < kiosk->language_count; i++)
            codes[i] = kiosk->languages[i].tag;
        parts_fact(ui, card, "translate", UI_BODY, parts_language_names(ui, codes, kiosk->language_count));
        parts_expired(ui, card, model);
    }
    if (kiosk->preview)
        parts_fact(ui, card, "info", UI_BODY, ui_tr(ui, N_("Preview: this pack is not signed")));
    if (!model_has_pack(model))
        parts_fact(ui, card, "error_outline", UI_STRONG, ui_tr(ui, N_("The kiosk can’t show its pack.")));
    else if (kiosk->notice)
        parts_fact(ui, card, "error_outline", UI_BODY, ui_tr(ui, N_("This is not the newest pack, because:")));
    if (kiosk->notice)
        ui_text_in(ui, card, UI_SMALL, "en", kiosk->notice);
}

static void draw_packs(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct staff *staff = model->kiosk->staff;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("What this kiosk shows")));
    card->gap = ui_px(ui, 14);
    if (staff->shown.sequence > 0)
        staff_draw_pack(ui, card, &staff->shown);
    draw_state(ui, card, model);
    if (!staff->has_store)
        return;
    staff_button(ui, card,
                 (struct ui_button){ .id = "staff/install",
                                     .icon = "usb",
                                     .label = ui_tr(ui, N_("Install from a stick")),
                                     .look = BUTTON_ACCENT,
                                     .action = { ACT_STAFF, STAFF_PART_INSTALL, 0 } });
    if (staff->previous.sequence > 0 && !staff->previous.is_damaged)
        staff_button(ui, card,
                     (struct ui_button){ .id = "staff/rollback",
                                         .icon = "undo",
                                         .label = ui_tr(ui, N_("Go back to the pack before")),
                                         .action = { ACT_STAFF, STAFF_PART_ROLL_BACK, 0 } });
}

static void draw_notes(struct ui *ui, struct node *parent, const struct staff *staff)
{
    if (!staff->can_copy)
        return;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("What visitors have noted")));
    card->gap = ui_px(ui, 14);
    const char *pattern = message_plural(ui->lang, "{count} note that something is wrong",
                                         "{count} notes that something is wrong", (unsigned long)staff->notes);
    parts_fact(
        ui, card, "flag", UI_BODY,
        MESSAGE_FORMAT(ui->arena, pattern, { "count", format_number(ui->arena, ui->lang, (double)staff->notes, 0) }));
    parts_fact(
        ui, card, "bar_chart", UI_BODY,
        ui_tr(ui,
              N_("How often topics were opened is copied too: only counts from 10 up, so that they tell of nobody.")));
    staff_button(ui, card,
                 (struct ui_button){ .id = "staff/copy",
                                     .icon = "usb",
                                     .label = ui_tr(ui, N_("Copy to a stick")),
                                     .action = { ACT_STAFF, STAFF_PART_COPY, 0 } });
}

static void draw_machine(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct staff *staff = model->kiosk->staff;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("This computer")));
    card->gap = ui_px(ui, 14);
    const char *time = format_time(ui->arena, ui->lang, model->now.hour * 60 + model->now.minute);
    if (model_has_pack(model)) /* it knows the time zone */
        parts_fact(ui, card, "schedule", UI_STRONG,
                   arena_printf(ui->arena, "%s · %s", format_date(ui->arena, ui->lang, model->now), time));
    if (staff->is_clock_behind)
        parts_fact(ui, card, "error_outline", UI_BODY,
                   ui_tr(ui, N_("The clock is wrong: it shows a day before the pack was made.")));
    struct node *row = ui_wrap(ui, card, UNITS_GAP);
    if (staff->can_set_clock)
        ui_button(ui, row,
                  (struct ui_button){ .id = "staff/clock",
                                      .icon = "schedule",
                                      .label = ui_tr(ui, N_("Set the clock")),
                                      .action = { ACT_STAFF, STAFF_PART_CLOCK, 0 } });
    if (model_has_pack(model))
        staff_draw_tests(ui, row, model);
    ui_button(ui, row,
              (struct ui_button){ .id = "staff/restart",
                                  .icon = "refresh",
                                  .label = ui_tr(ui, N_("Restart")),
                                  .action = { ACT_STAFF_DO, "restart", 0 } });
}

static void draw_first(struct ui *ui, struct node *content, const struct model *model)
{
    struct parts_columns columns = parts_columns(ui, content, 28, 1);
    draw_packs(ui, columns.first, model);
    draw_notes(ui, columns.second, model->kiosk->staff);
    draw_machine(ui, columns.second, model);
}

void screen_staff(struct ui *ui, const struct model *model)
{
    const struct staff *staff = model->kiosk->staff;
    const char *part = model_place_const(model)->id;
    struct node *content = parts_frame(ui, model);
    parts_heading(ui, content, "admin_panel_settings", ui_colour(ui, COLOUR_ACCENT), ui_tr(ui, N_("For the staff")));
    if (!staff->is_open) {
        staff_draw_pin(ui, content, staff);
        return;
    }
    staff_draw_told(ui, content, staff);
    if (strcmp(part, STAFF_PART_INSTALL) == 0)
        staff_draw_install(ui, content, model);
    else if (strcmp(part, STAFF_PART_ROLL_BACK) == 0)
        staff_draw_roll_back(ui, content, staff);
    else if (strcmp(part, STAFF_PART_COPY) == 0)
        staff_draw_copy(ui, content, staff);
    else if (strcmp(part, STAFF_PART_CLOCK) == 0)
        staff_draw_clock(ui, content, staff);
    else
        draw_first(ui, content, model);
}
