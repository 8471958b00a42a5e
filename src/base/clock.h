/* Time, passed in: the real clock or a virtual one that a script moves. Also plain calendar arithmetic in the
 * proleptic Gregorian calendar; time zones are text/zone's. */
#ifndef MAISON_BASE_CLOCK_H
#define MAISON_BASE_CLOCK_H

#include "base/str.h"

/* Milliseconds. `wall` counts from 1970-01-01T00:00:00Z and may jump; `steady` never goes back and says nothing
 * about the date. */
struct clock {
    bool is_virtual;
    int64_t wall_base;  /* virtual: the wall time at steady 0 */
    int64_t steady_now; /* virtual only */
};

struct clock clock_real(void);

/* A real clock whose wall time starts at `wall_ms` now and runs on. */
struct clock clock_real_at(int64_t wall_ms);

/* A clock that moves only by clock_advance. */
struct clock clock_virtual(int64_t wall_ms);
void clock_advance(struct clock *clock, int64_t milliseconds);

int64_t clock_wall_ms(const struct clock *clock);
int64_t clock_steady_ms(const struct clock *clock);

/* Real nanoseconds since some moment, for measuring; a virtual clock has no say in it. */
int64_t clock_stopwatch_ns(void);

/* How the wall clock is put forward or back about a moment, in wall-clock minutes since 1970-01-01T00:00. All zero:
 * no change is in sight. */
struct clock_shift {
    int64_t repeats_until; /* the clock was put back, and until here shows what it has shown before; 0: it was not */
    int64_t at;            /* when it has come to this minute, it is next put forward or back … */
    int minutes;           /* … by so many; 0: not within the weeks ahead */
};

/* Wall-clock date and time in some zone. */
struct civil {
    int year;
    int month;   /* 1–12 */
    int day;     /* 1–31 */
    int hour;    /* 0–23 */
    int minute;  /* 0–59 */
    int second;  /* 0–59 */
    int weekday; /* ISO 8601: 1 is Monday, 7 is Sunday */
    struct clock_shift shift;
};

/* Days since 1970-01-01 (negative before). */
int64_t civil_days(int year, int month, int day);
struct civil civil_from_days(int64_t days);

bool civil_date_is_valid(int year, int month, int day);

/* Easter Sunday of the western churches, as days since 1970-01-01: the anonymous Gregorian computus (Meeus, Jones,
 * Butcher; J. Meeus, Astronomical Algorithms, chapter 8). */
int64_t civil_easter(int year);

/* Reads "YYYY-MM-DD", ignoring a trailing "Z"; sets the date and weekday, the time to 0. */
MUST_USE bool civil_parse_date(struct civil *out, struct str text);

/* Reads an RFC 3339 date-time ("2026-11-24T14:05:00+01:00", seconds optional) into Unix milliseconds. */
MUST_USE bool clock_parse_rfc3339(int64_t *out, struct str text);

#endif
