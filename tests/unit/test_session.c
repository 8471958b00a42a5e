/* Time alone, over the fixture pack: what is due is applied as the kiosk does, and the clock goes from
 * deadline to deadline. */
#include "kiosk/session.h"

#include "support/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define IDLE_MS 90000
#define WALL_OFFSET 1795525512345 /* the wall clock at steady 0: 12.345 s into a minute */
#define TO_THE_MINUTE (60000 - 12345)

/* A kiosk that was switched on at steady time `start`. */
struct visit {
    struct stage stage;
    struct session session;
    int64_t now;
    int done[ACT_COUNT]; /* how often each was due */
};

static void visit_begin(struct visit *visit, int64_t start)
{
    memset(visit, 0, sizeof(*visit));
    stage_open_pack(&visit->stage, NULL);
    visit->now = start;
    session_init(&visit->session, IDLE_MS / 1000, start);
    session_clock(&visit->session, start, WALL_OFFSET + start);
}

static void visit_end(struct visit *visit)
{
    stage_close(&visit->stage);
}

#define VISIT(name, start)                                                                                             \
    CLEANUP(visit_end) struct visit name;                                                                              \
    visit_begin(&name, (start))

static struct action due(struct visit *visit)
{
    return session_due(&visit->session, &visit->stage.model, visit->now);
}

static int64_t deadline(const struct visit *visit)
{
    return session_deadline(&visit->session, &visit->stage.model);
}

/* What somebody asks for by touch. */
static void touch(struct visit *visit, enum action_kind kind, const char *arg)
{
    session_input(&visit->session, visit->now);
    assert_true(stage_act(&visit->stage, kind, arg));
    session_clock(&visit->session, visit->now, WALL_OFFSET + visit->now);
}

static void apply(struct visit *visit, struct action action)
{
    struct update_context context = { visit->stage.pack, &visit->stage.view };
    session_clock(&visit->session, visit->now, WALL_OFFSET + visit->now);
    assert_true(update(&visit->stage.model, action, &context, &visit->stage.err));
    visit->done[action.kind]++;
}

/* Lets time pass, to `until` exactly. */
static void pass(struct visit *visit, int64_t until)
{
    for (;;) {
        int64_t next = deadline(visit);
        if (next > until)
            break;
        visit->now = next > visit->now ? next : visit->now;
        struct action action = due(visit);
        assert_int_not_equal(action.kind, ACT_NONE);
        apply(visit, action);
    }
    visit->now = until;
}

static enum screen_id screen(const struct visit *visit)
{
    return model_screen(&visit->stage.model);
}

/* The resting screen. */

static void the_greeting_changes_every_six_seconds_while_nobody_is_there(void **state)
{
    (void)state;
    VISIT(visit, 1000);
    assert_int_equal(deadline(&visit), 7000);
    visit.now = 6999;
    assert_int_equal(due(&visit).kind, ACT_NONE);
    visit.now = 7000;
    assert_int_equal(due(&visit).kind, ACT_GREETING);
    assert_int_equal(due(&visit).kind, ACT_NONE); /* not twice */
    assert_int_equal(deadline(&visit), 13000);
    pass(&visit, 600999);
    assert_int_equal(visit.done[ACT_GREETING], 98); /* the hundredth is due at 601000, the first was above */
    assert_int_equal(visit.done[ACT_CLOCK], 0);     /* nothing there tells the time */
    assert_int_equal(visit.done[ACT_STILL_THERE], 0);
    assert_int_equal(screen(&visit), SCREEN_LANGUAGES);
}

static void nothing_greets_on_other_screens_nor_once_a_language_is_chosen(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_EMERGENCY, NULL);
    pass(&visit, 60000);
    assert_int_equal(visit.done[ACT_GREETING], 0);
    touch(&visit, ACT_LANGUAGES, NULL);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    touch(&visit, ACT_LANGUAGES, NULL);
    pass(&visit, 120000);
    assert_int_equal(visit.done[ACT_GREETING], 0);
}

