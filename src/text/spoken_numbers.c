#include "text/spoken_parts.h"

#include "base/clock.h"
#include "text/format.h"
#include "text/icu.h"
#include "text/message.h"

#include <stdio.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

static const struct spoken_match nothing = { 0, NULL };

static bool is_digit(struct str text, size_t at)
{
    return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

static size_t digits(struct str text, size_t at)
{
    size_t count = 0;
    while (is_digit(text, at + count))
        count++;
    return count;
}

static int number_at(struct str text, size_t at, size_t length)
{
    int number = 0;
    for (size_t i = 0; i < length; i++)
        number = number * 10 + (text.at[at + i] - '0');
    return number;
}

/* Hours are counted in a gender or an order of their own: "vingt et une", "التاسعة". The rest count as they do. */
static const struct {
    const char *lang;
    const UChar *rules; /* of ICU's number spelling */
} hour_rules[] = {
    { "ar", u"%spellout-ordinal-feminine" },  { "es", u"%spellout-cardinal-feminine" },
    { "fr", u"%spellout-cardinal-feminine" }, { "pt", u"%spellout-cardinal-feminine" },
    { "uk", u"%spellout-cardinal-feminine" },
};

static const UChar *rules_of(const char *lang)
{
    for (size_t i = 0; i < COUNT(hour_rules); i++) {
        size_t length = strlen(hour_rules[i].lang);
        if (strncmp(hour_rules[i].lang, lang, length) == 0 && (lang[length] == '\0' || lang[length] == '-'))
            return hour_rules[i].rules;
    }
    return NULL;
}

#define WORDS_MAX 128

/* ICU spells in English what it has no words for. */
static bool speaks(const UNumberFormat *format, const char *lang)
{
    UErrorCode status = U_ZERO_ERROR;
    const char *actual = unum_getLocaleByType(format, ULOC_ACTUAL_LOCALE, &status);
    size_t length = strcspn(lang, "-_");
    return U_SUCCESS(status) && actual && strncmp(actual, lang, length) == 0 && strcspn(actual, "-_") == length;
}

/* "nine"; in digits where ICU does not know the language's words. */
static const char *in_words(struct arena *arena, const char *lang, int number, const UChar *rules)
{
    UErrorCode status = U_ZERO_ERROR;
    char id[ICU_ID_MAX];
    UChar words[WORDS_MAX];
    icu_format_id(id, lang);
    UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, id, NULL, &status);
    bool knows = format && speaks(format, lang);
    if (rules && knows) {
        UErrorCode ignored = U_ZERO_ERROR; /* without these rules, the usual ones */
        unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, rules, -1, &ignored);
    }
    int32_t length = knows ? unum_format(format, number, words, COUNT(words), NULL, &status) : 0;
    unum_close(format);
    if (U_FAILURE(status) || length <= 0 || length >= (int32_t)COUNT(words))
        return arena_printf(arena, "%d", number);
    return icu_utf8(arena, words, length);
}

/* Said without bidi marks. */
static const char *fill(struct arena *arena, const char *pattern, const char *first, const char *a, const char *second,
                        const char *b)
{
    return message_format(arena, pattern, false, (const struct message_arg[]){ { first, a }, { second, b } }, 2);
}

static const char *time_words(const struct spoken_context *context, int hour, int minute)
{
    const char *lang = context->lang;
    unsigned long count = (unsigned long)hour;
    const char *hours = in_words(context->arena, lang, hour, rules_of(lang));
    const char *minutes = in_words(context->arena, lang, minute, NULL);
    /* Translators: a time, said aloud. {hour} and {minute} are numbers in words; the first form is for one o'clock.
     * Words such as "at" or "the hour" stand before it already. */
    const char *pattern = message_plural(lang, "{hour} o'clock", "{hour} o'clock", count);
    if (minute > 0 && minute < 10)
        /* Translators: as before, with less than ten minutes: "nine oh five". */
        pattern = message_plural(lang, "{hour} oh {minute}", "{hour} oh {minute}", count);
    else if (minute > 0)
        /* Translators: as before, with minutes: "nine thirty". */
        pattern = message_plural(lang, "{hour} {minute}", "{hour} {minute}", count);
    return fill(context->arena, pattern, "hour", hours, "minute", minutes);
}

/* Where a time of the day ends; 0 when there is none. */
static size_t time_end(struct str rest, int *hour, int *minute)
{
    size_t length = digits(rest, 0);
    if (length < 1 || length > 2 || length >= rest.len || rest.at[length] != ':' || digits(rest, length + 1) != 2)
        return 0;
    *hour = number_at(rest, 0, length);
    *minute = number_at(rest, length + 1, 2);
    size_t end = length + 3;
    bool goes_on = end < rest.len && rest.at[end] == ':';
    return goes_on || *hour > 24 || *minute > 59 ? 0 : end;
}

