/* Runs another program and waits for it; no shell reads its arguments. */
#ifndef MAISON_PUBLISH_RUN_H
#define MAISON_PUBLISH_RUN_H

#include "base/err.h"
#include "base/str.h"

/* `argv` ends with NULL; argv[0] is looked up in PATH. Messages come in English and UTF-8. False if it could not be
 * started or did not end with status 0. */
MUST_USE bool run_program(const char *const *argv, struct err *err);

#endif
