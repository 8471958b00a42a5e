/* Whoever hides, finishes or goes away while a page is printed and the screen is read leaves silence, and a queue that
 * has let go of the page and forgotten it. The printer is tests/support/ipp_printer.py, which holds each page. */
#include "kiosk/app.h"

#include "base/file.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
/* cmocka needs the ones above first */
#include <cmocka.h>

static struct app app;
static struct options options;
static char folder[] = "/tmp/maison-hidden-XXXXXX";
static pid_t printer;
static struct arena texts;

static const char *in_folder(const char *name)
{
    static char path[128];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    return path;
}

/* "" while there is none. */
static const char *read_text(const char *name)
{
    struct str text;
    struct err ignored = { 0 };
    if (!file_read(&text, &texts, in_folder(name), 1 << 16, &ignored))
        return "";
    return arena_str(&texts, text);
}

static bool is_there(const char *name)
{
    return file_exists(in_folder(name));
}

static bool ends_with_purge(const char *unused)
{
    (void)unused;
    const char *log = read_text("log"), *cancelled = strstr(log, "cancel");
    return cancelled && strstr(cancelled, "purge");
}

/* Ten seconds at most. */
static void await(bool (*done)(const char *name), const char *name)
{
    for (int i = 0; i < 500 && !done(name); i++)
        nanosleep(&(struct timespec){ 0, 20000000L }, NULL);
    assert_true(done(name));
}

static void act(enum action_kind kind, const char *arg)
{
    struct err err = { 0 };
    app_act(&app, (struct action){ (int)kind, arg, 0 });
    assert_int_equal(app.model.problem, ERR_NONE);
    assert_true(app_frame(&app, &err));
}

static void wait_seconds(int seconds)
{
    struct err err = { 0 };
    for (int i = 0; i < seconds; i++) {
        clock_advance(&app.clock, 1000);
        app_tick(&app);
        assert_true(app_frame(&app, &err));
    }
}

static void print_and_listen(void)
{
    char id[MODEL_ID_MAX];
    remove(in_folder("log"));
    act(ACT_CHOOSE_LANGUAGE, "en");
    act(ACT_TOPIC, "health");
    snprintf(id, sizeof(id), "%s", app.model.view.topic_lists.services.at[0].id);
    act(ACT_SERVICE, id);
    act(ACT_PRINT, NULL);
    act(ACT_LISTEN, NULL);
    assert_int_equal(app.voice.job, VOICE_SCREEN);
    assert_int_equal(app.model.printing, PRINT_BUSY);
}

static void assert_quiet(void)
{
    assert_int_equal(app.voice.job, VOICE_SILENT);
    assert_int_equal(app.voice.lines.count, 0);
    assert_int_equal(app.model.printing, PRINT_NONE);
    assert_int_equal(printer_state(app.printing.printer), PRINTER_IDLE);
    await(ends_with_purge, NULL);
    printer_wait(app.printing.printer);
}

static void hide_stops_the_voice_and_takes_the_page_back(void **state)
{
    (void)state;
    print_and_listen();
    await(is_there, "page-1");
    act(ACT_HIDE, NULL);
    assert_int_equal(model_screen(&app.model), SCREEN_HIDDEN);
    assert_quiet();
    act(ACT_FINISH, NULL);
}

static void finish_stops_the_voice_and_takes_the_page_back(void **state)
{
    (void)state;
    print_and_listen();
    await(is_there, "page-2");
    act(ACT_FINISH, NULL);
    assert_quiet();
}

/* Who listens is there; what was read comes to its end first. */
static void who_goes_away_leaves_no_page_in_the_queue(void **state)
{
    (void)state;
    print_and_listen();
    await(is_there, "page-3");
    act(ACT_LISTEN, NULL);
    wait_seconds(300);
    assert_int_equal(model_screen(&app.model), SCREEN_LANGUAGES);
    assert_quiet();
}

static void start_printer(void)
{
    fclose(fopen(in_folder("hold"), "w"));
    printer = fork();
    if (printer == 0) {
        execlp("python3", "python3", TEST_SOURCE_DIR "/tests/support/ipp_printer.py", folder, (char *)NULL);
        _exit(127);
    }
    assert_true(printer > 0);
    await(is_there, "port");
}

static int set_up(void **state)
{
    (void)state;
    char server[64];
    struct err err = { 0 };
    if (!mkdtemp(folder))
        return -1;
    start_printer();
    snprintf(server, sizeof(server), "127.0.0.1:%s", read_text("port"));
    setenv("CUPS_SERVER", server, 1);
    options = options_default();
    options.pack = TEST_BUILD_DIR "/tests/packs/grenoble.pack";
    options.printer = "cups:desk";
    options.offscreen = true;
    options.script = "-"; /* a clock that is told the time */
    options.width = 1280;
    options.height = 720;
    bool open = app_open(&app, &options, ERR_NONE, &err) && app.model.kiosk;
    options.script = NULL; /* scripts wait for their pages */
    return open ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    static const char *const left[] = { "hold", "port", "log", "page-1", "page-2", "page-3" };
    app_close(&app);
    kill(printer, SIGTERM);
    waitpid(printer, NULL, 0);
    for (size_t i = 0; i < COUNT(left); i++)
        unlink(in_folder(left[i]));
    arena_destroy(&texts);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hide_stops_the_voice_and_takes_the_page_back),
        cmocka_unit_test(finish_stops_the_voice_and_takes_the_page_back),
        cmocka_unit_test(who_goes_away_leaves_no_page_in_the_queue),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
