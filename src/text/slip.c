#include "text/slip.h"

#include <string.h>

int slip_allowed(size_t letters)
{
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

size_t slip_letters(struct str word)
{
    size_t count = 0;
    for (size_t i = 0; i < word.len; i++)
        count += ((unsigned char)word.at[i] & 0xC0) != 0x80;
    return count;
}

bool slip_init(struct slip *slip, struct str typed)
{
    size_t letters = slip_letters(typed);
    *slip = (struct slip){ .most = slip_allowed(letters), .hopeless = SIZE_MAX };
    if (slip->most == 0 || letters > SLIP_LETTERS_MAX)
        return false;
    const char *at = typed.at;
    while (at < typed.at + typed.len)
        slip->typed[slip->length++] = str_next_codepoint(&at, typed.at + typed.len);
    for (size_t i = 0; i <= slip->length; i++)
        slip->rows[0][i] = (uint8_t)i;
    slip->nearest[0] = (uint8_t)slip->length;
    return true;
}

static uint8_t least(uint8_t a, uint8_t b)
{
    return a < b ? a : b;
}

/* The row of one more letter of the word; returns the least number in it. */
static uint8_t add_letter(struct slip *slip, uint32_t letter)
{
    size_t n = ++slip->depth;
    const uint8_t *above = slip->rows[n - 1];
    uint8_t *row = slip->rows[n];
    uint8_t best = row[0] = (uint8_t)n;
    slip->word[n] = letter;
    for (size_t i = 1; i <= slip->length; i++) {
        bool same = slip->typed[i - 1] == letter;
        uint8_t cost = least((uint8_t)(above[i - 1] + !same), (uint8_t)(least(above[i], row[i - 1]) + 1));
        if (n > 1 && i > 1 && slip->typed[i - 2] == letter && slip->typed[i - 1] == slip->word[n - 1])
            cost = least(cost, (uint8_t)(slip->rows[n - 2][i - 2] + 1));
        row[i] = cost;
        best = least(best, cost);
    }
    slip->nearest[n] = least(slip->nearest[n - 1], row[slip->length]);
    return best;
}

/* A swap looks two letters back, so a row is hopeless only when the one before it can't help either. */
static bool is_hopeless(const struct slip *slip, uint8_t best)
{
    if (best <= slip->most || slip->nearest[slip->depth] <= slip->most)
        return false;
    const uint8_t *above = slip->rows[slip->depth - 1];
    for (size_t i = 0; i <= slip->length; i++) {
        if (above[i] < slip->most)
            return false;
    }
    return true;
}

bool slip_next(struct slip_distance *out, struct slip *slip, struct str word, size_t shared)
{
    if (shared >= slip->hopeless)
        return false;
    slip->hopeless = SIZE_MAX;
    while (slip->depth > 0 && slip->ends[slip->depth] > shared)
        slip->depth--;
    const char *at = word.at + slip->ends[slip->depth];
    const char *end = word.at + word.len;
    while (at < end && slip->depth < SLIP_LETTERS_MAX) {
        uint8_t best = add_letter(slip, str_next_codepoint(&at, end));
        slip->ends[slip->depth] = (size_t)(at - word.at);
        if (is_hopeless(slip, best)) {
            slip->hopeless = slip->ends[slip->depth];
            return false;
        }
    }
    out->whole = at < end ? slip->most + 1 : slip->rows[slip->depth][slip->length];
    out->start = slip->nearest[slip->depth];
    out->same_first = slip->depth > 0 && slip->word[1] == slip->typed[0];
    return out->whole <= slip->most || out->start <= slip->most;
}
