#include "kiosk/warm.h"

#include "kiosk/app.h"

#include <string.h>

static uint64_t place_key(const struct app *app)
{
    const struct place *place = model_place_const(&app->model);
    uint64_t key = str_hash(&place->screen, sizeof(place->screen), STR_HASH_SEED);
    key = str_hash(place->id, strlen(place->id), key);
    const struct display *display = &app->model.display;
    int shown[] = { (int)display->look.palette, (int)display->look.text_size, display->low_reach };
    key = str_hash(shown, sizeof(shown), key);
    return str_hash(app->model.lang, strlen(app->model.lang), key);
}

static bool leads_to_a_screen(int action)
{
    static const bool leads[ACT_COUNT] = {
        [ACT_CHOOSE_LANGUAGE] = true, [ACT_HOME] = true,      [ACT_TOPIC] = true,        [ACT_PAGE] = true,
        [ACT_SERVICE] = true,         [ACT_EMERGENCY] = true, [ACT_FIRST_DAYS] = true,   [ACT_PHRASES] = true,
        [ACT_PHRASE] = true,          [ACT_ABOUT] = true,     [ACT_LANGUAGES] = true,    [ACT_DISPLAY] = true,
        [ACT_TEXT_SIZE] = true,       [ACT_CONTRAST] = true,  [ACT_USUAL_DISPLAY] = true
    };
    return action > ACT_NONE && action < ACT_COUNT && leads[action];
}

/* A copy of the model goes there in its own arenas; the visitor's model does not notice. */
static void draw_ahead(struct warm *warm, struct app *app, struct action action)
{
    struct model ahead = app->model;
    struct update_context context = { app->pack, &warm->view };
    struct err ignored = { 0 };
    struct draw_list list;
    if (!update(&ahead, action, &context, &ignored))
        return;
    arena_reset(&warm->frame);
    struct theme theme = theme_of(app->pixels_per_mm, ahead.display.look);
    struct ui ui = app_ui(app, &warm->frame, &theme);
    screen_draw(&ui, &ahead, &list);
    render_warm(app->render, &list);
}

bool warm_step(struct warm *warm, struct app *app)
{
    uint64_t place = place_key(app);
    if (warm->place != place) {
        warm->place = place;
        warm->next = 0;
    }
    while (warm->next < app->list.region_count) {
        struct action action = app->list.regions[warm->next++].action;
        if (!leads_to_a_screen(action.kind))
            continue;
        draw_ahead(warm, app, action);
        return true;
    }
    return false;
}

void warm_destroy(struct warm *warm)
{
    arena_destroy(&warm->view);
    arena_destroy(&warm->frame);
}
