/* A visit, action by action, over the fixture pack. */
#include "screens/staff.h"
#include "support/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define STAGE(name, sql)                                                                                               \
    CLEANUP(stage_close) struct stage name;                                                                            \
    stage_open_pack(&name, (sql))

static void assert_screen(const struct stage *stage, enum screen_id screen)
{
    assert_string_equal(screen_name(model_screen(&stage->model)), screen_name(screen));
}

static void assert_place(const struct stage *stage, enum screen_id screen, const char *id)
{
    assert_screen(stage, screen);
    assert_string_equal(model_place_const(&stage->model)->id, id);
}

static void must(struct stage *stage, enum action_kind kind, const char *arg)
{
    if (!stage_act(stage, kind, arg))
        fail_msg("action %d %s: %s", kind, arg ? arg : "", stage->err.detail);
}

static void scroll_by(struct stage *stage, int pixels)
{
    struct update_context context = { stage->pack, &stage->view };
    assert_true(update(&stage->model, (struct action){ ACT_SCROLL, NULL, pixels }, &context, &stage->err));
}

/* Languages. */

static void a_visit_begins_at_the_languages_and_choosing_one_leads_home(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
    assert_false(model_is_visited(&stage.model));
    assert_string_equal(model_lang(&stage.model), "fr"); /* the local one, until another is chosen */
    must(&stage, ACT_CHOOSE_LANGUAGE, "ar");
    assert_screen(&stage, SCREEN_HOME);
    assert_string_equal(model_lang(&stage.model), "ar");
    assert_true(model_is_visited(&stage.model));
    assert_int_equal(stage.model.view.home.topics.count, 2);
    assert_string_equal(stage.model.view.home.topics.at[0].name.text, "الصحة");
    must(&stage, ACT_BACK, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
}

static void a_language_that_the_pack_lacks_changes_nothing(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "tlh");
    must(&stage, ACT_CHOOSE_LANGUAGE, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "");
    assert_screen(&stage, SCREEN_LANGUAGES);
    assert_false(model_is_visited(&stage.model));
}

static void another_language_keeps_the_visitor_in_the_same_place(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "ar");
    must(&stage, ACT_TOPIC, "health");
    must(&stage, ACT_FACET, "free");
    must(&stage, ACT_PAGE, "doctor");
    scroll_by(&stage, 70);
    size_t depth = stage.model.depth;
    must(&stage, ACT_LANGUAGES, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    assert_place(&stage, SCREEN_PAGE, "doctor");
    assert_string_equal(stage.model.view.page.title.text, "See a doctor");
    assert_int_equal(model_place(&stage.model)->scroll, 70);
    assert_int_equal(stage.model.depth, depth);
    must(&stage, ACT_BACK, NULL);
    assert_place(&stage, SCREEN_TOPIC, "health");
    assert_true(model_place(&stage.model)->wanted[FACET_FREE]);
    assert_string_equal(stage.model.view.topic.name.text, "Health");
}

static void back_from_the_languages_keeps_the_old_language(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "ar");
    must(&stage, ACT_TOPIC, "health");
    must(&stage, ACT_LANGUAGES, NULL);
    must(&stage, ACT_BACK, NULL);
    assert_place(&stage, SCREEN_TOPIC, "health");
    assert_string_equal(model_lang(&stage.model), "ar");
}

static void emergency_opens_before_a_language_is_chosen_and_stays_after(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_EMERGENCY, NULL);
    assert_screen(&stage, SCREEN_EMERGENCY);
    assert_int_equal(stage.model.view.emergency.numbers.count, 2);
    assert_true(stage.model.view.emergency.has_phrase);
    must(&stage, ACT_LANGUAGES, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "ar");
    assert_screen(&stage, SCREEN_EMERGENCY);
    assert_string_equal(stage.model.view.emergency.numbers.at[0].name.text, "كل طارئ");
    must(&stage, ACT_BACK, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
}

