#include "platform/synth.h"

#include "base/log.h"

#include <espeak-ng/speak_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME_MAX_LENGTH 16

/* Languages that espeak-ng calls otherwise, and those whose words stand in another's dictionary. */
static const struct {
    const char *lang, *voice, *dictionary;
} names[] = {
    { "zh", "cmn", "cmn" },
    { "no", "nb", "no" },
    { "nb", "nb", "no" },
};

struct voice_name {
    char voice[NAME_MAX_LENGTH];
    char dictionary[NAME_MAX_LENGTH];
};

static struct voice_name name_of(const char *lang)
{
    struct voice_name name;
    int length = (int)strcspn(lang, "-_");
    snprintf(name.voice, sizeof(name.voice), "%.*s", length, lang);
    snprintf(name.dictionary, sizeof(name.dictionary), "%.*s", length, lang);
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(names[i].lang, name.voice) == 0) {
            snprintf(name.dictionary, sizeof(name.dictionary), "%s", names[i].dictionary);
            snprintf(name.voice, sizeof(name.voice), "%s", names[i].voice);
            break;
        }
    }
    return name;
}

bool synth_has_voice(const char *lang)
{
    char path[512];
    struct voice_name name = name_of(lang);
    if (!name.voice[0] || strpbrk(name.dictionary, "/."))
        return false;
    int length = snprintf(path, sizeof(path), MAISON_ESPEAK_DATA "/espeak-ng-data/%s_dict", name.dictionary);
    return length > 0 && (size_t)length < sizeof(path) && access(path, R_OK) == 0;
}

static void *grow(void *at, size_t *room, size_t wanted, size_t size)
{
    if (wanted <= *room)
        return at;
    *room = wanted > 2 * *room ? wanted : 2 * *room;
    void *grown = realloc(at, *room * size);
    if (!grown)
        log_fatal("out of memory: speech");
    return grown;
}

/* Bytes of so many characters from `start` on. */
static size_t skip(const char *text, size_t start, int characters)
{
    const char *at = text + start, *end = text + strlen(text);
    for (int i = 0; i < characters && at < end; i++)
        (void)str_next_codepoint(&at, end);
    return (size_t)(at - text);
}

/* Positions count characters from 1. */
static void add_word(struct synth *synth, const espeak_EVENT *event)
{
    size_t start = skip(synth->text, 0, event->text_position - 1);
    synth->words = grow(synth->words, &synth->word_room, synth->word_count + 1, sizeof(*synth->words));
    synth->words[synth->word_count++] =
        (struct speech_word){ event->audio_position, { start, skip(synth->text, start, event->length) } };
}

/* Called by espeak_Synth with each piece of sound and what happens in it; 0 asks for more. */
static int on_sound(short *samples, int count, espeak_EVENT *events)
{
    struct synth *synth = events->user_data;
    for (espeak_EVENT *event = events; synth && event->type != espeakEVENT_LIST_TERMINATED; event++) {
        if (event->type == espeakEVENT_WORD && event->text_position > 0)
            add_word(synth, event);
    }
    if (!synth || !samples || count <= 0)
        return 0;
    synth->samples = grow(synth->samples, &synth->room, synth->count + (size_t)count, sizeof(*synth->samples));
    memcpy(synth->samples + synth->count, samples, (size_t)count * sizeof(*samples));
    synth->count += (size_t)count;
    return 0;
}

/* The library's state is the process's, so whether it has been started is too. It is never ended: its second
 * espeak_Terminate (1.51) waits for a thread that does not come. */
static bool open_once(struct synth *synth, struct err *err)
{
    static int rate;
    if (rate <= 0)
        rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, MAISON_ESPEAK_DATA, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0)
        return err_set(err, ERR_IO, "espeak-ng does not start; install espeak-ng-data");
    espeak_SetSynthCallback(on_sound);
    synth->samples_per_second = rate;
    return true;
}

/* A name that espeak-ng does not know leaves the voice of before, so the data is looked at first and the voice after.
 */
static bool choose_voice(const char *lang, struct err *err)
{
    struct voice_name name = name_of(lang);
    bool chosen = synth_has_voice(lang) && espeak_SetVoiceByName(name.voice) == EE_OK;
    const espeak_VOICE *voice = chosen ? espeak_GetCurrentVoice() : NULL;
    /* `languages` begins with a priority byte, then the tag. */
    if (!voice || !voice->languages || strncmp(voice->languages + 1, name.voice, strlen(name.voice)) != 0)
        return err_set(err, ERR_MISSING, "there is no voice for %s", lang);
    return true;
}

bool synth_say(struct synth *synth, const char *lang, const char *text, int words_a_minute, struct err *err)
{
    if (!open_once(synth, err) || !choose_voice(lang, err))
        return false;
    synth->text = text;
    synth->count = synth->word_count = 0;
    espeak_SetParameter(espeakRATE, words_a_minute, 0);
    espeak_ERROR code =
        espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakENDPAUSE, NULL, synth);
    synth->text = NULL;
    if (code != EE_OK)
        return err_set(err, ERR_IO, "espeak-ng could not say a text (%d)", (int)code);
    return true;
}

void synth_close(struct synth *synth)
{
    free(synth->samples);
    free(synth->words);
    *synth = (struct synth){ 0 };
}
