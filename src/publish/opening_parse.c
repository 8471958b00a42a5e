/* An opening_hours text as rules. Reading stops at the first thing that is not understood. */
#include "publish/opening_rule.h"

#include <string.h>
#include <strings.h>

char opening_peek(struct opening_reader *reader)
{
    while (reader->at < reader->end && *reader->at && strchr(" \t\r\n", *reader->at))
        reader->at++;
    return reader->at < reader->end ? *reader->at : '\0';
}

/* People write en dashes and minus signs for "-". */
static size_t dash_length(const struct opening_reader *reader)
{
    static const char *const dashes[] = { "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212" };
    struct str rest = { reader->at, (size_t)(reader->end - reader->at) };
    for (size_t i = 0; i < COUNT(dashes); i++) {
        if (str_starts(rest, str_of(dashes[i])))
            return strlen(dashes[i]);
    }
    return 0;
}

bool opening_take(struct opening_reader *reader, const char *mark)
{
    (void)opening_peek(reader);
    struct str rest = { reader->at, (size_t)(reader->end - reader->at) };
    size_t length = strcmp(mark, "-") == 0 ? dash_length(reader) : str_starts(rest, str_of(mark)) ? strlen(mark) : 0;
    reader->at += length;
    return length > 0;
}

static bool is_digit(const struct opening_reader *reader, const char *at)
{
    return at < reader->end && *at >= '0' && *at <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

struct str opening_word(struct opening_reader *reader)
{
    (void)opening_peek(reader);
    struct str word = { reader->at, 0 };
    while (word.at + word.len < reader->end && is_letter(word.at[word.len]))
        word.len++;
    return word;
}

bool opening_take_number(struct opening_reader *reader, int least, int most, int *out)
{
    (void)opening_peek(reader);
    const char *at = reader->at;
    int value = 0;
    while (at < reader->end && *at >= '0' && *at <= '9' && at - reader->at < 4)
        value = value * 10 + (*at++ - '0');
    bool goes_on = at < reader->end && (*at == ':' || (*at >= '0' && *at <= '9'));
    if (at == reader->at || goes_on || value < least || value > most)
        return false;
    reader->at = at;
    *out = value;
    return true;
}

void opening_doubt(struct opening_reader *reader, const char *why)
{
    if (!reader->doubt)
        reader->doubt = why;
}

static bool word_is(struct str word, const char *wanted)
{
    return word.len == strlen(wanted) && strncasecmp(word.at, wanted, word.len) == 0;
}

/* "Mo", "Mon" and "Monday" are the same. */
static bool find_weekday(struct str word, size_t *out)
{
    static const char *const names[7] = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
    };
    for (*out = 0; *out < 7 && word.len >= 2; ++*out) {
        if (word.len <= strlen(names[*out]) && strncasecmp(word.at, names[*out], word.len) == 0)
            return true;
    }
    return false;
}

/* What stands in "[…]": numbers and ranges of them, the last ones negative. */
static uint16_t read_ordinals(struct opening_reader *reader)
{
    unsigned bits = 0;
    do {
        bool from_end = opening_take(reader, "-");
        int first = 0;
        if (!opening_take_number(reader, 1, 5, &first)) {
            opening_doubt(reader, "a day in brackets has no number from 1 to 5");
            return 0;
        }
        int last = first;
        if (!from_end && opening_take(reader, "-") && !opening_take_number(reader, first, 5, &last))
            opening_doubt(reader, "a day in brackets has no number from 1 to 5");
        for (int n = first; n <= last; n++)
            bits |= 1u << (5 + (from_end ? -n : n));
    } while (opening_take(reader, ","));
    if (!opening_take(reader, "]"))
        opening_doubt(reader, "a bracket does not close");
    if (opening_peek(reader) == '+' || dash_length(reader) > 0)
        opening_doubt(reader, "it counts days from another day");
    return (uint16_t)bits;
}

static void read_weekday(struct opening_reader *reader, struct opening_rule *rule, size_t first)
{
    size_t last = first;
    uint16_t bits = 1u << 5;
    rule->has_weekdays = true;
    if (opening_take(reader, "[")) {
        rule->weekdays[first] |= read_ordinals(reader);
        return;
    }
    if (opening_take(reader, "-")) {
        struct str word = opening_word(reader);
        if (!find_weekday(word, &last))
            opening_doubt(reader, "a range of weekdays has no end");
        reader->at += word.len;
    }
    for (size_t day = first;; day = (day + 1) % 7) {
        rule->weekdays[day] |= bits;
        if (day == last || reader->doubt)
            return;
    }
}

