#include "screens/parts.h"
#include "screens/print.h"

#include <assert.h>

struct node *parts_content(struct ui *ui)
{
    struct node *content = ui_column(ui, ui->root, 28);
    ui_pad(ui, content, UNITS_MARGIN, 36);
    content->grow = 1;
    content->scroll = true;
    return content;
}

static void line_across(struct ui *ui)
{
    struct node *line = ui_column(ui, ui->root, 0);
    line->min_h = ui_px(ui, UNITS_LINE);
    ui_fill(line, ui_colour(ui, COLOUR_LINE));
}

/* The line is towards the content, which is above all bars when the reach is low. */
struct node *parts_bar(struct ui *ui, bool top)
{
    bool is_above = top && !ui->low_reach;
    if (!is_above)
        line_across(ui);
    struct node *bar = ui_row(ui, ui->root, UNITS_GAP);
    bar->may_wrap = true;
    bar->is_group = true;
    ui_pad(ui, bar, UNITS_MARGIN, UNITS_BAR_PAD);
    ui_fill(bar, ui_colour(ui, COLOUR_CARD));
    if (is_above)
        line_across(ui);
    return bar;
}

void parts_emergency_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    const char *number = model->kiosk->emergency_number;
    const char *name = ui_tr(ui, N_("Emergency"));
    if (!model_has_pack(model))
        return;
    if (number)
        /* Translators: the button that opens the emergency numbers; {number} is the first of them, such as 112. */
        name = UI_TRF(ui, N_("Emergency {number}"), { "number", number });
    ui_button(ui, bar,
              (struct ui_button){ .id = "emergency",
                                  .icon = "call",
                                  .label = short_form && number ? number : name,
                                  .name = name,
                                  .look = BUTTON_RED,
                                  .action = { ACT_EMERGENCY, NULL, 0 } });
}

static void home_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (!model->lang[0] || !model_has_pack(model))
        return;
    const char *name = ui_tr(ui, N_("Home"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "home",
                                  .icon = "home",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_HOME, NULL, 0 } });
}

/* The button shows the language's own name, so that it is found by someone who can't read the present one. */
void parts_language_button(struct ui *ui, struct node *bar, const struct model *model)
{
    const struct locale *locale = model_locale(model, model_lang(model));
    ui_button(ui, bar,
              (struct ui_button){ .id = "language",
                                  .icon = "translate",
                                  .label = locale->name,
                                  .lang = locale->tag,
                                  .action = { ACT_LANGUAGES, NULL, 0 } });
}

static void search_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (!model->lang[0] || !model_has_pack(model))
        return;
    const char *name = ui_tr(ui, N_("Search"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "search",
                                  .icon = "search",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_SEARCH, NULL, 0 } });
}

/* What is typed, with a mark where the next letter comes. */
static void search_field(struct ui *ui, struct node *parent, const struct model *model)
{
    bool typed = model->words[0] != '\0';
    struct node *field = ui_row(ui, parent, 12);
    ui_pad(ui, field, 24, 8);
    ui_fill(field, ui_colour(ui, COLOUR_CARD));
    ui_border(field, ui_colour(ui, COLOUR_ACCENT));
    field->min_h = ui_px(ui, UNITS_TARGET);
    field->radius = ui_px(ui, UNITS_RADIUS);
    field->grow = 1;
    ui_icon(ui, field, "search", 36, ui_colour(ui, COLOUR_ACCENT));
    struct ui_text style = { TYPE_BODY, FONT_REGULAR, typed ? COLOUR_INK : COLOUR_MUTED };
    if (typed)
        ui_text(ui, field, style, model->words);
    struct node *caret = ui_column(ui, field, 0);
    caret->min_w = caret->max_w = ui_px(ui, 3);
    caret->min_h = ui_grown(ui, 40);
    ui_fill(caret, ui_colour(ui, COLOUR_ACCENT));
    if (!typed)
        ui_text(ui, field, style, ui_tr(ui, N_("What are you looking for?")))->grow = 1;
}

static void clear_button(struct ui *ui, struct node *parent, const struct model *model)
{
    if (model->words[0])
        ui_button(ui, parent,
                  (struct ui_button){ .id = "clear",
                                      .icon = "close",
                                      .name = ui_tr(ui, N_("Erase everything")),
                                      .action = { ACT_CLEAR, NULL, 0 } });
}

