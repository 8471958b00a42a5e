/* What holds on every screen, in every language, at every size: targets are large enough and apart, nothing overlaps,
 * nothing is cut off, every character has a font, contrast holds. Screens are laid out with the real fonts over the
 * default pack with doubled languages beside it (tests/support/make_packs.sh). */
#include "platform/glyphs.h"
#include "support/walk.h"
#include "text/message.h"
#include "text/zone.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

static const struct size {
    int width, height;
    double diagonal;
} sizes[] = {
    { 1920, 1080, 24 },  { 1080, 1920, 24 }, { 1366, 768, 24 },  { 1366, 768, 15.6 },
    { 768, 1366, 15.6 }, { 3840, 2160, 27 }, { 1280, 1024, 19 }, { 1456, 1092, 30 },
};

static struct {
    struct fonts *fonts;
    struct glyphs *glyphs;
    struct para_cache *paras;
    struct arena frame;
    struct theme theme;
    const struct size *size;
    struct walk walk;
    struct draw_list list;
    unsigned long screens;
    unsigned long marks;
    unsigned long failures;
} stage;

/* One line that says where a property is broken; the first few are printed, all are counted. */
static void broken(const char *property, const char *what)
{
    if (stage.failures++ < 40)
        print_error("%s: %s %s in %s at %dx%d (%.1f in): %s\n", property, screen_name(model_screen(&stage.walk.model)),
                    model_place(&stage.walk.model)->id, model_lang(&stage.walk.model), stage.size->width,
                    stage.size->height, stage.size->diagonal, what);
}

static double pixels_per_mm(void)
{
    return hypot(stage.size->width, stage.size->height) / (stage.size->diagonal * 25.4);
}

/* Rounding to whole pixels may take one off each edge. */
#define ROUNDING 1

static void targets_are_large_enough(void)
{
    int least = (int)floor(20 * pixels_per_mm()) - ROUNDING;
    for (size_t i = 0; i < stage.list.region_count; i++) {
        const struct tap_region *region = &stage.list.regions[i];
        if (region->rect.w < least || region->rect.h < least)
            broken("target under 20 mm", region->id);
    }
}

static void targets_are_apart(void)
{
    int gap = (int)floor(3 * pixels_per_mm()) - ROUNDING;
    for (size_t i = 0; i < stage.list.region_count; i++) {
        for (size_t j = i + 1; j < stage.list.region_count; j++) {
            const struct tap_region *a = &stage.list.regions[i], *b = &stage.list.regions[j];
            struct rect wide = { a->shown.x - gap, a->shown.y - gap, a->shown.w + 2 * gap, a->shown.h + 2 * gap };
            if (a->visible && b->visible && rect_intersects(wide, b->shown))
                broken("targets closer than 3 mm", arena_printf(&stage.frame, "%s and %s", a->id, b->id));
        }
    }
}

static void targets_have_names(void)
{
    for (size_t i = 0; i < stage.list.region_count; i++) {
        const struct tap_region *region = &stage.list.regions[i];
        if (!region->label[0])
            broken("target without a name", region->id);
        for (size_t j = 0; j < i; j++) {
            if (strcmp(stage.list.regions[j].id, region->id) == 0)
                broken("two targets with one id", region->id);
        }
    }
}

static bool is_in_scroll(const struct draw_command *command)
{
    const struct scroll_area *scroll = &stage.list.scroll;
    return scroll->present && command->clip.h == scroll->view.h && command->clip.y == scroll->view.y;
}

static bool lies_within(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x - ROUNDING && inner.y >= outer.y - ROUNDING &&
           inner.x + inner.w <= outer.x + outer.w + ROUNDING && inner.y + inner.h <= outer.y + outer.h + ROUNDING;
}

/* Where the command may be: the screen, or for what scrolls all that can be scrolled to. */
static struct rect room_for(const struct draw_command *command)
{
    const struct scroll_area *scroll = &stage.list.scroll;
    if (!is_in_scroll(command))
        return (struct rect){ 0, 0, stage.size->width, stage.size->height };
    int height = scroll->content_height > scroll->view.h ? scroll->content_height : scroll->view.h;
    return (struct rect){ scroll->view.x, scroll->view.y - scroll->offset, scroll->view.w, height };
}