struct spoken_match spoken_match_time(const struct spoken_context *context, struct str rest)
{
    int hour, minute;
    size_t end = time_end(rest, &hour, &minute);
    return end > 0 ? (struct spoken_match){ end, time_words(context, hour, minute) } : nothing;
}

#define EN_DASH "\u2013"

struct spoken_match spoken_match_hours(const struct spoken_context *context, struct str rest)
{
    int hour, minute, end_hour, end_minute;
    size_t end = time_end(rest, &hour, &minute);
    struct str after = { rest.at + end, rest.len - end };
    if (end == 0 || !str_starts(after, STR(EN_DASH)))
        return nothing;
    struct str second = { after.at + strlen(EN_DASH), after.len - strlen(EN_DASH) };
    size_t second_end = time_end(second, &end_hour, &end_minute);
    if (second_end == 0)
        return nothing;
    const char *from = time_words(context, hour, minute), *to = time_words(context, end_hour, end_minute);
    /* Translators: opening hours, said aloud: "from nine o'clock to twelve thirty". */
    const char *pattern = message_get(context->lang, N_("from {from} to {to}"));
    return (struct spoken_match){ end + strlen(EN_DASH) + second_end,
                                  fill(context->arena, pattern, "from", from, "to", to) };
}

struct spoken_match spoken_match_date(const struct spoken_context *context, struct str rest)
{
    struct civil date;
    if (rest.len < 10 || is_digit(rest, 10) || !civil_parse_date(&date, (struct str){ rest.at, 10 }))
        return nothing;
    return (struct spoken_match){ 10, format_date(context->arena, context->lang, date) };
}

#define PHONE_DIGITS_LEAST 8
#define PHONE_DIGITS_MOST 15 /* E.164 */

/* One mark between two groups of digits. */
static bool is_separator(struct str rest, size_t at)
{
    return at < rest.len && strchr(" .-/", rest.at[at]) && is_digit(rest, at + 1);
}

/* Pairs, a single digit before them where their number is odd. */
static const char *by_pairs(struct arena *arena, const char *digits_only, size_t count)
{
    char out[2 * PHONE_DIGITS_MOST + 1];
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        bool begins = i > 0 && (count - i) % 2 == 0;
        if (begins)
            out[length++] = ' ';
        out[length++] = digits_only[i];
    }
    return arena_str(arena, (struct str){ out, length });
}

/* The digits from `at` on, without what parts them; how many bytes they take. */
static size_t take_digits(struct str rest, size_t at, char out[static PHONE_DIGITS_MOST + 1], size_t *count)
{
    *count = 0;
    for (;;) {
        if (is_digit(rest, at)) {
            if (*count == PHONE_DIGITS_MOST)
                return 0;
            out[(*count)++] = rest.at[at++];
        } else if (is_separator(rest, at)) {
            at++;
        } else {
            return at;
        }
    }
}

/* A number with its country: that first, then the rest. */
static struct spoken_match abroad(const struct spoken_context *context, struct str rest)
{
    char national[PHONE_DIGITS_MOST + 1];
    size_t country = digits(rest, 1), count;
    if (country == 0 || country > 3 || !is_separator(rest, 1 + country))
        country = country > 2 ? 2 : country; /* written without a gap: nearly all of Europe has two */
    if (country == 0)
        return nothing;
    size_t start = 1 + country + (is_separator(rest, 1 + country) ? 1 : 0);
    size_t end = take_digits(rest, start, national, &count);
    if (end == 0 || count + country < PHONE_DIGITS_LEAST)
        return nothing;
    const char *pairs = by_pairs(context->arena, national, count);
    return (struct spoken_match){ end, arena_printf(context->arena, "+%.*s, %s", (int)country, rest.at + 1, pairs) };
}

struct spoken_match spoken_match_phone(const struct spoken_context *context, struct str rest)
{
    char all[PHONE_DIGITS_MOST + 1];
    size_t count;
    if (rest.len > 0 && rest.at[0] == '+')
        return abroad(context, rest);
    if (!is_digit(rest, 0))
        return nothing;
    size_t end = take_digits(rest, 0, all, &count);
    bool is_long = count >= PHONE_DIGITS_LEAST && all[0] == '0';
    bool is_short = context->is_alone && count > 3 && count < 7 && end == rest.len;
    if (end == 0 || (!is_long && !is_short))
        return nothing;
    return (struct spoken_match){ end, by_pairs(context->arena, all, count) };
}