static void fill_top(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    home_button(ui, bar, model, short_form);
    if (model_screen(model) == SCREEN_SEARCH && parts_is_wide(ui)) {
        search_field(ui, bar, model);
        clear_button(ui, bar, model);
    } else {
        if (model_screen(model) != SCREEN_SEARCH)
            search_button(ui, bar, model, short_form);
        ui_space(ui, bar);
    }
    parts_language_button(ui, bar, model);
    parts_emergency_button(ui, bar, model, short_form);
}

bool parts_is_too_wide(struct ui *ui, struct node *bar)
{
    return layout_natural_width(bar, ui->paras) > (float)ui->width - 2 * ui_px(ui, UNITS_MARGIN);
}

/* Where the whole words don't fit side by side, pictogram and number stand alone. */
static bool top_is_short(struct ui *ui, const struct model *model)
{
    struct node usual = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    struct node trial = usual;
    home_button(ui, &usual, model, false);
    search_button(ui, &usual, model, false); /* also on the search: what is short elsewhere stays so there */
    ui_space(ui, &usual);
    parts_language_button(ui, &usual, model);
    parts_emergency_button(ui, &usual, model, false);
    fill_top(ui, &trial, model, false);
    return parts_is_too_wide(ui, &usual) || parts_is_too_wide(ui, &trial);
}

static void top_bar(struct ui *ui, const struct model *model)
{
    fill_top(ui, parts_bar(ui, true), model, top_is_short(ui, model));
}

float parts_emergency_width(struct ui *ui, const struct model *model)
{
    struct node trial = { .axis = AXIS_ROW };
    parts_emergency_button(ui, &trial, model, top_is_short(ui, model));
    return layout_natural_width(&trial, ui->paras);
}

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

void parts_back_button(struct ui *ui, struct node *bar)
{
    back_button(ui, bar, false);
}

void parts_listen_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    if (model->speech.mode == SPEECH_OFF || !model_has_pack(model))
        return;
    const char *name = model->is_reading
                           /* Translators: stops the voice that reads the screen. */
                           ? ui_tr(ui, N_("Stop"))
                           /* Translators: a voice reads the screen. */
                           : ui_tr(ui, N_("Listen"));
    ui_button(ui, bar,
              (struct ui_button){ .id = "listen",
                                  .icon = model->is_reading ? "stop" : "volume_up",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_LISTEN, NULL, 0 } });
}

void parts_say_button(struct ui *ui, struct node *parent, const struct model *model, const char *text)
{
    const char *local = model->kiosk->source_lang;
    if (!text || !model_has_voice(model, local) || model->speech.mode == SPEECH_OFF)
        return;
    struct node *row = ui_wrap(ui, parent, 16);
    ui_button(ui, row,
              (struct ui_button){ .id = "say",
                                  .icon = "volume_up",
                                  /* Translators: the kiosk says the local sentence to whoever stands there. */
                                  .label = ui_tr(ui, N_("Say it aloud")),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_SAY, text, 0 } });
}

void parts_finish_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    /* Translators: ends the visit and forgets everything that was chosen. */
    const char *name = ui_tr(ui, N_("Finish"));
    if (!model_is_visited(model))
        return;
    ui_button(ui, bar,
              (struct ui_button){ .id = "finish",
                                  .icon = "logout",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_FINISH, NULL, 0 } });
}

void parts_hide_button(struct ui *ui, struct node *bar)
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

void parts_display_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form)
{
    /* Translators: the button to text size, contrast, and how things are shown. */
    const char *name = ui_tr(ui, N_("Display"));
    if (model_screen(model) == SCREEN_DISPLAY || !model_has_pack(model))
        return;
    ui_button(ui, bar,
              (struct ui_button){ .id = "display",
                                  .icon = "accessibility",
                                  .label = short_form ? NULL : name,
                                  .name = name,
                                  .action = { ACT_DISPLAY, NULL, 0 } });
}

enum bottom_form {
    BOTTOM_WHOLE,  /* everything in one row */
    BOTTOM_SHORT,  /* the same, what can be a pictogram alone is one */
    BOTTOM_BENEATH /* the actions stand in a row of their own above it */
};

