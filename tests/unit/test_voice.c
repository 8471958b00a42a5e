/* The voice without a sound card: what is said, how long it takes, when it stops. espeak-ng itself speaks. */
#include "base/file.h"
#include "kiosk/voice.h"
#include "kiosk/voice_log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define CLIP TEST_SOURCE_DIR "/tests/data/packs/tiny/media/en/phrases/doctor/text.opus"

static const struct speech_choice usual = { SPEECH_ON_TAP, 0, 7 };

static struct voice voice;
static struct arena arena;

static struct voice_maker maker(void)
{
    struct locale *languages = ARENA_ARRAY(&arena, struct locale, 2);
    languages[0] = locale_of("fr", &arena);
    languages[1] = locale_of("en", &arena);
    return (struct voice_maker){ .lang = "en", .local = "fr", .languages = { languages, 2 } };
}

static void add(const char *text, const char *lang, size_t number)
{
    struct voice_maker made = maker();
    struct voice_text said = { str_of(text), lang, number, NULL };
    voice_add(&voice, &made, &said);
}

static int set_up(void **state)
{
    (void)state;
    voice_init(&voice, false, true);
    voice_begin(&voice);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    voice_close(&voice);
    arena_destroy(&arena);
    return 0;
}

static const char *said(void)
{
    return arena_str(&arena, voice_log_take(&voice.log));
}

/* Goes from deadline to deadline until `until`. */
static int64_t pass(int64_t now, int64_t until)
{
    while (voice_deadline(&voice) <= until) {
        now = voice_deadline(&voice);
        (void)voice_tick(&voice, now);
    }
    return until;
}

static void lines_follow_each_other_and_then_it_is_silent(void **state)
{
    (void)state;
    add("Good morning", "en", 0);
    add("Bonjour", "fr", 1);
    voice_start(&voice, VOICE_SCREEN, usual, 1000);
    assert_string_equal(said(), "en\tGood morning\n");
    assert_true(voice.ends_at > 1300 && voice.ends_at < 4000);
    int64_t second = voice.ends_at;
    (void)voice_tick(&voice, second - 1);
    assert_string_equal(said(), "");
    assert_true(voice_tick(&voice, second));
    assert_string_equal(said(), "fr\tBonjour\n");
    assert_int_equal(voice.job, VOICE_SCREEN);
    (void)pass(second, voice.ends_at);
    assert_int_equal(voice.job, VOICE_SILENT);
    assert_false(voice.shown.shown);
    (void)pass(0, 100000);
    assert_true(voice_deadline(&voice) == INT64_MAX); /* nothing wakes an idle kiosk */
}

static void words_are_shown_as_they_are_said(void **state)
{
    const char *text = "One \u00B7 two three";
    (void)state;
    add(text, "en", 4);
    voice_start(&voice, VOICE_SCREEN, usual, 0);
    const char *seen = "";
    for (int64_t now = 0; voice.job != VOICE_SILENT; now += 10) {
        if (voice.shown.shown && voice_tick(&voice, now) && voice.shown.shown)
            seen = arena_printf(&arena, "%s[%.*s]", seen, (int)(voice.shown.letters.end - voice.shown.letters.start),
                                text + voice.shown.letters.start);
        assert_true(!voice.shown.shown || voice.shown.text == 4);
    }
    assert_string_equal(seen, "[One][two][three]");
}

static void a_long_text_is_said_sentence_by_sentence(void **state)
{
    const char *sentence =
        "This sentence has words enough to fill a line of its own, and more besides, up to its very end. ";
    (void)state;
    add(arena_printf(&arena, "%s%s%s%s", sentence, sentence, sentence, sentence), "en", 0);
    assert_true(voice.lines.count >= 2);
    assert_int_equal(voice.lines.at[0].shown_at, 0);
    assert_true(voice.lines.at[1].shown_at > 100);
}

