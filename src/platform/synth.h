/* Texts to samples through espeak-ng. One at a time in a process, for espeak-ng has one state. Internal to platform. */
#ifndef MAISON_PLATFORM_SYNTH_H
#define MAISON_PLATFORM_SYNTH_H

#include "platform/speech.h"

struct synth {
    int samples_per_second;
    const char *text; /* being said */
    int16_t *samples;
    size_t count, room;
    struct speech_word *words;
    size_t word_count, word_room;
};

/* Samples and words are in *synth until the next text. ERR_MISSING: no voice; ERR_IO: espeak-ng has no data. */
MUST_USE bool synth_say(struct synth *synth, const char *lang, const char *text, int words_a_minute, struct err *err);
void synth_close(struct synth *synth);

bool synth_has_voice(const char *lang);

#endif