static void a_kiosk_of_one_language_greets_in_it_for_good(void **state)
{
    (void)state;
    VISIT(visit, 0);
    visit.stage.kiosk.language_count = 1;
    assert_true(deadline(&visit) == INT64_MAX);
    visit.now = 1000000;
    assert_int_equal(due(&visit).kind, ACT_NONE);
}

static void with_less_movement_the_greeting_stays(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CALM, NULL);
    pass(&visit, IDLE_MS - 1);
    assert_int_equal(visit.done[ACT_GREETING], 0);
    pass(&visit, IDLE_MS + 31000 + 6000); /* that wish ended with the visit */
    assert_true(visit.done[ACT_GREETING] > 0);
}

/* The minute. */

static void a_shown_time_changes_with_the_minute(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    assert_int_equal(deadline(&visit), TO_THE_MINUTE);
    visit.now = TO_THE_MINUTE - 1;
    assert_int_equal(due(&visit).kind, ACT_NONE);
    visit.now++;
    assert_int_equal(due(&visit).kind, ACT_CLOCK);
    assert_int_equal(due(&visit).kind, ACT_NONE);
    session_clock(&visit.session, visit.now, WALL_OFFSET + visit.now);
    assert_int_equal(visit.session.clock_at, TO_THE_MINUTE + 60000);
}

static void the_minute_holds_before_1970_as_well(void **state)
{
    (void)state;
    struct session session;
    session_init(&session, 90, 0);
    session_clock(&session, 100, -1); /* a millisecond before a full minute */
    assert_int_equal(session.clock_at, 101);
    session_clock(&session, 100, -60000);
    assert_int_equal(session.clock_at, 60100);
    session_clock(&session, 100, 0);
    assert_int_equal(session.clock_at, 60100);
}

/* Idle. */

static void after_ninety_seconds_the_kiosk_asks_and_counts_down(void **state)
{
    (void)state;
    VISIT(visit, 5000);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    touch(&visit, ACT_TOPIC, "health");
    pass(&visit, 5000 + IDLE_MS - 1);
    assert_int_equal(screen(&visit), SCREEN_TOPIC);
    pass(&visit, 5000 + IDLE_MS);
    assert_int_equal(screen(&visit), SCREEN_STILL_THERE);
    for (int left = 30; left > 0; left--) {
        int64_t second = 5000 + IDLE_MS + (30 - left) * 1000;
        pass(&visit, second);
        assert_int_equal(visit.stage.model.countdown, left);
        pass(&visit, second + 999);
        assert_int_equal(visit.stage.model.countdown, left);
        assert_int_equal(screen(&visit), SCREEN_STILL_THERE);
    }
    assert_int_equal(visit.done[ACT_FINISH], 0);
    pass(&visit, 5000 + IDLE_MS + 30000);
    assert_int_equal(visit.done[ACT_FINISH], 1);
    assert_int_equal(visit.done[ACT_STILL_THERE], 30);
    assert_int_equal(screen(&visit), SCREEN_LANGUAGES);
    assert_false(model_is_visited(&visit.stage.model));
}

static void an_input_puts_the_question_off(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    for (int64_t at = 89000; at < 900000; at += 89000) {
        pass(&visit, at);
        session_input(&visit.session, visit.now);
    }
    assert_int_equal(visit.done[ACT_STILL_THERE], 0);
    assert_int_equal(screen(&visit), SCREEN_HOME);
}

static void more_time_gives_ninety_seconds_each_of_ten_times(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    touch(&visit, ACT_PAGE, "doctor");
    for (int time = 1; time <= 10; time++) {
        int64_t asked = visit.now + IDLE_MS;
        pass(&visit, asked - 1);
        assert_int_equal(screen(&visit), SCREEN_PAGE);
        pass(&visit, asked + 29999); /* at the last moment */
        assert_int_equal(screen(&visit), SCREEN_STILL_THERE);
        assert_int_equal(visit.stage.model.countdown, 1);
        touch(&visit, ACT_MORE_TIME, NULL);
        assert_int_equal(screen(&visit), SCREEN_PAGE);
        assert_string_equal(visit.stage.model.view.page.id, "doctor");
    }
    assert_int_equal(visit.done[ACT_FINISH], 0);
}

