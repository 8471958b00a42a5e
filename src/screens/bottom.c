#include "screens/parts.h"
#include "screens/print.h"

#include <assert.h>

/* The bottom bar: Back and Listen, what can be done with what is shown, Display, Hide, Finish. */

static void back_button(struct ui *ui, struct node *bar, bool short_form)
{
    const char *name = ui_tr(ui, N_("Back"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "back",
                                  .icon = ui->rtl ? "arrow_forward" : "arrow_back",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_BACK, NULL, 0 } });
}

/* Emergency closes at its top: nothing may stand where Back does elsewhere. */
static void back_place(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    struct node back = { .axis = AXIS_ROW };
    if (model_screen(model) != SCREEN_EMERGENCY) {
        back_button(ui, bar, short_form);
        return;
    }
    back_button(ui, &back, short_form);
    ui_column(ui, bar, 0)->min_w = layout_natural_width(&back, ui->paras);
}

static void listen_button(struct ui *ui, struct node *bar, const struct model *model, bool is_reading, bool short_form)
{
    if (model->speech.mode == SPEECH_OFF || !model_has_pack(model))
        return;
    const char *name = is_reading
                           /* Translators: stops the voice that reads the screen. */
                           ? ui_tr(ui, N_("Stop"))
                           /* Translators: a voice reads the screen. */
                           : ui_tr(ui, N_("Listen"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "listen",
                                  .icon = is_reading ? "stop" : "volume_up",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_LISTEN, NULL, 0 } });
}

static void finish_button(struct ui *ui, struct node *bar, bool short_form)
{
    /* Translators: ends the visit and forgets everything that was chosen. */
    const char *name = ui_tr(ui, N_("Finish"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "finish",
                                  .icon = "logout",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_FINISH, NULL, 0 } });
}

void parts_finish_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (model_is_visited(model))
        finish_button(ui, bar, short_form);
}

static void hide_button(struct ui *ui, struct node *bar)
{
    ui_button(ui, bar,
              (struct ui_button){ .id = "hide",
                                  .icon = "visibility_off",
                                  /* Translators: one tap blanks the screen, for someone who is watched. */
                                  .label = ui_tr(ui, N_("Hide")),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_HIDE, NULL, 0 } });
}

static void take_button(struct ui *ui, struct node *bar)
{
    ui_button(ui, bar,
              (struct ui_button){ .id = "qr",
                                  .icon = "qr_code",
                                  .label = ui_tr(ui, N_("Take with me")),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_TAKE, NULL, 0 } });
}

static void show_button(struct ui *ui, struct node *bar)
{
    ui_button(ui, bar,
              (struct ui_button){ .id = "show",
                                  .icon = "record_voice_over",
                                  /* Translators: shows the service in large letters to somebody at a desk. */
                                  .label = ui_tr(ui, N_("Show to staff")),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_SHOW, NULL, 0 } });
}

static void print_button(struct ui *ui, struct node *bar)
{
    ui_button(ui, bar,
              (struct ui_button){ .id = "print",
                                  .icon = "print",
                                  .label = ui_tr(ui, N_("Print")),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_PRINT, NULL, 0 } });
}

static const struct printer_words {
    const char *icon;
    const char *words;
} printer_words[] = {
    [PRINT_BUSY] = { "hourglass_empty", N_("It is being printed. Please wait.") },
    [PRINT_DONE] = { "task_alt", N_("It is printed. Please take your page.") },
    [PRINT_NO_PAPER] = { "error_outline",
                         N_("The printer has no paper. Please tell the staff, or take it with your telephone.") },
    [PRINT_JAMMED] = { "error_outline", N_("The paper is stuck in the printer. Please tell the staff, or take it "
                                           "with your telephone.") },
    [PRINT_FAILED] = { "error_outline",
                       N_("The printer does not work. Please tell the staff, or take it with your telephone.") },
};
static_assert(COUNT(printer_words) == PRINT_STATE_COUNT, "each state of the printer is said");