static void emergency_needs_no_sentence_to_say(void **state)
{
    (void)state;
    STAGE(stage, "DELETE FROM phrase");
    must(&stage, ACT_EMERGENCY, NULL);
    assert_screen(&stage, SCREEN_EMERGENCY);
    assert_false(stage.model.view.emergency.has_phrase);
}

/* Going and back. */

static void back_returns_by_the_way_one_came_and_to_the_scroll_that_was_left(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    scroll_by(&stage, 120);
    must(&stage, ACT_SERVICE, "clinic");
    assert_string_equal(stage.model.view.service.id, "clinic");
    assert_int_equal(model_place(&stage.model)->scroll, 0);
    must(&stage, ACT_ABOUT, NULL);
    must(&stage, ACT_BACK, NULL);
    assert_place(&stage, SCREEN_SERVICE, "clinic");
    assert_string_equal(stage.model.view.service.id, "clinic");
    must(&stage, ACT_BACK, NULL);
    assert_place(&stage, SCREEN_TOPIC, "health");
    assert_int_equal(model_place(&stage.model)->scroll, 120);
    must(&stage, ACT_BACK, NULL);
    assert_screen(&stage, SCREEN_HOME);
    must(&stage, ACT_BACK, NULL);
    must(&stage, ACT_BACK, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
    assert_int_equal(stage.model.depth, 1);
}

static void going_where_one_is_does_not_lengthen_the_way_back(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    size_t depth = stage.model.depth;
    must(&stage, ACT_TOPIC, "health");
    assert_int_equal(stage.model.depth, depth);
    must(&stage, ACT_TOPIC, "safety");
    assert_int_equal(stage.model.depth, depth + 1);
}

static void home_forgets_the_way_and_back_from_it_leads_to_the_languages(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    must(&stage, ACT_SERVICE, "clinic");
    must(&stage, ACT_HOME, NULL);
    assert_screen(&stage, SCREEN_HOME);
    assert_int_equal(stage.model.depth, 2);
    assert_int_equal(stage.model.view.home.topics.count, 2);
    must(&stage, ACT_BACK, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
}

static void a_topic_that_is_opened_anew_has_nothing_of_the_last_time(void **state)
{
    (void)state;
    static const bool none[FACET_COUNT];
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    must(&stage, ACT_FACET, "free");
    scroll_by(&stage, 120);
    must(&stage, ACT_HOME, NULL);
    must(&stage, ACT_TOPIC, "health");
    assert_memory_equal(model_place(&stage.model)->wanted, none, sizeof(none));
    assert_int_equal(model_place(&stage.model)->scroll, 0);
}

static void there_is_no_home_before_a_language_is_chosen(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_EMERGENCY, NULL);
    must(&stage, ACT_HOME, NULL);
    assert_screen(&stage, SCREEN_EMERGENCY);
}

static void after_thirty_two_places_the_oldest_are_forgotten_but_not_the_languages(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    for (int i = 0; i < 100; i++)
        must(&stage, i % 2 ? ACT_SERVICE : ACT_TOPIC, i % 2 ? "clinic" : "health");
    assert_int_equal(stage.model.depth, MODEL_DEPTH);
    assert_place(&stage, SCREEN_SERVICE, "clinic");
    for (int i = MODEL_DEPTH - 1; i > 1; i--) {
        must(&stage, ACT_BACK, NULL);
        assert_place(&stage, i % 2 ? SCREEN_TOPIC : SCREEN_SERVICE, i % 2 ? "health" : "clinic");
    }
    must(&stage, ACT_BACK, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
    assert_int_equal(stage.model.depth, 1);
}

/* Links that lead nowhere. */

static void assert_stays(struct stage *stage, enum action_kind kind, const char *id)
{
    struct place before[MODEL_DEPTH];
    size_t depth = stage->model.depth;
    memcpy(before, stage->model.places, sizeof(before));
    assert_false(stage_act(stage, kind, id));
    assert_int_equal(stage->err.code, ERR_MISSING);
    assert_int_equal(stage->model.depth, depth);
    assert_memory_equal(stage->model.places, before, depth * sizeof(before[0]));
    assert_int_equal(stage->model.problem, ERR_NONE);
    assert_place(stage, SCREEN_TOPIC, "health");
    assert_string_equal(stage->model.view.topic.id, "health"); /* and it still has what it shows */
    assert_int_equal(stage->model.view.topic_lists.services.count, 6);
}

static void a_link_that_leads_nowhere_leaves_the_visitor_where_they_are(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    assert_stays(&stage, ACT_TOPIC, "nowhere");
    assert_stays(&stage, ACT_PAGE, "nowhere");
    assert_stays(&stage, ACT_SERVICE, "nowhere");
    assert_stays(&stage, ACT_PAGE, "");
    assert_stays(&stage, ACT_SERVICE, "'; DROP TABLE service; --");
    must(&stage, ACT_SERVICE, "clinic");
}

static void an_id_that_is_too_long_is_missing_and_one_that_just_fits_is_looked_up(void **state)
{
    (void)state;
    char fits[MODEL_ID_MAX], sql[300], longer[MODEL_ID_MAX + 1], enormous[5000];
    memset(fits, 'a', sizeof(fits));
    fits[sizeof(fits) - 1] = '\0';
    snprintf(sql, sizeof(sql), "UPDATE page SET id = '%s' WHERE id = 'doctor'", fits);
    snprintf(longer, sizeof(longer), "%sa", fits);
    memset(enormous, 'a', sizeof(enormous));
    enormous[sizeof(enormous) - 1] = '\0';
    STAGE(stage, sql);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    assert_stays(&stage, ACT_PAGE, longer);
    assert_stays(&stage, ACT_SERVICE, enormous);
    assert_stays(&stage, ACT_TOPIC, enormous);
    must(&stage, ACT_PAGE, fits);
    assert_place(&stage, SCREEN_PAGE, fits);
}

static void an_action_that_there_is_not_changes_nothing(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_NONE, NULL);
    must(&stage, ACT_COUNT, "health");
    must(&stage, (enum action_kind)1000, "health");
    assert_screen(&stage, SCREEN_HOME);
    assert_int_equal(stage.model.depth, 2);
}

/* Facets. */

static void a_facet_narrows_the_list_and_a_second_tap_widens_it_again(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    const struct service_list *list = &stage.model.view.topic_lists.services;
    assert_int_equal(list->count, 6);
    must(&stage, ACT_FACET, "no-papers");
    assert_true(model_place(&stage.model)->wanted[FACET_NO_PAPERS]);
    assert_int_equal(list->count, 5); /* only the clinic says no */
    must(&stage, ACT_FACET, "step-free");
    assert_int_equal(list->count, 4); /* nor the showers */
    must(&stage, ACT_FACET, "no-papers");
    assert_int_equal(list->count, 5);
    must(&stage, ACT_FACET, "step-free");
    assert_int_equal(list->count, 6);
    assert_int_equal(stage.model.depth, 3);
}

static void facets_belong_to_the_topic_that_they_were_set_in(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    must(&stage, ACT_FACET, "free");
    must(&stage, ACT_TOPIC, "safety");
    assert_false(model_place(&stage.model)->wanted[FACET_FREE]);
}

static void a_facet_that_there_is_not_and_one_elsewhere_change_nothing(void **state)
{
    (void)state;
    static const bool none[FACET_COUNT];
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_FACET, "free"); /* at home there is nothing to narrow */
    assert_memory_equal(model_place(&stage.model)->wanted, none, sizeof(none));
    must(&stage, ACT_TOPIC, "health");
    must(&stage, ACT_FACET, "with-a-view");
    must(&stage, ACT_FACET, NULL);
    assert_memory_equal(model_place(&stage.model)->wanted, none, sizeof(none));
}

