/* The dates of closures.csv, which may come back every year: "2026-12-25"; "--07-14" for each 14 July (the form of XML
 * Schema's gMonthDay); "easter", "easter+1", "easter-2" for so many days from Easter Sunday. */
#ifndef MAISON_CONTENT_CLOSURE_H
#define MAISON_CONTENT_CLOSURE_H

#include "content/hours.h"

#include "base/arena.h"

struct closure_days {
    int64_t first; /* since 1970-01-01 */
    int64_t last;
};

/* False: the words are no such dates, or `end` is of another kind than `start`. An `end` that is empty or NULL is
 * `start`. */
MUST_USE bool closure_dates_are_valid(const char *start, const char *end);

/* Writes the times that the closure comes between two days (both included), at most `room`, and returns how many. Each
 * year's counts by itself. A yearly end before its start is in the next year; a 29 February comes in leap years only.
 */
size_t closure_between(struct closure_days *out, size_t room, const char *start, const char *end, int64_t from,
                       int64_t to);

/* A row of closures.csv. */
struct closure_row {
    const char *start;
    const char *end; /* may be NULL */
    bool general;
    bool opens;
    int opens_at; /* as of a schedule */
    int closes_at;
};

struct closure_list {
    struct closure *at;
    size_t count;
};

/* Adds the times that it comes about day `today`, as far as hours_at looks. */
void closure_row_add(struct closure_list *out, const struct closure_row *exception, int64_t today, struct arena *arena);

#endif
