#include "text/charset.h"

#include <unicode/ucnv.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const struct charset_row {
    const char *name;
    const char *icu;
} charsets[] = {
    [CHARSET_UTF_8] = { "UTF-8", "UTF-8" },
    [CHARSET_UTF_16LE] = { "UTF-16", "UTF-16LE" },
    [CHARSET_UTF_16BE] = { "UTF-16", "UTF-16BE" },
    [CHARSET_WINDOWS_1252] = { "Windows-1252", "windows-1252" },
};
static_assert(COUNT(charsets) == CHARSET_COUNT, "each encoding needs a row");

const char *charset_name(enum charset charset)
{
    return charsets[charset].name;
}

#define ZEROS_WITHIN ((uint64_t)64 << 10)

static void look_at_beginning(struct charset_guess *guess, struct str bytes)
{
    for (size_t i = 0; i < bytes.len && guess->length + i < ZEROS_WITHIN; i++) {
        uint64_t place = guess->length + i;
        if (place < sizeof(guess->first))
            guess->first[place] = (unsigned char)bytes.at[i];
        guess->zeros[place % 2] += bytes.at[i] == '\0' ? 1 : 0;
    }
}

/* What may follow a first byte: RFC 3629, 4. */
static void begin_letter(struct charset_guess *guess, unsigned char lead)
{
    guess->low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    guess->high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        guess->need = 1;
    else if (lead >= 0xE0 && lead <= 0xEF)
        guess->need = 2;
    else if (lead >= 0xF0 && lead <= 0xF4)
        guess->need = 3;
    else
        guess->broken++;
}

static void look_at_byte(struct charset_guess *guess, unsigned char byte)
{
    if (guess->need > 0 && byte >= guess->low && byte <= guess->high) {
        guess->low = 0x80;
        guess->high = 0xBF;
        guess->need--;
        guess->letters += guess->need == 0 ? 1 : 0;
        return;
    }
    guess->broken += guess->need > 0 ? 1 : 0;
    guess->need = 0;
    if (byte >= 0x80)
        begin_letter(guess, byte);
}

static bool are_ascii(const char *at)
{
    uint64_t eight;
    memcpy(&eight, at, sizeof(eight));
    return (eight & 0x8080808080808080u) == 0;
}

void charset_guess_feed(struct charset_guess *guess, struct str bytes)
{
    look_at_beginning(guess, bytes);
    for (size_t i = 0; i < bytes.len;) {
        if (guess->need == 0 && bytes.len - i >= sizeof(uint64_t) && are_ascii(bytes.at + i)) {
            i += sizeof(uint64_t);
            continue;
        }
        look_at_byte(guess, (unsigned char)bytes.at[i]);
        i++;
    }
    guess->length += bytes.len;
}

/* A few broken bytes among many whole letters are slips of a program that cuts texts; the letters are still UTF-8. */
#define LETTERS_PER_BROKEN 20

struct charset_found charset_guess_end(struct charset_guess *guess)
{
    const unsigned char *first = guess->first;
    uint64_t half = (guess->length < ZEROS_WITHIN ? guess->length : ZEROS_WITHIN) / 2;
    guess->broken += guess->need > 0 ? 1 : 0;
    guess->need = 0;
    if (guess->length >= 3 && first[0] == 0xEF && first[1] == 0xBB && first[2] == 0xBF)
        return (struct charset_found){ CHARSET_UTF_8, 3, guess->broken };
    if (guess->length >= 2 && first[0] == 0xFF && first[1] == 0xFE)
        return (struct charset_found){ CHARSET_UTF_16LE, 2, 0 };
    if (guess->length >= 2 && first[0] == 0xFE && first[1] == 0xFF)
        return (struct charset_found){ CHARSET_UTF_16BE, 2, 0 };
    if (guess->zeros[1] > half / 2 && guess->zeros[0] < half / 8)
        return (struct charset_found){ CHARSET_UTF_16LE, 0, 0 };
    if (guess->zeros[0] > half / 2 && guess->zeros[1] < half / 8)
        return (struct charset_found){ CHARSET_UTF_16BE, 0, 0 };
    if (guess->broken == 0 || guess->letters / LETTERS_PER_BROKEN >= guess->broken)
        return (struct charset_found){ CHARSET_UTF_8, 0, guess->broken };
    return (struct charset_found){ CHARSET_WINDOWS_1252, 0, 0 };
}

#define PIVOT 4096

struct charset_reader {
    UConverter *from;
    UConverter *to;
    UChar pivot[PIVOT];
    UChar *pivot_source;
    UChar *pivot_target;
    bool begun;
    char *out;
    size_t room;
};

bool charset_reader_open(struct charset_reader **out, enum charset charset, struct err *err)
{
    UErrorCode code = U_ZERO_ERROR;
    struct charset_reader *reader = calloc(1, sizeof(*reader));
    if (!reader)
        return err_set(err, ERR_IO, "out of memory");
    reader->from = ucnv_open(charsets[charset].icu, &code);
    reader->to = ucnv_open("UTF-8", &code);
    reader->pivot_source = reader->pivot_target = reader->pivot;
    if (U_FAILURE(code)) {
        charset_reader_close(reader);
        return err_set(err, ERR_FORMAT, "ICU can't read %s: %s", charsets[charset].name, u_errorName(code));
    }
    *out = reader;
    return true;
}

void charset_reader_close(struct charset_reader *reader)
{
    if (!reader)
        return;
    ucnv_close(reader->from);
    ucnv_close(reader->to);
    free(reader->out);
    free(reader);
}

/* No byte of any of these encodings becomes more than three: a broken one is U+FFFD. What was kept from the last piece
 * adds a letter. */
static bool make_room(struct charset_reader *reader, size_t bytes)
{
    size_t room = bytes * 3 + 16;
    if (room <= reader->room)
        return true;
    char *out = realloc(reader->out, room);
    if (!out)
        return false;
    reader->out = out;
    reader->room = room;
    return true;
}

struct str charset_reader_turn(struct charset_reader *reader, struct str bytes, bool last)
{
    UErrorCode code = U_ZERO_ERROR;
    if (!make_room(reader, bytes.len))
        return (struct str){ 0 };
    const char *source = bytes.at ? bytes.at : "";
    char *target = reader->out;
    ucnv_convertEx(reader->to, reader->from, &target, reader->out + reader->room, &source, source + bytes.len,
                   reader->pivot, &reader->pivot_source, &reader->pivot_target, reader->pivot + PIVOT, !reader->begun,
                   last, &code);
    reader->begun = true;
    return (struct str){ reader->out, (size_t)(target - reader->out) };
}
