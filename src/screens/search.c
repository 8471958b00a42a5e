#include "screens/parts.h"
#include "screens/screens.h"

#include <string.h>

/* Search as one types, on a keyboard of one's own script. The words stand where the search button stands elsewhere;
 * what is found is between them and the keyboard. */

static void hit_card(struct ui *ui, struct node *grid, const struct model *model, const struct search_hit *hit)
{
    struct node *card = ui_row(ui, grid, 20);
    ui_pad(ui, card, 26, 16);
    ui_fill(card, ui_colour(ui, COLOUR_CARD));
    ui_border(card, ui_colour(ui, COLOUR_EDGE));
    card->radius = ui_px(ui, UNITS_CARD_RADIUS);
    ui_tappable(ui, card, arena_printf(ui->arena, "%s/%s", hit->is_page ? "page" : "service", hit->id),
                (struct action){ hit->is_page ? ACT_PAGE : ACT_SERVICE, hit->id, 0 });
    bool has_topic = hit->topic_icon[0] != '\0';
    ui_badge(ui, card, has_topic ? hit->topic_icon : "place",
             has_topic ? hit->topic_colour : ui_colour(ui, COLOUR_ACCENT), 64);
    struct node *words = ui_column(ui, card, 2);
    words->grow = 1;
    struct node *name = parts_localized(ui, words, UI_STRONG, hit->name);
    if (name)
        name->marks = hit->name_marks;
    /* Found by what stands on the door: then that is shown too. */
    if (hit->name_marks.count == 0 && hit->local_marks.count > 0) {
        struct node *local = parts_localized(ui, words, UI_SMALL, hit->local_name);
        local->marks = hit->local_marks;
    }
    if (hit->is_page)
        /* Translators: a page of the guide, among the results of a search. */
        parts_fact(ui, words, "description", UI_SMALL, ui_tr(ui, N_("Guide")));
    else
        parts_hours_small(ui, words, model, &hit->hours, hit->has_distance ? hit->distance_m : -1, hit->reach);
}

static void hits(struct ui *ui, struct node *content, const struct model *model, struct parts_notice *notice)
{
    const struct search_list *found = &model->view.search.found;
    struct node *grid = ui_grid(ui, content, ui_width_units(ui) >= 1300 ? 2 : 1, UNITS_GAP);
    for (size_t i = 0; i < found->count; i++) {
        hit_card(ui, grid, model, &found->at[i]);
        parts_notice_text(notice, ui, found->at[i].name);
    }
}

static bool is_near(const struct search_list *found, const char *topic)
{
    for (size_t i = 0; i < found->near_topic_count; i++) {
        if (strcmp(found->near_topics[i], topic) == 0)
            return true;
    }
    return false;
}

static void topic_button(struct ui *ui, struct node *chips, const struct topic_row *topic, bool is_near_one)
{
    ui_button(ui, chips,
              (struct ui_button){ .id = arena_printf(ui->arena, "topic/%s", topic->id),
                                  .icon = topic->icon,
                                  .label = topic->name.text,
                                  .lang = topic->name.lang,
                                  .look = is_near_one ? BUTTON_ACCENT : BUTTON_PLAIN,
                                  .action = { ACT_TOPIC, topic->id, 0 } });
}

