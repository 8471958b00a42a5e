/* Contrast as a person meets it: screens are painted, and what counts is the colours of their pixels. In each palette,
 * texts reach 4.5:1 against the ground that they stand on, pictograms 3:1, and around each thing that can be tapped
 * there is an edge of 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). Whole screens of a few languages: the palette knows no
 * language. */
#include "support/gallery.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PIXELS_PER_MM 3.6f
#define TEXT_CONTRAST 4.5
#define CONTROL_CONTRAST 3.0

static struct gallery gallery;
static struct walk *const walk = &gallery.walk;
static unsigned long texts, icons, controls, failures;

static void broken(const char *what, const char *which, double ratio)
{
    if (failures++ < 40)
        print_error("%s in palette %d on %s: only %.2f: %s\n", what, (int)gallery.theme.look.palette,
                    screen_name(model_screen(&walk->model)), ratio, which);
}

static uint32_t at(int x, int y)
{
    return gallery.pixels[y * GALLERY_WIDTH + x] & 0xFFFFFFu;
}

/* The best contrast with `ground` that any pixel of the rectangle has. */
static double best_within(struct rect rect, uint32_t ground)
{
    double best = 1;
    uint32_t last = ground;
    for (int y = rect.y; y < rect.y + rect.h; y++) {
        for (int x = rect.x; x < rect.x + rect.w; x++) {
            uint32_t pixel = at(x, y);
            if (pixel == last)
                continue;
            double ratio = theme_contrast(pixel, ground);
            best = ratio > best ? ratio : best;
            last = pixel;
        }
    }
    return best;
}

/* The colour that most pixels of the rectangle have: letters cover less than what they stand on. */
static uint32_t ground_of(struct rect rect)
{
    uint32_t candidate = 0;
    long votes = 0;
    for (int y = rect.y; y < rect.y + rect.h; y++) {
        for (int x = rect.x; x < rect.x + rect.w; x++) {
            if (votes == 0)
                candidate = at(x, y);
            votes += at(x, y) == candidate ? 1 : -1;
        }
    }
    return candidate;
}

static void check_command(const struct draw_command *command)
{
    struct rect rect = rect_intersection(command->rect, command->clip);
    rect = rect_intersection(rect, (struct rect){ 0, 0, GALLERY_WIDTH, GALLERY_HEIGHT });
    if (command->kind == DRAW_BOX || rect.w < command->rect.w || rect.h < command->rect.h)
        return;
    uint32_t ground = ground_of(rect);
    double ratio = best_within(rect, ground);
    if (command->kind == DRAW_TEXT && ratio < TEXT_CONTRAST)
        broken("text", command->text.para->text.at, ratio);
    if (command->kind == DRAW_ICON && ratio < CONTROL_CONTRAST)
        broken("pictogram", command->icon.name, ratio);
    texts += command->kind == DRAW_TEXT;
    icons += command->kind == DRAW_ICON;
}

/* The best contrast along a line that leaves the region through the middle of a side. */
static double edge_contrast(int x, int y, int dx, int dy)
{
    const int outside = 4, inside = 6;
    uint32_t ground = at(x - dx * outside, y - dy * outside);
    double best = 1;
    for (int i = 1 - outside; i <= inside; i++) {
        double ratio = theme_contrast(at(x + dx * i, y + dy * i), ground);
        best = ratio > best ? ratio : best;
    }
    return best;
}

static void check_region(const struct tap_region *region)
{
    struct rect rect = region->rect;
    struct rect room = { rect.x - 4, rect.y - 4, rect.w + 8, rect.h + 8 };
    struct rect screen = { 0, 0, GALLERY_WIDTH, GALLERY_HEIGHT };
    struct rect seen = rect_intersection(room, screen);
    if (region->shown.h < rect.h || seen.w < room.w || seen.h < room.h)
        return;
    int middle_x = rect.x + rect.w / 2, middle_y = rect.y + rect.h / 2;
    double sides[] = { edge_contrast(middle_x, rect.y, 0, 1), edge_contrast(middle_x, rect.y + rect.h - 1, 0, -1),
                       edge_contrast(rect.x, middle_y, 1, 0), edge_contrast(rect.x + rect.w - 1, middle_y, -1, 0) };
    for (size_t i = 0; i < COUNT(sides); i++) {
        if (sides[i] < CONTROL_CONTRAST)
            broken("edge", region->id, sides[i]);
    }
    controls++;
}

