#include "support/foreign.h"

#include "base/file.h"
#include "base/list.h"

#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* The languages of Latin script, each with its dictionary (UTF-8); what none of them knows is taken for a name. */
static const struct dictionary {
    const char *lang, *file;
} dictionaries[] = { { "fr", "fr_FR" }, { "en", "en_GB" }, { "es", "es_ES" } };

struct phrases {
    const char **at;
    size_t count;
};

struct foreign {
    struct arena arena;
    struct phrases allowed;
    bool sorted;
    Hunhandle *words[COUNT(dictionaries)];
};

static void give_up(const char *what, const char *why)
{
    fprintf(stderr, "foreign: %s: %s\n", what, why);
    abort();
}

struct foreign *foreign_open(void)
{
    struct foreign *foreign = calloc(1, sizeof(*foreign));
    for (size_t i = 0; foreign && i < COUNT(dictionaries); i++) {
        const char *base = arena_printf(&foreign->arena, "/usr/share/hunspell/%s", dictionaries[i].file);
        const char *affixes = arena_printf(&foreign->arena, "%s.aff", base);
        if (!file_exists(affixes))
            give_up(affixes, "is missing");
        foreign->words[i] = Hunspell_create(affixes, arena_printf(&foreign->arena, "%s.dic", base));
        if (strcmp(Hunspell_get_dic_encoding(foreign->words[i]), "UTF-8") != 0)
            give_up(affixes, "is not UTF-8");
    }
    return foreign;
}

void foreign_close(struct foreign *foreign)
{
    for (size_t i = 0; i < COUNT(dictionaries); i++)
        Hunspell_destroy(foreign->words[i]);
    arena_destroy(&foreign->arena);
    free(foreign);
}

/* Apostrophes and spaces of all kinds are made one: catalogues differ in them, readers don't care. */
static char *plain(struct arena *arena, struct str text)
{
    char *out = arena_alloc(arena, text.len + 1), *to = out;
    const char *at = text.at, *end = text.at + text.len;
    while (at < end) {
        const char *from = at;
        uint32_t letter = str_next_codepoint(&at, end);
        if (letter == 0x2019 || letter == 0x02BC)
            *to++ = '\'';
        else if (u_isUWhiteSpace((UChar32)letter))
            *to++ = ' ';
        else
            for (; from < at; from++)
                *to++ = *from;
    }
    return out;
}

void foreign_allow(struct foreign *foreign, const char *phrase)
{
    struct str words = str_trim(str_of(plain(&foreign->arena, str_of(phrase))));
    while (words.len > 0 && strchr(".?! ", words.at[words.len - 1])) /* may be set otherwise around it */
        words.len--;
    if (words.len > 0)
        *LIST_ADD(&foreign->arena, foreign->allowed) = arena_str(&foreign->arena, words);
    foreign->sorted = false;
}

void foreign_allow_file(struct foreign *foreign, const char *path)
{
    struct err err = { 0 };
    struct str rest;
    if (!file_read(&rest, &foreign->arena, path, 1 << 20, &err))
        give_up(path, err.detail);
    while (rest.len > 0) {
        struct str line = str_cut(rest, '\n', &rest);
        foreign_allow(foreign, arena_str(&foreign->arena, str_cut(line, '#', &(struct str){ 0 })));
    }
}

static int longest_first(const void *a, const void *b)
{
    const char *const *first = a, *const *second = b;
    size_t one = strlen(*first), other = strlen(*second);
    return one == other ? strcmp(*first, *second) : one > other ? -1 : 1;
}

static bool is_latin(const char *at, const char *end)
{
    UErrorCode status = U_ZERO_ERROR;
    return at < end && uscript_getScript((UChar32)str_next_codepoint(&at, end), &status) == USCRIPT_LATIN;
}

/* A name ends where its letters do: "CAF" is not allowed to hide in "CAFE". */
static bool stands_alone(const char *text, const char *at, size_t len)
{
    const char *before = at;
    while (before > text && ((unsigned char)*--before & 0xC0) == 0x80)
        ;
    return (at == text || !is_latin(before, at)) && !is_latin(at + len, at + len + strlen(at + len));
}

