#include "screens/parts.h"
#include "screens/screens.h"

/* Cards to show to the person at a desk: the visitor chooses by their own words. */

static void phrase_tile(struct ui *ui, struct node *grid, const struct model *model, const struct phrase_row *phrase)
{
    struct node *tile = ui_row(ui, grid, 20);
    ui_pad(ui, tile, 28, 20);
    ui_fill(tile, ui_colour(ui, COLOUR_CARD));
    ui_border(tile, ui_colour(ui, COLOUR_EDGE));
    tile->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_tappable(ui, tile, arena_printf(ui->arena, "phrase/%s", phrase->id),
                (struct action){ ACT_PHRASE, phrase->id, 0 });
    ui_icon(ui, tile, phrase->icon ? phrase->icon : "record_voice_over", 48, ui_colour(ui, COLOUR_ACCENT));
    struct node *words = ui_column(ui, tile, 2);
    words->grow = 1;
    parts_phrase(ui, words, model, UI_STRONG, phrase->text);
    if (phrase->local.text && phrase->text.text && !str_eq(str_of(phrase->local.text), str_of(phrase->text.text)))
        parts_phrase(ui, words, model, UI_SMALL, phrase->local);
}

void screen_phrases(struct ui *ui, const struct model *model)
{
    const struct phrase_list *phrases = &model->view.phrases;
    struct parts_notice notice = { 0 };
    struct node *content = parts_frame(ui, model);
    parts_heading(ui, content, "speaker_notes", ui_colour(ui, COLOUR_INK), ui_tr(ui, N_("Show a card")));
    ui_text(ui, content, UI_BODY, ui_tr(ui, N_("Choose what you want to say. Show it to the person at the desk.")));
    struct node *grid = ui_grid(ui, content, ui_width_units(ui) >= 1300 ? 2 : 1, UNITS_GAP);
    for (size_t i = 0; i < phrases->count; i++) {
        phrase_tile(ui, grid, model, &phrases->at[i]);
        parts_notice_text(&notice, ui, phrases->at[i].text);
    }
    parts_notice_draw(ui, content, &notice);
}
