#include "screens/table.h"

#include "screens/screens.h"
#include "screens/update.h"

#include <assert.h>

static const struct screen {
    const char *name;
    screen_fn *draw;
} screens[] = {
    [SCREEN_LANGUAGES] = { "languages", screen_languages },
    [SCREEN_HOME] = { "home", screen_home },
    [SCREEN_TOPIC] = { "topic", screen_topic },
    [SCREEN_PAGE] = { "page", screen_page },
    [SCREEN_SERVICE] = { "service", screen_service },
    [SCREEN_EMERGENCY] = { "emergency", screen_emergency },
    [SCREEN_STILL_THERE] = { "still-there", screen_still_there },
    [SCREEN_HIDDEN] = { "hidden", screen_hidden },
    [SCREEN_PROBLEM] = { "problem", screen_problem },
    [SCREEN_ABOUT] = { "about", screen_about },
    [SCREEN_SEARCH] = { "search", screen_search },
    [SCREEN_FIRST_DAYS] = { "first-days", screen_first_days },
    [SCREEN_PHRASES] = { "phrases", screen_phrases },
    [SCREEN_PHRASE] = { "phrase", screen_phrase },
    [SCREEN_WRONG] = { "wrong", screen_wrong },
    [SCREEN_DISPLAY] = { "display", screen_display },
    [SCREEN_TAKE_AWAY] = { "take-away", screen_take_away },
    [SCREEN_SHOW] = { "show", screen_show },
    [SCREEN_STAFF] = { "staff", screen_staff },
};
static_assert(COUNT(screens) == SCREEN_COUNT, "each screen needs a row");

const char *screen_name(enum screen_id screen)
{
    return screens[screen].name;
}

void screen_draw(struct ui *ui, const struct model *model, struct draw_list *list)
{
    enum screen_id screen = model_screen(model);
    ui->lang = model_lang(model);
    ui->rtl = model->kiosk && model_locale(model, ui->lang)->rtl;
    ui->pressed = model->pressed[0] ? model->pressed : NULL;
    ui->focus = model->focus[0] ? model->focus : NULL;
    ui->spoken_text = model->spoken.shown ? &model->spoken.text : NULL;
    ui->spoken = model->spoken.letters;
    ui->scroll = model_scroll(model);
    ui->low_reach = model->display.low_reach;
    ui_start(ui);
    screens[screen].draw(ui, model);
    ui_finish(ui, list,
              (struct ui_scroll_buttons){ ACT_SCROLL, ui_tr(ui, N_("Scroll up")), ui_tr(ui, N_("Scroll down")) });
}
