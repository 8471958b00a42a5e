#include "support/rules.h"

#include "text/message.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

/* One line that says where a property is broken; the first few are printed, all are counted. */
static void broken(struct rules *rules, const char *property, const char *what)
{
    if (rules->failures++ < 40)
        print_error("%s: %s %s in %s at %dx%d (%.1f in): %s\n", property, screen_name(model_screen(&rules->walk.model)),
                    model_place(&rules->walk.model)->id, model_lang(&rules->walk.model), rules->size->width,
                    rules->size->height, rules->size->diagonal, what);
}

static double pixels_per_mm(const struct rules *rules)
{
    return hypot(rules->size->width, rules->size->height) / (rules->size->diagonal * 25.4);
}

static int rules_reach(const struct rules *rules)
{
    return rules->low_reach_mm > 0 ? (int)(rules->low_reach_mm * pixels_per_mm(rules)) : rules->size->height / 2;
}

/* Rounding to whole pixels may take one off each edge. */
#define ROUNDING 1

static void targets_are_large_enough(struct rules *rules)
{
    int least = (int)floor(20 * pixels_per_mm(rules)) - ROUNDING;
    for (size_t i = 0; i < rules->list.region_count; i++) {
        const struct tap_region *region = &rules->list.regions[i];
        if (region->rect.w < least || region->rect.h < least)
            broken(rules, "target under 20 mm", region->id);
    }
}

static void targets_are_apart(struct rules *rules)
{
    int gap = (int)floor(3 * pixels_per_mm(rules)) - ROUNDING;
    for (size_t i = 0; i < rules->list.region_count; i++) {
        for (size_t j = i + 1; j < rules->list.region_count; j++) {
            const struct tap_region *a = &rules->list.regions[i], *b = &rules->list.regions[j];
            struct rect wide = { a->shown.x - gap, a->shown.y - gap, a->shown.w + 2 * gap, a->shown.h + 2 * gap };
            if (a->visible && b->visible && rect_intersects(wide, b->shown))
                broken(rules, "targets closer than 3 mm", arena_printf(&rules->frame, "%s and %s", a->id, b->id));
        }
    }
}

static void targets_have_names(struct rules *rules)
{
    for (size_t i = 0; i < rules->list.region_count; i++) {
        const struct tap_region *region = &rules->list.regions[i];
        if (!region->label[0])
            broken(rules, "target without a name", region->id);
        for (size_t j = 0; j < i; j++) {
            if (strcmp(rules->list.regions[j].id, region->id) == 0)
                broken(rules, "two targets with one id", region->id);
        }
    }
}

static bool is_in_scroll(const struct rules *rules, const struct draw_command *command)
{
    const struct scroll_area *scroll = &rules->list.scroll;
    return scroll->present && command->clip.h == scroll->view.h && command->clip.y == scroll->view.y;
}

static bool lies_within(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x - ROUNDING && inner.y >= outer.y - ROUNDING &&
           inner.x + inner.w <= outer.x + outer.w + ROUNDING && inner.y + inner.h <= outer.y + outer.h + ROUNDING;
}

/* Where the command may be: the screen, or for what scrolls all that can be scrolled to. */
static struct rect room_for(const struct rules *rules, const struct draw_command *command)
{
    const struct scroll_area *scroll = &rules->list.scroll;
    if (!is_in_scroll(rules, command))
        return (struct rect){ 0, 0, rules->size->width, rules->size->height };
    int height = scroll->content_height > scroll->view.h ? scroll->content_height : scroll->view.h;
    return (struct rect){ scroll->view.x, scroll->view.y - scroll->offset, scroll->view.w, height };
}

static void nothing_is_cut_off(struct rules *rules)
{
    for (size_t i = 0; i < rules->list.command_count; i++) {
        const struct draw_command *command = &rules->list.commands[i];
        if (!lies_within(command->rect, room_for(rules, command)))
            broken(rules, "outside the screen",
                   command->kind == DRAW_TEXT ? command->text.para->text.at : "a box or icon");
        if (command->kind != DRAW_TEXT)
            continue;
        const struct para *para = command->text.para;
        if (ceilf(para->width) > (float)(command->rect.w + ROUNDING) ||
            ceilf(para->height) > (float)(command->rect.h + ROUNDING))
            broken(rules, "text larger than its box", para->text.at);
    }
}

