/* Numbers, times, dates, distances and lists as people of a language write them, but always with Latin
 * digits, the 24-hour clock and the Gregorian calendar: what is on the screen must match the bus, the door
 * and the phone. */
#ifndef MAISON_TEXT_FORMAT_H
#define MAISON_TEXT_FORMAT_H

#include "base/arena.h"
#include "base/clock.h"

/* All results are in the arena. Weekdays are ISO numbers, 1 is Monday. */

/* "09:00", "17:30" */
const char *format_time(struct arena *arena, const char *lang, int minutes_after_midnight);

/* As it stands alone: "Monday" */
const char *format_weekday(struct arena *arena, const char *lang, int weekday);

/* As a line begins: "Lundi", where it would be "lundi" in a sentence (CLDR, context transforms) */
const char *format_weekday_label(struct arena *arena, const char *lang, int weekday);

/* The same with the day: "Vendredi 25 décembre" */
const char *format_day_label(struct arena *arena, const char *lang, struct civil date);

/* "25 décembre" */
const char *format_day_of_month(struct arena *arena, const char *lang, struct civil date);

/* "3 November 2026" */
const char *format_date(struct arena *arena, const char *lang, struct civil date);

/* "Tuesday 14:05" */
const char *format_weekday_time(struct arena *arena, const char *lang, struct civil when);

/* Grouped, always with as many decimals: "1 200" */
const char *format_number(struct arena *arena, const char *lang, double value, int decimals);

/* "8,00 €"; a currency that is no ISO 4217 code is put behind the number as it is. */
const char *format_money(struct arena *arena, const char *lang, double amount, const char *currency);

/* Rounded as one says it: "80 m", "650 m" (by 50), "2.4 km"; unit words in the language. */
const char *format_distance(struct arena *arena, const char *lang, double metres);
/* "a, b and c" */
const char *format_list(struct arena *arena, const char *lang, const char *const *items, size_t count);

#endif
