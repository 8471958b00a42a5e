#include "screens/parts.h"
#include "screens/screens.h"

#include <string.h>

/* One card between two people: large local words for the one at the desk, the visitor's words beneath; what the desk
 * taps is shown back in the visitor's language. */

static const struct answer_row *chosen_answer(const struct model *model)
{
    const struct phrase_detail *phrase = &model->view.phrase;
    for (size_t i = 0; i < phrase->answer_count; i++) {
        if (strcmp(phrase->answers[i].id, model_place_const(model)->answer) == 0)
            return &phrase->answers[i];
    }
    return NULL;
}

/* Beneath each card: which language its owner speaks, in the words of language `to`. NULL when that is the local one,
 * which needs no interpreter. */
static const char *ask_for_interpreter(struct ui *ui, const struct model *model, const char *to)
{
    if (strcmp(ui->lang, model->kiosk->source_lang) == 0)
        return NULL;
    const char *language = locale_spoken_name(ui->lang, to, ui->arena);
    /* Translators: said to the person at the desk; {language} is the visitor's language. */
    const char *pattern = message_get(to, N_("I speak {language}. Can you call an interpreter?"));
    return MESSAGE_FORMAT(ui->arena, pattern, { "language", language });
}

/* For the person at the desk, in the local language. */
static void local_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct phrase_detail *phrase = &model->view.phrase;
    const char *local = model->kiosk->source_lang;
    struct node *card = ui_card(ui, parent);
    ui_pad(ui, card, 56, 44);
    ui_border(card, ui_colour(ui, COLOUR_ACCENT));
    card->thick = true;
    card->keeps_order = !model_locale(model, local)->rtl; /* its reader is the person at the desk */
    card->gap = ui_px(ui, 20);
    struct node *ask = ui_row(ui, card, 14);
    ui_icon(ui, ask, "record_voice_over", 36, ui_colour(ui, COLOUR_MUTED));
    /* Translators: above the sentence that the person at the desk reads. */
    struct node *read = ui_text_in(ui, ask, (struct ui_text){ TYPE_BODY, FONT_REGULAR, COLOUR_MUTED }, local,
                                   message_get(local, N_("Please read this")));
    read->grow = 1;
    parts_localized(ui, card, (struct ui_text){ TYPE_NUMBER, FONT_BOLD, COLOUR_INK }, phrase->local);
    const char *interpreter = ask_for_interpreter(ui, model, local);
    if (interpreter)
        ui_text_in(ui, card, (struct ui_text){ TYPE_H2, FONT_REGULAR, COLOUR_INK }, local, interpreter);
}

static void answer_part(struct ui *ui, struct node *card, const struct answer_row *answer, struct parts_notice *notice)
{
    ui_text(ui, card, (struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_MUTED }, ui_tr(ui, N_("The answer:")));
    parts_localized(ui, card, (struct ui_text){ TYPE_H1, FONT_BOLD, COLOUR_INK }, answer->text);
    parts_notice_text(notice, ui, answer->text);
}

/* For who would rather say it than show it. */
static void say_part(struct ui *ui, struct node *card, const struct model *model)
{
    struct localized say = model->view.phrase.say;
    bool is_local = strcmp(ui->lang, model->kiosk->source_lang) == 0;
    if (!is_local && say.text && strcmp(say.lang, ui->lang) == 0)
        parts_fact(ui, card, "record_voice_over", UI_BODY, say.text);
}

/* For the visitor: what was answered, which is what one waits for, and what the card says. */
static void own_card(struct ui *ui, struct node *parent, const struct model *model, struct parts_notice *notice)
{
    const struct phrase_detail *phrase = &model->view.phrase;
    const struct answer_row *answer = chosen_answer(model);
    struct node *card = ui_card(ui, parent);
    ui_fill(card, ui_colour(ui, COLOUR_TINT));
    ui_border(card, ui_colour(ui, COLOUR_TINT));
    if (answer)
        answer_part(ui, card, answer, notice);
    ui_text(ui, card, (struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_MUTED }, model_locale(model, ui->lang)->name);
    parts_localized(ui, card, (struct ui_text){ TYPE_H2, FONT_REGULAR, COLOUR_INK }, phrase->text);
    parts_notice_text(notice, ui, phrase->text);
    say_part(ui, card, model);
    const char *interpreter = ask_for_interpreter(ui, model, ui->lang);
    if (interpreter)
        ui_text(ui, card, UI_BODY, interpreter);
}

static void answers(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct phrase_detail *phrase = &model->view.phrase;
    const char *local = model->kiosk->source_lang;
    if (phrase->answer_count == 0)
        return;
    struct node *desk = ui_column(ui, parent, 16);
    desk->keeps_order = !model_locale(model, local)->rtl;
    /* Translators: above the answers that the person at the desk can tap. */
    ui_text_in(ui, desk, UI_STRONG, local, message_get(local, N_("Your answer:")));
    struct node *chips = ui_wrap(ui, desk, 16);
    for (size_t i = 0; i < phrase->answer_count; i++) {
        const struct answer_row *answer = &phrase->answers[i];
        bool chosen = answer == chosen_answer(model);
        ui_button(ui, chips,
                  (struct ui_button){ .id = arena_printf(ui->arena, "answer/%s", answer->id),
                                      .icon = answer->icon,
                                      .label = answer->local.text,
                                      .lang = answer->local.lang,
                                      .look = chosen ? BUTTON_CHOSEN : BUTTON_PLAIN,
                                      .action = { ACT_ANSWER, answer->id, 0 } });
    }
}

void screen_phrase(struct ui *ui, const struct model *model)
{
    struct parts_notice notice = { 0 };
    struct node *content = parts_frame(ui, model);
    struct node *column = ui_column(ui, content, 28);
    column->max_w = ui_px(ui, 1500);
    column->self = NODE_CENTRE;
    local_card(ui, column, model);
    /* Side by side where there is room: the answer must show without scrolling. */
    bool wide = parts_is_wide(ui);
    struct node *rest = wide ? ui_row(ui, column, 28) : ui_column(ui, column, 28);
    rest->align = wide ? NODE_START : NODE_STRETCH;
    struct node *first = ui_column(ui, rest, 16);
    struct node *second = ui_column(ui, rest, 28);
    first->grow = second->grow = wide ? 1 : 0;
    answers(ui, first, model);
    if (strcmp(ui->lang, model->kiosk->source_lang) != 0 || chosen_answer(model))
        own_card(ui, second, model, &notice);
    parts_notice_draw(ui, column, &notice);
}
