#include "screens/parts.h"
#include "screens/screens.h"

#include "text/format.h"

/* What a bystander may see after Hide: a library's screen with its name and the time, and nothing that asks why. It
 * speaks the local language, because the visitor's would tell as much as the page did. */
void screen_hidden(struct ui *ui, const struct model *model)
{
    const struct kiosk *kiosk = model->kiosk;
    struct node *content = parts_content(ui);
    content->justify = NODE_CENTRE;
    struct node *column = ui_column(ui, content, 32);
    column->self = NODE_CENTRE;
    column->align = NODE_CENTRE;
    ui_icon(ui, column, "local_library", 140, ui_colour(ui, COLOUR_ACCENT));
    struct node *name = ui_text_in(ui, column, UI_H1, kiosk->source_lang, kiosk->here.name);
    name->text_align = NODE_CENTRE;
    struct node *time = ui_text(ui, column, (struct ui_text){ TYPE_H2, FONT_REGULAR, COLOUR_MUTED },
                                format_weekday_time(ui->arena, ui->lang, model->now));
    time->text_align = NODE_CENTRE;
    ui_button(ui, column,
              (struct ui_button){ .id = "language",
                                  .icon = "translate",
                                  .label = ui_tr(ui, N_("Choose your language")),
                                  .action = { ACT_LANGUAGES, NULL, 0 } });
}
