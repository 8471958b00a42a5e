#include "screens/parts.h"
#include "screens/screens.h"
#include "text/format.h"

#include <assert.h>

/* How things are shown: text size, contrast, and what helps reach, calm and time. Each choice shows what it does, and
 * whether it is made is told by a tick and in its name, not by colour alone. */

/* A tile to choose; what stands in it comes from the caller, the tick first. */
static struct node *choice(struct ui *ui, struct node *grid, const char *id, const char *words, bool chosen,
                           struct action action)
{
    struct node *tile = ui_row(ui, grid, 16);
    ui_pad(ui, tile, 24, 14);
    tile->radius = ui_px(ui, UNITS_CARD_RADIUS);
    tile->justify = NODE_CENTRE;
    tile->thick = chosen;
    ui_fill(tile, ui_colour(ui, chosen ? COLOUR_TINT : COLOUR_CARD));
    ui_border(tile, ui_colour(ui, chosen ? COLOUR_ACCENT : COLOUR_EDGE));
    ui_tappable(ui, tile, id, action);
    /* Translators: said of the one that is chosen among several: "Chosen: Large". */
    tile->label = chosen ? UI_TRF(ui, N_("Chosen: {choice}"), { "choice", words }) : words;
    return tile;
}

static void tick(struct ui *ui, struct node *tile, uint32_t colour)
{
    ui_icon(ui, tile, "check", 40, colour);
}

static struct node *section(struct ui *ui, struct node *parent, const char *icon, const char *heading)
{
    struct node *card = ui_card(ui, parent);
    card->gap = ui_px(ui, 14);
    card->pad_y = ui_px(ui, 18);
    parts_fact(ui, card, icon, UI_H2, heading);
    return card;
}

static int columns(const struct ui *ui)
{
    return ui_width_units(ui) >= 900 ? 3 : 1;
}

static const struct {
    const char *id, *words;
} sizes[] = {
    /* Translators: text sizes: usual, large, largest. */
    [TEXT_USUAL] = { "size/usual", N_("Usual") },
    [TEXT_LARGE] = { "size/large", N_("Large") },
    [TEXT_LARGEST] = { "size/largest", N_("Largest") },
};
static_assert(COUNT(sizes) == TEXT_SIZE_COUNT, "each text size needs a name");

static void text_sizes(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *card = section(ui, parent, "format_size", ui_tr(ui, N_("Text size")));
    struct node *grid = ui_grid(ui, card, columns(ui), UNITS_GAP);
    for (enum text_size size = 0; size < TEXT_SIZE_COUNT; size++) {
        bool chosen = model->display.look.text_size == size;
        const char *words = ui_tr(ui, sizes[size].words);
        struct node *tile =
            choice(ui, grid, sizes[size].id, words, chosen, (struct action){ ACT_TEXT_SIZE, NULL, (int)size });
        struct theme sample = theme_of(ui->theme->unit * THEME_UNITS_PER_MM, (struct look){ PALETTE_LIGHT, size });
        if (chosen)
            tick(ui, tile, ui_colour(ui, COLOUR_ACCENT));
        struct node *text = ui_text(ui, tile, UI_STRONG, words);
        text->size = theme_type_size(&sample, TYPE_BODY);
    }
}

static const struct {
    const char *id, *words, *icon;
} palettes[] = {
    /* Translators: contrasts: a light ground, a dark ground, yellow on black. */
    [PALETTE_LIGHT] = { "contrast/light", N_("Light"), "wb_sunny" },
    [PALETTE_DARK] = { "contrast/dark", N_("Dark"), "brightness_3" },
    [PALETTE_BLACK_YELLOW] = { "contrast/black-yellow", N_("Black and yellow"), "contrast" },
};
static_assert(COUNT(palettes) == PALETTE_COUNT, "each palette needs a name");

