#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "content/install.h"
#include "publish/run.h"
#include "support/signed_pack.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More than is read at once. */
#define BALLAST "UPDATE meta SET value = hex(zeroblob(200000)) WHERE key = 'city';"

struct house {
    struct arena arena;
    char folder[64];
    const char *store;
    struct install_rules rules;
    struct secret_key key;
};

static int set_up(void **state)
{
    static struct house house;
    house = (struct house){ .folder = "store-XXXXXX", .key = signed_pack_key(0) };
    assert_non_null(mkdtemp(house.folder));
    house.store = arena_printf(&house.arena, "%s/store", house.folder);
    house.rules.store = (struct store_rules){ signed_pack_trust(0), "testville", SIGNED_PACK_NOW };
    *state = &house;
    return 0;
}

static int tear_down(void **state)
{
    struct house *house = *state;
    bool removed = run_program((const char *const[]){ "rm", "-r", house->folder, NULL }, NULL);
    arena_destroy(&house->arena);
    return removed ? 0 : -1;
}

static const char *write_pack(struct house *house, int64_t sequence, const char *sql)
{
    signed_pack_write(house->folder, "a.pack", "testville", sequence, &house->key, sql);
    return arena_printf(&house->arena, "%s/a.pack", house->folder);
}

static void assert_installs(struct house *house, const char *from)
{
    CLEANUP(install_closep) struct install *install = NULL;
    struct err err = { 0 };
    if (!install_take(&install, house->store, from, &house->rules, NULL, &err) || !install_commit(install, &err))
        fail_msg("%s: %s", err.file, err.detail);
}

static void assert_refused(struct house *house, const char *from, const struct install_progress *progress,
                           enum err_code code, const char *words)
{
    CLEANUP(install_closep) struct install *install = NULL;
    struct err err = { 0 };
    assert_false(install_take(&install, house->store, from, &house->rules, progress, &err));
    assert_null(install);
    assert_int_equal(err.code, code);
    if (!strstr(err.detail, words))
        fail_msg("'%s' does not say '%s'", err.detail, words);
    assert_false(file_exists(arena_printf(&house->arena, "%s/staging", house->store)));
}

static int64_t current(struct house *house)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    struct store_shown shown;
    struct err err = { 0 };
    if (!store_show(&pack, &shown, house->store, &house->rules.store, STORE_CURRENT, &err))
        return 0;
    assert_int_equal(shown.slot, STORE_CURRENT);
    return shown.claims.sequence;
}

struct watcher {
    const char *spoil; /* a file to write to once the first bytes are read */
    int64_t stop_at;   /* bytes; 0: never */
    int64_t last, total;
    int reports;
};

static bool watch(void *data, int64_t done, int64_t total)
{
    struct watcher *watcher = data;
    assert_true(done >= watcher->last && done <= total);
    watcher->last = done;
    watcher->total = total;
    watcher->reports++;
    if (watcher->spoil && done > 0) {
        int fd = open(watcher->spoil, O_WRONLY);
        assert_int_equal(pwrite(fd, "changed", 7, done + 10), 7);
        close(fd);
        watcher->spoil = NULL;
    }
    return watcher->stop_at == 0 || done < watcher->stop_at;
}

static void progress_goes_from_nothing_to_all(void **state)
{
    struct house *house = *state;
    CLEANUP(install_closep) struct install *install = NULL;
    struct watcher watcher = { 0 };
    struct install_progress progress = { watch, &watcher };
    struct err err = { 0 };
    const char *from = write_pack(house, 1, BALLAST);
    assert_true(install_take(&install, house->store, from, &house->rules, &progress, &err));
    assert_true(watcher.reports > 5);
    assert_int_equal(watcher.last, watcher.total);
    assert_int_equal(install_claims(install)->size, watcher.total);
    assert_true(install_commit(install, &err));
    assert_int_equal(current(house), 1);
}

