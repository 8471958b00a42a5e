/* The recognisers of what is said otherwise than it is written. They look at text without bidi controls, its spaces
 * made plain. Internal to spoken. */
#ifndef MAISON_TEXT_SPOKEN_PARTS_H
#define MAISON_TEXT_SPOKEN_PARTS_H

#include "text/spoken.h"

/* What begins at the start of `rest`: how many bytes of it, 0 when it is nothing of the kind, and what is said for them
 * (in the arena). */
struct spoken_match {
    size_t length;
    const char *say;
};

struct spoken_context {
    struct arena *arena;
    const char *lang;
    struct spoken_shorts shorts;
    bool is_alone; /* the text is nothing but a number */
};

/* "09:00–12:30", then "09:00" */
struct spoken_match spoken_match_hours(const struct spoken_context *context, struct str rest);
struct spoken_match spoken_match_time(const struct spoken_context *context, struct str rest);

/* "2026-11-24", as a date in words */
struct spoken_match spoken_match_date(const struct spoken_context *context, struct str rest);

/* "0476420000", "+33 4 76 42 00 00": by pairs. Eight digits and more that begin with 0 or +, or fewer that stand alone.
 */
struct spoken_match spoken_match_phone(const struct spoken_context *context, struct str rest);

/* A whole word that the pack says in its own way. */
struct spoken_match spoken_match_short(const struct spoken_context *context, struct str rest);

#endif