static void a_language_without_a_voice_is_not_said_by_another(void **state)
{
    (void)state;
    add("Bonjour", "fr", 0);
    add("ሰላም", "ti", 1);
    add("Hello", "en", 2);
    voice_start(&voice, VOICE_SCREEN, usual, 0);
    (void)pass(0, 60000);
    assert_string_equal(said(), "fr\tBonjour\nen\tHello\n");
    voice_begin(&voice);
    add("ሰላም", "ti", 0);
    assert_false(voice_can_start(&voice));
    voice_start(&voice, VOICE_SCREEN, usual, 0);
    assert_int_equal(voice.job, VOICE_SILENT);
    assert_string_equal(said(), "");
}

static void a_voice_is_known_by_its_data(void **state)
{
    static const char *const spoken[] = { "fr", "en", "ar", "es", "fa", "uk", "pt", "zh-Hans", "zh", "am", "fr-CA" };
    static const char *const silent[] = { "ti", "", "xx", "../fr", "x.y", "-" };
    (void)state;
    for (size_t i = 0; i < COUNT(spoken); i++) {
        if (!speech_has_voice(spoken[i]))
            fail_msg("there is no voice for %s", spoken[i]);
    }
    for (size_t i = 0; i < COUNT(silent); i++) {
        if (speech_has_voice(silent[i]))
            fail_msg("there is a voice for \"%s\"", silent[i]);
    }
}

static void each_language_is_said_by_a_voice_of_its_own(void **state)
{
    static const char *const langs[] = { "fr", "en", "ar", "es", "fa", "uk", "pt", "zh-Hans" };
    (void)state;
    for (size_t i = 0; i < COUNT(langs); i++) {
        struct speech *speech = speech_new(true);
        struct speech_order order = { langs[i], "112", { 0 }, 2, 7 };
        struct speech_said out;
        struct err err = { 0 };
        if (!speech_say(speech, &order, &out, &err))
            fail_msg("%s: %s", langs[i], err.detail);
        assert_true(out.duration_ms > 200);
        speech_free(speech);
    }
}

static void it_stops_at_once_and_can_say_it_again(void **state)
{
    (void)state;
    add("A sentence that takes a while to say, longer than anybody waits.", "en", 0);
    voice_start(&voice, VOICE_SCREEN, usual, 0);
    (void)voice_tick(&voice, 500);
    voice_interrupt(&voice);
    assert_int_equal(voice.job, VOICE_SILENT);
    assert_int_equal(voice.interrupted, VOICE_SCREEN);
    assert_false(voice.shown.shown);
    assert_false(voice_tick(&voice, 600));
    (void)said();
    voice_repeat(&voice, usual, 700);
    assert_int_equal(voice.job, VOICE_REMARK);
    assert_string_equal(said(), "en\tA sentence that takes a while to say, longer than anybody waits.\n");
    voice_interrupt(&voice);
    voice_interrupt(&voice);
    assert_int_equal(voice.interrupted, VOICE_SILENT);
}

static void what_was_said_is_forgotten(void **state)
{
    (void)state;
    add("A secret", "en", 0);
    voice_start(&voice, VOICE_SCREEN, usual, 0);
    voice_forget(&voice);
    assert_int_equal(voice.job, VOICE_SILENT);
    assert_int_equal(voice.lines.count, 0);
    assert_int_equal(arena_used(&voice.arena), 0);
    voice_repeat(&voice, usual, 10);
    assert_int_equal(voice.job, VOICE_SILENT);
}

static void slower_takes_longer(void **state)
{
    int64_t durations[5];
    (void)state;
    for (int rate = -SPEECH_RATE_MOST; rate <= SPEECH_RATE_MOST; rate++) {
        struct speech_choice choice = { SPEECH_ON_TAP, rate, 7 };
        voice_begin(&voice);
        add("Where do I find a doctor?", "en", 0);
        voice_start(&voice, VOICE_SCREEN, choice, 0);
        durations[rate + SPEECH_RATE_MOST] = voice.ends_at;
    }
    for (int i = 1; i < 5; i++)
        assert_true(durations[i] < durations[i - 1]);
    assert_true(durations[0] > 2 * durations[4] - durations[4] / 2);
}

