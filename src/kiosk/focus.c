#include "kiosk/focus.h"

#include "ui/reading.h"

#include <assert.h>
#include <string.h>

/* Whoever hears each language's name needs no greeting in it besides. */
static bool can_focus(const struct app *app, const struct reading_item *item)
{
    if (!item->region)
        return model_says_everything(&app->model) && item->in_content;
    return !model_says_everything(&app->model) || item->region->action.kind != ACT_GREET;
}

static struct reading read_screen(struct app *app)
{
    app_layout(app);
    return reading_of(&app->list, &app->frame);
}

static void go_to(struct app *app, const struct reading_item *item)
{
    /* Scrolling draws the screen anew: the id is kept, the item is not. */
    char id[MODEL_ID_MAX] = "";
    const char *name = reading_id(item, &app->frame);
    if (strlen(name) < sizeof(id))
        strcpy(id, name);
    if (item->in_content)
        app_reveal(app, item->rect);
    app_act(app, (struct action){ ACT_FOCUS, id, 0 });
}

static void move(struct app *app, int step)
{
    struct reading reading = read_screen(app);
    const struct reading_item *now = reading_find(&reading, app->model.focus);
    long count = (long)reading.count;
    long at = now ? now - reading.at : step > 0 ? -1 : count;
    for (long i = 0; i < count; i++) {
        at = (at + step + count) % count;
        if (can_focus(app, &reading.at[at])) {
            go_to(app, &reading.at[at]);
            return;
        }
    }
}

static bool is_key(const struct reading_item *item)
{
    return item->region && strncmp(item->region->id, "key/", 4) == 0;
}

static int centre(struct rect rect)
{
    return rect.x + rect.w / 2;
}

static int distance(const struct reading_item *a, const struct reading_item *b)
{
    int across = centre(a->rect) - centre(b->rect);
    return across < 0 ? -across : across;
}

/* On the keyboard of the screen up and down go to the row above or below, as fingers would; beyond its edges they go on
 * in reading order. */
static bool move_by_row(struct app *app, int step)
{
    struct reading reading = read_screen(app);
    const struct reading_item *now = reading_find(&reading, app->model.focus);
    const struct reading_item *best = NULL;
    if (!now || !is_key(now))
        return false;
    for (const struct reading_item *item = now; item >= reading.at && item < reading.at + reading.count; item += step) {
        bool is_other_row = item->rect.y != now->rect.y;
        if (!is_key(item) || (best && item->rect.y != best->rect.y))
            break;
        if (is_other_row && (!best || distance(item, now) < distance(best, now)))
            best = item;
    }
    if (best)
        go_to(app, best);
    return best != NULL;
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

static void down(struct app *app, bool shift)
{
    (void)shift;
    if (!move_by_row(app, 1))
        move(app, 1);
}

static void up(struct app *app, bool shift)
{
    (void)shift;
    if (!move_by_row(app, -1))
        move(app, -1);
}

/* Left and right follow the direction of writing; keys lie as on a keyboard in every language. */
static int rightwards(struct app *app)
{
    struct reading reading = read_screen(app);
    const struct reading_item *now = reading_find(&reading, app->model.focus);
    if (now && is_key(now))
        return 1;
    return model_locale(&app->model, model_lang(&app->model))->rtl ? -1 : 1;
}

static void right(struct app *app, bool shift)
{
    (void)shift;
    move(app, rightwards(app));
}

static void left(struct app *app, bool shift)
{
    (void)shift;
    move(app, -rightwards(app));
}

static void activate(struct app *app, const char *id)
{
    app_layout(app);
    const struct tap_region *region = draw_list_region(&app->list, id);
    if (region)
        app_act(app, region->action);
}

static bool is_at_rest(const struct app *app)
{
    return !app->model.lang[0] && model_screen(&app->model) == SCREEN_LANGUAGES && app->model.depth == 1;
}

static void speak_all(struct app *app)
{
    app_act(app, (struct action){ ACT_SPEECH_MODE, NULL, SPEECH_EVERYTHING });
}

/* Whoever can't see the screen presses the largest key first: with nothing chosen yet, it starts the speech. */
static void press(struct app *app, bool shift)
{
    (void)shift;
    if (app->model.focus[0])
        activate(app, app->model.focus);
    else if (app->model.still_there)
        app_act(app, (struct action){ ACT_MORE_TIME, NULL, 0 });
    else if (is_at_rest(app) && !model_says_everything(&app->model))
        speak_all(app);
}

static void back(struct app *app, bool shift)
{
    (void)shift;
    activate(app, "back");
}

static void home(struct app *app, bool shift)
{
    (void)shift;
    activate(app, "home");
}

static void help(struct app *app, bool shift)
{
    (void)shift;
    if (is_at_rest(app) && !model_says_everything(&app->model))
        speak_all(app);
    else
        app_act(app, (struct action){ ACT_KEYS_HELP, NULL, 0 });
}

static void listen(struct app *app, bool shift)
{
    (void)shift;
    app_act(app, (struct action){ ACT_LISTEN, NULL, 0 });
}

static void repeat(struct app *app, bool shift)
{
    (void)shift;
    voice_repeat(&app->voice, app->model.speech, clock_steady_ms(&app->clock));
}

static void louder(struct app *app, bool shift)
{
    (void)shift;
    app_act(app, (struct action){ ACT_VOLUME, NULL, 1 });
}

static void softer(struct app *app, bool shift)
{
    (void)shift;
    app_act(app, (struct action){ ACT_VOLUME, NULL, -1 });
}

static void faster(struct app *app, bool shift)
{
    (void)shift;
    app_act(app, (struct action){ ACT_RATE, NULL, 1 });
}

static void slower(struct app *app, bool shift)
{
    (void)shift;
    app_act(app, (struct action){ ACT_RATE, NULL, -1 });
}

static void headset_in(struct app *app, bool shift)
{
    (void)shift;
    speak_all(app);
}

/* What was private would now be heard by the room. */
static void headset_out(struct app *app, bool shift)
{
    (void)shift;
    app_act(app, (struct action){ ACT_SPEECH_MODE, NULL, SPEECH_ON_TAP });
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

static void (*const functions[])(struct app *app, bool shift) = {
    [KEY_NONE] = NULL,
    [KEY_NEXT] = next,
    [KEY_PREVIOUS] = previous,
    [KEY_UP] = up,
    [KEY_DOWN] = down,
    [KEY_LEFT] = left,
    [KEY_RIGHT] = right,
    [KEY_OK] = press,
    [KEY_SPACE] = space,
    [KEY_BACK] = back,
    [KEY_HOME] = home,
    [KEY_HELP] = help,
    [KEY_LISTEN] = listen,
    [KEY_REPEAT] = repeat,
    [KEY_LOUDER] = louder,
    [KEY_SOFTER] = softer,
    [KEY_FASTER] = faster,
    [KEY_SLOWER] = slower,
    [KEY_HEADSET_IN] = headset_in,
    [KEY_HEADSET_OUT] = headset_out,
    [KEY_PAGE_UP] = page_up,
    [KEY_PAGE_DOWN] = page_down,
    [KEY_ERASE] = erase,
};
static_assert(COUNT(functions) == KEY_FUNCTION_COUNT, "each function does something");

void focus_key(struct app *app, const char *name, bool shift)
{
    enum key_function function = keys_function(&app->options->keys, name);
    if (app->model.kiosk && functions[function])
        functions[function](app, shift);
}
