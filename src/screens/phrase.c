#include "screens/desk.h"
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

static bool is_of_the_local_language(const struct ui *ui, const struct model *model)
{
    return strcmp(ui->lang, model->kiosk->source_lang) == 0;
}

/* For the person at the desk, in the local language. Returns the sentence. */
static const char *local_card(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *card = desk_card(ui, parent, model);
    return parts_phrase(ui, card, model, (struct ui_text){ TYPE_NUMBER, FONT_BOLD, COLOUR_INK },
                        model->view.phrase.local);
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
    if (say.text && strcmp(say.lang, ui->lang) == 0)
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
    if (is_of_the_local_language(ui, model))
        return; /* what the card says stands above, in the same words */
    ui_text(ui, card, (struct ui_text){ TYPE_SMALL, FONT_REGULAR, COLOUR_MUTED }, model_locale(model, ui->lang)->name);
    parts_phrase(ui, card, model, (struct ui_text){ TYPE_H2, FONT_REGULAR, COLOUR_INK }, phrase->text);
    parts_notice_text(notice, ui, phrase->text);
    say_part(ui, card, model);
}

/* Where a card is not enough: the one that asks for somebody who speaks the visitor's language. */
static void interpreter_button(struct ui *ui, struct node *parent, const struct model *model)
{
    if (!model->view.phrase.has_interpreter || is_of_the_local_language(ui, model))
        return;
    ui_button(ui, parent,
              (struct ui_button){ .id = "phrase/interpreter",
                                  .icon = "interpreter_mode",
                                  /* Translators: opens the card that asks for an interpreter; {language} is the
                                   * visitor's language, in that language: "Call an interpreter for English". */
                                  .label = UI_TRF(ui, N_("Call an interpreter for {language}"),
                                                  { "language", locale_spoken_name(ui->lang, ui->lang, ui->arena) }),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_PHRASE, "interpreter", 0 } });
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
    column->max_w = ui_grown(ui, 1500);
    column->self = NODE_CENTRE;
    const char *sentence = local_card(ui, column, model);
    /* Side by side where there is room: the answer must show without scrolling. */
    struct parts_columns columns = parts_columns(ui, column, 28, 1);
    answers(ui, columns.first, model);
    if (!is_of_the_local_language(ui, model) || chosen_answer(model))
        own_card(ui, columns.second, model, &notice);
    parts_say_button(ui, columns.second, model, sentence);
    interpreter_button(ui, columns.second, model);
    parts_notice_draw(ui, column, &notice);
}
