/* A voice: a text becomes sound through espeak-ng, or a recorded clip (Ogg Opus, RFC 7845) is played. Nothing is opened
 * until something is said: not the voices, not the sound card. Silent, it needs no sound card at all and says the same
 * in the same time. */
#ifndef MAISON_PLATFORM_SPEECH_H
#define MAISON_PLATFORM_SPEECH_H

#include "base/err.h"
#include "base/str.h"

struct speech;

struct speech *speech_new(bool silent);
void speech_free(struct speech *speech); /* accepts NULL */

/* True if espeak-ng's data on this machine has the language (BCP 47). Looks at the disk and nothing else. */
bool speech_has_voice(const char *lang);

#define SPEECH_RATES 5
#define SPEECH_LOUDEST 10

struct speech_order {
    const char *lang;
    const char *text; /* what is said */
    struct str clip;  /* recorded instead; empty: none */
    int rate;         /* 0 to SPEECH_RATES - 1, from the slowest; a clip has its own */
    int volume;       /* 1 to SPEECH_LOUDEST */
};

/* When a word begins, and which bytes of the text it is. */
struct speech_word {
    int64_t at_ms;
    struct str_range bytes;
};

/* Borrowed until the next order. A clip has no words. */
struct speech_said {
    int64_t duration_ms;
    const struct speech_word *words;
    size_t count;
};

/* Begins to say it, in place of what was being said. ERR_MISSING when there is no voice for the language: nothing is
 * said then, least of all by the voice of another one. ERR_FORMAT for a clip that can't be played; ERR_IO when the
 * machine has no sound. */
MUST_USE bool speech_say(struct speech *speech, const struct speech_order *order, struct speech_said *out,
                         struct err *err);

/* Silence, at once. */
void speech_stop(struct speech *speech);

/* Lets the sound card go, which otherwise wakes up many times a second; the next order opens it again. */
void speech_rest(struct speech *speech);

#endif