static void nothing_is_cut_off(void)
{
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct draw_command *command = &stage.list.commands[i];
        if (!lies_within(command->rect, room_for(command)))
            broken("outside the screen", command->kind == DRAW_TEXT ? command->text.para->text.at : "a box or icon");
        if (command->kind != DRAW_TEXT)
            continue;
        const struct para *para = command->text.para;
        if (ceilf(para->width) > (float)(command->rect.w + ROUNDING) ||
            ceilf(para->height) > (float)(command->rect.h + ROUNDING))
            broken("text larger than its box", para->text.at);
    }
}

static void texts_do_not_overlap(void)
{
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct draw_command *a = &stage.list.commands[i];
        for (size_t j = i + 1; j < stage.list.command_count; j++) {
            const struct draw_command *b = &stage.list.commands[j];
            if (a->kind == DRAW_BOX || b->kind == DRAW_BOX || is_in_scroll(a) != is_in_scroll(b))
                continue;
            struct rect both = rect_intersection(a->rect, b->rect);
            if (both.w > ROUNDING && both.h > ROUNDING)
                broken("texts overlap", a->kind == DRAW_TEXT ? a->text.para->text.at : a->icon.name);
        }
    }
}

/* Whatever stands on a card stands on it whole. */
static void nothing_sticks_out_of_its_box(void)
{
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct draw_command *box = &stage.list.commands[i];
        if (box->kind != DRAW_BOX || !box->box.has_fill || box->box.is_mark)
            continue;
        for (size_t j = i + 1; j < stage.list.command_count; j++) {
            const struct draw_command *on = &stage.list.commands[j];
            if (on->kind == DRAW_BOX || is_in_scroll(box) != is_in_scroll(on))
                continue;
            if (rect_intersects(box->rect, on->rect) && !lies_within(on->rect, box->rect))
                broken("sticks out of its box", on->kind == DRAW_TEXT ? on->text.para->text.at : on->icon.name);
        }
    }
}

static void the_content_has_room(void)
{
    const struct scroll_area *scroll = &stage.list.scroll;
    if (scroll->present && scroll->view.h < stage.size->height / 3)
        broken("bars leave too little room", "the scrolling part is less than a third of the screen");
}

static void characters_have_fonts(void)
{
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct draw_command *command = &stage.list.commands[i];
        if (command->kind == DRAW_ICON && !glyphs_has_icon(stage.glyphs, command->icon.name))
            broken("no such pictogram", command->icon.name);
        if (command->kind != DRAW_TEXT)
            continue;
        uint32_t missing = 0;
        if (!fonts_cover(stage.fonts, command->text.para->text, command->text.lang, &missing))
            broken("no font for a character",
                   arena_printf(&stage.frame, "U+%04X of %s", (unsigned)missing, command->text.para->text.at));
    }
}

#define TEXT_CONTRAST 4.5
#define CONTROL_CONTRAST 3.0

/* A mark is on the letters of its text, and they can be read on it. */
static void marks_lie_behind_their_text(void)
{
    int bleed = (int)(2 * stage.theme.unit) + 2;
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct draw_command *mark = &stage.list.commands[i];
        const struct draw_command *text = mark;
        if (mark->kind != DRAW_BOX || !mark->box.is_mark)
            continue;
        while (text->kind == DRAW_BOX && text->box.is_mark)
            text++;
        struct rect room = { text->rect.x - bleed, text->rect.y, text->rect.w + 2 * bleed, text->rect.h };
        if (text->kind != DRAW_TEXT || !lies_within(mark->rect, room))
            broken("a mark is not behind its text", text->kind == DRAW_TEXT ? text->text.para->text.at : "no text");
        else if (theme_contrast(text->text.colour, mark->box.fill) < TEXT_CONTRAST)
            broken("contrast on a mark", text->text.para->text.at);
        stage.marks++;
    }
}

static void contrast_holds(void)
{
    for (size_t i = 0; i < stage.list.command_count; i++) {
        const struct draw_command *command = &stage.list.commands[i];
        if (command->kind == DRAW_TEXT &&
            theme_contrast(command->text.colour, command->text.background) < TEXT_CONTRAST)
            broken("text contrast", command->text.para->text.at);
        if (command->kind == DRAW_ICON &&
            theme_contrast(command->icon.colour, command->icon.background) < CONTROL_CONTRAST)
            broken("pictogram contrast", command->icon.name);
    }
}

