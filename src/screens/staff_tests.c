#include "screens/staff_parts.h"

#include "screens/print_parts.h"
#include "text/format.h"

/* Whether the kiosk can be heard, and whether its printer prints: tried before the first visitor comes. */

static void sound_test(struct ui *ui, struct node *row, const struct model *model)
{
    const char *local = model->kiosk->source_lang;
    if (!model_has_voice(model, local)) {
        const char *name = locale_language_name(local, ui->lang, ui->arena);
        parts_fact(ui, row, "volume_off", UI_BODY,
                   UI_TRF(ui, N_("There is no voice for this language: {language}"), { "language", name }));
        return;
    }
    ui_button(ui, row,
              (struct ui_button){
                  .id = "staff/sound",
                  .icon = "volume_up",
                  .label = ui_tr(ui, N_("Test the sound")),
                  .action = { ACT_SAY, message_get(local, N_("Good day. This is the voice of the kiosk.")), 0 } });
}

static void print_test(struct ui *ui, struct node *row)
{
    ui_button(ui, row,
              (struct ui_button){ .id = "staff/print",
                                  .icon = "print",
                                  .label = ui_tr(ui, N_("Print a test page")),
                                  .action = { ACT_PRINT, NULL, 0 } });
}

void staff_draw_tests(struct ui *ui, struct node *row, const struct model *model)
{
    sound_test(ui, row, model);
    if (model->kiosk->prints)
        print_test(ui, row);
}

/* Every script that visitors may ask for, so that a letter without a shape is seen. */
void print_staff(struct ui *ui, struct node *column, const struct model *model)
{
    ui_text(ui, column, UI_H1, ui_tr(ui, N_("Test page")));
    staff_draw_pack(ui, column, &model->kiosk->staff->shown);
    for (size_t i = 0; i < model->kiosk->language_count; i++) {
        const char *tag = model->kiosk->languages[i].tag;
        ui_text_in(ui, column, UI_H2, tag,
                   arena_printf(ui->arena, "%s: %s", locale_language_name(tag, tag, ui->arena),
                                message_get(tag, N_("Welcome"))));
    }
}
