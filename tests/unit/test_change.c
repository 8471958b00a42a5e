/* The running kiosk and its store: which pack shows, and when another takes its place. Offscreen, on a virtual clock.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/install.h"
#include "kiosk/app.h"
#include "kiosk/script_commands.h"
#include "publish/run.h"
#include "support/pack_fixture.h"
#include "support/signed_pack.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DAY_MS INT64_C(86400000)

static struct app app; /* too large for some stacks */

struct house {
    char folder[64], store[80];
    struct options options;
    bool is_open;
};

static struct store_rules rules(void)
{
    return (struct store_rules){ signed_pack_trust(0), "testville", SIGNED_PACK_NOW };
}

static int set_up(void **state)
{
    static struct house house;
    house = (struct house){ .folder = "change-XXXXXX", .options = options_default() };
    assert_non_null(mkdtemp(house.folder));
    snprintf(house.store, sizeof(house.store), "%s/store", house.folder);
    struct options *options = &house.options;
    options->store = house.store;
    options->trust = signed_pack_trust(0);
    options->audience = "testville";
    options->script = "-"; /* a virtual clock */
    options->offscreen = options->has_now = true;
    options->now_ms = SIGNED_PACK_NOW;
    options->width = 1366;
    options->height = 768;
    *state = &house;
    return 0;
}

static int tear_down(void **state)
{
    struct house *house = *state;
    if (house->is_open)
        app_close(&app);
    return run_program((const char *const[]){ "rm", "-r", house->folder, NULL }, NULL) ? 0 : -1;
}

/* A pack whose town's name tells which one it is. */
static void install(const struct house *house, int64_t sequence, const char *more_sql)
{
    CLEANUP(install_closep) struct install *install = NULL;
    char path[128], sql[512];
    struct err err = { 0 };
    struct secret_key key = signed_pack_key(0);
    struct install_rules how = { .store = rules() };
    snprintf(sql, sizeof(sql), "UPDATE kiosk SET name = 'Mairie %d' WHERE id = 'hall';%s", (int)sequence,
             more_sql ? more_sql : "");
    signed_pack_write(house->folder, "new.pack", "testville", sequence, &key, sql);
    snprintf(path, sizeof(path), "%s/new.pack", house->folder);
    if (!install_take(&install, house->store, path, &how, NULL, &err) || !install_commit(install, &err))
        fail_msg("%s: %s", err.file, err.detail);
}

static void spoil(const struct house *house, const char *slot)
{
    char path[128];
    snprintf(path, sizeof(path), "%s/%s/city.pack", house->store, slot);
    int fd = open(path, O_WRONLY);
    assert_true(fd >= 0);
    assert_int_equal(pwrite(fd, "spoilt", 6, 5000), 6);
    close(fd);
}

static void start(struct house *house)
{
    struct err err = { 0 };
    if (!app_open(&app, &house->options, ERR_NONE, &err))
        fail_msg("%s", err.detail);
    house->is_open = true;
    assert_true(app_frame(&app, &err));
}

static void pass(int seconds)
{
    struct err err = { 0 };
    assert_true(script_wait(&app, seconds * INT64_C(1000), &err));
}

static void act(enum action_kind kind, const char *arg)
{
    app_act(&app, (struct action){ (int)kind, arg, 0 });
}

static void assert_shows(const char *name)
{
    struct err err = { 0 };
    assert_true(app_frame(&app, &err));
    assert_int_not_equal(model_screen(&app.model), SCREEN_PROBLEM);
    assert_string_equal(app.kiosk.here.name, name);
}

static void the_current_pack_shows_and_is_no_preview(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    install(house, 2, NULL);
    start(house);
    assert_shows("Mairie 2");
    assert_false(app.kiosk.preview);
    assert_null(app.kiosk.notice);
}

static void a_new_pack_takes_over_at_rest(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    start(house);
    pass(7);
    assert_shows("Mairie 1");
    install(house, 2, NULL);
    pass(7);
    assert_shows("Mairie 2");
    assert_int_equal(model_screen(&app.model), SCREEN_LANGUAGES);
    act(ACT_CHOOSE_LANGUAGE, "ar");
    act(ACT_SERVICE, "counter");
    assert_int_equal(model_screen(&app.model), SCREEN_SERVICE);
}

static void a_new_pack_waits_until_the_visitor_has_gone(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    start(house);
    act(ACT_CHOOSE_LANGUAGE, "fr");
    install(house, 2, NULL);
    pass(60);
    assert_shows("Mairie 1");
    assert_int_equal(model_screen(&app.model), SCREEN_HOME);
    act(ACT_TOPIC, "health"); /* the old pack still answers, although its folder is only the previous one */
    assert_int_equal(model_screen(&app.model), SCREEN_TOPIC);
    install(house, 3, NULL); /* and is gone from the disk */
    act(ACT_SERVICE, "counter");
    assert_int_equal(model_screen(&app.model), SCREEN_SERVICE);
    act(ACT_FINISH, NULL);
    assert_shows("Mairie 1");
    pass(7);
    assert_shows("Mairie 3");
}

static void a_finger_on_the_resting_screen_keeps_the_pack(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    start(house);
    pass(1);
    assert_true(app_input(&app, &(struct input_event){ .kind = INPUT_PRESS, .x = 5, .y = 400 }));
    install(house, 2, NULL);
    pass(20);
    assert_shows("Mairie 1");
    assert_true(app_input(&app, &(struct input_event){ .kind = INPUT_RELEASE, .x = 5, .y = 400 }));
    pass(7);
    assert_shows("Mairie 2");
}

