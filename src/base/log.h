/* Lines for staff on stderr. Only programs log; libraries fill a struct err. Nothing a visitor typed or chose is
 * ever logged. */
#ifndef MAISON_BASE_LOG_H
#define MAISON_BASE_LOG_H

#include "base/err.h"

/* The word before each line, "maison" until set; borrowed forever. */
void log_set_program(const char *name);

void log_line(const char *format, ...) PRINTF_LIKE(1, 2);

/* The error as err_text puts it. */
void log_err(const struct err *err);

/* Logs and ends the process with exit status 3; for running out of memory only. */
_Noreturn void log_fatal(const char *format, ...) PRINTF_LIKE(1, 2);

#endif