/* Scroll, press, focus. */

static void scrolling_stops_at_both_ends(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    scroll_by(&stage, 500);
    assert_int_equal(model_place(&stage.model)->scroll, 500);
    update_clamp_scroll(&stage.model, 300);
    assert_int_equal(model_place(&stage.model)->scroll, 300);
    update_clamp_scroll(&stage.model, 400);
    assert_int_equal(model_place(&stage.model)->scroll, 300);
    scroll_by(&stage, -1000);
    assert_int_equal(model_place(&stage.model)->scroll, 0);
    scroll_by(&stage, 10);
    update_clamp_scroll(&stage.model, -50); /* less content than room */
    assert_int_equal(model_place(&stage.model)->scroll, 0);
}

static void the_press_and_the_focus_are_remembered_and_taken_away(void **state)
{
    (void)state;
    char enormous[500];
    memset(enormous, 'x', sizeof(enormous));
    enormous[sizeof(enormous) - 1] = '\0';
    STAGE(stage, NULL);
    must(&stage, ACT_PRESS, "lang/ar");
    must(&stage, ACT_FOCUS, "lang/en");
    assert_string_equal(stage.model.pressed, "lang/ar");
    assert_string_equal(stage.model.focus, "lang/en");
    must(&stage, ACT_PRESS, NULL);
    must(&stage, ACT_FOCUS, enormous);
    assert_string_equal(stage.model.pressed, "");
    assert_string_equal(stage.model.focus, "");
}

