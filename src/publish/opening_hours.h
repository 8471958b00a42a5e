/* Opening hours as OpenStreetMap writes them (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification),
 * which data.inclusion and many spreadsheets use, turned into rows of HSDS schedules and of closures.csv.
 *
 * Where a text is none of that, it is read as plain French or English (publish/opening_plain.h).
 *
 * Taken are weekdays ("Mo-Fr", "We[1]", "Th[-1]"), times (also past midnight), "24/7", "off", months, days of months,
 * weeks, years, Easter, public holidays and the words "by appointment". Anything else makes the hours not known: a row
 * without times that keeps the text, and a doubt that says why. */
#ifndef MAISON_PUBLISH_OPENING_HOURS_H
#define MAISON_PUBLISH_OPENING_HOURS_H

#include "base/arena.h"

/* A row of schedules.csv; each cell is "" when it is empty. */
struct opening_row {
    const char *freq;
    const char *interval;
    const char *byday;
    const char *dtstart;
    const char *until;
    const char *valid_to;
    const char *opens_at;
    const char *closes_at;
    const char *description;
    const char *notes; /* the text as it was, of hours that are not known */
};

/* Days on which it is closed whatever the rows say, as closures.csv writes them: "2026-08-01" or "--08-01". */
struct opening_closure {
    const char *start;
    const char *end; /* "" for one day */
};

/* What is said of public holidays, when a pack's general closures are not all there is to say: without hours of their
 * own, nothing or "PH off". */
struct opening_holidays {
    bool differ; /* from "closed like everything that is not open day and night" */
    struct {
        const char *opens_at;
        const char *closes_at;
    } spans[4];
    size_t count; /* 0 though they differ: closed, though else open day and night */
};

struct opening_hours {
    struct opening_row *rows;
    size_t count;
    struct opening_closure *closures;
    size_t closure_count;
    struct opening_holidays holidays;
    const char *doubt; /* why the hours are not known, in English, for the one who imports; NULL: they are */
};

/* Everything lives in `arena`. What comes back every year on other dates (weeks, Easter, hours of seasons) is spelled
 * out for `year` and the two that follow; after them the hours are not known. An empty text gives no rows and no doubt.
 */
void opening_hours_read(struct opening_hours *out, struct arena *arena, struct str text, int year);

#endif