/* Each tile in its own colours. */
static void contrasts(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *card = section(ui, parent, "brightness_6", ui_tr(ui, N_("Contrast")));
    struct node *grid = ui_grid(ui, card, columns(ui), UNITS_GAP);
    for (enum palette palette = 0; palette < PALETTE_COUNT; palette++) {
        bool chosen = model->display.look.palette == palette;
        const char *words = ui_tr(ui, palettes[palette].words);
        struct node *tile =
            choice(ui, grid, palettes[palette].id, words, chosen, (struct action){ ACT_CONTRAST, NULL, (int)palette });
        struct theme sample = theme_of(THEME_UNITS_PER_MM, (struct look){ palette, TEXT_USUAL });
        uint32_t ink = sample.colours[COLOUR_INK];
        ui_fill(tile, sample.colours[COLOUR_CARD]);
        if (chosen)
            tick(ui, tile, ink);
        ui_icon(ui, tile, palettes[palette].icon, 36, ink);
        ui_text(ui, tile, UI_STRONG, words)->colour = ink;
    }
}

/* A setting that is on or off. */
struct toggle {
    const char *id;
    const char *words, *explained;
    bool on;
    int action;
};

static void toggle(struct ui *ui, struct node *parent, struct toggle toggle)
{
    struct node *row = ui_row(ui, parent, 20);
    ui_pad(ui, row, 24, 14);
    row->radius = ui_px(ui, UNITS_CARD_RADIUS);
    row->thick = toggle.on;
    ui_fill(row, ui_colour(ui, toggle.on ? COLOUR_TINT : COLOUR_CARD));
    ui_border(row, ui_colour(ui, toggle.on ? COLOUR_ACCENT : COLOUR_EDGE));
    ui_tappable(ui, row, toggle.id, (struct action){ toggle.action, NULL, 0 });
    /* Translators: said of a setting: "On: More time". */
    row->label = UI_TRF(ui, toggle.on ? N_("On: {setting}") : N_("Off: {setting}"), { "setting", toggle.words });
    ui_icon(ui, row, toggle.on ? "check_box" : "check_box_outline_blank", 40,
            ui_colour(ui, toggle.on ? COLOUR_ACCENT : COLOUR_INK));
    struct node *words = ui_column(ui, row, 2);
    words->grow = 1;
    ui_text(ui, words, UI_STRONG, toggle.words);
    ui_text(ui, words, UI_SMALL, toggle.explained);
}

static void toggles(struct ui *ui, struct node *parent, const struct display *display)
{
    /* Translators: above settings for those who reach less high, are slower, or are disturbed by movement. */
    struct node *card = section(ui, parent, "touch_app", ui_tr(ui, N_("Reach, movement and time")));
    struct node *grid = ui_grid(ui, card, columns(ui), UNITS_GAP);
    toggle(ui, grid,
           (struct toggle){ "low-reach", ui_tr(ui, N_("Buttons lower down")),
                            ui_tr(ui, N_("All buttons stand in the lower part of the screen.")), display->low_reach,
                            ACT_LOW_REACH });
    toggle(ui, grid,
           (struct toggle){ "calm", ui_tr(ui, N_("Less movement")), ui_tr(ui, N_("Nothing moves by itself.")),
                            display->calm, ACT_CALM });
    toggle(ui, grid,
           (struct toggle){ "slow", ui_tr(ui, N_("More time")),
                            ui_tr(ui, N_("The screen waits longer before it asks if you are still there.")),
                            display->slow, ACT_SLOW });
}

static const struct {
    const char *id, *words, *icon;
} modes[] = {
    /* Translators: when the kiosk speaks: when Listen is tapped, at everything that is chosen with keys, never. */
    [SPEECH_ON_TAP] = { "speech/on-tap", N_("When I tap Listen"), "touch_app" },
    [SPEECH_EVERYTHING] = { "speech/everything", N_("Everything"), "record_voice_over" },
    [SPEECH_OFF] = { "speech/off", N_("Never"), "volume_off" },
};
static_assert(COUNT(modes) == SPEECH_MODE_COUNT, "each way of speaking needs a name");

/* Less, how much it is, more. */
static void level(struct ui *ui, struct node *parent, const char *words, struct ui_button less, struct ui_button more)
{
    struct node *row = ui_row(ui, parent, UNITS_GAP);
    row->is_group = true;
    ui_button(ui, row, less);
    ui_text(ui, row, UI_STRONG, words)->text_align = NODE_CENTRE;
    row->last->grow = 1;
    ui_button(ui, row, more);
}

