#include "base/str.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct str str_of(const char *text)
{
    return (struct str){ text, text ? strlen(text) : 0 };
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool str_eq_c(struct str a, const char *b)
{
    return str_eq(a, str_of(b));
}

bool str_starts(struct str text, struct str prefix)
{
    return text.len >= prefix.len && str_eq((struct str){ text.at, prefix.len }, prefix);
}

bool str_ends(struct str text, struct str suffix)
{
    return text.len >= suffix.len && str_eq((struct str){ text.at + (text.len - suffix.len), suffix.len }, suffix);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str text)
{
    while (text.len > 0 && is_space(text.at[0])) {
        text.at++;
        text.len--;
    }
    while (text.len > 0 && is_space(text.at[text.len - 1]))
        text.len--;
    return text;
}

struct str str_cut(struct str text, char separator, struct str *rest)
{
    const char *found = text.len > 0 ? memchr(text.at, separator, text.len) : NULL;
    if (!found) {
        *rest = (struct str){ text.at ? text.at + text.len : NULL, 0 };
        return text;
    }
    size_t len = (size_t)(found - text.at);
    *rest = (struct str){ found + 1, text.len - len - 1 };
    return (struct str){ text.at, len };
}

bool str_contains(struct str text, struct str needle)
{
    return needle.len == 0 || (text.len > 0 && memmem(text.at, text.len, needle.at, needle.len) != NULL);
}

/* strtoll and strtod need a terminator; no number that we read is longer than this. */
#define NUMBER_MAX 63

static bool copy_number(struct str text, char out[NUMBER_MAX + 1])
{
    if (text.len == 0 || text.len > NUMBER_MAX || is_space(text.at[0]))
        return false;
    memcpy(out, text.at, text.len);
    out[text.len] = '\0';
    return strlen(out) == text.len;
}

bool str_to_int64(struct str text, int64_t *out)
{
    char copy[NUMBER_MAX + 1];
    char *end = NULL;

    if (!copy_number(text, copy))
        return false;
    errno = 0;
    long long value = strtoll(copy, &end, 10);
    if (errno != 0 || *end != '\0')
        return false;
    *out = value;
    return true;
}

bool str_to_double(struct str text, double *out)
{
    char copy[NUMBER_MAX + 1];
    char *end = NULL;

    if (!copy_number(text, copy) || strspn(copy, "+-.0123456789eE") != text.len)
        return false; /* strtod would also take "nan" and hexadecimal */
    errno = 0;
    double value = strtod(copy, &end);
    if (errno != 0 || *end != '\0' || !isfinite(value))
        return false;
    *out = value;
    return true;
}

uint64_t str_hash(const void *bytes, size_t len, uint64_t seed)
{
    const unsigned char *at = bytes;
    uint64_t hash = seed;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ at[i]) * 0x100000001b3u;
    return hash;
}

/* The sequence's length by its first byte, 0 for a byte that can't start one. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

static bool codepoint_is_allowed(uint32_t codepoint, size_t length)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    bool surrogate = codepoint >= 0xD800 && codepoint <= 0xDFFF;
    return codepoint >= least[length] && codepoint <= 0x10FFFF && !surrogate;
}

/* Returns the length of the well-formed sequence at `at`, or 0. */
static size_t decode(const char *at, const char *end, uint32_t *codepoint)
{
    unsigned char lead = (unsigned char)*at;
    size_t length = sequence_length(lead);
    if (length == 0 || (size_t)(end - at) < length)
        return 0;
    uint32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        unsigned char next = (unsigned char)at[i];
        if ((next & 0xC0) != 0x80)
            return 0;
        value = (value << 6) | (next & 0x3Fu);
    }
    if (!codepoint_is_allowed(value, length))
        return 0;
    *codepoint = value;
    return length;
}

uint32_t str_next_codepoint(const char **at, const char *end)
{
    uint32_t codepoint = 0xFFFD;
    size_t length = decode(*at, end, &codepoint);
    *at += length > 0 ? length : 1;
    return codepoint;
}

size_t str_last_letter(const char *text, size_t len)
{
    size_t at = len;
    while (at > 0) {
        at--;
        if (((unsigned char)text[at] & 0xC0) != 0x80)
            break;
    }
    return at;
}

bool str_is_utf8(struct str text)
{
    const char *at = text.at;
    const char *end = text.at + text.len;
    uint32_t codepoint;
    while (at < end) {
        size_t length = decode(at, end, &codepoint);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}
