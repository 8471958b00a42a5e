#include "screens/parts.h"
#include "screens/screens.h"

#include "text/format.h"

/* Over a covered screen, because whoever comes next must not see what the last one read. */
void screen_still_there(struct ui *ui, const struct model *model)
{
    struct node *content = parts_content(ui);
    content->justify = NODE_CENTRE;
    struct node *column = ui_column(ui, content, 32);
    column->max_w = ui_grown(ui, 1000);
    column->self = NODE_CENTRE;
    column->align = NODE_CENTRE;
    ui_icon(ui, column, "timer", 120, ui_colour(ui, COLOUR_ACCENT));
    struct node *title = ui_text(ui, column, UI_H1, ui_tr(ui, N_("Are you still there?")));
    title->text_align = NODE_CENTRE;
    const char *seconds = format_number(ui->arena, ui->lang, model->countdown, 0);
    const char *pattern = message_plural(ui->lang, "This screen will be cleared in {seconds} second.",
                                         "This screen will be cleared in {seconds} seconds.",
                                         (unsigned long)(model->countdown > 0 ? model->countdown : 0));
    struct node *text = ui_text(ui, column, (struct ui_text){ TYPE_H2, FONT_REGULAR, COLOUR_INK },
                                MESSAGE_FORMAT(ui->arena, pattern, { "seconds", seconds }));
    text->text_align = NODE_CENTRE;
    struct node *more = ui_button(ui, column,
                                  (struct ui_button){ .id = "more-time",
                                                      .icon = "touch_app",
                                                      .label = ui_tr(ui, N_("Yes, I need more time")),
                                                      .look = BUTTON_ACCENT,
                                                      .action = { ACT_MORE_TIME, NULL, 0 } });
    more->min_h = ui_px(ui, 116);
    parts_finish_button(ui, column, model, false);
}
