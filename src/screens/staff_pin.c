#include "screens/staff_parts.h"

#include "text/format.h"

#include <string.h>

/* Digits on the screen, as on a telephone. What is typed shows as dots. */

#define PAD_WIDTH 520.0f
#define DOTS_MOST 12

static const char *dots(struct ui *ui, size_t digits)
{
    static const char twelve[] = "••••••••••••";
    size_t most = digits < DOTS_MOST ? digits : DOTS_MOST;
    return arena_str(ui->arena, (struct str){ twelve, most * strlen("•") });
}

static void digit_key(struct ui *ui, struct node *grid, const char *digit)
{
    ui_button(ui, grid,
              (struct ui_button){ .id = arena_printf(ui->arena, "key/%s", digit),
                                  .label = digit,
                                  .action = { ACT_STAFF_DO, digit, 0 } });
}

static void pad(struct ui *ui, struct node *parent)
{
    static const char *const digits[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };
    struct node *grid = ui_grid(ui, parent, 3, UNITS_GAP);
    grid->keeps_order = true;
    for (size_t i = 0; i < COUNT(digits); i++)
        digit_key(ui, grid, digits[i]);
    ui_button(ui, grid,
              (struct ui_button){ .id = "key/erase",
                                  .icon = "backspace",
                                  .name = ui_tr(ui, N_("Erase")),
                                  .action = { ACT_STAFF_DO, "erase", 0 } });
    digit_key(ui, grid, "0");
    ui_button(ui, grid,
              (struct ui_button){ .id = "staff/open",
                                  .icon = "check",
                                  .name = ui_tr(ui, N_("Open")),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_STAFF_DO, "open", 0 } });
}

static void locked(struct ui *ui, struct node *parent, const struct staff *staff)
{
    int minutes = staff->locked_s / 60;
    const char *time = arena_printf(ui->arena, "%d:%02d", minutes, staff->locked_s % 60);
    parts_fact(ui, parent, "lock_clock", UI_H2,
               /* Translators: {time} is minutes and seconds: "1:30". */
               UI_TRF(ui, N_("That was not the PIN. Try again in {time}."), { "time", time }));
}

void staff_draw_pin(struct ui *ui, struct node *content, const struct staff *staff)
{
    struct node *column = ui_column(ui, content, 20);
    column->max_w = ui_grown(ui, PAD_WIDTH);
    column->self = NODE_CENTRE;
    if (staff->locked_s > 0) {
        locked(ui, column, staff);
        return;
    }
    ui_text(ui, column, UI_H2, ui_tr(ui, staff->task == STAFF_PIN ? N_("Please wait…") : N_("Enter the PIN")))
        ->text_align = NODE_CENTRE;
    struct node *field = ui_row(ui, column, 0);
    ui_pad(ui, field, 24, 8);
    ui_fill(field, ui_colour(ui, COLOUR_CARD));
    ui_border(field, ui_colour(ui, COLOUR_ACCENT));
    field->radius = ui_px(ui, UNITS_RADIUS);
    field->min_h = ui_px(ui, UNITS_TARGET);
    field->justify = NODE_CENTRE;
    if (staff->digits > 0)
        ui_text(ui, field, UI_H2, dots(ui, staff->digits));
    pad(ui, column);
}
