#include "screens/note.h"
#include "screens/parts.h"
#include "screens/screens.h"

#include <string.h>

/* "Something is wrong here": a visitor found that a fact no longer holds. One tap, no words, nothing about them. */

const struct note_kind note_kinds[] = {
    { "hours", "schedule", N_("Opening hours") },
    { "phone", "call", N_("The phone number") },
    { "address", "place", N_("The address") },
    { "gone", "block", N_("It does not exist any more") },
    { "refused", "front_hand", N_("I was turned away") },
    { "other", "more_horiz", N_("Something else") },
};
const size_t note_kind_count = COUNT(note_kinds);

bool note_is_kind(const char *id)
{
    for (size_t i = 0; i < COUNT(note_kinds); i++) {
        if (id && strcmp(note_kinds[i].id, id) == 0)
            return true;
    }
    return false;
}

static void kind_tile(struct ui *ui, struct node *grid, const struct note_kind *kind)
{
    struct node *tile = ui_row(ui, grid, 20);
    ui_pad(ui, tile, 28, 20);
    ui_fill(tile, ui_colour(ui, COLOUR_CARD));
    ui_border(tile, ui_colour(ui, COLOUR_EDGE));
    tile->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_tappable(ui, tile, arena_printf(ui->arena, "wrong/%s", kind->id), (struct action){ ACT_NOTE, kind->id, 0 });
    ui_icon(ui, tile, kind->icon, 48, ui_colour(ui, COLOUR_ACCENT));
    struct node *label = ui_text(ui, tile, UI_STRONG, ui_tr(ui, kind->label));
    label->grow = 1;
}

static void ask(struct ui *ui, struct node *content)
{
    ui_heading(ui, content, UI_H2, ui_tr(ui, N_("What is wrong?")));
    struct node *grid = ui_grid(ui, content, ui_width_units(ui) >= 1300 ? 2 : 1, UNITS_GAP);
    for (size_t i = 0; i < note_kind_count; i++)
        kind_tile(ui, grid, &note_kinds[i]);
    parts_fact(ui, content, "visibility_off", UI_BODY,
               ui_tr(ui, N_("Only this place, what is wrong and today’s date are kept. Nothing about you.")));
}

const char *note_answer(bool is_kept)
{
    return is_kept ? N_("Thank you. The people who keep this information will read it.")
                   : N_("This could not be noted. Please tell the staff.");
}

static void thank(struct ui *ui, struct node *content, bool is_kept)
{
    struct node *card = ui_card(ui, content);
    parts_fact(ui, card, is_kept ? "task_alt" : "error_outline", UI_H2, ui_tr(ui, note_answer(is_kept)));
}

void screen_wrong(struct ui *ui, const struct model *model)
{
    const struct place *place = model_place_const(model);
    struct node *content = parts_frame(ui, model);
    parts_heading(ui, content, "flag", ui_colour(ui, COLOUR_ACCENT), ui_tr(ui, N_("Something is wrong here")));
    parts_localized(ui, content, UI_STRONG, model->view.wrong);
    if (place->answer[0])
        thank(ui, content, place->is_kept);
    else
        ask(ui, content);
}

void parts_wrong_button(struct ui *ui, struct node *parent, const struct model *model)
{
    if (!model->kiosk->takes_notes)
        return;
    struct node *button = ui_button(ui, parent,
                                    (struct ui_button){ .id = "wrong",
                                                        .icon = "flag",
                                                        .label = ui_tr(ui, N_("Something is wrong here")),
                                                        .action = { ACT_WRONG, NULL, 0 } });
    button->self = NODE_START;
}
