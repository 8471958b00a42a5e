/* Text of unknown encoding as UTF-8: what it is written in is guessed from all of its bytes, then they are turned over
 * piece by piece. A mark at the beginning decides; without one it is UTF-16 where every other byte is zero, UTF-8 where
 * the bytes are well-formed (or nearly all), else Windows-1252, which holds Latin-1. */
#ifndef MAISON_TEXT_CHARSET_H
#define MAISON_TEXT_CHARSET_H

#include "base/err.h"
#include "base/str.h"

enum charset { CHARSET_UTF_8, CHARSET_UTF_16LE, CHARSET_UTF_16BE, CHARSET_WINDOWS_1252, CHARSET_COUNT };

/* "UTF-8", "UTF-16", "Windows-1252": for people. */
const char *charset_name(enum charset charset);

/* Fed with all bytes in their order, whatever the pieces; begin zeroed. */
struct charset_guess {
    uint64_t length;
    unsigned char first[3];
    uint64_t zeros[2];       /* at even and at odd places of the first 64 KiB */
    uint64_t letters;        /* well-formed UTF-8 of more than one byte */
    uint64_t broken;         /* bytes that belong to none */
    unsigned need;           /* bytes that the letter in hand still lacks … */
    unsigned char low, high; /* … and what the next of them may be */
};

void charset_guess_feed(struct charset_guess *guess, struct str bytes);

/* What all of it is written in. */
struct charset_found {
    enum charset charset;
    size_t mark;     /* length of the byte order mark */
    uint64_t broken; /* bytes that are not of that encoding; UTF-8 only */
};
struct charset_found charset_guess_end(struct charset_guess *guess);

/* Turns bytes over; begin behind the mark. */
struct charset_reader;
MUST_USE bool charset_reader_open(struct charset_reader **out, enum charset charset, struct err *err);
void charset_reader_close(struct charset_reader *reader); /* accepts NULL */

/* The text of the next bytes, well-formed UTF-8, borrowed until the next call; `last` when none follow. What can't be
 * read becomes U+FFFD. */
struct str charset_reader_turn(struct charset_reader *reader, struct str bytes, bool last);

#endif