const char *print_state_words(enum print_state state)
{
    return printer_words[state].words;
}

/* What the printer is doing, above everything that can be tapped. */
static void printer_line(struct ui *ui, const struct model *model)
{
    if (model->printing == PRINT_NONE)
        return;
    const struct printer_words *is = &printer_words[model->printing];
    struct node *line = ui_column(ui, ui->root, 0);
    ui_pad(ui, line, UNITS_MARGIN, 12);
    ui_fill(line, ui_colour(ui, COLOUR_TINT));
    parts_fact(ui, line, is->icon, UI_STRONG, ui_tr(ui, is->words));
}

/* What can be done with what is shown. */
static void fill_actions(struct ui *ui, struct node *bar, const struct model *model)
{
    enum screen_id screen = model_screen(model);
    if (screen == SCREEN_SERVICE || screen == SCREEN_FIRST_DAYS)
        take_button(ui, bar);
    if (screen == SCREEN_SERVICE)
        show_button(ui, bar);
    if (model->kiosk->prints && print_can(model) && screen != SCREEN_STAFF)
        print_button(ui, bar);
}

static void about_button(struct ui *ui, struct node *bar, bool short_form)
{
    const char *name = ui_tr(ui, N_("About this kiosk"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "about",
                                  .icon = "info",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_ABOUT, NULL, 0 } });
}

static void display_button(struct ui *ui, struct node *bar, bool short_form)
{
    /* Translators: the button to text size, contrast, and how things are shown. */
    const char *name = ui_tr(ui, N_("Display"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "display",
                                  .icon = "accessibility",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_DISPLAY, NULL, 0 } });
}

static bool has_display(const struct model *model)
{
    return model_screen(model) != SCREEN_DISPLAY && model_has_pack(model);
}

void parts_display_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (has_display(model))
        display_button(ui, bar, short_form);
}

/* Which buttons of the bottom bar are pictograms alone, from none to all that can be. Hide keeps its word. */
enum brevity { BREVITY_NONE, BREVITY_KNOWN_SIGNS, BREVITY_LISTEN, BREVITY_MOST };

/* What a bottom bar holds beside Listen, and whether that says Stop. */
struct contents {
    bool back, actions, display, about, hide, finish;
    bool is_reading;
};

/* What most bars hold, and Hide. */
static const struct contents usual = { .back = true, .display = true, .hide = true, .finish = true };

static struct contents contents_of(const struct model *model, bool with_actions)
{
    return (struct contents){ .back = model->depth > 1,
                              .actions = with_actions,
                              .display = has_display(model),
                              .about = model_screen(model) == SCREEN_HOME,
                              .hide = model_is_sensitive(model),
                              .finish = model_is_visited(model),
                              .is_reading = model->is_reading };
}

static void fill_bottom(struct ui *ui, struct node *bar, const struct model *model, struct contents holds,
                        enum brevity brevity)
{
    bool known_signs = brevity >= BREVITY_KNOWN_SIGNS; /* arrow, person and i say as much as their words */
    if (holds.back)
        back_place(ui, bar, model, known_signs);
    listen_button(ui, bar, model, holds.is_reading, brevity >= BREVITY_LISTEN);
    ui_space(ui, bar);
    if (holds.actions)
        fill_actions(ui, bar, model);
    if (holds.display)
        display_button(ui, bar, known_signs);
    if (holds.about)
        about_button(ui, bar, known_signs || !parts_is_wide(ui));
    if (holds.hide)
        hide_button(ui, bar);
    if (holds.finish)
        finish_button(ui, bar, brevity >= BREVITY_MOST);
}

static bool bottom_fits(struct ui *ui, const struct model *model, struct contents holds, enum brevity brevity)
{
    struct node trial = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    fill_bottom(ui, &trial, model, holds, brevity);
    return !parts_is_too_wide(ui, &trial);
}

