#include "platform/speech.h"

#include "base/log.h"
#include "platform/clip.h"
#include "platform/synth.h"

#include <SDL.h>
#include <assert.h>
#include <math.h>
#include <stdlib.h>

struct speech {
    bool silent;
    struct synth synth;
    SDL_AudioDeviceID device; /* 0: not open */
    int device_rate;
    bool has_failed; /* said once is enough */
};

/* Words a minute; espeak-ng's own is 175, which is quick for who is learning a language. */
static const int rates[] = { 105, 130, 160, 200, 250 };
static_assert(COUNT(rates) == SPEECH_RATES, "each rate needs a speed");

struct speech *speech_new(bool silent)
{
    struct speech *speech = calloc(1, sizeof(*speech));
    if (!speech)
        log_fatal("out of memory: speech");
    speech->silent = silent;
    return speech;
}

void speech_free(struct speech *speech)
{
    if (!speech)
        return;
    speech_stop(speech);
    speech_rest(speech);
    synth_close(&speech->synth);
    free(speech);
}

bool speech_has_voice(const char *lang)
{
    return synth_has_voice(lang);
}

#define BUFFER_SAMPLES 1024

static bool open_device(struct speech *speech, int rate, struct err *err)
{
    if (speech->device && speech->device_rate == rate)
        return true;
    speech_rest(speech);
    SDL_AudioSpec wanted = { .freq = rate, .format = AUDIO_S16SYS, .channels = 1, .samples = BUFFER_SAMPLES };
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return err_set(err, ERR_IO, "there is no sound (%s)", SDL_GetError());
    speech->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    if (!speech->device) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return err_set(err, ERR_IO, "the sound card can't be opened (%s)", SDL_GetError());
    }
    speech->device_rate = rate;
    return true;
}

/* Each step is 3 dB; the loudest is the sound as it is. */
static void apply_volume(int16_t *samples, size_t count, int volume)
{
    float gain = powf(10.0f, (float)(volume - SPEECH_LOUDEST) * 3.0f / 20.0f);
    for (size_t i = 0; i < count; i++)
        samples[i] = (int16_t)lroundf((float)samples[i] * gain);
}

struct sound {
    int16_t *samples;
    size_t count;
    int rate;
};

/* A kiosk without sound still shows which word it would say. */
static void play(struct speech *speech, struct sound sound, int volume)
{
    struct err err = { 0 };
    if (speech->silent)
        return;
    apply_volume(sound.samples, sound.count, volume);
    bool opened = open_device(speech, sound.rate, &err);
    Uint32 size = (Uint32)(sound.count * sizeof(*sound.samples));
    if (opened && SDL_QueueAudio(speech->device, sound.samples, size) == 0)
        SDL_PauseAudioDevice(speech->device, 0);
    else if (!speech->has_failed)
        log_line("%s", opened ? SDL_GetError() : err.detail);
    speech->has_failed = speech->has_failed || !opened;
}

static int64_t duration_ms(struct sound sound)
{
    return (int64_t)sound.count * 1000 / sound.rate;
}

static bool say_clip(struct speech *speech, const struct speech_order *order, struct speech_said *out, struct err *err)
{
    struct sound sound = { .rate = CLIP_RATE };
    if (!clip_decode(&sound.samples, &sound.count, order->clip, err))
        return false;
    play(speech, sound, order->volume);
    *out = (struct speech_said){ .duration_ms = duration_ms(sound) };
    free(sound.samples);
    return true;
}

bool speech_say(struct speech *speech, const struct speech_order *order, struct speech_said *out, struct err *err)
{
    struct synth *synth = &speech->synth;
    int rate = order->rate < 0 ? 0 : order->rate >= SPEECH_RATES ? SPEECH_RATES - 1 : order->rate;
    speech_stop(speech);
    if (order->clip.len > 0)
        return say_clip(speech, order, out, err);
    if (!synth_say(synth, order->lang, order->text, rates[rate], err))
        return false;
    struct sound sound = { synth->samples, synth->count, synth->samples_per_second };
    play(speech, sound, order->volume);
    *out = (struct speech_said){ duration_ms(sound), synth->words, synth->word_count };
    return true;
}

void speech_stop(struct speech *speech)
{
    if (!speech->device)
        return;
    SDL_PauseAudioDevice(speech->device, 1);
    SDL_ClearQueuedAudio(speech->device);
}

void speech_rest(struct speech *speech)
{
    if (!speech->device)
        return;
    SDL_CloseAudioDevice(speech->device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    speech->device = 0;
}