static void fill_with(struct ui *ui, struct node *bar, const struct model *model, enum bottom_form form,
                      bool finish_is_short)
{
    if (model->depth > 1)
        back_button(ui, bar, form != BOTTOM_WHOLE);
    parts_listen_button(ui, bar, model, form != BOTTOM_WHOLE);
    ui_space(ui, bar);
    if (form != BOTTOM_BENEATH)
        fill_actions(ui, bar, model);
    parts_display_button(ui, bar, model, form != BOTTOM_WHOLE);
    if (model_screen(model) == SCREEN_HOME)
        about_button(ui, bar, form != BOTTOM_WHOLE);
    if (model_is_sensitive(model))
        parts_hide_button(ui, bar);
    parts_finish_button(ui, bar, model, finish_is_short);
}

/* In large letters even the short form may be too wide for one row: then Finish does without its word too, and Hide
 * keeps its own. */
static void fill_bottom(struct ui *ui, struct node *bar, const struct model *model, enum bottom_form form)
{
    struct node trial = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    fill_with(ui, &trial, model, form, false);
    fill_with(ui, bar, model, form, form != BOTTOM_WHOLE && parts_is_too_wide(ui, &trial));
}

static bool bottom_fits(struct ui *ui, const struct model *model, enum bottom_form form)
{
    struct node trial = { .axis = AXIS_ROW, .gap = ui_px(ui, UNITS_GAP) };
    fill_bottom(ui, &trial, model, form);
    return !parts_is_too_wide(ui, &trial);
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
    fill_actions(ui, row, model);
    for (struct node *button = row->first; button; button = button->next)
        button->grow = 1;
}

#define TIGHT_WIDTH 650.0f /* in units; where it is narrower, full bars would leave too little of the screen */

/* Before it is needed for the first time, above the button that it is about, or first of the content where it is tight.
 */
void parts_explain_hide(struct ui *ui, const struct model *model, struct node *content)
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

/* `content` takes what the bar has no room for; NULL on a screen without sensitive things and actions. */
static void bottom_bar(struct ui *ui, const struct model *model, struct node *content)
{
    parts_explain_hide(ui, model, content);
    printer_line(ui, model);
    struct node *bar = parts_bar(ui, false);
    if (bottom_fits(ui, model, BOTTOM_WHOLE)) {
        fill_bottom(ui, bar, model, BOTTOM_WHOLE);
    } else if (!has_actions(ui, model)) {
        fill_bottom(ui, bar, model, BOTTOM_SHORT);
    } else if (content && (ui_width_units(ui) < TIGHT_WIDTH || !actions_fit(ui, model))) {
        fill_actions(ui, ui_wrap(ui, content, UNITS_GAP), model);
        fill_bottom(ui, bar, model, BOTTOM_BENEATH);
    } else {
        bar->axis = AXIS_COLUMN;
        bar->align = NODE_STRETCH;
        actions_row(ui, bar, model);
        struct node *row = ui_row(ui, bar, UNITS_GAP);
        row->may_wrap = true;
        fill_bottom(ui, row, model, BOTTOM_BENEATH);
    }
}

struct node *parts_frame(struct ui *ui, const struct model *model)
{
    top_bar(ui, model);
    struct node *content = parts_content(ui);
    parts_hint(ui, content, model);
    bottom_bar(ui, model, content);
    return content;
}

static void search_row(struct ui *ui, struct node *parent, const struct model *model, float pad_x, float pad_y)
{
    struct node *row = ui_row(ui, parent, UNITS_GAP);
    ui_pad(ui, row, pad_x, pad_y);
    search_field(ui, row, model);
    clear_button(ui, row, model);
}

struct node *parts_search_frame(struct ui *ui, const struct model *model, bool is_low)
{
    top_bar(ui, model);
    bool in_bar = parts_is_wide(ui);
    if (!in_bar && !is_low)
        search_row(ui, ui->root, model, UNITS_MARGIN, 16);
    struct node *content = parts_content(ui);
    parts_hint(ui, content, model);
    if (!in_bar && is_low)
        search_row(ui, content, model, 0, 0);
    return content;
}

void parts_bottom(struct ui *ui, const struct model *model)
{
    bottom_bar(ui, model, NULL);
}