static void who_asked_for_more_time_has_three_times_as_much(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    touch(&visit, ACT_SLOW, NULL);
    pass(&visit, 3 * IDLE_MS - 1);
    assert_int_equal(screen(&visit), SCREEN_HOME);
    pass(&visit, 3 * IDLE_MS);
    assert_int_equal(screen(&visit), SCREEN_STILL_THERE);
    assert_int_equal(visit.stage.model.countdown, 90);
    pass(&visit, 3 * IDLE_MS + 89999);
    assert_int_equal(visit.stage.model.countdown, 1);
    assert_int_equal(visit.done[ACT_FINISH], 0);
    pass(&visit, 3 * IDLE_MS + 90000);
    assert_int_equal(visit.done[ACT_FINISH], 1);
    assert_false(visit.stage.model.display.slow);
}

static void what_was_changed_on_the_resting_screen_goes_away_too(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_DISPLAY, NULL);
    apply(&visit, (struct action){ ACT_TEXT_SIZE, NULL, TEXT_LARGEST });
    touch(&visit, ACT_BACK, NULL);
    assert_int_equal(screen(&visit), SCREEN_LANGUAGES);
    pass(&visit, IDLE_MS);
    assert_int_equal(screen(&visit), SCREEN_STILL_THERE);
    pass(&visit, IDLE_MS + 30000);
    assert_true(display_is_usual(&visit.stage.model.display));
}

static void a_late_wake_up_skips_the_seconds_that_are_over(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    pass(&visit, IDLE_MS);
    visit.now += 12500;
    struct action action = due(&visit);
    assert_int_equal(action.kind, ACT_STILL_THERE);
    assert_int_equal(action.number, 18);
    apply(&visit, action);
    assert_int_equal(due(&visit).kind, ACT_NONE);
    assert_int_equal(deadline(&visit), IDLE_MS + 13000);
    visit.now += 3600000;
    assert_int_equal(due(&visit).kind, ACT_FINISH);
}

static void a_sleep_of_hours_asks_first_and_wipes_nothing_unasked(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    visit.now = 8 * 3600000;
    struct action action = due(&visit);
    assert_int_equal(action.kind, ACT_STILL_THERE);
    assert_int_equal(action.number, 30);
}

static void emergency_opened_before_a_language_is_chosen_goes_away_too(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_EMERGENCY, NULL);
    pass(&visit, IDLE_MS);
    assert_int_equal(screen(&visit), SCREEN_STILL_THERE);
    pass(&visit, IDLE_MS + 30000);
    assert_int_equal(screen(&visit), SCREEN_LANGUAGES);
}

static void a_hidden_screen_returns_to_the_languages_without_asking(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    touch(&visit, ACT_TOPIC, "safety");
    touch(&visit, ACT_HIDE, NULL);
    pass(&visit, IDLE_MS - 1);
    assert_int_equal(screen(&visit), SCREEN_HIDDEN);
    assert_int_equal(visit.done[ACT_CLOCK], 1); /* it shows the time */
    pass(&visit, IDLE_MS);
    assert_int_equal(screen(&visit), SCREEN_LANGUAGES);
    assert_int_equal(visit.done[ACT_STILL_THERE], 0);
}

static void a_kiosk_with_a_problem_waits_for_ever(void **state)
{
    (void)state;
    VISIT(visit, 0);
    touch(&visit, ACT_CHOOSE_LANGUAGE, "en");
    visit.stage.model.problem = ERR_FORMAT;
    assert_true(deadline(&visit) == INT64_MAX);
    visit.now = 1000000;
    assert_int_equal(due(&visit).kind, ACT_NONE);
    visit.stage.model.kiosk = NULL;
    assert_true(deadline(&visit) == INT64_MAX);
    assert_int_equal(due(&visit).kind, ACT_NONE);
}

/* The deadline is what the kiosk sleeps until: too early and it never rests, too late and it is late. */

/* At a deadline at most the idle question, the greeting and the minute can meet. */
#define MEETING 3

