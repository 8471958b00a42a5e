#include "screens/parts.h"
#include "screens/screens.h"

#include "text/format.h"

/* Shown instead of a blank screen when the kiosk can't do its work. It says so in every language that it can, knows no
 * pack, and so names no number of a country. */
static void in_language(struct ui *ui, struct node *grid, const struct locale *locale)
{
    struct node *words = ui_column(ui, grid, 0);
    struct node *title = ui_text_in(ui, words, UI_STRONG, locale->tag,
                                    message_get(locale->tag, N_("This kiosk is not working at the moment.")));
    struct node *ask = ui_text_in(ui, words, UI_BODY, locale->tag,
                                  message_get(locale->tag, N_("Please ask the staff. They are here to help you.")));
    title->text_align = ask->text_align = NODE_CENTRE;
}

void screen_problem(struct ui *ui, const struct model *model)
{
    struct node *content = parts_content(ui);
    content->justify = NODE_CENTRE;
    struct node *column = ui_column(ui, content, 28);
    ui_icon(ui, column, "error_outline", 96, ui_colour(ui, COLOUR_ACCENT))->self = NODE_CENTRE;
    /* Nothing scrolls here, because nothing can be tapped: the languages stand side by side where they are many. */
    bool many = model->problem_lang_count > 4 && ui_width_units(ui) >= 900;
    struct node *grid = ui_grid(ui, column, many ? 2 : 1, 32);
    for (size_t i = 0; i < model->problem_lang_count; i++)
        in_language(ui, grid, &model->problem_langs[i]);
}
