#include "kiosk/voice.h"

#include "base/log.h"
#include "kiosk/voice_log.h"

#define REST_MS 4000 /* after the last word */

void voice_init(struct voice *voice, bool is_silent, bool is_script)
{
    *voice = (struct voice){ .silent = is_silent || is_script, .log.is_kept = is_script };
}

void voice_close(struct voice *voice)
{
    speech_free(voice->speech);
    arena_destroy(&voice->arena);
    voice_log_close(&voice->log);
    voice->speech = NULL;
}

static void fall_silent(struct voice *voice)
{
    voice->job = VOICE_SILENT;
    voice->shown = (struct spoken_word){ 0 };
    voice->word = voice->word_count = 0;
}

void voice_stop(struct voice *voice)
{
    if (voice->job != VOICE_SILENT && voice->speech)
        speech_stop(voice->speech);
    fall_silent(voice);
}

void voice_begin(struct voice *voice)
{
    voice_stop(voice);
    voice->lines.at = NULL;
    voice->lines.count = 0;
    arena_reset(&voice->arena);
}

void voice_forget(struct voice *voice)
{
    voice_begin(voice);
    voice->interrupted = VOICE_SILENT;
}

void voice_interrupt(struct voice *voice)
{
    voice->interrupted = voice->job;
    voice_stop(voice);
}

static bool can_say(const struct voice_line *line)
{
    return line->clip.len > 0 || speech_has_voice(line->lang);
}

bool voice_can_start(const struct voice *voice)
{
    for (size_t i = 0; i < voice->lines.count; i++) {
        if (can_say(&voice->lines.at[i]))
            return true;
    }
    return false;
}

/* A clip, and what is said otherwise than it is written, has no words to follow: it is shown as a whole. */
static struct spoken_word shown_letters(const struct voice_line *line, struct str_range said)
{
    struct spoken_word word = { line->text != VOICE_NO_TEXT, line->text, { 0, line->whole } };
    if (line->whole > 0)
        return word;
    struct str_range shown = spoken_shown(&line->spoken, said);
    word.letters = (struct str_range){ line->shown_at + shown.start, line->shown_at + shown.end };
    return word;
}

/* False when this line can't be said; the next may. */
static bool say_line(struct voice *voice, const struct voice_line *line, int64_t now)
{
    struct err err = { 0 };
    struct speech_said said;
    struct speech_order order = { line->lang, line->spoken.text, line->clip, voice->choice.rate + SPEECH_RATE_MOST,
                                  voice->choice.volume };
    if (!voice->speech)
        voice->speech = speech_new(voice->silent);
    if (!speech_say(voice->speech, &order, &said, &err)) {
        if (err.code != ERR_MISSING)
            log_err(&err);
        return false;
    }
    voice_log_add(&voice->log, line->lang, line->spoken.text);
    voice->began_at = now;
    voice->ends_at = now + said.duration_ms;
    voice->rest_at = voice->ends_at + REST_MS;
    voice->words = said.words;
    voice->word_count = said.count;
    voice->word = 0;
    voice->shown = shown_letters(line, (struct str_range){ 0, SIZE_MAX });
    return true;
}

static void say_next(struct voice *voice, int64_t now)
{
    while (voice->next < voice->lines.count) {
        if (say_line(voice, &voice->lines.at[voice->next++], now))
            return;
    }
    fall_silent(voice);
}

void voice_start(struct voice *voice, enum voice_job job, struct speech_choice choice, int64_t now)
{
    voice->job = job;
    voice->choice = choice;
    voice->next = 0;
    say_next(voice, now);
}

void voice_repeat(struct voice *voice, struct speech_choice choice, int64_t now)
{
    voice_stop(voice);
    if (voice->lines.count > 0)
        voice_start(voice, VOICE_REMARK, choice, now);
}

void voice_change(struct voice *voice, struct speech_choice choice, int64_t now)
{
    if (voice->job == VOICE_SILENT)
        return;
    voice->choice = choice;
    voice->next--;
    say_next(voice, now);
}

static bool show_words(struct voice *voice, int64_t now)
{
    const struct voice_line *line = &voice->lines.at[voice->next - 1];
    bool changed = false;
    for (; voice->word < voice->word_count; voice->word++) {
        const struct speech_word *word = &voice->words[voice->word];
        if (voice->began_at + word->at_ms > now)
            break;
        struct spoken_word shown = shown_letters(line, word->bytes);
        if (!shown.shown || shown.letters.end == shown.letters.start)
            continue;
        changed = changed || shown.letters.start != voice->shown.letters.start ||
                  shown.letters.end != voice->shown.letters.end;
        voice->shown = shown;
    }
    return changed;
}

bool voice_tick(struct voice *voice, int64_t now)
{
    if (voice->job == VOICE_SILENT) {
        if (voice->rest_at != 0 && now >= voice->rest_at && voice->speech) {
            speech_rest(voice->speech);
            voice->rest_at = 0;
        }
        return false;
    }
    if (now < voice->ends_at)
        return show_words(voice, now);
    say_next(voice, voice->ends_at > now - REST_MS ? voice->ends_at : now);
    return true;
}

int64_t voice_deadline(const struct voice *voice)
{
    if (voice->job == VOICE_SILENT)
        return voice->rest_at != 0 ? voice->rest_at : INT64_MAX;
    if (voice->word < voice->word_count && voice->lines.at[voice->next - 1].text != VOICE_NO_TEXT)
        return voice->began_at + voice->words[voice->word].at_ms;
    return voice->ends_at;
}