static void the_focus_does_not_follow_to_another_place(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_FOCUS, "topic/health");
    must(&stage, ACT_TOPIC, "health");
    assert_string_equal(stage.model.focus, "");
    must(&stage, ACT_FOCUS, "back");
    must(&stage, ACT_BACK, NULL);
    assert_string_equal(stage.model.focus, "");
}

/* Time. */

static void only_a_language_with_sentences_greets(void **state)
{
    (void)state;
    STAGE(stage, NULL); /* there are no catalogues here, so only English has sentences */
    assert_string_equal(stage.kiosk.languages[stage.model.greeting].tag, "fr");
    must(&stage, ACT_GREETING, NULL);
    assert_string_equal(stage.kiosk.languages[stage.model.greeting].tag, "en");
    must(&stage, ACT_GREETING, NULL);
    assert_string_equal(stage.kiosk.languages[stage.model.greeting].tag, "en");
}

static void the_question_covers_the_screen_and_more_time_uncovers_it(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    must(&stage, ACT_FACET, "free");
    struct place before = *model_place(&stage.model);
    for (int time = 0; time < 10; time++) {
        struct update_context context = { stage.pack, &stage.view };
        struct action ask = { ACT_STILL_THERE, NULL, 30 - time };
        assert_true(update(&stage.model, ask, &context, &stage.err));
        assert_screen(&stage, SCREEN_STILL_THERE);
        assert_int_equal(stage.model.countdown, 30 - time);
        must(&stage, ACT_MORE_TIME, NULL);
        assert_place(&stage, SCREEN_TOPIC, "health");
        assert_memory_equal(model_place(&stage.model), &before, sizeof(before));
    }
}

static void the_question_keeps_how_far_the_visitor_had_scrolled(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    stage.width = 1366;
    stage.height = 768;
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    scroll_by(&stage, 200);
    assert_int_equal(stage_draw(&stage)->scroll.offset, 200); /* else there is nothing to scroll here */
    must(&stage, ACT_STILL_THERE, NULL);
    assert_int_equal(stage_draw(&stage)->scroll.offset, 0);
    scroll_by(&stage, -50); /* a swipe over the question moves nothing beneath it */
    stage_draw(&stage);
    must(&stage, ACT_MORE_TIME, NULL);
    assert_int_equal(stage_draw(&stage)->scroll.offset, 200);
}

static void a_new_minute_asks_the_hours_again(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_SERVICE, "shower");
    assert_int_equal(stage.model.view.service.hours.kind, HOURS_OPEN);
    stage.model.now = (struct civil){ 2026, 11, 24, 14, 30, 0, 2 };
    must(&stage, ACT_CLOCK, NULL);
    assert_int_equal(stage.model.view.service.hours.kind, HOURS_CLOSED);
    assert_place(&stage, SCREEN_SERVICE, "shower");
}

/* Forgetting. */