/* Weekdays and holidays, parted by commas. */
static void read_weekdays(struct opening_reader *reader, struct opening_rule *rule)
{
    for (;;) {
        size_t day;
        struct str word = opening_word(reader);
        if (word_is(word, "SH")) {
            opening_doubt(reader, "it speaks of school holidays, and a pack does not know when they are");
            return;
        }
        bool holiday = word_is(word, "PH");
        if (!holiday && !find_weekday(word, &day)) {
            opening_doubt(reader, "after a comma stands no weekday");
            return;
        }
        reader->at += word.len;
        if (holiday && (opening_peek(reader) == '+' || dash_length(reader) > 0))
            opening_doubt(reader, "it counts days from a public holiday");
        if (holiday)
            rule->holidays = true;
        else
            read_weekday(reader, rule, day);
        const char *comma = reader->at;
        if (!opening_take(reader, ","))
            return;
        (void)opening_peek(reader);
        if (is_digit(reader, reader->at)) {
            reader->at = comma;
            return;
        }
    }
}

static bool starts_weekdays(struct opening_reader *reader)
{
    size_t day;
    struct str word = opening_word(reader);
    return word_is(word, "PH") || word_is(word, "SH") || find_weekday(word, &day);
}

/* "9:00" or "09:00"; hours up to 48 are those of the next day. */
static bool take_time(struct opening_reader *reader, int *out)
{
    (void)opening_peek(reader);
    const char *at = reader->at;
    int hour = 0;
    for (int i = 0; i < 2 && is_digit(reader, at); i++)
        hour = hour * 10 + (*at++ - '0');
    bool has_minute = at > reader->at && at < reader->end && *at == ':' && is_digit(reader, at + 1) &&
                      is_digit(reader, at + 2) && !is_digit(reader, at + 3);
    if (!has_minute)
        return false;
    int minute = (at[1] - '0') * 10 + at[2] - '0';
    if (minute > 59 || hour * 60 + minute > 2 * MINUTES_PER_DAY)
        return false;
    reader->at = at + 3;
    *out = hour * 60 + minute;
    return true;
}

static void read_span(struct opening_reader *reader, struct opening_rule *rule, int opens)
{
    int closes = 0;
    if (opening_take(reader, "+")) {
        opening_doubt(reader, "it does not say when it closes");
        return;
    }
    if (!opening_take(reader, "-") || !take_time(reader, &closes)) {
        opening_doubt(reader, "a time stands alone or is none of the clock");
        return;
    }
    if (opening_peek(reader) == '+')
        opening_doubt(reader, "it does not say when it closes");
    if (opening_peek(reader) == '/')
        opening_doubt(reader, "it repeats within the hours");
    if (closes <= opens)
        closes += MINUTES_PER_DAY;
    if (opens >= MINUTES_PER_DAY || closes > opens + MINUTES_PER_DAY)
        opening_doubt(reader, "a time is none of the clock");
    else if (rule->span_count == OPENING_SPANS_MAX)
        opening_doubt(reader, "a day has too many openings");
    else
        rule->spans[rule->span_count++] = (struct hours_span){ opens, closes };
}

/* A comma that no time follows begins another rule. */
static void read_times(struct opening_reader *reader, struct opening_rule *rule)
{
    int opens;
    if (opening_peek(reader) == '(')
        opening_doubt(reader, "it goes by the sun");
    while (!reader->doubt && take_time(reader, &opens)) {
        read_span(reader, rule, opens);
        const char *comma = reader->at;
        if (!opening_take(reader, ","))
            return;
        char next = opening_peek(reader);
        if (next < '0' || next > '9') {
            reader->at = comma;
            return;
        }
    }
}

static const struct state_word {
    const char *word;
    enum opening_state state;
} state_words[] = {
    { "off", OPENING_OFF }, { "closed", OPENING_OFF }, { "open", OPENING_OPEN }, { "unknown", OPENING_UNKNOWN }
};

/* What people write in comments for "by appointment", and nothing more than that. */
static const char *const appointments[] = { "by appointment",
                                            "by appointment only",
                                            "on appointment",
                                            "appointment only",
                                            "only by appointment",
                                            "sur rendez-vous",
                                            "sur rendez vous",
                                            "sur rdv",
                                            "uniquement sur rendez-vous",
                                            "uniquement sur rdv",
                                            "sur rendez-vous uniquement",
                                            "sur rdv uniquement",
                                            "nach vereinbarung",
                                            "cita previa",
                                            "con cita previa",
                                            "su appuntamento",
                                            "por marcação" };

