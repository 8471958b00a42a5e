#include "tool/names.h"

#include <assert.h>

static const char *const states[] = {
    [HOURS_UNKNOWN] = "unknown",
    [HOURS_OPEN] = "open",
    [HOURS_CLOSED] = "closed",
    [HOURS_BY_APPOINTMENT] = "by-appointment",
};
static_assert(COUNT(states) == HOURS_BY_APPOINTMENT + 1, "each state needs a name");

const char *names_state(enum hours_kind kind)
{
    return states[kind];
}
