#include "screens/parts.h"
#include "screens/screens.h"

#include "text/format.h"

#include <string.h>

static void chip(struct ui *ui, struct node *parent, const char *icon, const char *lang, const char *text)
{
    struct node *row = ui_row(ui, parent, 12);
    ui_pad(ui, row, 8, 14);
    ui_icon(ui, row, icon, 32, ui_colour(ui, COLOUR_ACCENT));
    ui_text_in(ui, row, UI_SMALL_STRONG, lang, text);
}

static void head(struct ui *ui, struct node *content, const struct model *model)
{
    struct node *title = ui_heading(ui, NULL, UI_H1, ui_tr(ui, N_("What do you need?")));
    struct node *row = parts_is_wide(ui) ? ui_row(ui, content, 28) : ui_column(ui, content, 16);
    struct node *slot = ui_column(ui, row, 0);
    slot->first = slot->last = title;
    slot->grow = parts_is_wide(ui) ? 1 : 0;
    struct node *chips = ui_wrap(ui, row, 16);
    /* Translators: {place} is the name of the library that the kiosk stands in. */
    chip(ui, chips, "place", ui->lang, UI_TRF(ui, N_("You are here: {place}"), { "place", model->kiosk->here.name }));
    chip(ui, chips, "access_time", ui->lang, format_weekday_time(ui->arena, ui->lang, model->now));
}

static int columns_of(const struct ui *ui)
{
    float width = ui_width_units(ui);
    return width >= 1600 ? 3 : width >= 900 ? 2 : 1;
}

/* One column is scrolled anyway and has air to give; several are to be seen at once. */
static void pad_tile(struct ui *ui, struct node *tile)
{
    ui_pad(ui, tile, 24, columns_of(ui) == 1 ? 22 : 10);
}

/* Where a newcomer who does not know what to ask for begins. */
static void first_days_tile(struct ui *ui, struct node *grid)
{
    struct node *tile = ui_row(ui, grid, 24);
    pad_tile(ui, tile);
    ui_fill(tile, ui_colour(ui, COLOUR_ACCENT));
    tile->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_tappable(ui, tile, "first-days", (struct action){ ACT_FIRST_DAYS, NULL, 0 });
    struct node *icon = ui_icon(ui, tile, "flag", 88, ui_colour(ui, COLOUR_ON_ACCENT));
    icon->self = NODE_CENTRE;
    struct node *words = ui_column(ui, tile, 0);
    words->grow = 1;
    ui_text(ui, words, (struct ui_text){ TYPE_TILE, FONT_BOLD, COLOUR_ON_ACCENT }, ui_tr(ui, N_("My first days here")));
    ui_text(ui, words, (struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_ON_ACCENT },
            ui_tr(ui, N_("The first day, week and month")));
}

static struct node *white_tile(struct ui *ui, struct node *grid, const char *id, struct action action)
{
    struct node *tile = ui_row(ui, grid, 24);
    pad_tile(ui, tile);
    ui_fill(tile, ui_colour(ui, COLOUR_CARD));
    ui_border(tile, ui_colour(ui, COLOUR_EDGE));
    tile->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_tappable(ui, tile, id, action);
    return tile;
}

static void topic_tile(struct ui *ui, struct node *grid, const struct topic_row *topic)
{
    struct node *tile = white_tile(ui, grid, arena_printf(ui->arena, "topic/%s", topic->id),
                                   (struct action){ ACT_TOPIC, topic->id, 0 });
    ui_badge(ui, tile, topic->icon, topic->colour, 88);
    struct node *words = ui_column(ui, tile, 0);
    words->grow = 1;
    parts_localized(ui, words, UI_TILE, topic->name);
    parts_localized(ui, words, UI_SMALL, topic->summary);
}

/* Last: it is for whoever has already found a desk. */
static void phrases_tile(struct ui *ui, struct node *grid, const char *local)
{
    struct node *tile = white_tile(ui, grid, "phrases", (struct action){ ACT_PHRASES, NULL, 0 });
    ui_badge(ui, tile, "speaker_notes", ui_colour(ui, COLOUR_INK), 88);
    /* Translators: opens sentences in the local language, to show to somebody. */
    const char *title = ui_tr(ui, N_("Show a card"));
    struct node *words = ui_column(ui, tile, 0);
    words->grow = 1;
    ui_text(ui, words, UI_TILE, title);
    if (strcmp(ui->lang, local) != 0)
        ui_text(ui, words, UI_SMALL,
                UI_TRF(ui, N_("Say in {language}"), { "language", locale_language_name(local, ui->lang, ui->arena) }));
}

/* Two lines at the end of the page, side by side where they fit. */
static void small_print(struct ui *ui, struct node *content, const struct model *model,
                        const struct parts_notice *notice)
{
    struct node *lines = ui_wrap(ui, content, 24);
    parts_expired(ui, lines, model);
    parts_notice_draw(ui, lines, notice);
    if (model->kiosk->sample)
        parts_fact(ui, lines, "info", UI_SMALL, ui_tr(ui, N_("Sample content, not checked by the city")));
}

void screen_home(struct ui *ui, const struct model *model)
{
    struct parts_notice notice = { 0 };
    struct node *content = parts_frame(ui, model);
    content->pad_y = content->gap = ui_px(ui, model->view.notices.count > 0 ? 12 : 18);
    head(ui, content, model);
    parts_bulletins(ui, content, model, &notice);
    const struct topic_list *topics = &model->view.home.topics;
    struct node *grid = ui_grid(ui, content, columns_of(ui), 14);
    grid->uniform = true;
    grid->grow = 1;
    if (model->view.home.has_steps)
        first_days_tile(ui, grid);
    for (size_t i = 0; i < topics->count; i++) {
        topic_tile(ui, grid, &topics->at[i]);
        parts_notice_text(&notice, ui, topics->at[i].name);
    }
    if (model->view.home.has_phrases)
        phrases_tile(ui, grid, model->kiosk->source_lang);
    small_print(ui, content, model, &notice);
}