static bool holds(const struct model *model, const char *planted)
{
    return memmem(model, sizeof(*model), planted, strlen(planted)) != NULL;
}

/* A visit that leaves a trace in each member that can hold one. */
static void change(struct stage *stage, enum action_kind kind, int number)
{
    struct update_context context = { stage->pack, &stage->view };
    assert_true(update(&stage->model, (struct action){ (int)kind, NULL, number }, &context, &stage->err));
}

/* Mode, speed, volume, and the word that is being said. */
static void speak_differently(struct stage *stage)
{
    change(stage, ACT_SPEECH_MODE, SPEECH_EVERYTHING);
    change(stage, ACT_RATE, 2);
    change(stage, ACT_VOLUME, -3);
    must(stage, ACT_LISTEN, NULL);
    must(stage, ACT_KEYS_HELP, NULL);
    update_spoken(&stage->model, true, (struct spoken_word){ true, 3, { 1, 4 } });
}

static void visit_everything(struct stage *stage)
{
    must(stage, ACT_CHOOSE_LANGUAGE, "ar");
    must(stage, ACT_TOPIC, "safety");
    must(stage, ACT_FACET, "women-only");
    must(stage, ACT_PAGE, "violence");
    must(stage, ACT_BACK, NULL);
    must(stage, ACT_SERVICE, "hotline");
    must(stage, ACT_BACK, NULL);
    must(stage, ACT_HOME, NULL); /* leaves what was above it */
    must(stage, ACT_TOPIC, "safety");
    must(stage, ACT_FACET, "women-only");
    must(stage, ACT_PAGE, "violence");
    scroll_by(stage, 0x5AFE);
    must(stage, ACT_PRESS, "service/hotline");
    must(stage, ACT_FOCUS, "page/violence");
    speak_differently(stage);
}

static void assert_forgotten(const struct stage *stage, enum screen_id screen)
{
    const struct model *model = &stage->model;
    static const char *const planted[] = { "violence", "safety", "hotline", "ar", "page", "service" };
    for (size_t i = 0; i < COUNT(planted); i++) {
        if (holds(model, planted[i]))
            fail_msg("\"%s\" is still in the model", planted[i]);
    }
    /* Nothing but what was there before anybody came: every other byte is as in a fresh model. */
    struct model fresh;
    memset(&fresh, 0, sizeof(fresh));
    fresh.kiosk = model->kiosk;
    fresh.now = model->now;
    fresh.greeting = model->greeting;
    fresh.depth = 1;
    fresh.speech = model_usual_speech(model);
    fresh.places[0].screen = screen;
    assert_memory_equal(model, &fresh, sizeof(fresh));
    assert_int_equal(arena_used(&stage->view), 0);
}

static void the_traces_of_a_visit_are_in_the_model_while_it_lasts(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    visit_everything(&stage);
    assert_true(holds(&stage.model, "violence"));
    assert_true(holds(&stage.model, "safety"));
    assert_true(holds(&stage.model, "ar"));
    assert_true(holds(&stage.model, "hotline"));
    assert_true(arena_used(&stage.view) > 0);
}