static void levels(struct ui *ui, struct node *card, const struct model *model)
{
    struct node *grid = ui_grid(ui, card, ui_width_units(ui) >= 1100 ? 2 : 1, UNITS_GAP);
    const char *volume = format_number(ui->arena, ui->lang, model->speech.volume, 0);
    const char *loudest = format_number(ui->arena, ui->lang, model->kiosk->volume_limit, 0);
    const char *rate = format_number(ui->arena, ui->lang, model->speech.rate + SPEECH_RATE_MOST + 1, 0);
    const char *rates = format_number(ui->arena, ui->lang, 2 * SPEECH_RATE_MOST + 1, 0);
    level(
        ui, grid, UI_TRF(ui, N_("Volume {number} of {count}"), { "number", volume }, { "count", loudest }),
        (struct ui_button){ .id = "softer",
                            .icon = "volume_down",
                            .name = ui_tr(ui, N_("Softer")),
                            .action = { ACT_VOLUME, NULL, -1 } },
        (struct ui_button){
            .id = "louder", .icon = "volume_up", .name = ui_tr(ui, N_("Louder")), .action = { ACT_VOLUME, NULL, 1 } });
    level(ui, grid, UI_TRF(ui, N_("Speed {number} of {count}"), { "number", rate }, { "count", rates }),
          (struct ui_button){
              .id = "slower", .icon = "remove", .name = ui_tr(ui, N_("Slower")), .action = { ACT_RATE, NULL, -1 } },
          (struct ui_button){
              .id = "faster", .icon = "add", .name = ui_tr(ui, N_("Faster")), .action = { ACT_RATE, NULL, 1 } });
}

static void speech(struct ui *ui, struct node *parent, const struct model *model)
{
    /* Translators: above what the kiosk says aloud, how loud and how fast. */
    struct node *card = section(ui, parent, "record_voice_over", ui_tr(ui, N_("Voice")));
    struct node *grid = ui_grid(ui, card, columns(ui), UNITS_GAP);
    for (enum speech_mode mode = 0; mode < SPEECH_MODE_COUNT; mode++) {
        bool chosen = model->speech.mode == mode;
        const char *words = ui_tr(ui, modes[mode].words);
        struct node *tile =
            choice(ui, grid, modes[mode].id, words, chosen, (struct action){ ACT_SPEECH_MODE, NULL, (int)mode });
        if (chosen)
            tick(ui, tile, ui_colour(ui, COLOUR_ACCENT));
        ui_icon(ui, tile, modes[mode].icon, 36, ui_colour(ui, COLOUR_INK));
        ui_text(ui, tile, UI_STRONG, words);
    }
    if (model->speech.mode != SPEECH_OFF)
        levels(ui, card, model);
}

static void title(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *row =
        parts_heading(ui, parent, "accessibility", ui_colour(ui, COLOUR_ACCENT), ui_tr(ui, N_("Display")));
    row->may_wrap = true;
    if (display_is_usual(&model->display))
        return;
    ui_button(ui, row,
              (struct ui_button){ .id = "usual-display",
                                  .icon = "undo",
                                  .label = ui_tr(ui, N_("Show everything as usual")),
                                  .action = { ACT_USUAL_DISPLAY, NULL, 0 } });
}

void screen_display(struct ui *ui, const struct model *model)
{
    struct node *content = parts_frame(ui, model);
    content->pad_y = ui_px(ui, 18);
    content->gap = ui_px(ui, 18);
    title(ui, content, model);
    text_sizes(ui, content, model);
    contrasts(ui, content, model);
    speech(ui, content, model);
    toggles(ui, content, &model->display);
    struct node *lines = ui_wrap(ui, content, 24);
    parts_fact(ui, lines, "logout", UI_SMALL, ui_tr(ui, N_("The kiosk forgets these settings when you finish.")));
    struct parts_notice notice = { 0 };
    parts_notice_draw(ui, lines, &notice);
}
