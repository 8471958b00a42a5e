#include "screens/parts.h"
#include "screens/screens.h"

#include <assert.h>
#include <string.h>

/* The first day, week and month as steps to tick. Ticks live in the model and end with the visit. */

static const char *const parts[] = {
    [STEP_DAY] = N_("The first day"),
    [STEP_WEEK] = N_("The first week"),
    [STEP_MONTH] = N_("The first month"),
};
static_assert(COUNT(parts) == STEP_PART_COUNT, "each part needs a heading");

const char *parts_step_part(const struct ui *ui, enum step_part part)
{
    return ui_tr(ui, parts[part]);
}

static void tick_button(struct ui *ui, struct node *row, const struct step_row *step, bool ticked)
{
    struct node *button =
        ui_button(ui, row,
                  (struct ui_button){ .id = arena_printf(ui->arena, "step/%s", step->id),
                                      .icon = ticked ? "check_box" : "check_box_outline_blank",
                                      .name = UI_TRF(ui, ticked ? N_("Done: {step}") : N_("Not done yet: {step}"),
                                                     { "step", step->text.text ? step->text.text : "" }),
                                      .look = ticked ? BUTTON_CHOSEN : BUTTON_PLAIN,
                                      .action = { ACT_STEP, step->id, 0 } });
    button->self = NODE_CENTRE;
}

static void step_row(struct ui *ui, struct node *card, const struct model *model, const struct step_row *step)
{
    bool ticked = model_is_ticked(model, step->id);
    struct node *row = ui_row(ui, card, UNITS_GAP);
    tick_button(ui, row, step, ticked);
    struct parts_link link = { step->target, step->text, step->icon };
    if (step->target && parts_link(ui, row, link))
        return;
    struct ui_text style = UI_STRONG;
    struct node *text = parts_localized(ui, row, style, step->text);
    if (text)
        text->grow = 1;
}

static void part(struct ui *ui, struct node *parent, const struct model *model, enum step_part which,
                 struct parts_notice *notice)
{
    const struct step_list *steps = &model->view.steps;
    struct node *card = NULL;
    for (size_t i = 0; i < steps->count; i++) {
        if (steps->at[i].part != which)
            continue;
        if (!card) {
            card = parts_card(ui, parent, parts_step_part(ui, which));
            card->gap = ui_px(ui, 14);
        }
        step_row(ui, card, model, &steps->at[i]);
        parts_notice_text(notice, ui, steps->at[i].text);
    }
}

void screen_first_days(struct ui *ui, const struct model *model)
{
    struct parts_notice notice = { 0 };
    struct node *content = parts_frame(ui, model);
    struct node *column = ui_column(ui, content, 28);
    column->max_w = ui_grown(ui, 1400);
    column->self = NODE_CENTRE;
    parts_heading(ui, column, "flag", ui_colour(ui, COLOUR_ACCENT), ui_tr(ui, N_("My first days here")));
    ui_text(ui, column, UI_BODY, ui_tr(ui, N_("Tick what is done. The kiosk forgets it when you finish.")));
    for (enum step_part which = 0; which < STEP_PART_COUNT; which++)
        part(ui, column, model, which, &notice);
    parts_notice_draw(ui, column, &notice);
}
