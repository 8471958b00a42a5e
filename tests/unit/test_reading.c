/* The order in which a screen is read, over the fixture pack. */
#include "support/stage.h"
#include "ui/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define STAGE(name)                                                                                                    \
    CLEANUP(stage_close) struct stage name;                                                                            \
    stage_open_pack(&name, NULL)

static struct reading read_screen(struct stage *stage)
{
    return reading_of(stage_draw(stage), &stage->frame);
}

static bool is_text(const struct reading *reading, const struct reading_item *item, const char *wanted)
{
    const struct draw_command *command = &reading->list->commands[item->first];
    return !item->region && command->kind == DRAW_TEXT && str_eq_c(command->text.para->text, wanted);
}

static void every_target_and_every_text_is_read_once(void **state)
{
    (void)state;
    STAGE(stage);
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    struct reading reading = read_screen(&stage);
    size_t texts = 0, regions = 0;
    for (size_t i = 0; i < reading.count; i++) {
        const struct reading_item *item = &reading.at[i];
        regions += item->region ? 1 : 0;
        for (size_t j = item->first; j < item->end; j++)
            texts += reading.list->commands[j].kind == DRAW_TEXT ? 1 : 0;
        if (i > 0)
            assert_true(item->first >= reading.at[i - 1].end);
    }
    assert_int_equal(texts, reading.list->text_count);
    for (size_t i = 0; i < reading.list->region_count; i++) /* what only scrolls is left out */
        regions += strncmp(reading.list->regions[i].id, "scroll-", 7) == 0 ? 1 : 0;
    assert_int_equal(regions, reading.list->region_count);
}

/* Reading goes with the tree, so it is the same for all directions of writing. */
static void the_order_is_the_same_from_right_to_left(void **state)
{
    static const char *const langs[] = { "en", "ar" };
    const char *orders[2] = { "", "" };
    (void)state;
    STAGE(stage);
    for (size_t i = 0; i < COUNT(langs); i++) {
        assert_true(stage_act(&stage, ACT_FINISH, NULL));
        assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, langs[i]));
        struct reading reading = read_screen(&stage);
        for (size_t j = 0; j < reading.count; j++) {
            if (reading.at[j].region)
                orders[i] = arena_printf(&stage.kept, "%s %s", orders[i], reading.at[j].region->id);
        }
    }
    assert_string_equal(orders[0], orders[1]);
    assert_non_null(strstr(orders[0], "home search language emergency"));
}

static void the_content_begins_with_its_title(void **state)
{
    (void)state;
    STAGE(stage);
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    struct reading reading = read_screen(&stage);
    const struct reading_item *first = reading_first(&reading);
    assert_non_null(first);
    assert_true(is_text(&reading, first, "What do you need?"));
    assert_true(first->in_content);
    assert_false(reading.at[0].in_content); /* the bar above */
}

static void targets_that_stand_together_are_counted(void **state)
{
    (void)state;
    STAGE(stage);
    struct reading reading = read_screen(&stage);
    const struct reading_item *item = reading_find(&reading, "lang/en");
    assert_non_null(item);
    assert_int_equal(item->count, stage.kiosk.language_count);
    assert_true(item->number >= 1 && item->number <= item->count);
    const struct reading_item *greeting = reading_find(&reading, "greet/en");
    assert_non_null(greeting);
    assert_int_equal(greeting->count, 1);
}

static void the_focus_finds_texts_and_targets_by_their_ids(void **state)
{
    (void)state;
    STAGE(stage);
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    struct reading reading = read_screen(&stage);
    for (size_t i = 0; i < reading.count; i++)
        assert_ptr_equal(reading_find(&reading, reading_id(&reading.at[i], &stage.frame)), &reading.at[i]);
    assert_null(reading_find(&reading, "text/9999"));
    assert_null(reading_find(&reading, ""));
}

static void a_focused_text_has_a_ring_and_a_spoken_word_a_mark(void **state)
{
    (void)state;
    STAGE(stage);
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    struct reading reading = read_screen(&stage);
    const struct reading_item *title = reading_first(&reading);
    size_t before = stage.list.command_count, text = title->text;
    assert_true(stage_act(&stage, ACT_FOCUS, reading_id(title, &stage.frame)));
    size_t with_ring = stage_draw(&stage)->command_count;
    assert_true(with_ring > before);
    update_spoken(&stage.model, true, (struct spoken_word){ true, text, { 0, 4 } });
    const struct draw_list *list = stage_draw(&stage);
    size_t marks = 0;
    for (size_t i = 0; i < list->command_count; i++)
        marks += list->commands[i].kind == DRAW_BOX && list->commands[i].box.is_mark ? 1 : 0;
    assert_int_equal(marks, 1);
}

static void without_a_voice_the_local_one_is_offered(void **state)
{
    (void)state;
    STAGE(stage);
    stage.kiosk.has_voice = (const bool[]){ true, false, true, true, true, true, true, true };
    const char *without = stage.kiosk.languages[1].tag;
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, without));
    assert_null(draw_list_region(stage_draw(&stage), "listen-local"));
    assert_true(stage_act(&stage, ACT_LISTEN, NULL));
    assert_non_null(draw_list_region(stage_draw(&stage), "listen-local"));
    assert_true(stage_act(&stage, ACT_EMERGENCY, NULL)); /* gone with the place */
    assert_null(draw_list_region(stage_draw(&stage), "listen-local"));
}

static void speech_that_is_off_offers_no_listening(void **state)
{
    (void)state;
    STAGE(stage);
    assert_true(stage_act(&stage, ACT_CHOOSE_LANGUAGE, "en"));
    assert_non_null(draw_list_region(stage_draw(&stage), "listen"));
    stage.model.speech.mode = SPEECH_OFF;
    assert_null(draw_list_region(stage_draw(&stage), "listen"));
    assert_true(stage_act(&stage, ACT_FINISH, NULL));
    assert_int_equal(stage.model.speech.mode, SPEECH_ON_TAP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_target_and_every_text_is_read_once),
        cmocka_unit_test(the_order_is_the_same_from_right_to_left),
        cmocka_unit_test(the_content_begins_with_its_title),
        cmocka_unit_test(targets_that_stand_together_are_counted),
        cmocka_unit_test(the_focus_finds_texts_and_targets_by_their_ids),
        cmocka_unit_test(a_focused_text_has_a_ring_and_a_spoken_word_a_mark),
        cmocka_unit_test(without_a_voice_the_local_one_is_offered),
        cmocka_unit_test(speech_that_is_off_offers_no_listening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
