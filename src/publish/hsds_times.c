/* Weekdays and clock times in words. */
#include "publish/hsds_tidy.h"

#include "publish/schedule.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* A day by its name, by its first two letters or more ("tues"), or by its number from 1, which is Monday. */
static bool day_of(size_t *out, struct str word)
{
    if (word.len == 1 && word.at[0] >= '1' && word.at[0] <= '7') {
        *out = (size_t)(word.at[0] - '1');
        return true;
    }
    for (size_t i = 0; i < COUNT(days); i++) {
        bool plural = word.len == strlen(days[i]) + 1 && (word.at[word.len - 1] == 's' || word.at[word.len - 1] == 'S');
        size_t length = plural ? word.len - 1 : word.len;
        if (length >= 2 && length <= strlen(days[i]) && strncasecmp(word.at, days[i], length) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

static bool is_word(struct str word, const char *wanted)
{
    return word.len == strlen(wanted) && strncasecmp(word.at, wanted, word.len) == 0;
}

/* The next word of letters or digits, or a dash; what else parts words is passed over. */
static struct str next_word(struct str *rest)
{
    while (rest->len > 0 && strchr(" ,;&/.|+\t\n", rest->at[0]))
        *rest = (struct str){ rest->at + 1, rest->len - 1 };
    size_t length = 0;
    if (str_starts(*rest, STR("\xE2\x80\x93")) || str_starts(*rest, STR("\xE2\x80\x94")))
        length = 3; /* en and em dash */
    else if (rest->len > 0 && rest->at[0] == '-')
        length = 1;
    while (length < rest->len && isalnum((unsigned char)rest->at[length]) &&
           (length == 0 || isalnum((unsigned char)rest->at[0])))
        length++;
    struct str word = { rest->at, length > 0 ? length : rest->len };
    *rest = (struct str){ rest->at + word.len, rest->len - word.len };
    return word;
}

static bool is_span(struct str word)
{
    return is_word(word, "-") || is_word(word, "to") || is_word(word, "through") || is_word(word, "thru") ||
           is_word(word, "\xE2\x80\x93") || is_word(word, "\xE2\x80\x94");
}

static unsigned between(size_t first, size_t last)
{
    unsigned set = 1u << last;
    for (size_t day = first; day != last; day = (day + 1) % COUNT(days))
        set |= 1u << day;
    return set;
}

static bool add_word(unsigned *set, struct str word, size_t *last, bool *spans)
{
    size_t day;
    if (is_span(word)) {
        bool starts = *last < COUNT(days) && !*spans;
        *spans = true;
        return starts;
    }
    if (is_word(word, "and"))
        return *last < COUNT(days) && !*spans;
    if (is_word(word, "weekdays") || is_word(word, "weekday"))
        *set |= between(0, 4);
    else if (is_word(word, "weekends") || is_word(word, "weekend"))
        *set |= between(5, 6);
    else if (is_word(word, "daily") || is_word(word, "everyday"))
        *set |= between(0, 6);
    else if (!day_of(&day, word))
        return false;
    else {
        *set |= *spans ? between(*last, day) : 1u << day;
        *last = day;
        *spans = false;
        return true;
    }
    return !*spans;
}

bool hsds_weekdays(char out[static 24], struct str words)
{
    struct str rest = str_trim(words);
    unsigned set = 0;
    size_t last = COUNT(days);
    bool spans = false;
    while (rest.len > 0) {
        struct str word = next_word(&rest);
        if (word.len > 0 && !add_word(&set, word, &last, &spans))
            return false;
    }
    out[0] = '\0';
    for (size_t i = 0; i < COUNT(days); i++) {
        if (set & (1u << i))
            sprintf(out + strlen(out), "%s%s", out[0] ? "," : "", codes[i]);
    }
    return set != 0 && !spans;
}

static bool all_digits(const char *text)
{
    return text[0] && strspn(text, "0123456789") == strlen(text);
}

/* Takes "am", "a.m." and so on from the end; 0, 'a' or 'p'. */
static char take_half(char *text)
{
    size_t length = strlen(text);
    char half = 0;
    if (length > 0 && text[length - 1] == 'm')
        text[--length] = '\0';
    else
        return 0;
    if (length > 0 && (text[length - 1] == 'a' || text[length - 1] == 'p'))
        half = text[--length];
    text[length] = '\0';
    return half;
}

bool hsds_clock_time(char out[static 8], struct str words)
{
    char text[24];
    size_t length = 0;
    unsigned hour, minute = 0;
    words = str_trim(words);
    if (words.len == 0 || words.len >= sizeof(text))
        return false;
    for (size_t i = 0; i < words.len; i++) {
        char c = (char)tolower((unsigned char)words.at[i]);
        bool dot_of_half = c == '.' && i > 0 && isalpha((unsigned char)words.at[i - 1]);
        if (c != ' ' && !dot_of_half)
            text[length++] = c == 'h' || c == '.' ? ':' : c;
    }
    text[length] = '\0';
    if (strcmp(text, "noon") == 0 || strcmp(text, "midday") == 0)
        return sprintf(out, "12:00") > 0;
    if (strcmp(text, "midnig:t") == 0)
        return sprintf(out, "00:00") > 0;
    char half = take_half(text);
    length = strlen(text);
    if (length > 0 && text[length - 1] == ':')
        text[--length] = '\0'; /* "9h" */
    bool four = all_digits(text) && (length == 3 || length == 4) && !half;
    if (all_digits(text) && length <= 2 && (half || words.at[words.len - 1] == 'h' || words.at[words.len - 1] == 'H'))
        hour = (unsigned)(text[0] - '0') * (length == 2 ? 10 : 1) + (length == 2 ? (unsigned)(text[1] - '0') : 0);
    else if (four)
        sscanf(text, length == 4 ? "%2u%2u" : "%1u%2u", &hour, &minute);
    else if (sscanf(text, "%2u:%2u", &hour, &minute) != 2 || strspn(text, "0123456789:") != length || length > 5)
        return false;
    if (minute > 59 || hour > 24 || (half && (hour < 1 || hour > 12)))
        return false;
    if (half)
        hour = hour % 12 + (half == 'p' ? 12 : 0);
    snprintf(out, 8, "%02u:%02u", hour % 24, minute);
    return true;
}
