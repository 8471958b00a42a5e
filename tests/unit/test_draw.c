#include "ui/draw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define LIST(name)                                                                                                     \
    CLEANUP(arena_destroy) struct arena name##_arena = { 0 };                                                          \
    struct draw_list name;                                                                                             \
    draw_list_init(&name, &name##_arena)

/* Rectangles. */

static void a_rectangle_contains_its_first_pixel_and_not_the_one_behind_its_last(void **state)
{
    (void)state;
    struct rect rect = { 10, 20, 3, 2 };
    assert_true(rect_contains(rect, 10, 20));
    assert_true(rect_contains(rect, 12, 21));
    assert_false(rect_contains(rect, 13, 21));
    assert_false(rect_contains(rect, 12, 22));
    assert_false(rect_contains(rect, 9, 20));
    assert_false(rect_contains(rect, 10, 19));
    assert_false(rect_contains((struct rect){ 10, 20, 0, 2 }, 10, 20));
}

#define FIELD 5

static struct rect nth_rect(int n)
{
    return (struct rect){ n % 4, n / 4 % 4, n / 16 % 3, n / 48 % 3 };
}

/* All pairs of small rectangles, against counting pixels. */
static void an_intersection_holds_exactly_the_pixels_of_both(void **state)
{
    (void)state;
    for (int i = 0; i < 144 * 144; i++) {
        struct rect a = nth_rect(i / 144), b = nth_rect(i % 144);
        struct rect both = rect_intersection(a, b);
        int shared = 0;
        for (int pixel = 0; pixel < (FIELD + 1) * (FIELD + 1); pixel++) {
            int x = pixel % (FIELD + 1), y = pixel / (FIELD + 1);
            bool in_both = rect_contains(a, x, y) && rect_contains(b, x, y);
            assert_int_equal(rect_contains(both, x, y), in_both);
            shared += in_both;
        }
        assert_int_equal(both.w * both.h, shared);
        assert_int_equal(rect_intersects(a, b), shared > 0);
    }
}

/* Regions. */

static struct tap_region region(const char *id, struct rect rect)
{
    return (struct tap_region){ .id = id, .label = id, .lang = "en", .visible = true, .rect = rect, .shown = rect };
}

static void a_point_hits_the_region_that_was_drawn_last(void **state)
{
    (void)state;
    LIST(list);
    draw_list_add_region(&list, region("below", (struct rect){ 0, 0, 100, 100 }));
    draw_list_add_region(&list, region("above", (struct rect){ 50, 50, 100, 100 }));
    assert_string_equal(draw_list_hit(&list, 20, 20)->id, "below");
    assert_string_equal(draw_list_hit(&list, 60, 60)->id, "above");
    assert_string_equal(draw_list_hit(&list, 149, 149)->id, "above");
    assert_null(draw_list_hit(&list, 150, 149));
    assert_null(draw_list_hit(&list, 149, 40));
}

static void a_point_hits_only_what_shows(void **state)
{
    (void)state;
    LIST(list);
    struct tap_region half = region("half", (struct rect){ 0, -50, 100, 100 });
    half.shown = (struct rect){ 0, 0, 100, 50 };
    struct tap_region away = region("away", (struct rect){ 0, 200, 100, 100 });
    away.visible = false;
    draw_list_add_region(&list, half);
    draw_list_add_region(&list, away);
    assert_string_equal(draw_list_hit(&list, 10, 10)->id, "half");
    assert_null(draw_list_hit(&list, 10, -10));
    assert_null(draw_list_hit(&list, 10, 250));
}

static void a_region_is_found_by_its_whole_id(void **state)
{
    (void)state;
    LIST(list);
    draw_list_add_region(&list, region("page/one", (struct rect){ 0, 0, 1, 1 }));
    draw_list_add_region(&list, region("page", (struct rect){ 5, 5, 1, 1 }));
    assert_int_equal(draw_list_region(&list, "page")->rect.x, 5);
    assert_null(draw_list_region(&list, "page/on"));
    assert_null(draw_list_region(&list, ""));
}

static void a_long_list_keeps_everything_in_the_order_of_drawing(void **state)
{
    (void)state;
    LIST(list);
    for (int i = 0; i < 1000; i++) {
        draw_list_add(&list, (struct draw_command){ .kind = DRAW_BOX, .rect = { i, 0, 1, 1 } });
        draw_list_add_region(&list, region("r", (struct rect){ i, 0, 1, 1 }));
    }
    assert_int_equal(list.command_count, 1000);
    assert_int_equal(list.region_count, 1000);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(list.commands[i].rect.x, i);
        assert_int_equal(list.regions[i].rect.x, i);
    }
}

