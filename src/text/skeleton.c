#include "text/skeleton.h"

#include <string.h>

bool skeleton_is_latin(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] < 'a' || word.at[i] > 'z')
            return false;
    }
    return word.len > 0;
}

/* The longest first. A "c" stands for what is written sh or ch: it is no other sound. */
static const struct {
    const char *written;
    const char *sound;
} sounds[] = {
    { "shch", "c" }, { "tch", "c" }, { "sch", "c" }, { "ch", "c" }, { "sh", "c" }, { "zh", "z" },
    { "kh", "h" },   { "gh", "g" },  { "th", "t" },  { "dh", "d" }, { "ph", "f" }, { "dj", "j" },
    { "ck", "k" },   { "c", "k" },   { "q", "k" },   { "x", "ks" },
};

static bool is_vowel(char c)
{
    return strchr("aeiouywv", c) != NULL;
}

/* Of the first letter, which always stays: any vowel is an "a", and v is w. */
static char beginning(char c)
{
    if (strchr("aeiou", c))
        return 'a';
    return c == 'v' ? 'w' : c;
}

static size_t put_sound(char *out, size_t length, struct str *rest)
{
    for (size_t i = 0; i < COUNT(sounds); i++) {
        struct str written = str_of(sounds[i].written);
        if (!str_starts(*rest, written))
            continue;
        *rest = (struct str){ rest->at + written.len, rest->len - written.len };
        for (const char *c = sounds[i].sound; *c; c++) {
            if (length == 0 || out[length - 1] != *c)
                out[length++] = *c;
        }
        return length;
    }
    char c = rest->at[0];
    *rest = (struct str){ rest->at + 1, rest->len - 1 };
    if (length == 0)
        out[length++] = beginning(c);
    else if (!is_vowel(c) && out[length - 1] != c)
        out[length++] = c;
    return length;
}

const char *skeleton_of(struct str word, struct arena *arena)
{
    char *out = arena_alloc(arena, word.len * 2 + 1);
    size_t length = 0;
    for (struct str rest = word; rest.len > 0;)
        length = put_sound(out, length, &rest);
    if (length > 2 && out[length - 1] == 'h')
        length--;
    out[length] = '\0';
    return length > 1 ? out : "";
}