/* The least brevity, from `brevity` on, with which it fits, or the most there is. */
static enum brevity brevity_for(struct ui *ui, const struct model *model, struct contents holds, enum brevity brevity)
{
    while (brevity < BREVITY_MOST && !bottom_fits(ui, model, holds, brevity))
        brevity++;
    return brevity;
}

/* As brief as the fullest of the usual bars must be, so that a button looks the same on every screen; briefer only
 * where one screen has more. */
static enum brevity bottom_brevity(struct ui *ui, const struct model *model)
{
    return brevity_for(ui, model, contents_of(model, false), brevity_for(ui, model, usual, BREVITY_NONE));
}

struct parts_brief parts_brief(struct ui *ui, const struct model *model)
{
    enum brevity brevity = brevity_for(ui, model, usual, BREVITY_NONE);
    return (struct parts_brief){ .signs = brevity >= BREVITY_KNOWN_SIGNS, .finish = brevity >= BREVITY_MOST };
}

void parts_back_button(struct ui *ui, struct node *bar, bool short_form)
{
    back_button(ui, bar, short_form);
}

static bool has_actions(struct ui *ui, const struct model *model)
{
    struct node trial = { .axis = AXIS_ROW };
    fill_actions(ui, &trial, model);
    return trial.first != NULL;
}

static bool actions_fit(struct ui *ui, const struct model *model)
{
    struct node trial = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    fill_actions(ui, &trial, model);
    return !parts_is_too_wide(ui, &trial);
}

/* Actions share their row, each at least as wide as its words. */
static void actions_row(struct ui *ui, struct node *bar, const struct model *model)
{
    struct node *row = ui_row(ui, bar, UNITS_GAP);
    row->may_wrap = true;
    row->align = NODE_STRETCH;
    fill_actions(ui, row, model);
    for (struct node *button = row->first; button; button = button->next)
        button->grow = 1;
}

#define TIGHT_WIDTH 650.0f /* in units; where it is narrower, full bars would leave too little of the screen */

/* Before it is needed for the first time, above the button that it is about, or first of the content where it is tight.
 */
static void explain_hide(struct ui *ui, const struct model *model, struct node *content)
{
    if (!model_is_sensitive(model) || model->knows_hide)
        return;
    bool is_tight = content && ui_width_units(ui) < TIGHT_WIDTH;
    struct node *strip = ui_row(ui, is_tight ? content : ui->root, 0);
    ui_pad(ui, strip, UNITS_MARGIN, 10);
    ui_fill(strip, ui_colour(ui, COLOUR_TINT));
    strip->justify = NODE_END;
    struct node *fact =
        parts_fact(ui, strip, "visibility_off", (struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_INK },
                   ui_tr(ui, N_("One tap on Hide clears the screen at once. Nobody can come back to this page.")));
    fact->last->grow = 0;
}

void parts_bottom(struct ui *ui, const struct model *model, struct node *content)
{
    explain_hide(ui, model, content);
    printer_line(ui, model);
    struct node *bar = parts_bar(ui, false);
    enum brevity brevity = bottom_brevity(ui, model);
    struct contents whole = contents_of(model, true), without = contents_of(model, false);
    if (!has_actions(ui, model) || bottom_fits(ui, model, whole, brevity)) {
        fill_bottom(ui, bar, model, whole, brevity);
    } else if (content && (ui_width_units(ui) < TIGHT_WIDTH || !actions_fit(ui, model))) {
        fill_actions(ui, ui_wrap(ui, content, UNITS_GAP), model);
        fill_bottom(ui, bar, model, without, brevity);
    } else {
        bar->axis = AXIS_COLUMN;
        bar->align = NODE_STRETCH;
        actions_row(ui, bar, model);
        struct node *row = ui_row(ui, bar, UNITS_GAP);
        row->may_wrap = true;
        fill_bottom(ui, row, model, without, brevity);
    }
}