static void finish_forgets_everything(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    visit_everything(&stage);
    must(&stage, ACT_FINISH, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
    assert_forgotten(&stage, SCREEN_LANGUAGES);
    assert_false(model_is_visited(&stage.model));
}

static void finish_forgets_everything_from_under_the_question_too(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    visit_everything(&stage);
    must(&stage, ACT_STILL_THERE, NULL);
    must(&stage, ACT_FINISH, NULL);
    assert_forgotten(&stage, SCREEN_LANGUAGES);
}

static void hide_forgets_everything_and_back_leads_nowhere(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    visit_everything(&stage);
    assert_true(model_is_sensitive(&stage.model));
    must(&stage, ACT_HIDE, NULL);
    assert_screen(&stage, SCREEN_HIDDEN);
    assert_forgotten(&stage, SCREEN_HIDDEN);
    must(&stage, ACT_BACK, NULL);
    must(&stage, ACT_HOME, NULL);
    must(&stage, ACT_MORE_TIME, NULL);
    assert_screen(&stage, SCREEN_HIDDEN);
    assert_forgotten(&stage, SCREEN_HIDDEN);
}

static void the_hidden_screen_offers_only_the_languages_and_they_begin_a_new_visit(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    visit_everything(&stage);
    must(&stage, ACT_HIDE, NULL);
    const struct draw_list *list = stage_draw(&stage);
    assert_int_equal(list->region_count, 1);
    assert_string_equal(list->regions[0].id, "language");
    assert_null(strstr(draw_list_dump(list, &stage.frame), "Viol"));
    assert_true(stage_tap(&stage, "language"));
    assert_forgotten(&stage, SCREEN_LANGUAGES);
    must(&stage, ACT_BACK, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
}

static void what_hide_does_is_said_on_the_first_sensitive_screen_and_not_again(void **state)
{
    (void)state;
    static const char words[] = "One tap on Hide clears the screen at once.";
    STAGE(stage, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "health");
    assert_null(strstr(draw_list_dump(stage_draw(&stage), &stage.frame), words));
    must(&stage, ACT_HOME, NULL);
    must(&stage, ACT_TOPIC, "safety");
    assert_non_null(strstr(draw_list_dump(stage_draw(&stage), &stage.frame), words));
    scroll_by(&stage, 10); /* still there */
    assert_non_null(strstr(draw_list_dump(stage_draw(&stage), &stage.frame), words));
    must(&stage, ACT_HOME, NULL);
    must(&stage, ACT_TOPIC, "safety");
    assert_null(strstr(draw_list_dump(stage_draw(&stage), &stage.frame), words));
    must(&stage, ACT_HIDE, NULL); /* whoever comes next has not read it */
    must(&stage, ACT_LANGUAGES, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_TOPIC, "safety");
    assert_non_null(strstr(draw_list_dump(stage_draw(&stage), &stage.frame), words));
}

static void hide_is_offered_on_sensitive_topics_pages_services_and_phrases_only(void **state)
{
    (void)state;
    STAGE(stage, "UPDATE phrase SET topic = 'safety' WHERE id = 'appointment'");
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    assert_false(model_is_sensitive(&stage.model));
    must(&stage, ACT_TOPIC, "safety");
    assert_non_null(draw_list_region(stage_draw(&stage), "hide"));
    must(&stage, ACT_PAGE, "violence");
    assert_non_null(draw_list_region(stage_draw(&stage), "hide"));
    must(&stage, ACT_SERVICE, "hotline");
    assert_non_null(draw_list_region(stage_draw(&stage), "hide"));
    must(&stage, ACT_PHRASE, "appointment");
    assert_non_null(draw_list_region(stage_draw(&stage), "hide"));
    must(&stage, ACT_TOPIC, "health");
    assert_null(draw_list_region(stage_draw(&stage), "hide"));
    must(&stage, ACT_SERVICE, "clinic");
    assert_null(draw_list_region(stage_draw(&stage), "hide"));
    must(&stage, ACT_PHRASE, "interpreter");
    assert_null(draw_list_region(stage_draw(&stage), "hide"));
}

/* From first days a page's topic has not been seen before it. */
static void hide_is_offered_on_first_days_and_what_it_opens(void **state)
{
    (void)state;
    STAGE(stage, "UPDATE step SET target = 'page:doctor' WHERE id = 'sleep';"
                 "UPDATE topic SET sensitive = 1 WHERE id = 'health'; UPDATE page SET sensitive = 0");
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_FIRST_DAYS, NULL);
    assert_non_null(draw_list_region(stage_draw(&stage), "hide"));
    assert_true(stage_tap(&stage, "page/doctor"));
    assert_non_null(draw_list_region(stage_draw(&stage), "hide"));
}

static void a_card_calls_an_interpreter_of_the_visitors_language(void **state)
{
    (void)state;
    STAGE(stage, "UPDATE text SET value = 'Je parle {language}.' WHERE owner = 'phrases/interpreter'");
    must(&stage, ACT_CHOOSE_LANGUAGE, "ar");
    must(&stage, ACT_PHRASE, "appointment");
    const struct tap_region *button = draw_list_region(stage_draw(&stage), "phrase/interpreter");
    assert_non_null(button);
    assert_non_null(strstr(button->label, "العربية"));
    assert_true(stage_tap(&stage, "phrase/interpreter"));
    assert_non_null(strstr(draw_list_dump(stage_draw(&stage), &stage.frame), "Je parle arabe."));
    assert_null(draw_list_region(&stage.list, "phrase/interpreter"));
    must(&stage, ACT_BACK, NULL);
    must(&stage, ACT_CHOOSE_LANGUAGE, "fr");
    assert_null(draw_list_region(stage_draw(&stage), "phrase/interpreter"));
}

/* A pack that breaks while it is shown. */

/* Overwrites every page but the first, behind SQLite's back. */
static void damage(const char *path)
{
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    assert_int_equal(fseek(file, 1024, SEEK_SET), 0);
    char rubbish[1024];
    memset(rubbish, 0xA5, sizeof(rubbish));
    for (long at = 1024; at < size; at += 1024)
        assert_int_equal(fwrite(rubbish, sizeof(rubbish), 1, file), 1);
    assert_int_equal(fclose(file), 0);
}

/* So large that opening it does not read it all: what has not been shown yet is met later. */
static const char large[] = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9)"
                            " INSERT INTO text SELECT 'topics/z' || i, 'name', 'fr', hex(zeroblob(1000000)), 0 FROM n";

