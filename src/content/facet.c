#include "content/facet.h"

#include <assert.h>
#include <string.h>

static const char *const ids[] = {
    [FACET_OPEN_NOW] = "open-now",
    [FACET_NO_PAPERS] = "no-papers",
    [FACET_FREE] = "free",
    [FACET_MY_LANGUAGE] = "my-language",
    [FACET_WOMEN_ONLY] = "women-only",
    [FACET_STEP_FREE] = "step-free",
    [FACET_CHILDREN_WELCOME] = "children-welcome",
};
static_assert(COUNT(ids) == FACET_COUNT, "each facet needs an id");

const char *facet_id(enum facet facet)
{
    return ids[facet];
}

bool facet_from_id(enum facet *out, const char *id)
{
    for (size_t i = 0; id && i < COUNT(ids); i++) {
        if (strcmp(ids[i], id) == 0) {
            *out = (enum facet)i;
            return true;
        }
    }
    return false;
}
