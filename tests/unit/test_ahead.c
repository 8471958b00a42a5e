/* What is opened while the window opens: in which order, and what becomes of it when there is none. */
#include "kiosk/ahead.h"

#include "kiosk/app.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <string.h>
#include <unistd.h>

static struct app app;

static bool note(const char *what)
{
    strcat(app.touched, what);
    return true;
}

static bool first(struct app *given, struct err *err)
{
    (void)err;
    assert_ptr_equal(given, &app);
    return note("first ");
}

static bool second(struct app *given, struct err *err)
{
    (void)err;
    assert_ptr_equal(given, &app);
    return note("second");
}

static bool fails(struct app *given, struct err *err)
{
    (void)given;
    return err_set(err, ERR_FONT, "no font");
}

static void start(struct ahead *ahead, struct ahead_work work)
{
    app.touched[0] = '\0';
    ahead_start(ahead, &app, work);
}

static void the_second_part_waits_for_the_window(void **state)
{
    (void)state;
    struct ahead ahead;
    struct err err = { 0 };
    start(&ahead, (struct ahead_work){ first, second });
    usleep(20000); /* time enough for it to run too early */
    note("window ");
    ahead_tell(&ahead, true);
    assert_true(ahead_join(&ahead, &err));
    assert_string_equal(app.touched, "first window second");
}

static void without_a_window_the_second_part_is_left_out(void **state)
{
    (void)state;
    struct ahead ahead;
    struct err err = { .code = ERR_DISPLAY, .detail = "no display" };
    start(&ahead, (struct ahead_work){ first, second });
    ahead_tell(&ahead, false);
    assert_false(ahead_join(&ahead, &err));
    assert_string_equal(app.touched, "first ");
    assert_string_equal(err.detail, "no display");
}

static void a_failure_of_either_part_is_told(void **state)
{
    (void)state;
    const struct ahead_work works[] = { { fails, second }, { first, fails } };
    for (size_t i = 0; i < COUNT(works); i++) {
        struct ahead ahead;
        struct err err = { 0 };
        start(&ahead, works[i]);
        ahead_tell(&ahead, true);
        assert_false(ahead_join(&ahead, &err));
        assert_int_equal(err.code, ERR_FONT);
        assert_null(strstr(app.touched, "second"));
    }
}

/* The display's own error says more than what else went wrong. */
static void without_a_window_its_error_stands(void **state)
{
    (void)state;
    struct ahead ahead;
    struct err err = { .code = ERR_DISPLAY, .detail = "no display" };
    start(&ahead, (struct ahead_work){ fails, second });
    ahead_tell(&ahead, false);
    assert_false(ahead_join(&ahead, &err));
    assert_int_equal(err.code, ERR_DISPLAY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_second_part_waits_for_the_window),
        cmocka_unit_test(without_a_window_the_second_part_is_left_out),
        cmocka_unit_test(a_failure_of_either_part_is_told),
        cmocka_unit_test(without_a_window_its_error_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
