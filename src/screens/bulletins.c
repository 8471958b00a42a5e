#include "screens/parts.h"

#include "text/format.h"

#include <assert.h>

/* Bulletins of the city: what holds for some days and concerns whoever stands here. */

static const struct {
    const char *icon;
    enum colour fill, border;
} looks[] = {
    [NOTICE_INFO] = { "info", COLOUR_TINT, COLOUR_ACCENT },
    [NOTICE_WARNING] = { "warning", COLOUR_HIGHLIGHT, COLOUR_INK },
    [NOTICE_URGENT] = { "error", COLOUR_RED_TINT, COLOUR_RED },
};
static_assert(COUNT(looks) == NOTICE_SEVERITY_COUNT, "each severity needs a look");

/* Home has little room: what concerns a topic is told there, one tap away. */
static void bulletin(struct ui *ui, struct node *parent, const struct notice_row *row, bool is_short)
{
    struct node *card = ui_row(ui, parent, 20);
    ui_pad(ui, card, 28, is_short ? 8 : 18);
    ui_fill(card, ui_colour(ui, looks[row->severity].fill));
    ui_border(card, ui_colour(ui, looks[row->severity].border));
    card->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_icon(ui, card, looks[row->severity].icon, 48, ui_colour(ui, COLOUR_INK));
    struct node *words = is_short ? ui_wrap(ui, card, 16) : ui_column(ui, card, 4);
    words->grow = 1;
    parts_localized(ui, words, UI_STRONG, row->title);
    if (!is_short)
        parts_localized(ui, words, UI_BODY, row->body);
    struct civil end;
    if (row->end && civil_parse_date(&end, str_of(row->end)))
        ui_text(ui, words, (struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_INK },
                UI_TRF(ui, N_("Until {date}"), { "date", format_date(ui->arena, ui->lang, end) }));
    if (!is_short)
        return;
    ui_icon(ui, card, ui->rtl ? "chevron_left" : "chevron_right", 32, ui_colour(ui, COLOUR_INK));
    ui_tappable(ui, card, arena_printf(ui->arena, "notice/%s", row->id), (struct action){ ACT_TOPIC, row->topic, 0 });
}

void parts_bulletins(struct ui *ui, struct node *parent, const struct model *model, struct parts_notice *notice)
{
    const struct notice_list *notices = &model->view.notices;
    for (size_t i = 0; i < notices->count; i++) {
        bool is_short = notices->at[i].topic && model_screen(model) == SCREEN_HOME;
        bulletin(ui, parent, &notices->at[i], is_short);
        parts_notice_text(notice, ui, notices->at[i].title);
        if (!is_short)
            parts_notice_text(notice, ui, notices->at[i].body);
    }
}