static bool means_appointment(const char *comment)
{
    for (size_t i = 0; i < COUNT(appointments); i++) {
        if (strcasecmp(comment, appointments[i]) == 0)
            return true;
    }
    return false;
}

static void read_comment(struct opening_reader *reader, struct opening_rule *rule)
{
    if (!opening_take(reader, "\""))
        return;
    const char *close = memchr(reader->at, '"', (size_t)(reader->end - reader->at));
    if (!close) {
        opening_doubt(reader, "a quotation mark does not close");
        return;
    }
    rule->comment = arena_str(reader->arena, str_trim((struct str){ reader->at, (size_t)(close - reader->at) }));
    reader->at = close + 1;
}

#define QUOTED_MAX 24

static void doubt_rest(struct opening_reader *reader)
{
    struct str rest = { reader->at, (size_t)(reader->end - reader->at) };
    if (rest.len > QUOTED_MAX)
        rest.len = str_last_letter(rest.at, QUOTED_MAX);
    opening_doubt(reader, arena_printf(reader->arena, "“%.*s” is not understood", STR_FMT(rest)));
}

/* "open", "off", …; a comment with neither times nor such a word says when to ask, not when it is open. */
static void read_state(struct opening_reader *reader, struct opening_rule *rule, bool says_days)
{
    bool said = rule->span_count > 0;
    struct str word = opening_word(reader);
    for (size_t i = 0; i < COUNT(state_words); i++) {
        if (!word_is(word, state_words[i].word))
            continue;
        rule->state = state_words[i].state;
        reader->at += word.len;
        said = true;
    }
    read_comment(reader, rule);
    if (!said && rule->comment)
        rule->state = means_appointment(rule->comment) ? OPENING_APPOINTMENT : OPENING_UNKNOWN;
    else if (!said && (!says_days || !strchr(";,|", opening_peek(reader))))
        doubt_rest(reader);
    else if (!said && rule->state == OPENING_OPEN)
        opening_doubt(reader, "a rule has days and no times");
    if (rule->comment && rule->span_count > 0 && rule->state == OPENING_OPEN && means_appointment(rule->comment))
        rule->state = OPENING_APPOINTMENT;
}

static void read_rule(struct opening_reader *reader, struct opening_rule *rule)
{
    const char *start = reader->at;
    if (opening_take(reader, "24/7")) {
        rule->spans[rule->span_count++] = (struct hours_span){ 0, MINUTES_PER_DAY };
    } else {
        opening_read_dates(reader, rule);
        (void)opening_take(reader, ":");
        if (starts_weekdays(reader))
            read_weekdays(reader, rule);
        (void)opening_take(reader, ":");
        if (rule->holidays && starts_weekdays(reader))
            opening_doubt(reader, "it parts public holidays by weekdays");
        read_times(reader, rule);
    }
    bool says_days = reader->at > start;
    if (!reader->doubt)
        read_state(reader, rule, says_days);
}

/* What parts this rule from the next; false at the end of the text. */
static bool read_join(struct opening_reader *reader, enum opening_join *join)
{
    static const char *const marks[] = { [OPENING_REPLACES] = ";", [OPENING_ADDS] = ",", [OPENING_FALLBACK] = "||" };
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (opening_take(reader, marks[i])) {
            *join = (enum opening_join)i;
            while (opening_take(reader, ";"))
                ;
            return opening_peek(reader) != '\0';
        }
    }
    if (opening_peek(reader) != '\0')
        doubt_rest(reader);
    return false;
}

void opening_rules_read(struct opening_rules *out, struct arena *arena, struct str text)
{
    struct opening_reader reader = { arena, text.at, text.at + text.len, NULL };
    enum opening_join join = OPENING_REPLACES;
    bool more = opening_peek(&reader) != '\0';
    out->count = 0;
    while (more && !reader.doubt && out->count < OPENING_RULES_MAX) {
        struct opening_rule *rule = &out->at[out->count++];
        *rule = (struct opening_rule){ .join = join };
        read_rule(&reader, rule);
        more = !reader.doubt && read_join(&reader, &join);
    }
    if (more && out->count == OPENING_RULES_MAX)
        opening_doubt(&reader, "it has too many rules");
    out->doubt = reader.doubt;
}
