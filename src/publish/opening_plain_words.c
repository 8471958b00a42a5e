#include "publish/opening_plain_words.h"

#include <string.h>

#define WORKING_DAYS 0x1Fu
#define WEEKEND 0x60u
#define ALL_DAYS 0x7Fu

/* What is not ASCII, and what it stands for here. */
static const struct {
    const char *from, *to;
} letters[] = {
    { "é", "e" }, { "É", "e" }, { "è", "e" }, { "ê", "e" },      { "à", "a" },      { "À", "a" },
    { "û", "u" }, { "ô", "o" }, { "’", "'" }, { "–", "-" },      { "—", "-" },      { "‑", "-" },
    { "→", "-" }, { "•", ";" }, { "·", ";" }, { "\u00A0", " " }, { "\u202F", " " }, { "\u2009", " " },
};

static const char *replacement(struct str *rest)
{
    for (size_t i = 0; i < COUNT(letters); i++) {
        size_t length = strlen(letters[i].from);
        if (rest->len < length || memcmp(rest->at, letters[i].from, length) != 0)
            continue;
        rest->at += length;
        rest->len -= length;
        return letters[i].to;
    }
    return NULL;
}

const char *opening_plain_text(struct arena *arena, struct str text)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t length = 0;
    while (text.len > 0) {
        unsigned char c = (unsigned char)text.at[0];
        const char *to = c >= 0x80 ? replacement(&text) : NULL;
        if (c >= 0x80 && !to)
            return NULL;
        if (to) {
            out[length++] = to[0];
            continue;
        }
        out[length++] = (char)(c >= 'A' && c <= 'Z'     ? c - 'A' + 'a'
                               : c == '\n'              ? ';'
                               : c == '\t' || c == '\r' ? ' '
                                                        : c);
        text.at++;
        text.len--;
    }
    out[length] = '\0';
    return out;
}

#define DAY(n) PLAIN_DAYS, 1u << (n)

/* "WE" is Wednesday to some and the weekend to others, and stands not here. Longer ones first where one begins with
 * another. A word ends where no letter or digit follows. */
