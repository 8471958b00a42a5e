#include "publish/compare.h"

#include <string.h>

typedef bool next_fn(const char **at, struct str *out);

static bool next_placeholder(const char **at, struct str *out)
{
    for (const char *open = strchr(*at, '{'); open; open = strchr(open + 1, '{')) {
        size_t length = strspn(open + 1, "abcdefghijklmnopqrstuvwxyz_");
        if (length > 0 && open[1 + length] == '}') {
            *out = (struct str){ open, length + 2 };
            *at = open + length + 2;
            return true;
        }
    }
    return false;
}

static bool next_number(const char **at, struct str *out)
{
    static const char digits[] = "0123456789";
    for (const char *c = *at + strcspn(*at, digits); *c; c += strcspn(c, digits)) {
        size_t length = strspn(c, digits);
        if (length >= 2) {
            *out = (struct str){ c, length };
            *at = c + length;
            return true;
        }
        c += length;
    }
    return false;
}

static size_t count_in(const char *text, struct str wanted, next_fn *next)
{
    struct str found;
    size_t count = 0;
    while (next(&text, &found))
        count += str_eq(found, wanted) ? 1 : 0;
    return count;
}

/* The first that `from` has more often than `in`. */
static struct str first_missing(const char *from, const char *in, next_fn *next)
{
    const char *at = from;
    struct str found;
    while (next(&at, &found)) {
        if (count_in(in, found, next) < count_in(from, found, next))
            return found;
    }
    return (struct str){ 0 };
}

struct str compare_placeholders(const char *source, const char *translation)
{
    struct str missing = first_missing(source, translation, next_placeholder);
    return missing.len > 0 ? missing : first_missing(translation, source, next_placeholder);
}

struct str compare_numbers(const char *source, const char *translation)
{
    return first_missing(source, translation, next_number);
}