static void a_pack_that_breaks_shows_the_problem_and_nothing_else(void **state)
{
    (void)state;
    STAGE(stage, large);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    damage(stage.path);
    assert_false(stage_act(&stage, ACT_TOPIC, "health") && stage_act(&stage, ACT_PAGE, "doctor") &&
                 stage_act(&stage, ACT_SERVICE, "clinic"));
    assert_int_not_equal(stage.err.code, ERR_MISSING);
    assert_int_not_equal(stage.err.code, ERR_NONE);
    assert_true(stage.err.detail[0] != '\0');
    assert_screen(&stage, SCREEN_PROBLEM);
    assert_int_equal(stage.model.problem, stage.err.code);
    struct locale english = locale_of("en", &stage.kept);
    stage.model.problem_langs = &english;
    stage.model.problem_lang_count = 1;
    assert_non_null(strstr(draw_list_dump(stage_draw(&stage), &stage.frame), "not working"));
    assert_int_equal(stage.list.region_count, 0);
    assert_string_equal(stage.model.lang, ""); /* the visit is forgotten, the problem stays */
    assert_false(holds(&stage.model, "clinic") || holds(&stage.model, "health"));
    assert_int_equal(arena_used(&stage.view), 0);
    must(&stage, ACT_FINISH, NULL);
    assert_screen(&stage, SCREEN_PROBLEM);
}

static void without_a_pack_there_is_only_the_problem(void **state)
{
    (void)state;
    STAGE(stage, NULL);
    stage.model.kiosk = NULL;
    assert_screen(&stage, SCREEN_PROBLEM);
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    must(&stage, ACT_EMERGENCY, NULL);
    assert_screen(&stage, SCREEN_PROBLEM);
    assert_int_equal(stage.model.depth, 1);
}