static void another_speed_goes_on_with_the_same_line(void **state)
{
    (void)state;
    add("First", "en", 0);
    add("Second", "en", 1);
    voice_start(&voice, VOICE_SCREEN, usual, 0);
    (void)voice_tick(&voice, voice.ends_at);
    (void)said();
    voice_change(&voice, (struct speech_choice){ SPEECH_ON_TAP, -2, 7 }, 2000);
    assert_string_equal(said(), "en\tSecond\n");
    assert_int_equal(voice.job, VOICE_SCREEN);
}

static void a_clip_plays_for_as_long_as_it_is(void **state)
{
    struct speech *speech = speech_new(true);
    struct speech_order order = { "ti", "", { 0 }, 2, 7 };
    struct speech_said out;
    struct err err = { 0 };
    (void)state;
    assert_true(file_read(&order.clip, &arena, CLIP, 1 << 20, &err));
    assert_true(speech_say(speech, &order, &out, &err));
    assert_true(out.duration_ms > 800 && out.duration_ms < 4000);
    assert_int_equal(out.count, 0);
    speech_free(speech);
}

/* Cut anywhere, or with a byte turned, it is refused or played, and nothing worse. */
static void a_broken_clip_is_refused(void **state)
{
    struct speech *speech = speech_new(true);
    struct speech_said out;
    struct err err = { 0 };
    struct str whole;
    size_t played = 0, tried = 0;
    (void)state;
    assert_true(file_read(&whole, &arena, CLIP, 1 << 20, &err));
    for (size_t length = 1; length < whole.len; length += 97) {
        struct speech_order order = { "en", "", { whole.at, length }, 2, 7 };
        if (length < 100)
            assert_false(speech_say(speech, &order, &out, &err));
        else
            played += speech_say(speech, &order, &out, &err) ? 1 : 0;
    }
    for (size_t at = 0; at < whole.len; at += 31) {
        tried++;
        char *turned = arena_alloc(&arena, whole.len);
        memcpy(turned, whole.at, whole.len);
        turned[at] = (char)(turned[at] ^ 0x55);
        struct speech_order order = { "en", "", { turned, whole.len }, 2, 7 };
        played += speech_say(speech, &order, &out, &err) ? 1 : 0;
    }
    assert_true(played < tried); /* most are noticed: each page has a checksum (RFC 3533, 6) */
    speech_free(speech);
}

static void scripts_expect_what_is_said_in_order(void **state)
{
    struct voice_log log = { .is_kept = true };
    (void)state;
    assert_int_equal(voice_log_take(&log).len, 0);
    assert_false(voice_log_expect(&log, STR("a")));
    voice_log_add(&log, "en", "one");
    voice_log_add(&log, "fr", "deux");
    assert_true(voice_log_expect(&log, STR("fr\tdeux")));
    assert_false(voice_log_expect(&log, STR("one"))); /* it came before */
    assert_true(str_eq(voice_log_take(&log), STR("en\tone\nfr\tdeux\n")));
    voice_log_add(&log, "en", "three");
    assert_true(voice_log_expect(&log, STR("three")));
    assert_true(str_eq(voice_log_take(&log), STR("en\tthree\n")));
    voice_log_close(&log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_follow_each_other_and_then_it_is_silent, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_are_shown_as_they_are_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_long_text_is_said_sentence_by_sentence, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_language_without_a_voice_is_not_said_by_another, set_up, tear_down),
        cmocka_unit_test(a_voice_is_known_by_its_data),
        cmocka_unit_test(each_language_is_said_by_a_voice_of_its_own),
        cmocka_unit_test_setup_teardown(it_stops_at_once_and_can_say_it_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_said_is_forgotten, set_up, tear_down),
        cmocka_unit_test_setup_teardown(slower_takes_longer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_speed_goes_on_with_the_same_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_clip_plays_for_as_long_as_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_broken_clip_is_refused, set_up, tear_down),
        cmocka_unit_test(scripts_expect_what_is_said_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