/* Blanks out what is allowed. */
static void leave_out_allowed(struct foreign *foreign, char *text)
{
    if (!foreign->sorted)
        qsort(foreign->allowed.at, foreign->allowed.count, sizeof(foreign->allowed.at[0]), longest_first);
    foreign->sorted = true;
    for (size_t i = 0; i < foreign->allowed.count; i++) {
        const char *phrase = foreign->allowed.at[i];
        size_t len = strlen(phrase);
        for (char *at = strstr(text, phrase); at; at = strstr(at + 1, phrase)) {
            if (stands_alone(text, at, len))
                memset(at, ' ', len);
        }
    }
}

/* Runs of what an address is written with, that hold "@" or a point between letters. */
static void leave_out_addresses(char *text)
{
    static const char written[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._@/:-";
    for (char *at = text; *at;) {
        size_t len = strspn(at, written);
        bool address = memchr(at, '@', len) != NULL;
        for (size_t i = 1; i + 1 < len; i++)
            address = address || (at[i] == '.' && u_isalnum(at[i - 1]) && u_isalpha(at[i + 1]));
        if (address)
            memset(at, ' ', len);
        at += len > 0 ? len : 1;
    }
}

static bool knows(Hunhandle *dictionary, const char *word)
{
    const char *rest = strchr(word, '\''); /* an elided article: l'adresse */
    return Hunspell_spell(dictionary, word) || (rest && rest[1] && Hunspell_spell(dictionary, rest + 1));
}

/* Capitals all through: a short form such as CPAM, or l'AME. */
static bool is_short_form(const char *word)
{
    const char *at = strchr(word, '\'') ? strchr(word, '\'') + 1 : word;
    for (const char *end = at + strlen(at); at < end;) {
        if (!u_isupper((UChar32)str_next_codepoint(&at, end)))
            return false;
    }
    return true;
}

/* Of two or more letters where each Latin word is foreign; shorter ones than three are in all dictionaries. */
static bool is_foreign(struct foreign *foreign, const char *word, const char *lang)
{
    bool has_dictionary = false;
    bool of_another = false;
    if (is_short_form(word))
        return false;
    for (size_t i = 0; i < COUNT(dictionaries); i++) {
        bool own = strcmp(dictionaries[i].lang, lang) == 0;
        if (own && knows(foreign->words[i], word))
            return false;
        has_dictionary = has_dictionary || own;
        of_another = of_another || (!own && knows(foreign->words[i], word));
    }
    return strlen(word) > 1 && (!has_dictionary || (of_another && strlen(word) > 2));
}

/* The parts of a word with hyphens are looked at one by one when the whole is not known. */
static const char *foreign_part(struct foreign *foreign, const char *word, const char *lang, struct arena *arena)
{
    struct str rest = str_of(word);
    for (size_t i = 0; i < COUNT(dictionaries); i++) {
        if (strcmp(dictionaries[i].lang, lang) == 0 && knows(foreign->words[i], word))
            return NULL;
    }
    while (rest.len > 0) {
        const char *part = arena_str(arena, str_cut(rest, '-', &rest));
        if (is_foreign(foreign, part, lang))
            return part;
    }
    return NULL;
}

/* Cuts off the next run of Latin letters, with the apostrophes and hyphens in it; empty at the end. What follows a
 * digit
 * ("1er", "1st") belongs to the number. */
static struct str next_word(struct str *text)
{
    const char *end = text->at + text->len;
    while (text->len > 0) {
        const char *from = text->at;
        bool numbered = false;
        while (from < end && !is_latin(from, end)) {
            numbered = *from >= '0' && *from <= '9';
            str_next_codepoint(&from, end);
        }
        const char *to = from;
        while (to < end && (is_latin(to, end) || ((*to == '\'' || *to == '-') && is_latin(to + 1, end))))
            str_next_codepoint(&to, end);
        *text = (struct str){ to, (size_t)(end - to) };
        if (!numbered)
            return (struct str){ from, (size_t)(to - from) };
    }
    return (struct str){ 0 };
}

const char *foreign_word(struct foreign *foreign, const char *text, const char *lang, struct arena *arena)
{
    char *left = plain(arena, str_of(text));
    leave_out_allowed(foreign, left);
    leave_out_addresses(left);
    struct str rest = str_of(left);
    for (struct str word = next_word(&rest); word.len > 0; word = next_word(&rest)) {
        const char *found = foreign_part(foreign, arena_str(arena, word), lang, arena);
        if (found)
            return found;
    }
    return NULL;
}
