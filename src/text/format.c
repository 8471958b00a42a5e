/* Formatters are opened for each call: ICU keeps what is costly about them in its own caches (measured: 20 µs
 * a number, 25 µs a date, 100 µs for the first date of a language), and a screen asks for a few dozen. */
#include "text/format.h"

#include "text/icu.h"
#include "text/locale.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#define RESULT_MAX 256
#define SKELETON_MAX 96
#define DECIMALS_MAX 9

const char *format_time(struct arena *arena, const char *lang, int minutes_after_midnight)
{
    (void)lang; /* the clock on the wall has four digits in every language */
    return arena_printf(arena, "%02d:%02d", minutes_after_midnight / 60, minutes_after_midnight % 60);
}

static void date_format_closep(UDateFormat **format)
{
    udat_close(*format);
}

static UDate noon_of(struct civil date)
{
    return ((double)civil_days(date.year, date.month, date.day) + 0.5) * 86400000.0;
}

static UDateFormat *date_format(const char *lang, UErrorCode *status)
{
    char id[ICU_ID_MAX];
    icu_format_id(id, lang);
    return udat_open(UDAT_NONE, UDAT_LONG, id, u"UTC", -1, NULL, 0, status);
}

const char *format_weekday(struct arena *arena, const char *lang, int weekday)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar name[RESULT_MAX];
    CLEANUP(date_format_closep) UDateFormat *format = date_format(lang, &status);
    /* ICU counts from 1, Sunday. */
    int32_t length = udat_getSymbols(format, UDAT_STANDALONE_WEEKDAYS, weekday % 7 + 1, name, COUNT(name), &status);
    return icu_utf8(arena, name, U_SUCCESS(status) ? length : 0);
}

/* By an ICU pattern, with the capital letter that a line begins with where the language has one. */
static const char *as_label(struct arena *arena, const char *lang, const UChar *pattern, int32_t length,
                            struct civil date)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar text[RESULT_MAX];
    char id[ICU_ID_MAX];
    icu_format_id(id, lang);
    CLEANUP(date_format_closep)
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, id, u"UTC", -1, pattern, length, &status);
    udat_setContext(format, UDISPCTX_CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE, &status);
    int32_t written = udat_format(format, noon_of(date), text, COUNT(text), NULL, &status);
    return icu_utf8(arena, text, U_SUCCESS(status) ? written : 0);
}

const char *format_weekday_label(struct arena *arena, const char *lang, int weekday)
{
    return as_label(arena, lang, u"cccc", -1, civil_from_days(civil_days(2024, 1, weekday))); /* it began on a Monday */
}

static const char *by_date_skeleton(struct arena *arena, const char *lang, const UChar *skeleton, struct civil date)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[SKELETON_MAX];
    char id[ICU_ID_MAX];
    icu_format_id(id, lang);
    UDateTimePatternGenerator *generator = udatpg_open(id, &status);
    int32_t length = udatpg_getBestPattern(generator, skeleton, -1, pattern, COUNT(pattern), &status);
    udatpg_close(generator);
    return as_label(arena, lang, pattern, U_SUCCESS(status) ? length : 0, date);
}

const char *format_day_label(struct arena *arena, const char *lang, struct civil date)
{
    return by_date_skeleton(arena, lang, u"EEEEdMMMM", date);
}

const char *format_day_of_month(struct arena *arena, const char *lang, struct civil date)
{
    return by_date_skeleton(arena, lang, u"dMMMM", date);
}

const char *format_date(struct arena *arena, const char *lang, struct civil date)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar text[RESULT_MAX];
    CLEANUP(date_format_closep) UDateFormat *format = date_format(lang, &status);
    int32_t length = udat_format(format, noon_of(date), text, COUNT(text), NULL, &status);
    return icu_utf8(arena, text, U_SUCCESS(status) ? length : 0);
}

const char *format_weekday_time(struct arena *arena, const char *lang, struct civil when)
{
    const char *day = format_weekday_label(arena, lang, when.weekday);
    return arena_printf(arena, "%s %s", day, format_time(arena, lang, when.hour * 60 + when.minute));
}