static void draw(int scroll)
{
    struct ui ui = { .arena = &stage.frame,
                     .paras = stage.paras,
                     .theme = &stage.theme,
                     .width = stage.size->width,
                     .height = stage.size->height };
    model_place(&stage.walk.model)->scroll = scroll;
    arena_reset(&stage.frame);
    screen_draw(&ui, &stage.walk.model, &stage.list);
    stage.screens++;
}

/* On a screen of a kiosk's size. */
static void every_language_shows_at_once(void)
{
    const struct scroll_area *scroll = &stage.list.scroll;
    bool scrolls = scroll->present && scroll->content_height > scroll->view.h;
    if (model_screen(&stage.walk.model) == SCREEN_LANGUAGES && stage.size->diagonal >= 19 && scrolls)
        broken("a language is hidden behind a scroll", "up to 24 names should show at once");
}

static void check_list(void)
{
    targets_are_large_enough();
    targets_are_apart();
    targets_have_names();
    nothing_is_cut_off();
    texts_do_not_overlap();
    nothing_sticks_out_of_its_box();
    the_content_has_room();
    characters_have_fonts();
    contrast_holds();
    marks_lie_behind_their_text();
}

/* The screen as it opens, and scrolled to its end. */
static void check_screen(void *context)
{
    (void)context;
    draw(0);
    check_list();
    const struct scroll_area *scroll = &stage.list.scroll;
    if (scroll->present && scroll->content_height > scroll->view.h) {
        draw(scroll->content_height);
        check_list();
    }
    model_place(&stage.walk.model)->scroll = 0;
}

static void set_size(const struct size *size)
{
    stage.size = size;
    stage.theme = theme_light((float)pixels_per_mm());
    para_cache_clear(stage.paras);
}

static void every_screen_keeps_the_rules(void **state)
{
    (void)state;
    walk_open(&stage.walk, "double");
    stage.failures = stage.screens = 0;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        set_size(&sizes[i]);
        walk_without_language(&stage.walk);
        for (size_t j = 0; j < stage.walk.kiosk.language_count; j++)
            walk_language(&stage.walk, stage.walk.kiosk.languages[j].tag);
    }
    print_message("%lu screens checked\n", stage.screens);
    walk_close(&stage.walk);
    assert_true(stage.screens > 1000 && stage.marks > 500);
    assert_int_equal(stage.failures, 0);
}

/* The list of languages and home, in each of the pack's languages; their names are real ones here. */
static void check_languages_of(const char *pack, size_t count)
{
    walk_open(&stage.walk, pack);
    stage.failures = 0;
    assert_int_equal(stage.walk.kiosk.language_count, count);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        set_size(&sizes[i]);
        for (size_t j = 0; j < count; j++) {
            walk_act(&stage.walk, ACT_FINISH, NULL, 0);
            check_screen(NULL);
            every_language_shows_at_once();
            walk_act(&stage.walk, ACT_CHOOSE_LANGUAGE, stage.walk.kiosk.languages[j].tag, 0);
            check_screen(NULL);
            walk_act(&stage.walk, ACT_LANGUAGES, NULL, 0);
            check_screen(NULL);
            every_language_shows_at_once();
        }
    }
    walk_close(&stage.walk);
    assert_int_equal(stage.failures, 0);
}

static void eight_languages_keep_the_rules(void **state)
{
    (void)state;
    check_languages_of("grenoble", 8);
}

static void twenty_four_languages_keep_the_rules(void **state)
{
    (void)state;
    check_languages_of("polyglot", 24);
}

static int set_up(void **state)
{
    (void)state;
    struct err err = { 0 };
    stage.walk.see = check_screen;
    bool opened = message_init(TEST_BUILD_DIR "/tests/packs/locale", &err) && fonts_open(&stage.fonts, &err) &&
                  glyphs_open(&stage.glyphs, stage.fonts, &err) &&
                  para_cache_new(&stage.paras, stage.fonts, glyphs_measurer(stage.glyphs), &err);
    if (!opened)
        print_error("%s\n", err.detail);
    return opened ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    para_cache_free(stage.paras);
    glyphs_close(stage.glyphs);
    fonts_close(stage.fonts);
    arena_destroy(&stage.frame);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_keeps_the_rules),
        cmocka_unit_test(eight_languages_keep_the_rules),
        cmocka_unit_test(twenty_four_languages_keep_the_rules),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
