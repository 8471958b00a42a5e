#include "screens/parts.h"
#include "screens/screens.h"

#include "text/format.h"

/* Shown instead of a blank screen when the kiosk can't do its work. It says so in every language that it can, knows no pack,
 * and so names no number of a country. */
void screen_problem(struct ui *ui, const struct model *model)
{
    struct node *content = parts_content(ui);
    content->justify = NODE_CENTRE;
    struct node *column = ui_column(ui, content, 28);
    column->max_w = ui_px(ui, 1200);
    column->self = NODE_CENTRE;
    ui_icon(ui, column, "error_outline", 120, ui_colour(ui, COLOUR_ACCENT))->self = NODE_CENTRE;
    for (size_t i = 0; i < model->problem_lang_count; i++) {
        const struct locale *locale = &model->problem_langs[i];
        struct node *words = ui_column(ui, column, 0);
        struct node *title = ui_text_in(ui, words, UI_H2, locale->tag,
                                        message_get(locale->tag, N_("This kiosk is not working at the moment.")));
        struct node *ask = ui_text_in(ui, words, UI_BODY, locale->tag,
                                      message_get(locale->tag, N_("Please ask the staff. They are here to help you.")));
        title->text_align = ask->text_align = NODE_CENTRE;
    }
}