static void staff_get_in_where_there_is_no_pack_and_nobody_gets_further(void **state)
{
    (void)state;
    struct staff staff = { 0 };
    STAGE(stage, NULL);
    stage.kiosk.staff = &staff;
    stage.model.problem = ERR_FORMAT;
    must(&stage, ACT_CHOOSE_LANGUAGE, "en");
    assert_screen(&stage, SCREEN_PROBLEM);
    must(&stage, ACT_STAFF, NULL);
    assert_screen(&stage, SCREEN_STAFF);
    static const enum action_kind visitors[] = { ACT_HOME, ACT_EMERGENCY, ACT_SEARCH, ACT_DISPLAY, ACT_ABOUT };
    for (size_t i = 0; i < COUNT(visitors); i++) {
        must(&stage, visitors[i], NULL);
        assert_screen(&stage, SCREEN_STAFF);
    }
    must(&stage, ACT_LANGUAGES, NULL);
    assert_screen(&stage, SCREEN_LANGUAGES);
    must(&stage, ACT_CHOOSE_LANGUAGE, "ar");
    assert_screen(&stage, SCREEN_STAFF);
    must(&stage, ACT_FINISH, NULL);
    assert_screen(&stage, SCREEN_PROBLEM);
    assert_string_equal(stage.model.lang, "");
    stage.kiosk.staff = NULL;
    must(&stage, ACT_STAFF, NULL);
    assert_screen(&stage, SCREEN_PROBLEM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_visit_begins_at_the_languages_and_choosing_one_leads_home),
        cmocka_unit_test(a_language_that_the_pack_lacks_changes_nothing),
        cmocka_unit_test(another_language_keeps_the_visitor_in_the_same_place),
        cmocka_unit_test(back_from_the_languages_keeps_the_old_language),
        cmocka_unit_test(emergency_opens_before_a_language_is_chosen_and_stays_after),
        cmocka_unit_test(emergency_needs_no_sentence_to_say),
        cmocka_unit_test(back_returns_by_the_way_one_came_and_to_the_scroll_that_was_left),
        cmocka_unit_test(going_where_one_is_does_not_lengthen_the_way_back),
        cmocka_unit_test(home_forgets_the_way_and_back_from_it_leads_to_the_languages),
        cmocka_unit_test(a_topic_that_is_opened_anew_has_nothing_of_the_last_time),
        cmocka_unit_test(there_is_no_home_before_a_language_is_chosen),
        cmocka_unit_test(after_thirty_two_places_the_oldest_are_forgotten_but_not_the_languages),
        cmocka_unit_test(a_link_that_leads_nowhere_leaves_the_visitor_where_they_are),
        cmocka_unit_test(an_id_that_is_too_long_is_missing_and_one_that_just_fits_is_looked_up),
        cmocka_unit_test(an_action_that_there_is_not_changes_nothing),
        cmocka_unit_test(a_facet_narrows_the_list_and_a_second_tap_widens_it_again),
        cmocka_unit_test(facets_belong_to_the_topic_that_they_were_set_in),
        cmocka_unit_test(a_facet_that_there_is_not_and_one_elsewhere_change_nothing),
        cmocka_unit_test(scrolling_stops_at_both_ends),
        cmocka_unit_test(the_press_and_the_focus_are_remembered_and_taken_away),
        cmocka_unit_test(the_focus_does_not_follow_to_another_place),
        cmocka_unit_test(only_a_language_with_sentences_greets),
        cmocka_unit_test(the_question_covers_the_screen_and_more_time_uncovers_it),
        cmocka_unit_test(the_question_keeps_how_far_the_visitor_had_scrolled),
        cmocka_unit_test(a_new_minute_asks_the_hours_again),
        cmocka_unit_test(the_traces_of_a_visit_are_in_the_model_while_it_lasts),
        cmocka_unit_test(finish_forgets_everything),
        cmocka_unit_test(finish_forgets_everything_from_under_the_question_too),
        cmocka_unit_test(hide_forgets_everything_and_back_leads_nowhere),
        cmocka_unit_test(the_hidden_screen_offers_only_the_languages_and_they_begin_a_new_visit),
        cmocka_unit_test(what_hide_does_is_said_on_the_first_sensitive_screen_and_not_again),
        cmocka_unit_test(hide_is_offered_on_sensitive_topics_pages_services_and_phrases_only),
        cmocka_unit_test(hide_is_offered_on_first_days_and_what_it_opens),
        cmocka_unit_test(a_card_calls_an_interpreter_of_the_visitors_language),
        cmocka_unit_test(a_pack_that_breaks_shows_the_problem_and_nothing_else),
        cmocka_unit_test(without_a_pack_there_is_only_the_problem),
        cmocka_unit_test(staff_get_in_where_there_is_no_pack_and_nobody_gets_further),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
