/* A session without a message bus stays without one. */
#include "platform/startup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define ADDRESS "DBUS_SESSION_BUS_ADDRESS"

static char folder[] = "startup-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static int forget_session(void **state)
{
    (void)state;
    unsetenv(ADDRESS);
    unsetenv("XDG_RUNTIME_DIR");
    return 0;
}

static void none_is_started_where_there_is_none(void **state)
{
    (void)state;
    startup_no_bus();
    assert_string_equal(getenv(ADDRESS), "disabled:");
}

static void a_runtime_folder_alone_is_no_bus(void **state)
{
    (void)state;
    setenv("XDG_RUNTIME_DIR", folder, 1);
    startup_no_bus();
    assert_string_equal(getenv(ADDRESS), "disabled:");
}

static void the_bus_of_a_session_stays(void **state)
{
    (void)state;
    setenv(ADDRESS, "unix:path=/elsewhere", 1);
    startup_no_bus();
    assert_string_equal(getenv(ADDRESS), "unix:path=/elsewhere");
}

static void the_bus_in_the_runtime_folder_stays(void **state)
{
    (void)state;
    char path[64];
    snprintf(path, sizeof(path), "%s/bus", folder);
    FILE *bus = fopen(path, "w");
    assert_non_null(bus);
    fclose(bus);
    setenv("XDG_RUNTIME_DIR", folder, 1);
    startup_no_bus();
    assert_null(getenv(ADDRESS));
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(none_is_started_where_there_is_none, forget_session),
        cmocka_unit_test_setup(a_runtime_folder_alone_is_no_bus, forget_session),
        cmocka_unit_test_setup(the_bus_of_a_session_stays, forget_session),
        cmocka_unit_test_setup(the_bus_in_the_runtime_folder_stays, forget_session),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