/* Formats by a number skeleton (ICU user guide, "Number Skeletons"), which is ASCII. */
static const char *by_skeleton(struct arena *arena, const char *lang, const char *skeleton, double value)
{
    UErrorCode status = U_ZERO_ERROR;
    char id[ICU_ID_MAX];
    UChar wide[SKELETON_MAX];
    UChar text[RESULT_MAX];

    icu_format_id(id, lang);
    u_strFromUTF8(wide, COUNT(wide), NULL, skeleton, -1, &status);
    UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(wide, -1, id, &status);
    UFormattedNumber *result = unumf_openResult(&status);
    unumf_formatDouble(formatter, value, result, &status);
    int32_t length = unumf_resultToString(result, text, COUNT(text), &status);
    unumf_closeResult(result);
    unumf_close(formatter);
    return icu_utf8(arena, text, U_SUCCESS(status) ? length : 0);
}

const char *format_number(struct arena *arena, const char *lang, double value, int decimals)
{
    int wanted = decimals < 0 ? 0 : decimals > DECIMALS_MAX ? DECIMALS_MAX : decimals;
    char skeleton[SKELETON_MAX];
    if (wanted == 0)
        return by_skeleton(arena, lang, "precision-integer", value);
    snprintf(skeleton, sizeof(skeleton), ".%.*s", wanted, "000000000");
    return by_skeleton(arena, lang, skeleton, value);
}

const char *format_money(struct arena *arena, const char *lang, double amount, const char *currency)
{
    char skeleton[SKELETON_MAX];
    bool is_code = strlen(currency) == 3 && strspn(currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
    if (!is_code)
        return arena_printf(arena, "%s %s", format_number(arena, lang, amount, 2), currency);
    snprintf(skeleton, sizeof(skeleton), "currency/%s unit-width-narrow", currency);
    return by_skeleton(arena, lang, skeleton, amount);
}

static bool has_latin_letters(const char *text)
{
    return strpbrk(text, "abcdefghijklmnopqrstuvwxyz") != NULL;
}

/* The short name of the unit; where that is a Latin letter in another script ("500 m" in Persian), its whole name. */
static const char *by_unit(struct arena *arena, const char *lang, const char *unit, const char *precision, double value)
{
    static const char *const widths[] = { "short", "full-name" };
    const char *text = "";
    char script[5], skeleton[SKELETON_MAX];
    locale_script(lang, script);
    for (size_t i = 0; i < COUNT(widths); i++) {
        snprintf(skeleton, sizeof(skeleton), "unit/%s unit-width-%s %s", unit, widths[i], precision);
        text = by_skeleton(arena, lang, skeleton, value);
        if (strcmp(script, "Latn") == 0 || !has_latin_letters(text))
            break;
    }
    return text;
}

const char *format_distance(struct arena *arena, const char *lang, double metres)
{
    double step = metres < 100 ? 10 : 50;
    double rounded = fmax(round(metres / step) * step, 10); /* nobody is told "0 m" */
    if (rounded < 1000)
        return by_unit(arena, lang, "meter", "precision-integer", rounded);
    return by_unit(arena, lang, "kilometer", metres < 9950 ? ".#" : "precision-integer", metres / 1000);
}

const char *format_list(struct arena *arena, const char *lang, const char *const *items, size_t count)
{
    UErrorCode status = U_ZERO_ERROR;
    char id[ICU_ID_MAX];
    const UChar **wide = ARENA_ARRAY(arena, const UChar *, count);
    int32_t *lengths = ARENA_ARRAY(arena, int32_t, count);
    int32_t total = 0;

    for (size_t i = 0; i < count; i++) {
        /* Each item keeps its own direction (UAX #9, 3.1.2), or foreign names would turn the whole list round. */
        const char *item = count > 1 ? arena_printf(arena, "\u2068%s\u2069", items[i]) : items[i];
        wide[i] = icu_wide(arena, item, &lengths[i]);
        total += lengths[i] + 32; /* room for the words between */
    }
    icu_format_id(id, lang);
    UChar *text = ARENA_ARRAY(arena, UChar, (size_t)total + 1);
    UListFormatter *formatter = ulistfmt_open(id, &status);
    int32_t length = ulistfmt_format(formatter, wide, lengths, (int32_t)count, text, total + 1, &status);
    ulistfmt_close(formatter);
    return icu_utf8(arena, text, U_SUCCESS(status) ? length : 0);
}
