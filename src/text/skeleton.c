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

struct skeleton {
    char *at;
    size_t length;
    bool after_vowel; /* the same consonant again is another one then */
};

static void put_consonant(struct skeleton *out, char c)
{
    if (out->length == 0 || out->after_vowel || out->at[out->length - 1] != c)
        out->at[out->length++] = c;
    out->after_vowel = false;
}

static void put_letter(struct skeleton *out, char c)
{
    if (out->length == 0)
        out->at[out->length++] = beginning(c);
    else if (is_vowel(c))
        out->after_vowel = true;
    else
        put_consonant(out, c);
}

/* Returns how many letters were read. */
static size_t put_sound(struct skeleton *out, struct str rest)
{
    for (size_t i = 0; i < COUNT(sounds); i++) {
        struct str written = str_of(sounds[i].written);
        if (!str_starts(rest, written))
            continue;
        for (const char *c = sounds[i].sound; *c; c++)
            put_consonant(out, *c);
        return written.len;
    }
    put_letter(out, rest.at[0]);
    return 1;
}

const char *skeleton_of(struct str word, struct arena *arena)
{
    struct skeleton out = { .at = arena_alloc(arena, word.len * 2 + 1) };
    for (size_t i = 0; i < word.len;)
        i += put_sound(&out, (struct str){ word.at + i, word.len - i });
    if (out.length > 2 && out.at[out.length - 1] == 'h')
        out.length--;
    out.at[out.length] = '\0';
    return out.length > 1 ? out.at : "";
}
