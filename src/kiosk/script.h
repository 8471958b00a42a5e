/* The UI script runner: drives the real program line by line, offscreen, on a virtual clock. docs/cli.md has the
 * commands. */
#ifndef MAISON_KIOSK_SCRIPT_H
#define MAISON_KIOSK_SCRIPT_H

#include "kiosk/app.h"

/* How a run ended, as exit status: every line done, an expectation that failed, a line that is no command, something
 * that could not be done (a file). */
enum script_result { SCRIPT_DONE = 0, SCRIPT_FAILED = 1, SCRIPT_USAGE = 2, SCRIPT_COULD_NOT = 3 };

/* Runs the file (or "-", stdin). What went wrong, with its line, goes to *err. */
enum script_result script_run(struct app *app, const char *path, struct err *err);

#endif
