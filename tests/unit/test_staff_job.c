/* The staff's work beside the screen: a real thread and the real clock, from the PIN to the pack that visitors see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/install.h"
#include "kiosk/app.h"
#include "publish/run.h"
#include "support/pack_fixture.h"
#include "support/signed_pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static struct app app; /* too large for some stacks */

struct house {
    char folder[64], store[80], sticks[80];
    struct options options;
};

/* 2468 at the least cost. */
#define PIN_HASH "$argon2id$v=19$m=8,t=1,p=1$P8EujkIETbarnMMm0OtYoQ$IhtaYkMpv0mYs2VfswRuEPDHGyknQ8aBx3HSOwMsElY"

/* A pack with this sequence onto the stick; the number is in the town's name and ends a long text. */
static void put_on_stick(const struct house *house, int64_t sequence)
{
    struct secret_key key = signed_pack_key(0);
    char stick[96], sql[480];
    snprintf(stick, sizeof(stick), "%s/usb0", house->sticks);
    (void)mkdir(stick, 0700);
    snprintf(sql, sizeof(sql),
             "UPDATE kiosk SET name = 'Mairie %d' WHERE id = 'hall'; UPDATE text SET value = "
             "replace(printf('%%200s', ''), ' ', 'é') || ' au numéro %d' "
             "WHERE owner = 'services/counter' AND field = 'description' AND lang = 'fr'",
             (int)sequence, (int)sequence);
    signed_pack_write(stick, "new.pack", "testville", sequence, &key, sql);
}

static void install_first(const struct house *house)
{
    CLEANUP(install_closep) struct install *install = NULL;
    struct err err = { 0 };
    struct install_rules how = { .store = { house->options.trust, "testville", SIGNED_PACK_NOW } };
    char stick[96];
    snprintf(stick, sizeof(stick), "%s/usb0", house->sticks);
    if (!install_take(&install, house->store, stick, &how, NULL, &err) || !install_commit(install, &err))
        fail_msg("%s: %s", err.file, err.detail);
}

static int set_up(void **state)
{
    static struct house house;
    struct err err = { 0 };
    house = (struct house){ .folder = "staff-job-XXXXXX", .options = options_default() };
    assert_non_null(mkdtemp(house.folder));
    snprintf(house.store, sizeof(house.store), "%s/store", house.folder);
    snprintf(house.sticks, sizeof(house.sticks), "%s/sticks", house.folder);
    assert_int_equal(mkdir(house.sticks, 0700), 0);
    struct options *options = &house.options;
    options->store = house.store;
    options->sticks = house.sticks;
    options->staff_pin_hash = PIN_HASH;
    options->trust = signed_pack_trust(0);
    options->audience = "testville";
    options->offscreen = options->has_now = true;
    options->now_ms = SIGNED_PACK_NOW;
    options->width = 1366;
    options->height = 768;
    put_on_stick(&house, 1);
    install_first(&house);
    put_on_stick(&house, 2);
    assert_true(app_open(&app, options, ERR_NONE, &err));
    *state = &house;
    return 0;
}

static int tear_down(void **state)
{
    struct house *house = *state;
    app_close(&app);
    return run_program((const char *const[]){ "rm", "-r", house->folder, NULL }, NULL) ? 0 : -1;
}

static void act(enum action_kind kind, const char *arg)
{
    app_act(&app, (struct action){ (int)kind, arg, 0 });
}

/* As the loop does: wait until something is due, do it, show it. */
static void turn(void)
{
    struct err err = { 0 };
    struct timespec pause = { 0, 2000000 };
    nanosleep(&pause, NULL);
    app_tick(&app);
    assert_true(app_frame(&app, &err));
}

#define TURNS 10000

static void wait_for_the_job(void)
{
    for (int i = 0; i < TURNS && app.staff.job.task != STAFF_IDLE; i++)
        turn();
    assert_int_equal(app.staff.job.task, STAFF_IDLE);
}

static void open_with(const char *pin)
{
    act(ACT_STAFF, NULL);
    for (; *pin; pin++)
        act(ACT_STAFF_DO, (const char[]){ *pin, '\0' });
    act(ACT_STAFF_DO, "open");
    wait_for_the_job();
}