/* The hash. */

static struct placed_unit units[] = { { .unit = { .face = 3, .size = 30 }, .x = 0, .advance = 60 },
                                      { .unit = { .face = 3, .size = 30 }, .x = 75, .advance = 60 } };
static struct para_line lines[] = { { .units = units, .count = 2, .width = 135, .baseline = 33 } };
static struct para paragraph = { .lines = lines, .line_count = 1, .width = 135, .height = 42 };
static struct placed_unit other_units[2];
static struct para_line other_lines[2];
static struct para other;

/* One of each kind, anew for each change. */
static void build(struct draw_list *list)
{
    paragraph.text = lines[0].text = STR("four five");
    memcpy(other_units, units, sizeof(units));
    other_lines[0] = lines[0];
    other_lines[0].units = other_units;
    other = paragraph;
    other.lines = other_lines;
    list->background = 0xFAF7F2;
    struct rect screen = { 0, 0, 1000, 1000 };
    struct draw_command box = { DRAW_BOX, { 10, 20, 300, 200 }, screen, { { 0 } } };
    box.box = (struct draw_box){ true, 0xFFFFFF, 0xD8D2C6, 2, 16 };
    struct draw_command text = { DRAW_TEXT, { 30, 40, 200, 42 }, screen, { { 0 } } };
    text.text = (struct draw_text){ &paragraph, ALIGN_LEFT, 0x14213D, 0xFFFFFF, "en", 30 };
    struct draw_command icon = { DRAW_ICON, { 240, 40, 36, 36 }, screen, { { 0 } } };
    icon.icon = (struct draw_icon){ "home", 0x0A5C63, 0xFFFFFF };
    draw_list_add(list, box);
    draw_list_add(list, text);
    draw_list_add(list, icon);
    draw_list_add_region(list, region("home", box.rect));
}

#define BOX (list->commands[0])
#define TEXT (list->commands[1])
#define ICON (list->commands[2])
#define CHANGE(name, body)                                                                                             \
    static void name(struct draw_list *list)                                                                           \
    {                                                                                                                  \
        body;                                                                                                          \
    }

CHANGE(background, list->background = 0xFAF7F3)
CHANGE(moved_x, BOX.rect.x++)
CHANGE(moved_y, TEXT.rect.y++)
CHANGE(wider, ICON.rect.w++)
CHANGE(higher, BOX.rect.h++)
CHANGE(clipped, TEXT.clip.h = 50)
CHANGE(clip_moved, TEXT.clip.y = 1)
CHANGE(fill, BOX.box.fill = 0xFFFFFE)
CHANGE(no_fill, BOX.box.has_fill = false)
CHANGE(border, BOX.box.border = 0xD8D2C7)
CHANGE(border_width, BOX.box.border_width = 4)
CHANGE(radius, BOX.box.radius = 17)
CHANGE(words, (other.text = STR("four fine"), TEXT.text.para = &other))
CHANGE(line_break,
       (other_lines[0].text = STR("four"), other_lines[1] = lines[0], other.line_count = 2, TEXT.text.para = &other))
CHANGE(lower, (other_lines[0].baseline++, TEXT.text.para = &other))
CHANGE(bold, (other_units[0].unit.face = other_units[1].unit.face = 4, TEXT.text.para = &other))
CHANGE(spread, (other_units[1].x = 76, TEXT.text.para = &other))
CHANGE(colour, TEXT.text.colour = 0x14213E)
CHANGE(align, TEXT.text.align = ALIGN_RIGHT)
CHANGE(size, TEXT.text.size = 31)
CHANGE(lang, TEXT.text.lang = "sr") /* Cyrillic letters differ by language */
CHANGE(pictogram, ICON.icon.name = "call")
CHANGE(pictogram_colour, ICON.icon.colour = 0x0A5C64)
CHANGE(fewer, list->command_count--)
CHANGE(more, draw_list_add(list, BOX))

