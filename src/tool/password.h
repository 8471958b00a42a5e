/* Passwords, from the terminal without showing them, or a line of standard input each when that is no terminal. */
#ifndef MAISON_TOOL_PASSWORD_H
#define MAISON_TOOL_PASSWORD_H

#include "publish/secret.h"

/* ERR_IO when nothing more can be read, ERR_USAGE when it is too long. Overwrite `out` after use. */
MUST_USE bool password_ask(const char *prompt, char out[static SECRET_PASSWORD_MAX], struct err *err);

#endif