static bool store_is_clean(const struct house *house)
{
    char staging[96];
    struct stat found;
    snprintf(staging, sizeof(staging), "%s/staging", house->store);
    return stat(staging, &found) != 0;
}

static bool ends_with(const char *text, const char *end)
{
    return text && strlen(text) >= strlen(end) && strcmp(text + strlen(text) - strlen(end), end) == 0;
}

static void a_pack_from_the_stick_shows_when_staff_have_finished(void **state)
{
    (void)state;
    open_with("2468");
    assert_true(app.staff.facts.is_open);
    act(ACT_STAFF, STAFF_PART_INSTALL);
    act(ACT_STAFF_DO, "stick/usb0");
    assert_int_equal(app.staff.job.task, STAFF_TAKE); /* the screen does not wait for it */
    wait_for_the_job();
    assert_true(app.staff.facts.has_taken);
    assert_true(app.staff.facts.is_compared);
    assert_int_equal(app.staff.facts.change_count, 2);
    const struct staff_change *change = &app.staff.facts.changes[0];
    assert_int_equal(change->kind, DIFF_SERVICE);
    assert_true(ends_with(change->before, "é au numéro 1"));
    assert_true(ends_with(change->after, "é au numéro 2"));
    assert_true(strlen(change->after) < 80 && str_starts(str_of(change->after), str_of("…é")));
    act(ACT_STAFF_DO, "install-now");
    wait_for_the_job();
    assert_false(app.staff.facts.has_failed);
    assert_string_equal(app.kiosk.here.name, "Mairie 1");
    act(ACT_FINISH, NULL);
    for (int i = 0; i < TURNS && strcmp(app.kiosk.here.name, "Mairie 2") != 0; i++)
        turn();
    assert_string_equal(app.kiosk.here.name, "Mairie 2");
}

static void nothing_else_begins_while_something_runs(void **state)
{
    (void)state;
    open_with("2468");
    act(ACT_STAFF, STAFF_PART_INSTALL);
    act(ACT_STAFF_DO, "stick/usb0");
    act(ACT_STAFF_DO, "restart");
    act(ACT_STAFF_DO, "rollback-now");
    assert_false(app.wants_restart);
    assert_int_equal(app.staff.job.task, STAFF_TAKE);
    wait_for_the_job();
}

static void who_leaves_meanwhile_leaves_nothing_behind(void **state)
{
    struct house *house = *state;
    open_with("2468");
    act(ACT_STAFF, STAFF_PART_INSTALL);
    act(ACT_STAFF_DO, "stick/usb0");
    act(ACT_FINISH, NULL);
    act(ACT_STAFF, NULL); /* at once again: it is locked, and waits */
    assert_false(app.staff.facts.is_open);
    act(ACT_STAFF_DO, "2");
    wait_for_the_job();
    assert_false(app.staff.facts.has_taken);
    assert_true(store_is_clean(house));
    act(ACT_FINISH, NULL);
    open_with("2468");
    assert_true(app.staff.facts.is_open);
}

static void the_program_ends_while_a_stick_is_read(void **state)
{
    (void)state;
    open_with("2468");
    act(ACT_STAFF, STAFF_PART_INSTALL);
    act(ACT_STAFF_DO, "stick/usb0");
    assert_int_equal(app.staff.job.task, STAFF_TAKE); /* tear_down closes the kiosk now */
}

static void a_wrong_pin_does_not_open(void **state)
{
    (void)state;
    open_with("2469");
    assert_false(app.staff.facts.is_open);
    assert_true(app.staff.facts.was_wrong);
    assert_true(app.staff.facts.locked_s > 0);
    act(ACT_STAFF, STAFF_PART_INSTALL);
    assert_string_equal(model_place(&app.model)->id, "");
    open_with("2468");
    assert_false(app.staff.facts.is_open); /* locked */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pack_from_the_stick_shows_when_staff_have_finished, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_else_begins_while_something_runs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(who_leaves_meanwhile_leaves_nothing_behind, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_program_ends_while_a_stick_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_wrong_pin_does_not_open, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
