#include "publish/dialling.h"

#include <string.h>

/* E.164: a country code and what follows have no more than 15 digits together; no country has fewer than 7. */
#define DIGITS_MIN 7
#define DIGITS_MAX 15

/* Numbers as they are dialled inside the country, after the trunk prefix (the ITU's list of national numbering plans,
 * https://www.itu.int/oth/T0202.aspx?parent=T0202). Countries whose numbers have many lengths have no row. */
static const struct plan {
    const char *country;
    const char *code;      /* behind + or 00 */
    const char *trunk;     /* before numbers of usual length */
    size_t least, most;    /* digits of these, without the trunk prefix */
    const char *short_are; /* how long short numbers may be: "3", "4" … */
} plans[] = {
    { "BE", "32", "0", 8, 9, "3456" },  { "CA", "1", "", 10, 10, "3" },     { "CH", "41", "0", 9, 9, "3456" },
    { "DK", "45", "", 8, 8, "3456" },   { "ES", "34", "", 9, 9, "3456" },   { "FR", "33", "0", 9, 9, "2346" },
    { "GB", "44", "0", 9, 10, "3456" }, { "NO", "47", "", 8, 8, "3456" },   { "PL", "48", "", 9, 9, "3456" },
    { "PT", "351", "", 9, 9, "3456" },  { "UA", "380", "0", 9, 9, "3456" }, { "US", "1", "", 10, 10, "3" },
};

static const struct plan *plan_of(const char *country)
{
    for (size_t i = 0; i < COUNT(plans); i++) {
        if (strcmp(plans[i].country, country) == 0)
            return &plans[i];
    }
    return NULL;
}

static bool is_of_length(size_t digits, const struct plan *plan)
{
    return digits >= plan->least && digits <= plan->most;
}

/* `digits` follow the + or 00. A trunk prefix is left away there, though many write it in brackets. */
static bool is_international(struct str digits, const struct plan *plan)
{
    if (digits.len < DIGITS_MIN || digits.len > DIGITS_MAX || digits.at[0] == '0')
        return false;
    if (!plan || !str_starts(digits, str_of(plan->code)))
        return true;
    size_t code = strlen(plan->code);
    struct str rest = { digits.at + code, digits.len - code };
    if (plan->trunk[0] && str_starts(rest, str_of(plan->trunk)))
        rest = (struct str){ rest.at + 1, rest.len - 1 };
    return is_of_length(rest.len, plan);
}

static bool is_national(struct str digits, const struct plan *plan)
{
    if (!plan)
        return digits.len >= 2 && digits.len <= DIGITS_MAX;
    if (plan->trunk[0] && str_starts(digits, str_of(plan->trunk)))
        return is_of_length(digits.len - 1, plan);
    if (!plan->trunk[0] && is_of_length(digits.len, plan))
        return true;
    return digits.len < 10 && strchr(plan->short_are, '0' + (char)digits.len) != NULL;
}

/* The digits of the next number in the text; false when there is none left. A number ends where a letter or another
 * plus sign begins. */
static bool next_number(const char **at, char *digits, size_t room, bool *plus)
{
    size_t count = 0;
    while (**at && !(**at >= '0' && **at <= '9') && **at != '+')
        ++*at;
    *plus = **at == '+';
    if (*plus)
        ++*at;
    for (; **at && strchr("0123456789 .-/()\t\xC2\xA0\xE2\x80\xAF\x91", **at); ++*at) {
        if (**at >= '0' && **at <= '9' && count < room)
            digits[count++] = **at;
    }
    digits[count] = '\0';
    return count > 0 || **at;
}

bool dialling_is_possible(const char *text, const char *country)
{
    const struct plan *plan = plan_of(country);
    char digits[64];
    bool plus;
    while (next_number(&text, digits, sizeof(digits) - 1, &plus)) {
        struct str number = str_of(digits);
        bool abroad = plus || (str_starts(number, STR("00")) && number.len > 2);
        if (abroad && !plus)
            number = (struct str){ number.at + 2, number.len - 2 };
        if (abroad ? is_international(number, plan) : is_national(number, plan))
            return true;
    }
    return false;
}
