/* Words of the command line for what content tells by number. They are stable: scripts compare them. */
#ifndef MAISON_TOOL_NAMES_H
#define MAISON_TOOL_NAMES_H

#include "content/hours.h"

const char *names_state(enum hours_kind kind);

#endif