static void step(struct visit *visit)
{
    int64_t next = deadline(visit);
    assert_true(next > visit->now);
    visit->now = next - 1;
    struct session before = visit->session;
    assert_int_equal(due(visit).kind, ACT_NONE);
    assert_memory_equal(&visit->session, &before, sizeof(before));
    visit->now = next;
    int count = 0;
    for (struct action action = due(visit); action.kind != ACT_NONE; action = due(visit), count++) {
        assert_true(count < MEETING);
        apply(visit, action);
    }
    assert_true(count > 0);
}

/* What visitors do, at random but the same each time. */
static void wander(struct visit *visit)
{
    static const struct {
        enum action_kind kind;
        const char *arg;
    } steps[] = {
        { ACT_CHOOSE_LANGUAGE, "en" },
        { ACT_CHOOSE_LANGUAGE, "ar" },
        { ACT_TOPIC, "health" },
        { ACT_TOPIC, "safety" },
        { ACT_SERVICE, "clinic" },
        { ACT_PAGE, "doctor" },
        { ACT_EMERGENCY, NULL },
        { ACT_BACK, NULL },
        { ACT_HOME, NULL },
        { ACT_LANGUAGES, NULL },
        { ACT_HIDE, NULL },
        { ACT_FINISH, NULL },
        { ACT_MORE_TIME, NULL },
        { ACT_ABOUT, NULL },
        { ACT_DISPLAY, NULL },
        { ACT_CALM, NULL },
        { ACT_SLOW, NULL },
    };
    size_t choice = (size_t)rand() % COUNT(steps);
    if (visit->stage.model.still_there) /* only these can be tapped there */
        choice = rand() % 2 ? 11 : 12;
    touch(visit, steps[choice].kind, steps[choice].arg);
}

static void every_deadline_has_something_due_and_nothing_is_due_before_or_twice(void **state)
{
    (void)state;
    srand(1926);
    VISIT(visit, 777);
    for (int i = 0; i < 4000; i++) {
        if (rand() % 4 == 0) {
            int64_t room = deadline(&visit) - visit.now;
            visit.now += rand() % room; /* before anything is due, as the kiosk handles that first */
            wander(&visit);
        }
        while (deadline(&visit) <= visit.now) { /* a screen may come that has waited for its turn */
            struct action action = due(&visit);
            assert_int_not_equal(action.kind, ACT_NONE);
            apply(&visit, action);
        }
        step(&visit);
    }
    /* The walk has met everything that time asks for. */
    assert_true(visit.done[ACT_GREETING] > 50);
    assert_true(visit.done[ACT_CLOCK] > 50);
    assert_true(visit.done[ACT_STILL_THERE] > 50);
    assert_true(visit.done[ACT_FINISH] > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_greeting_changes_every_six_seconds_while_nobody_is_there),
        cmocka_unit_test(nothing_greets_on_other_screens_nor_once_a_language_is_chosen),
        cmocka_unit_test(a_kiosk_of_one_language_greets_in_it_for_good),
        cmocka_unit_test(with_less_movement_the_greeting_stays),
        cmocka_unit_test(a_shown_time_changes_with_the_minute),
        cmocka_unit_test(the_minute_holds_before_1970_as_well),
        cmocka_unit_test(after_ninety_seconds_the_kiosk_asks_and_counts_down),
        cmocka_unit_test(an_input_puts_the_question_off),
        cmocka_unit_test(more_time_gives_ninety_seconds_each_of_ten_times),
        cmocka_unit_test(who_asked_for_more_time_has_three_times_as_much),
        cmocka_unit_test(what_was_changed_on_the_resting_screen_goes_away_too),
        cmocka_unit_test(a_late_wake_up_skips_the_seconds_that_are_over),
        cmocka_unit_test(a_sleep_of_hours_asks_first_and_wipes_nothing_unasked),
        cmocka_unit_test(emergency_opened_before_a_language_is_chosen_goes_away_too),
        cmocka_unit_test(a_hidden_screen_returns_to_the_languages_without_asking),
        cmocka_unit_test(a_kiosk_with_a_problem_waits_for_ever),
        cmocka_unit_test(every_deadline_has_something_due_and_nothing_is_due_before_or_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