static void who_stops_an_install_leaves_nothing_behind(void **state)
{
    struct house *house = *state;
    struct watcher watcher = { .stop_at = 100000 };
    assert_installs(house, write_pack(house, 1, NULL));
    assert_refused(house, write_pack(house, 2, BALLAST), &(struct install_progress){ watch, &watcher }, ERR_STOPPED,
                   "nothing was installed");
    assert_int_equal(current(house), 1);
}

static void a_file_that_changes_while_it_is_read_is_refused(void **state)
{
    struct house *house = *state;
    struct watcher watcher = { .spoil = write_pack(house, 1, BALLAST) };
    assert_refused(house, watcher.spoil, &(struct install_progress){ watch, &watcher }, ERR_REFUSED,
                   "is not what was signed");
}

/* What was verified is what is installed, whatever becomes of the file on the stick. */
static void a_file_that_changes_after_it_was_read_does_no_harm(void **state)
{
    struct house *house = *state;
    CLEANUP(install_closep) struct install *install = NULL;
    struct err err = { 0 };
    const char *from = write_pack(house, 1, NULL);
    assert_true(install_take(&install, house->store, from, &house->rules, NULL, &err));
    assert_true(file_write(from, STR("something else"), &err));
    assert_true(install_commit(install, &err));
    assert_int_equal(current(house), 1);
}

static void a_checked_copy_can_be_looked_at_before_it_comes_in(void **state)
{
    struct house *house = *state;
    CLEANUP(install_closep) struct install *install = NULL;
    CLEANUP(pack_closep) struct pack *pack = NULL;
    struct err err = { 0 };
    assert_installs(house, write_pack(house, 1, NULL));
    assert_true(install_take(&install, house->store, write_pack(house, 2, NULL), &house->rules, NULL, &err));
    assert_true(pack_open(&pack, install_pack(install), &err));
    assert_string_equal(pack_meta(pack, "sequence"), "2");
    assert_int_equal(current(house), 1);
}

static void what_is_not_committed_is_gone(void **state)
{
    struct house *house = *state;
    struct install *install = NULL;
    struct err err = { 0 };
    assert_true(install_take(&install, house->store, write_pack(house, 1, NULL), &house->rules, NULL, &err));
    install_close(install);
    assert_false(file_exists(arena_printf(&house->arena, "%s/staging", house->store)));
    assert_int_equal(current(house), 0);
}

/* The later one to end finds that the other was faster. */
static void of_two_at_once_the_newer_stays(void **state)
{
    struct house *house = *state;
    CLEANUP(install_closep) struct install *slow = NULL;
    struct err err = { 0 };
    assert_true(install_take(&slow, house->store, write_pack(house, 1, NULL), &house->rules, NULL, &err));
    assert_installs(house, write_pack(house, 2, NULL));
    assert_false(install_commit(slow, &err));
    assert_int_equal(err.code, ERR_REFUSED);
    assert_int_equal(current(house), 2);
}

static void an_install_that_is_alive_is_not_cleared_away(void **state)
{
    struct house *house = *state;
    CLEANUP(install_closep) struct install *slow = NULL;
    struct err err = { 0 };
    assert_true(install_take(&slow, house->store, write_pack(house, 3, NULL), &house->rules, NULL, &err));
    assert_installs(house, write_pack(house, 2, NULL));
    assert_true(install_commit(slow, &err));
    assert_int_equal(current(house), 3);
    install_closep(&slow);
    slow = NULL;
    assert_false(file_exists(arena_printf(&house->arena, "%s/staging", house->store)));
}

static void a_pack_for_a_later_program_is_refused(void **state)
{
    struct house *house = *state;
    struct claims claims;
    struct err err = { 0 };
    struct str text;
    const char *from = write_pack(house, 1, NULL);
    const char *beside = arena_printf(&house->arena, "%s" MINISIG_SUFFIX, from);
    assert_true(file_read(&text, &house->arena, beside, MINISIG_FILE_MAX, &err));
    const char *comment = strstr(text.at, "maison-pack ");
    comment = arena_printf(&house->arena, "%.*s", (int)strcspn(comment, "\n"), comment);
    assert_true(claims_read(&claims, comment, "a", &err));
    strcpy(claims.min_app, "9.0.0");
    signed_pack_sign(house->folder, "a.pack", claims_write(&claims, &house->arena), "ED", &house->key);
    assert_refused(house, from, NULL, ERR_TOO_NEW, "needs Maison 9.0.0 or later");
}

