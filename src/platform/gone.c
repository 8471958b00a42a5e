#include "platform/gone.h"

#include "base/log.h"

#include <stdlib.h>
#include <unistd.h>

#define EXIT_XLIB 1
#define EXIT_BROKEN 3

/* Exit handlers can't be taken back, and this one must know whether it is still wanted: the one place where
 * the state has to be the process's own. */
static bool watching;

static void on_exit_of_process(int status, void *unused)
{
    (void)unused;
    if (!watching || status != EXIT_XLIB)
        return;
    log_line("the display went away; start the kiosk again when it is back");
    _exit(EXIT_BROKEN);
}

void gone_watch(bool window_is_open)
{
    static bool registered;
    if (window_is_open && !registered)
        registered = on_exit(on_exit_of_process, NULL) == 0;
    watching = window_is_open;
}
