#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/take_text.h"
#include "text/format.h"

/* What the visitor was reading, to take along: as codes that hold the text itself, so that a telephone needs no network
 * to keep it. */

/* Of an edge, at the most: one alone, and where two stand side by side in portrait. */
#define CODE_UNITS 560
#define SMALL_CODE_UNITS 440

static struct take_texts texts_of(struct ui *ui, const struct model *model)
{
    return model_place_const(model)->id[0] ? take_service(ui, model) : take_steps(ui, model);
}

static void title(struct ui *ui, struct node *content, const struct model *model)
{
    parts_heading(ui, content, "qr_code", ui_colour(ui, COLOUR_ACCENT), ui_tr(ui, N_("Take with me")));
    if (model_place_const(model)->id[0])
        parts_localized(ui, content, UI_H2, model->view.service.name);
    else
        ui_text(ui, content, UI_H2, ui_tr(ui, N_("My first days here")));
}

static void how_to(struct ui *ui, struct node *parent, size_t count)
{
    parts_fact(ui, parent, "photo_camera", UI_BODY,
               ui_tr(ui, N_("Open the camera of your telephone and hold it in front of the square. "
                            "It works without internet.")));
    if (count > 1)
        parts_fact(ui, parent, "library_books", UI_BODY,
                   ui_tr(ui, N_("The text is long. Take one square after the other.")));
    parts_fact(
        ui, parent, "visibility_off", UI_BODY,
        ui_tr(ui, N_("The text is in the square itself. This kiosk does not see your telephone and sends nothing.")));
}

static void number_of(struct ui *ui, struct node *card, size_t number, size_t total)
{
    ui_text(ui, card, UI_STRONG,
            UI_TRF(ui, N_("{number} of {total}"), { "number", format_number(ui->arena, ui->lang, (double)number, 0) },
                   { "total", format_number(ui->arena, ui->lang, (double)total, 0) }));
}

static void code(struct ui *ui, struct node *row, const char *text, size_t number, size_t total)
{
    struct qr *qr = ARENA_NEW(ui->arena, struct qr);
    if (!qr_make(qr, str_of(text), ui->arena))
        return;
    struct node *card = ui_card(ui, row);
    ui_pad(ui, card, 16, 16);
    card->align = NODE_CENTRE;
    float edge = total > 1 ? SMALL_CODE_UNITS : CODE_UNITS;
    card->min_w = ui_px(ui, edge + 32);
    ui_code(ui, card, qr, edge);
    if (total > 1)
        number_of(ui, card, number, total);
}

static void codes(struct ui *ui, struct node *parent, struct take_texts texts)
{
    struct node *row = ui_wrap(ui, parent, UNITS_GAP);
    for (size_t i = 0; i < texts.count; i++)
        code(ui, row, texts.at[i], i + 1, texts.count);
}

void screen_take_away(struct ui *ui, const struct model *model)
{
    struct take_texts texts = texts_of(ui, model);
    struct parts_columns columns = parts_columns_to_see(ui, parts_frame(ui, model), 28, texts.count > 1 ? 1.5f : 0.8f);
    title(ui, columns.first, model);
    how_to(ui, columns.first, texts.count);
    codes(ui, columns.second, texts);
}