static void a_rollback_is_noticed_too(void **state)
{
    struct house *house = *state;
    struct claims claims;
    struct store_rules how = rules();
    install(house, 1, NULL);
    install(house, 2, NULL);
    start(house);
    assert_true(store_roll_back(&claims, house->store, &how, NULL));
    pass(7);
    assert_shows("Mairie 1");
}

static void at_rest_the_store_alone_wakes_nobody(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    start(house);
    assert_true(change_deadline(&app) == INT64_MAX);
    pass(12);
    assert_true(app_deadline(&app) - clock_steady_ms(&app.clock) > 5000);
}

static void a_damaged_pack_gives_way_to_the_previous_one(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    install(house, 2, NULL);
    spoil(house, "current");
    start(house);
    assert_shows("Mairie 1");
    assert_non_null(strstr(app.kiosk.notice, "is not what was signed"));
    install(house, 2, NULL); /* the same pack mends it */
    pass(7);
    assert_shows("Mairie 2");
    assert_null(app.kiosk.notice);
}

static void a_pack_that_lacks_this_kiosk_gives_way_to_the_previous_one(void **state)
{
    struct house *house = *state;
    house->options.kiosk = "annex";
    install(house, 1, NULL);
    start(house);
    assert_shows("Annexe");
    install(house, 2, "DELETE FROM kiosk WHERE id = 'annex';");
    pass(7);
    assert_shows("Annexe");
    assert_non_null(strstr(app.kiosk.notice, "annex"));
    assert_int_equal(app.supply.level, SUPPLY_PREVIOUS);
    pass(60);
    assert_shows("Annexe");
}

static void a_pack_that_is_written_to_while_it_shows_gives_way(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    install(house, 2, NULL);
    start(house);
    act(ACT_CHOOSE_LANGUAGE, "fr");
    spoil(house, "current");
    act(ACT_TOPIC, "health");
    assert_shows("Mairie 1");
    assert_int_equal(model_screen(&app.model), SCREEN_LANGUAGES);
    assert_non_null(strstr(app.kiosk.notice, "was written to"));
    pass(60);
    assert_shows("Mairie 1");
}

static void the_pack_beside_the_store_shows_when_nothing_in_it_can(void **state)
{
    struct house *house = *state;
    char *built_in = pack_fixture_new(NULL);
    house->options.pack = built_in;
    start(house);
    assert_shows("Mairie");
    assert_true(app.kiosk.preview);
    assert_non_null(strstr(app.kiosk.notice, "the built-in pack"));
    install(house, 1, NULL);
    pass(7);
    assert_shows("Mairie 1");
    assert_false(app.kiosk.preview);
    app_close(&app);
    spoil(house, "current");
    start(house);
    assert_shows("Mairie");
    pack_fixture_remove(built_in);
}

static void a_kiosk_without_any_pack_gets_well_by_itself(void **state)
{
    struct house *house = *state;
    start(house);
    assert_int_equal(model_screen(&app.model), SCREEN_PROBLEM);
    pass(120);
    assert_int_equal(model_screen(&app.model), SCREEN_PROBLEM);
    install(house, 1, NULL);
    pass(31);
    assert_shows("Mairie 1");
}

static void only_what_the_settings_trust_shows(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    house->options.trust = signed_pack_trust(1);
    start(house);
    assert_int_equal(model_screen(&app.model), SCREEN_PROBLEM);
    app_close(&app);
    house->options.trust = signed_pack_trust(0);
    house->options.audience = "otherville";
    start(house);
    assert_int_equal(model_screen(&app.model), SCREEN_PROBLEM);
    app_close(&app);
    house->options.audience = NULL;
    start(house);
    assert_int_equal(model_screen(&app.model), SCREEN_PROBLEM);
    app_close(&app);
    house->options.audience = "testville";
    start(house);
    assert_shows("Mairie 1");
}

static void an_expired_pack_stays_and_the_staff_are_told(void **state)
{
    struct house *house = *state;
    install(house, 1, NULL);
    house->options.now_ms = SIGNED_PACK_NOW + 400 * DAY_MS;
    start(house);
    assert_shows("Mairie 1");
    pass(7);
    assert_int_equal(app.change.alarm, STORE_EXPIRED);
    app_close(&app);
    house->options.now_ms = SIGNED_PACK_NOW - 400 * DAY_MS;
    start(house);
    assert_shows("Mairie 1");
    pass(7);
    assert_int_equal(app.change.alarm, STORE_CLOCK_BEHIND);
}

#define IN_HOUSE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_HOUSE(the_current_pack_shows_and_is_no_preview),
        IN_HOUSE(a_new_pack_takes_over_at_rest),
        IN_HOUSE(a_new_pack_waits_until_the_visitor_has_gone),
        IN_HOUSE(a_finger_on_the_resting_screen_keeps_the_pack),
        IN_HOUSE(a_rollback_is_noticed_too),
        IN_HOUSE(at_rest_the_store_alone_wakes_nobody),
        IN_HOUSE(a_damaged_pack_gives_way_to_the_previous_one),
        IN_HOUSE(a_pack_that_lacks_this_kiosk_gives_way_to_the_previous_one),
        IN_HOUSE(a_pack_that_is_written_to_while_it_shows_gives_way),
        IN_HOUSE(the_pack_beside_the_store_shows_when_nothing_in_it_can),
        IN_HOUSE(a_kiosk_without_any_pack_gets_well_by_itself),
        IN_HOUSE(only_what_the_settings_trust_shows),
        IN_HOUSE(an_expired_pack_stays_and_the_staff_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
