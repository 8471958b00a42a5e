#include "publish/import_cells.h"

#include "base/clock.h"

#include <string.h>
#include <strings.h>

bool cell_is_url(struct str text)
{
    bool web = str_starts(text, STR("https://")) || str_starts(text, STR("http://"));
    size_t from = str_starts(text, STR("https://")) ? 8 : 7;
    return web && text.len > from + 2 && !memchr(text.at, ' ', text.len) &&
           memchr(text.at + from, '.', text.len - from);
}

bool cell_is_email(struct str text)
{
    struct str domain;
    struct str local = str_cut(text, '@', &domain);
    return local.len > 0 && domain.len > 3 && !memchr(domain.at, '@', domain.len) &&
           memchr(domain.at, '.', domain.len) && !memchr(text.at, ' ', text.len) && !memchr(text.at, ',', text.len) &&
           !memchr(text.at, ';', text.len);
}

bool cell_is_phone(struct str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!strchr("0123456789 +.-()/", text.at[i]))
            return false;
        digits += text.at[i] >= '0' && text.at[i] <= '9';
    }
    return digits >= 2 && digits <= 15;
}

bool cell_is_number(struct str text)
{
    double ignored;
    return str_to_double(text, &ignored);
}

/* Offices that write two words before the "@". */
static const char *const offices[] = { "accueil", "aide",        "asso",      "association", "bureau", "ccas",
                                       "centre",  "contact",     "direction", "espace",      "info",   "infos",
                                       "mairie",  "maison",      "mission",   "office",      "point",  "pole",
                                       "relais",  "secretariat", "service",   "social" };

static bool is_office(struct str word)
{
    for (size_t i = 0; i < COUNT(offices); i++) {
        if (word.len == strlen(offices[i]) && strncasecmp(word.at, offices[i], word.len) == 0)
            return true;
    }
    return false;
}

static bool is_name(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        bool letter = (word.at[i] >= 'a' && word.at[i] <= 'z') || (word.at[i] >= 'A' && word.at[i] <= 'Z');
        if (!letter && word.at[i] != '-')
            return false;
    }
    return word.len > 0 && !is_office(word);
}

bool cell_is_personal_email(struct str text)
{
    struct str domain, last;
    struct str local = str_cut(text, '@', &domain);
    struct str first = str_cut(local, '.', &last);
    return last.len > 1 && is_name(first) && is_name(last);
}

bool cell_date(struct str *out, struct str text)
{
    struct civil date;
    struct str day = { text.at, text.len < 10 ? text.len : 10 };
    bool ends = text.len <= 10 || text.at[10] == 'T' || text.at[10] == ' ';
    if (!ends || !civil_parse_date(&date, day))
        return false;
    *out = day;
    return true;
}

static bool is_mark(char byte)
{
    return byte && strchr(" ,;|{}[]\"'\t\r\n", byte);
}

bool cell_next_word(struct str *rest, struct str *word)
{
    while (rest->len > 0 && is_mark(*rest->at))
        *rest = (struct str){ rest->at + 1, rest->len - 1 };
    size_t length = 0;
    while (length < rest->len && !is_mark(rest->at[length]))
        length++;
    *word = (struct str){ rest->at, length };
    *rest = (struct str){ rest->at + length, rest->len - length };
    return word->len > 0;
}