/* Nothing typed, or nothing found: the topics are always a way on, those first that are nearest to what was typed. */
static void topics(struct ui *ui, struct node *content, const struct model *model)
{
    const struct search_list *found = &model->view.search.found;
    bool typed = model->words[0] != '\0';
    ui_text(ui, content, UI_BODY,
            typed ? ui_tr(ui, N_("Nothing was found for this. Try another word, or choose a topic."))
                  : ui_tr(ui, N_("Type a word, or choose a topic.")));
    struct node *chips = ui_wrap(ui, content, 16);
    const struct topic_list *list = &model->view.search.topics;
    for (size_t i = 0; i < found->near_topic_count; i++) {
        for (size_t j = 0; j < list->count; j++) {
            if (strcmp(list->at[j].id, found->near_topics[i]) == 0)
                topic_button(ui, chips, &list->at[j], true);
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        if (!is_near(found, list->at[i].id))
            topic_button(ui, chips, &list->at[i], false);
    }
}

#define KEY_GAP 11.0f /* 3 mm: twelve keys must fit a portrait screen */

static void key(struct ui *ui, struct node *row, const char *letter, int action)
{
    struct node *node = ui_button(ui, row,
                                  (struct ui_button){ .id = arena_printf(ui->arena, "key/%s", letter),
                                                      .label = letter,
                                                      .action = { action, letter, 0 } });
    node->pad_x = 0;
    node->grow = 1;
    node->max_w = ui_px(ui, 140);
}

static void letter_rows(struct ui *ui, struct node *board, const struct model *model)
{
    const struct keyboard *keyboard = &model->view.search.keyboard;
    const char *forms[KEYBOARD_FORMS_MAX];
    size_t form_count = keyboard_forms(forms, model_last_letter(model, ui->arena), ui->arena);
    if (keyboard->is_syllabic) {
        /* The forms of the letter just typed: tapping one puts it in its place. The row is there before there are any,
         * so that the keys below never move under a finger. */
        struct node *row = ui_row(ui, board, KEY_GAP);
        row->justify = NODE_CENTRE;
        row->min_h = ui_px(ui, UNITS_TARGET);
        for (size_t i = 1; i < form_count; i++)
            key(ui, row, forms[i], ACT_RETYPE);
    }
    for (size_t i = 0; i < KEYBOARD_ROWS; i++) {
        struct node *row = ui_row(ui, board, KEY_GAP);
        row->justify = NODE_CENTRE;
        row->may_wrap = true;
        row->is_even = true;
        for (size_t j = 0; j < keyboard->rows[i].count; j++)
            key(ui, row, keyboard->rows[i].keys[j], ACT_TYPE);
    }
}

static void wide_key(struct ui *ui, struct node *row, struct ui_button button, float grow)
{
    struct node *node = ui_button(ui, row, button);
    node->grow = grow;
}

static void last_row(struct ui *ui, struct node *board, const struct model *model)
{
    const struct keyboard *keyboard = &model->view.search.keyboard;
    struct node *row = ui_row(ui, board, KEY_GAP);
    row->justify = NODE_CENTRE;
    row->may_wrap = true;
    wide_key(ui, row,
             (struct ui_button){ .id = "key/digits",
                                 .icon = keyboard->is_digits ? "keyboard" : NULL,
                                 .label = keyboard->is_digits ? NULL : "123",
                                 .name = keyboard->is_digits ? ui_tr(ui, N_("Letters")) : ui_tr(ui, N_("Digits")),
                                 .action = { ACT_SWITCH_KEYS, NULL, KEYS_DIGITS } },
             0);
    if (!keyboard->is_digits && (!keyboard->is_latin || model->latin_keys))
        wide_key(ui, row,
                 (struct ui_button){ .id = "key/switch",
                                     .icon = "swap_horiz",
                                     .label = model->latin_keys ? model_locale(model, ui->lang)->name : "abc",
                                     .name = ui_tr(ui, N_("Other letters")),
                                     .action = { ACT_SWITCH_KEYS, NULL, KEYS_LATIN } },
                 0);
    wide_key(ui, row,
             (struct ui_button){ .id = "key/space",
                                 /* Translators: the space bar. */
                                 .label = ui_tr(ui, N_("space")),
                                 .action = { ACT_TYPE, " ", 0 } },
             1);
    wide_key(ui, row,
             (struct ui_button){ .id = "key/backspace",
                                 .icon = "backspace",
                                 .name = ui_tr(ui, N_("Erase the last letter")),
                                 .action = { ACT_ERASE, NULL, 0 } },
             0);
}

static void keyboard(struct ui *ui, struct node *parent, const struct model *model)
{
    struct node *area = ui_column(ui, parent, 12);
    ui_pad(ui, area, UNITS_MARGIN, 16);
    ui_fill(area, ui_colour(ui, COLOUR_KEYS));
    area->align = NODE_CENTRE;
    struct node *board = ui_column(ui, area, 12);
    board->max_w = ui_px(ui, 1600);
    board->self = NODE_CENTRE;
    board->keeps_order = true; /* keys lie as they do on the keyboards that people know */
    letter_rows(ui, board, model);
    last_row(ui, board, model);
}

/* Keys grow about half as much as their letters do. */
static bool keyboard_is_in_the_way(const struct ui *ui, const struct model *model)
{
    bool one_row_more = model->view.search.keyboard.is_syllabic && !parts_is_wide(ui);
    float needed = ui_px(ui, one_row_more ? 1100 : 900) * (1 + ui->theme->growth) / 2;
    return (float)ui_reach(ui) < needed || ui_width_units(ui) < 1000;
}

void screen_search(struct ui *ui, const struct model *model)
{
    struct parts_notice notice = { 0 };
    bool is_low = keyboard_is_in_the_way(ui, model);
    struct node *content = parts_search_frame(ui, model, is_low);
    content->gap = ui_px(ui, 20);
    content->pad_y = ui_px(ui, 20);
    /* On a small screen the keyboard scrolls with what is found, or nothing would be left for that. */
    if (is_low)
        keyboard(ui, content, model);
    if (model->view.search.found.count > 0)
        hits(ui, content, model, &notice);
    else
        topics(ui, content, model);
    parts_notice_draw(ui, content, &notice);
    if (!is_low)
        keyboard(ui, ui->root, model);
    parts_bottom(ui, model, NULL);
}