static void texts_do_not_overlap(struct rules *rules)
{
    for (size_t i = 0; i < rules->list.command_count; i++) {
        const struct draw_command *a = &rules->list.commands[i];
        for (size_t j = i + 1; j < rules->list.command_count; j++) {
            const struct draw_command *b = &rules->list.commands[j];
            if (a->kind == DRAW_BOX || b->kind == DRAW_BOX || is_in_scroll(rules, a) != is_in_scroll(rules, b))
                continue;
            struct rect both = rect_intersection(a->rect, b->rect);
            if (both.w > ROUNDING && both.h > ROUNDING)
                broken(rules, "texts overlap", a->kind == DRAW_TEXT ? a->text.para->text.at : a->icon.name);
        }
    }
}

/* Whatever stands on a card stands on it whole. */
static void nothing_sticks_out_of_its_box(struct rules *rules)
{
    for (size_t i = 0; i < rules->list.command_count; i++) {
        const struct draw_command *box = &rules->list.commands[i];
        if (box->kind != DRAW_BOX || !box->box.has_fill || box->box.is_mark)
            continue;
        for (size_t j = i + 1; j < rules->list.command_count; j++) {
            const struct draw_command *on = &rules->list.commands[j];
            if (on->kind == DRAW_BOX || is_in_scroll(rules, box) != is_in_scroll(rules, on))
                continue;
            if (rect_intersects(box->rect, on->rect) && !lies_within(on->rect, box->rect))
                broken(rules, "sticks out of its box", on->kind == DRAW_TEXT ? on->text.para->text.at : on->icon.name);
        }
    }
}

static void the_content_has_room(struct rules *rules)
{
    const struct scroll_area *scroll = &rules->list.scroll;
    if (scroll->present && scroll->view.h < rules->size->height / 3)
        broken(rules, "bars leave too little room", "the scrolling part is less than a third of the screen");
}

static void characters_have_fonts(struct rules *rules)
{
    for (size_t i = 0; i < rules->list.command_count; i++) {
        const struct draw_command *command = &rules->list.commands[i];
        if (command->kind == DRAW_ICON && !glyphs_has_icon(rules->glyphs, command->icon.name))
            broken(rules, "no such pictogram", command->icon.name);
        if (command->kind != DRAW_TEXT)
            continue;
        uint32_t missing = 0;
        if (!fonts_cover(rules->fonts, command->text.para->text, command->text.lang, &missing))
            broken(rules, "no font for a character",
                   arena_printf(&rules->frame, "U+%04X of %s", (unsigned)missing, command->text.para->text.at));
    }
}

#define TEXT_CONTRAST 4.5
#define CONTROL_CONTRAST 3.0

/* A mark is on the letters of its text, and they can be read on it. */
static void marks_lie_behind_their_text(struct rules *rules)
{
    int bleed = (int)(2 * rules->theme.unit) + 2;
    for (size_t i = 0; i < rules->list.command_count; i++) {
        const struct draw_command *mark = &rules->list.commands[i];
        const struct draw_command *text = mark;
        if (mark->kind != DRAW_BOX || !mark->box.is_mark)
            continue;
        while (text->kind == DRAW_BOX && text->box.is_mark)
            text++;
        struct rect room = { text->rect.x - bleed, text->rect.y, text->rect.w + 2 * bleed, text->rect.h };
        if (text->kind != DRAW_TEXT || !lies_within(mark->rect, room))
            broken(rules, "a mark is not behind its text",
                   text->kind == DRAW_TEXT ? text->text.para->text.at : "no text");
        else if (theme_contrast(text->text.colour, mark->box.fill) < TEXT_CONTRAST)
            broken(rules, "contrast on a mark", text->text.para->text.at);
        rules->marks++;
    }
}

static void contrast_holds(struct rules *rules)
{
    for (size_t i = 0; i < rules->list.command_count; i++) {
        const struct draw_command *command = &rules->list.commands[i];
        if (command->kind == DRAW_TEXT &&
            theme_contrast(command->text.colour, command->text.background) < TEXT_CONTRAST)
            broken(rules, "text contrast", command->text.para->text.at);
        if (command->kind == DRAW_ICON &&
            theme_contrast(command->icon.colour, command->icon.background) < CONTROL_CONTRAST)
            broken(rules, "pictogram contrast", command->icon.name);
    }
}