static void see(void *unused)
{
    (void)unused;
    model_place(&walk->model)->scroll = 0;
    gallery_paint(&gallery);
    for (size_t i = 0; i < gallery.list.command_count; i++)
        check_command(&gallery.list.commands[i]);
    for (size_t i = 0; i < gallery.list.region_count; i++)
        check_region(&gallery.list.regions[i]);
}

static void act(enum action_kind kind, const char *arg)
{
    walk_act(walk, kind, arg, 0);
    see(NULL);
}

/* One screen of each kind, with something chosen, ticked, typed, and something that has the focus or is pressed. */
static void visit(const char *lang)
{
    walk_act(walk, ACT_FINISH, NULL, 0);
    see(NULL);
    act(ACT_CHOOSE_LANGUAGE, lang);
    act(ACT_TOPIC, "health");
    act(ACT_FACET, "free");
    char service[MODEL_ID_MAX];
    snprintf(service, sizeof(service), "%s", walk->model.view.topic_lists.services.at[0].id);
    act(ACT_FOCUS, "facet/free");
    act(ACT_PRESS, "emergency");
    walk_act(walk, ACT_PRESS, NULL, 0);
    act(ACT_SERVICE, service);
    act(ACT_WRONG, NULL);
    act(ACT_PAGE, "care-without-insurance");
    act(ACT_EMERGENCY, NULL);
    act(ACT_FIRST_DAYS, NULL);
    act(ACT_STEP, walk->model.view.steps.at[0].id);
    act(ACT_PHRASES, NULL);
    act(ACT_PHRASE, "i-am-pregnant");
    act(ACT_ANSWER, walk->model.view.phrase.answers[0].id);
    act(ACT_SEARCH, NULL);
    act(ACT_TYPE, "a");
    act(ACT_ABOUT, NULL);
    act(ACT_DISPLAY, NULL);
    act(ACT_LANGUAGES, NULL);
    walk_act(walk, ACT_STILL_THERE, NULL, 30);
    see(NULL);
    act(ACT_HIDE, NULL);
}

static void check_palette(enum palette palette)
{
    static const char *const langs[] = { "fr", "ar", "zh-Hans" };
    struct display display = { .look = { palette, TEXT_USUAL } };
    failures = texts = icons = controls = 0;
    walk->display = walk->model.display = display;
    gallery.theme = theme_of(PIXELS_PER_MM, display.look);
    for (size_t i = 0; i < COUNT(langs); i++)
        visit(langs[i]);
    print_message("%lu texts, %lu pictograms, %lu controls\n", texts, icons, controls);
    assert_true(texts > 500 && icons > 300 && controls > 300);
    assert_int_equal(failures, 0);
}

static void light_pixels_reach_the_contrast(void **state)
{
    (void)state;
    check_palette(PALETTE_LIGHT);
}

static void dark_pixels_reach_the_contrast(void **state)
{
    (void)state;
    check_palette(PALETTE_DARK);
}

static void black_and_yellow_pixels_reach_the_contrast(void **state)
{
    (void)state;
    check_palette(PALETTE_BLACK_YELLOW);
}

static int set_up(void **state)
{
    (void)state;
    return gallery_open(&gallery, see) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    gallery_close(&gallery);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(light_pixels_reach_the_contrast),
        cmocka_unit_test(dark_pixels_reach_the_contrast),
        cmocka_unit_test(black_and_yellow_pixels_reach_the_contrast),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
