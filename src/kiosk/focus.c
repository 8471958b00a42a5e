#include "kiosk/focus.h"

#include <string.h>

static long index_of_focus(const struct app *app)
{
    for (size_t i = 0; i < app->list.region_count; i++) {
        if (strcmp(app->list.regions[i].id, app->model.focus) == 0)
            return (long)i;
    }
    return -1;
}

static void move(struct app *app, int step)
{
    app_layout(app);
    long count = (long)app->list.region_count;
    if (count == 0)
        return;
    long now = index_of_focus(app);
    long next = now < 0 ? (step > 0 ? 0 : count - 1) : (now + step + count) % count;
    const struct tap_region *region = &app->list.regions[next];
    app_reveal(app, region);
    app_act(app, (struct action){ ACT_FOCUS, region->id, 0 });
}

static void next(struct app *app, bool shift)
{
    move(app, shift ? -1 : 1);
}

static void previous(struct app *app, bool shift)
{
    (void)shift;
    move(app, -1);
}

/* Left and right follow the direction of writing. */
static void right(struct app *app, bool shift)
{
    (void)shift;
    move(app, model_locale(&app->model, model_lang(&app->model))->rtl ? -1 : 1);
}

static void left(struct app *app, bool shift)
{
    (void)shift;
    move(app, model_locale(&app->model, model_lang(&app->model))->rtl ? 1 : -1);
}

static void activate(struct app *app, const char *id)
{
    app_layout(app);
    const struct tap_region *region = draw_list_region(&app->list, id);
    if (region)
        app_act(app, region->action);
}

static void press(struct app *app, bool shift)
{
    (void)shift;
    if (app->model.focus[0])
        activate(app, app->model.focus);
    else if (app->model.still_there)
        app_act(app, (struct action){ ACT_MORE_TIME, NULL, 0 });
}

static void back(struct app *app, bool shift)
{
    (void)shift;
    activate(app, "back");
}

/* In a search the space comes as text as well, and that is what is meant. */
static void space(struct app *app, bool shift)
{
    if (model_screen(&app->model) != SCREEN_SEARCH)
        press(app, shift);
}

static void erase(struct app *app, bool shift)
{
    (void)shift;
    app_act(app, (struct action){ ACT_ERASE, NULL, 0 });
}

static void page_down(struct app *app, bool shift)
{
    (void)shift;
    activate(app, "scroll-down");
}

static void page_up(struct app *app, bool shift)
{
    (void)shift;
    activate(app, "scroll-up");
}

static const struct {
    const char *name;
    void (*act)(struct app *app, bool shift);
} keys[] = {
    { "Tab", next },        { "Down", next },    { "Up", previous },        { "Right", right },
    { "Left", left },       { "Return", press }, { "Keypad Enter", press }, { "Space", space },
    { "Escape", back },     { "AC Back", back }, { "PageDown", page_down }, { "PageUp", page_up },
    { "Backspace", erase },
};

bool focus_is_key(const char *name)
{
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (strcmp(keys[i].name, name) == 0)
            return true;
    }
    return false;
}

void focus_key(struct app *app, const char *name, bool shift)
{
    if (!app->model.kiosk)
        return;
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (strcmp(keys[i].name, name) == 0)
            keys[i].act(app, shift);
    }
}