static const struct {
    const char *text;
    enum plain_kind kind;
    unsigned days;
    int minutes;
} words[] = {
    { "tous les jours feries", PLAIN_HOLIDAYS, 0, 0 },
    { "les jours feries", PLAIN_HOLIDAYS, 0, 0 },
    { "jours feries", PLAIN_HOLIDAYS, 0, 0 },
    { "public holidays", PLAIN_HOLIDAYS, 0, 0 },
    { "bank holidays", PLAIN_HOLIDAYS, 0, 0 },
    { "ph", PLAIN_HOLIDAYS, 0, 0 },
    { "tous les jours", PLAIN_DAYS, ALL_DAYS, 0 },
    { "7 jours sur 7", PLAIN_DAYS, ALL_DAYS, 0 },
    { "7 jours/7", PLAIN_DAYS, ALL_DAYS, 0 },
    { "7j sur 7", PLAIN_DAYS, ALL_DAYS, 0 },
    { "7j/7", PLAIN_DAYS, ALL_DAYS, 0 },
    { "7/7", PLAIN_DAYS, ALL_DAYS, 0 },
    { "every day", PLAIN_DAYS, ALL_DAYS, 0 },
    { "daily", PLAIN_DAYS, ALL_DAYS, 0 },
    { "en semaine", PLAIN_DAYS, WORKING_DAYS, 0 },
    { "weekdays", PLAIN_DAYS, WORKING_DAYS, 0 },
    { "week-end", PLAIN_DAYS, WEEKEND, 0 },
    { "weekend", PLAIN_DAYS, WEEKEND, 0 },
    { "weekends", PLAIN_DAYS, WEEKEND, 0 },
    { "24 heures sur 24", PLAIN_ALWAYS, 0, 0 },
    { "24h sur 24", PLAIN_ALWAYS, 0, 0 },
    { "24h/24", PLAIN_ALWAYS, 0, 0 },
    { "24 h/24", PLAIN_ALWAYS, 0, 0 },
    { "24/24", PLAIN_ALWAYS, 0, 0 },
    { "24 hours", PLAIN_ALWAYS, 0, 0 },
    { "lundi", DAY(0), 0 },
    { "lundis", DAY(0), 0 },
    { "lun", DAY(0), 0 },
    { "lu", DAY(0), 0 },
    { "monday", DAY(0), 0 },
    { "mondays", DAY(0), 0 },
    { "mon", DAY(0), 0 },
    { "mo", DAY(0), 0 },
    { "mardi", DAY(1), 0 },
    { "mardis", DAY(1), 0 },
    { "mar", DAY(1), 0 },
    { "tuesday", DAY(1), 0 },
    { "tuesdays", DAY(1), 0 },
    { "tues", DAY(1), 0 },
    { "tue", DAY(1), 0 },
    { "tu", DAY(1), 0 },
    { "mercredi", DAY(2), 0 },
    { "mercredis", DAY(2), 0 },
    { "mer", DAY(2), 0 },
    { "wednesday", DAY(2), 0 },
    { "wednesdays", DAY(2), 0 },
    { "wed", DAY(2), 0 },
    { "jeudi", DAY(3), 0 },
    { "jeudis", DAY(3), 0 },
    { "jeu", DAY(3), 0 },
    { "thursday", DAY(3), 0 },
    { "thursdays", DAY(3), 0 },
    { "thurs", DAY(3), 0 },
    { "thu", DAY(3), 0 },
    { "th", DAY(3), 0 },
    { "vendredi", DAY(4), 0 },
    { "vendredis", DAY(4), 0 },
    { "ven", DAY(4), 0 },
    { "friday", DAY(4), 0 },
    { "fridays", DAY(4), 0 },
    { "fri", DAY(4), 0 },
    { "fr", DAY(4), 0 },
    { "samedi", DAY(5), 0 },
    { "samedis", DAY(5), 0 },
    { "sam", DAY(5), 0 },
    { "saturday", DAY(5), 0 },
    { "saturdays", DAY(5), 0 },
    { "sat", DAY(5), 0 },
    { "sa", DAY(5), 0 },
    { "dimanche", DAY(6), 0 },
    { "dimanches", DAY(6), 0 },
    { "dim", DAY(6), 0 },
    { "sunday", DAY(6), 0 },
    { "sundays", DAY(6), 0 },
    { "sun", DAY(6), 0 },
    { "su", DAY(6), 0 },
    { "midi", PLAIN_TIME, 0, 12 * 60 },
    { "noon", PLAIN_TIME, 0, 12 * 60 },
    { "minuit", PLAIN_TIME, 0, 24 * 60 },
    { "midnight", PLAIN_TIME, 0, 24 * 60 },
    { "jusqu'a", PLAIN_TO, 0, 0 },
    { "jusqu'au", PLAIN_TO, 0, 0 },
    { "until", PLAIN_TO, 0, 0 },
    { "till", PLAIN_TO, 0, 0 },
    { "through", PLAIN_TO, 0, 0 },
    { "au", PLAIN_TO, 0, 0 },
    { "a", PLAIN_TO, 0, 0 },
    { "to", PLAIN_TO, 0, 0 },
    { "et", PLAIN_AND, 0, 0 },
    { "puis", PLAIN_AND, 0, 0 },
    { "and", PLAIN_AND, 0, 0 },
    { "ferme", PLAIN_OFF, 0, 0 },
    { "fermee", PLAIN_OFF, 0, 0 },
    { "fermeture", PLAIN_OFF, 0, 0 },
    { "closed", PLAIN_OFF, 0, 0 },
    { "off", PLAIN_OFF, 0, 0 },
    { "ouvert", PLAIN_FILLER, 0, 0 },
    { "ouverte", PLAIN_FILLER, 0, 0 },
    { "ouverture", PLAIN_FILLER, 0, 0 },
    { "horaires", PLAIN_FILLER, 0, 0 },
    { "open", PLAIN_FILLER, 0, 0 },
    { "hours", PLAIN_FILLER, 0, 0 },
    { "du", PLAIN_FILLER, 0, 0 },
    { "de", PLAIN_FILLER, 0, 0 },
    { "le", PLAIN_FILLER, 0, 0 },
    { "les", PLAIN_FILLER, 0, 0 },
    { "chaque", PLAIN_FILLER, 0, 0 },
    { "from", PLAIN_FILLER, 0, 0 },
    { "on", PLAIN_FILLER, 0, 0 },
    { "every", PLAIN_FILLER, 0, 0 },
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool starts(const char *text, const char *with)
{
    size_t length = strlen(with);
    return strncmp(text, with, length) == 0 && !is_letter(text[length]) && !is_digit(text[length]);
}

static bool read_word(struct plain_word *out, const char **text)
{
    for (size_t i = 0; i < COUNT(words); i++) {
        if (!starts(*text, words[i].text))
            continue;
        *text += strlen(words[i].text);
        *text += words[i].kind == PLAIN_DAYS && **text == '.'; /* "lun." */
        *out = (struct plain_word){ words[i].kind, words[i].days, words[i].minutes, false };
        return true;
    }
    return false;
}

static int read_number(const char **text)
{
    int value = 0;
    for (int digits = 0; is_digit(**text); (*text)++)
        value = digits++ < 3 ? value * 10 + (**text - '0') : 999;
    return value;
}

static void skip_spaces(const char **text)
{
    while (**text == ' ')
        (*text)++;
}

/* "30" of "9h30", "9 h 30", "9:30"; true also without. */
static bool read_minutes(int *out, const char **text)
{
    const char *at = *text;
    skip_spaces(&at);
    *out = 0;
    if (!is_digit(*at))
        return true;
    const char *from = at;
    int minutes = read_number(&at);
    if (at - from != 2 || minutes > 59)
        return false;
    *out = minutes;
    *text = at;
    return true;
}

/* Hours of a clock of twelve, behind which "am" or "pm" stands; false without these. */
static bool read_half_day(int *hour, const char **text)
{
    const char *at = *text;
    skip_spaces(&at);
    bool is_morning = starts(at, "am") || starts(at, "a.m.");
    if (!is_morning && !starts(at, "pm") && !starts(at, "p.m."))
        return false;
    *text = at + (at[1] == '.' ? 4 : 2);
    *hour = *hour > 12 ? 99 : *hour % 12 + (is_morning ? 0 : 12);
    return true;
}

static struct plain_word read_time(const char **text)
{
    const struct plain_word unknown = { .kind = PLAIN_UNKNOWN };
    int hour = read_number(text), minutes = 0;
    const char *at = *text;
    bool is_time = false;
    skip_spaces(&at);
    if (*at == 'h' || *at == ':') {
        bool is_colon = *at == ':';
        at += starts(at, "heures") ? 6 : 1;
        const char *before = at;
        if (!read_minutes(&minutes, &at) || (is_colon && at == before))
            return unknown;
        *text = at;
        is_time = true;
    }
    bool is_half_day = read_half_day(&hour, text);
    if (is_letter(**text) || hour > 24 || (hour == 24 && minutes > 0))
        return unknown;
    return (struct plain_word){ is_time || is_half_day ? PLAIN_TIME : PLAIN_NUMBER, 0, hour * 60 + minutes,
                                is_half_day };
}

static struct plain_word read_sign(const char **text)
{
    static const struct {
        char sign;
        enum plain_kind kind;
    } signs[] = { { '-', PLAIN_TO },   { ',', PLAIN_AND },     { '/', PLAIN_AND },
                  { '&', PLAIN_AND },  { '+', PLAIN_UNKNOWN }, { ';', PLAIN_STOP },
                  { '.', PLAIN_STOP }, { ':', PLAIN_FILLER },  { '\0', PLAIN_END } };
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (**text != signs[i].sign)
            continue;
        *text += signs[i].sign != '\0';
        return (struct plain_word){ .kind = signs[i].kind };
    }
    return (struct plain_word){ .kind = PLAIN_UNKNOWN };
}

struct plain_word opening_plain_next(const char **text)
{
    struct plain_word word;
    skip_spaces(text);
    if (read_word(&word, text))
        return word;
    return is_digit(**text) ? read_time(text) : read_sign(text);
}
