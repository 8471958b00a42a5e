/* The questions by which a list of services can be narrowed, and their three answers. */
#ifndef MAISON_CONTENT_FACET_H
#define MAISON_CONTENT_FACET_H

#include "base/def.h"

/* The numbers of facets and answers stand in the pack (content/brief.h). */
enum facet {
    FACET_OPEN_NOW,
    FACET_NO_PAPERS,
    FACET_FREE,
    FACET_MY_LANGUAGE,
    FACET_WOMEN_ONLY,
    FACET_STEP_FREE,
    FACET_CHILDREN_WELCOME,
    FACET_COUNT
};

/* "Not known" is never shown, counted or sorted as "no". */
enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES };

/* The stable id, as in scripts and links ("open-now"). */
const char *facet_id(enum facet facet);
MUST_USE bool facet_from_id(enum facet *out, const char *id);

#endif