/* Nothing has to be tapped above the line: what does not scroll stands below it, and what scrolls begins there. */
static void controls_are_within_reach(struct rules *rules)
{
    const struct scroll_area *scroll = &rules->list.scroll;
    int least = (int)((2 * UNITS_TARGET + 3 * UNITS_GAP) * rules->theme.unit);
    int wanted = rules->size->height - rules_reach(rules);
    int lowest = scroll->view.y + scroll->view.h - least - ROUNDING;
    if (!rules->walk.display.low_reach)
        return;
    if (scroll->line < wanted - ROUNDING && scroll->line < lowest)
        broken(rules, "the line is too high", "the content could begin lower");
    for (size_t i = 0; i < rules->list.region_count; i++) {
        const struct tap_region *region = &rules->list.regions[i];
        int top = region->rect.y + (region->scrolls ? scroll->offset : 0);
        if (top < scroll->line - ROUNDING)
            broken(rules, "out of a low reach", region->id);
    }
}

static void draw(struct rules *rules, int scroll)
{
    struct ui ui = { .arena = &rules->frame,
                     .paras = rules->paras,
                     .theme = &rules->theme,
                     .width = rules->size->width,
                     .height = rules->size->height,
                     .reach = (int)(rules->low_reach_mm * pixels_per_mm(rules)) };
    model_place(&rules->walk.model)->scroll = rules->walk.model.question_scroll = scroll;
    arena_reset(&rules->frame);
    screen_draw(&ui, &rules->walk.model, &rules->list);
    rules->screens++;
}

/* On a screen of a kiosk's size. */
void rules_check_languages(struct rules *rules)
{
    const struct scroll_area *scroll = &rules->list.scroll;
    bool scrolls = scroll->present && scroll->content_height > scroll->view.h;
    if (model_screen(&rules->walk.model) == SCREEN_LANGUAGES && rules->size->diagonal >= 19 && scrolls)
        broken(rules, "a language is hidden behind a scroll", "up to 24 names should show at once");
}

static void check_list(struct rules *rules)
{
    targets_are_large_enough(rules);
    targets_are_apart(rules);
    targets_have_names(rules);
    nothing_is_cut_off(rules);
    texts_do_not_overlap(rules);
    nothing_sticks_out_of_its_box(rules);
    the_content_has_room(rules);
    controls_are_within_reach(rules);
    characters_have_fonts(rules);
    contrast_holds(rules);
    marks_lie_behind_their_text(rules);
}

void rules_check_screen(struct rules *rules)
{
    draw(rules, 0);
    check_list(rules);
    const struct scroll_area *scroll = &rules->list.scroll;
    if (scroll->present && scroll->content_height > scroll->view.h) {
        draw(rules, scroll->content_height);
        check_list(rules);
    }
    model_place(&rules->walk.model)->scroll = rules->walk.model.question_scroll = 0;
}

static void see(void *context)
{
    rules_check_screen(context);
}

void rules_set(struct rules *rules, const struct rules_size *size, struct display display)
{
    rules->size = size;
    rules->walk.display = rules->walk.model.display = display;
    rules->theme = theme_of((float)pixels_per_mm(rules), display.look);
    para_cache_clear(rules->paras);
}

void rules_open_pack(struct rules *rules, const char *pack)
{
    walk_open(&rules->walk, pack);
    rules->failures = rules->screens = 0;
}

void rules_check_pack(struct rules *rules)
{
    walk_without_language(&rules->walk);
    for (size_t i = 0; i < rules->walk.kiosk.language_count; i++)
        walk_language(&rules->walk, rules->walk.kiosk.languages[i].tag);
}

void rules_check_doubled(struct rules *rules)
{
    for (size_t i = 0; i < rules->walk.kiosk.language_count; i++) {
        const char *tag = rules->walk.kiosk.languages[i].tag;
        if (strstr(tag, "-X"))
            walk_language(&rules->walk, tag);
    }
}

void rules_close_pack(struct rules *rules)
{
    walk_close(&rules->walk);
    assert_int_equal(rules->failures, 0);
}

bool rules_open(struct rules *rules)
{
    struct err err = { 0 };
    rules->walk.see = see;
    rules->walk.context = rules;
    bool opened = message_init(TEST_BUILD_DIR "/tests/packs/locale", &err) && fonts_open(&rules->fonts, &err) &&
                  glyphs_open(&rules->glyphs, rules->fonts, &err) &&
                  para_cache_new(&rules->paras, rules->fonts, glyphs_measurer(rules->glyphs), &err);
    if (!opened)
        print_error("%s\n", err.detail);
    return opened;
}

void rules_close(struct rules *rules)
{
    para_cache_free(rules->paras);
    glyphs_close(rules->glyphs);
    fonts_close(rules->fonts);
    arena_destroy(&rules->frame);
}