static void what_a_signature_promises_must_come(void **state)
{
    struct house *house = *state;
    CLEANUP(install_closep) struct install *install = NULL;
    struct err err = { 0 };
    const char *comment = "maison-pack format=1 audience=testville sequence=5 created=2026-11-01 expires=2027-11-01 "
                          "size=1048576 min-app=0.1.0";
    const char *signature = signed_pack_signature("x", 1, comment, "ED", &house->key, &house->arena);
    assert_true(install_begin(&install, house->store, str_of(signature), "a.pack", &house->rules, &err));
    assert_true(install_add(install, "x", 1, &err));
    assert_false(install_check(install, &err));
    assert_int_equal(err.code, ERR_REFUSED);
    assert_non_null(strstr(err.detail, "is cut short: 1 of 1048576"));
    assert_false(install_commit(install, &err));
}

static void the_marks_of_several_audiences_stand_side_by_side(void **state)
{
    struct house *house = *state;
    struct store_status status;
    struct err err = { 0 };
    assert_installs(house, write_pack(house, 7, NULL));
    house->rules.store.audience = "otherville";
    signed_pack_write(house->folder, "b.pack", "otherville", 3, &house->key, NULL);
    assert_installs(house, arena_printf(&house->arena, "%s/b.pack", house->folder));
    assert_true(store_status(&status, house->store, &house->rules.store, &err));
    assert_int_equal(status.highest, 3);
    assert_string_equal(status.slots[STORE_CURRENT].name, "otherville-3");
    assert_int_equal(status.slots[STORE_PREVIOUS].why_not.code, ERR_REFUSED);
    house->rules.store.audience = "testville";
    assert_refused(house, write_pack(house, 6, NULL), NULL, ERR_REFUSED, "7 was installed here before");
}

/* As after a restored backup: the packs know what the file has forgotten, and the other way round. */
static void an_old_pack_stays_out_when_highest_is_lost(void **state)
{
    struct house *house = *state;
    const char *highest = arena_printf(&house->arena, "%s/highest", house->store);
    assert_installs(house, write_pack(house, 5, NULL));
    assert_int_equal(unlink(highest), 0);
    assert_refused(house, write_pack(house, 4, NULL), NULL, ERR_REFUSED, "5 was installed here before");
    assert_true(file_write(highest, STR("testville 9\n"), NULL));
    assert_refused(house, write_pack(house, 8, NULL), NULL, ERR_REFUSED, "9 was installed here before");
    assert_true(file_write(highest, STR("rubbish"), NULL));
    assert_refused(house, write_pack(house, 10, NULL), NULL, ERR_FORMAT, "can't be understood");
}

#define IN_HOUSE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_HOUSE(progress_goes_from_nothing_to_all),
        IN_HOUSE(who_stops_an_install_leaves_nothing_behind),
        IN_HOUSE(a_file_that_changes_while_it_is_read_is_refused),
        IN_HOUSE(a_file_that_changes_after_it_was_read_does_no_harm),
        IN_HOUSE(a_checked_copy_can_be_looked_at_before_it_comes_in),
        IN_HOUSE(what_is_not_committed_is_gone),
        IN_HOUSE(of_two_at_once_the_newer_stays),
        IN_HOUSE(an_install_that_is_alive_is_not_cleared_away),
        IN_HOUSE(a_pack_for_a_later_program_is_refused),
        IN_HOUSE(what_a_signature_promises_must_come),
        IN_HOUSE(the_marks_of_several_audiences_stand_side_by_side),
        IN_HOUSE(an_old_pack_stays_out_when_highest_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