static void swapped(struct draw_list *list)
{
    struct draw_command first = list->commands[1];
    list->commands[1] = list->commands[2];
    list->commands[2] = first;
}

static const struct {
    const char *name;
    void (*change)(struct draw_list *list);
} changes[] = {
    { "background", background },
    { "moved_x", moved_x },
    { "moved_y", moved_y },
    { "wider", wider },
    { "higher", higher },
    { "clipped", clipped },
    { "clip_moved", clip_moved },
    { "fill", fill },
    { "no_fill", no_fill },
    { "border", border },
    { "border_width", border_width },
    { "radius", radius },
    { "words", words },
    { "line_break", line_break },
    { "lower", lower },
    { "bold", bold },
    { "spread", spread },
    { "colour", colour },
    { "align", align },
    { "size", size },
    { "lang", lang },
    { "pictogram", pictogram },
    { "pictogram_colour", pictogram_colour },
    { "fewer", fewer },
    { "more", more },
    { "swapped", swapped },
};

static uint64_t hash_after(void (*change)(struct draw_list *list))
{
    LIST(list);
    build(&list);
    if (change)
        change(&list);
    return draw_list_hash(&list);
}

static void the_hash_changes_with_everything_that_can_be_seen(void **state)
{
    (void)state;
    uint64_t seen[COUNT(changes) + 1] = { hash_after(NULL) };
    for (size_t i = 0; i < COUNT(changes); i++) {
        seen[i + 1] = hash_after(changes[i].change);
        for (size_t j = 0; j <= i; j++) {
            if (seen[j] == seen[i + 1])
                fail_msg("\"%s\" hashes as %s does", changes[i].name, j ? changes[j - 1].name : "no change");
        }
    }
}

CHANGE(ground, (TEXT.text.background = 0, ICON.icon.background = 0))
CHANGE(label, (list->regions[0].label = "Maison", list->regions[0].action.kind = 3))
CHANGE(copy_of_words, TEXT.text.para = &other)

static void the_hash_is_the_same_for_what_looks_the_same(void **state)
{
    (void)state;
    uint64_t plain = hash_after(NULL);
    assert_true(hash_after(NULL) == plain);
    assert_true(hash_after(ground) == plain);
    assert_true(hash_after(label) == plain);
    assert_true(hash_after(copy_of_words) == plain);
}

static void the_dump_has_a_line_for_each_command_and_region(void **state)
{
    (void)state;
    LIST(list);
    build(&list);
    struct tap_region away = region("far", (struct rect){ 0, 2000, 10, 10 });
    away.visible = false;
    away.lang = "ar";
    draw_list_add_region(&list, away);
    assert_string_equal(draw_list_dump(&list, &list_arena),
                        "box 10,20 300x200 fill=FFFFFF border=D8D2C6/2 radius=16\n"
                        "text 30,40 200x42 left size=30 colour=14213D lang=en |four five\n"
                        "icon 240,40 36x36 home colour=0A5C63\n"
                        "tap #home 10,20 300x200 en shown \"home\"\n"
                        "tap #far 0,2000 10x10 ar scrolled away \"far\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rectangle_contains_its_first_pixel_and_not_the_one_behind_its_last),
        cmocka_unit_test(an_intersection_holds_exactly_the_pixels_of_both),
        cmocka_unit_test(a_point_hits_the_region_that_was_drawn_last),
        cmocka_unit_test(a_point_hits_only_what_shows),
        cmocka_unit_test(a_region_is_found_by_its_whole_id),
        cmocka_unit_test(a_long_list_keeps_everything_in_the_order_of_drawing),
        cmocka_unit_test(the_hash_changes_with_everything_that_can_be_seen),
        cmocka_unit_test(the_hash_is_the_same_for_what_looks_the_same),
        cmocka_unit_test(the_dump_has_a_line_for_each_command_and_region),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
