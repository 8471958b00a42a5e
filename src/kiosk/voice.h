/* What is being said: lines in their languages, one after the other, and the word that has come. Whoever builds the
 * lines begins, adds texts, and starts; time does the rest. Times are steady milliseconds. */
#ifndef MAISON_KIOSK_VOICE_H
#define MAISON_KIOSK_VOICE_H

#include "platform/speech.h"
#include "screens/model.h"
#include "text/spoken.h"
#include "text/tongues.h"

enum voice_job {
    VOICE_SILENT,
    VOICE_SCREEN, /* the screen is being read */
    VOICE_REMARK, /* anything else: a target, a greeting, a sentence */
};

#define VOICE_NO_TEXT SIZE_MAX

struct voice_line {
    const char *lang;
    struct str clip; /* recorded; empty: none */
    struct spoken spoken;
    size_t text;     /* of the screen, counted as painted; VOICE_NO_TEXT */
    size_t shown_at; /* where in that text the line begins */
    size_t whole;    /* the text's length, when all of it is shown at once; 0: word by word */
};

/* All that has been said, for scripts: a line each, "LANG<tab>TEXT". */
struct voice_log {
    bool is_kept;
    char *at;
    size_t length, room;
    size_t printed, expected; /* how far scripts have looked */
};

struct voice {
    struct speech *speech; /* NULL until something is said */
    bool silent;
    struct arena arena; /* of the lines */
    struct {
        struct voice_line *at;
        size_t count;
    } lines;
    size_t next; /* the line that comes after the one being said */
    enum voice_job job;
    enum voice_job interrupted; /* what the last touch or key put an end to */
    struct speech_choice choice;
    int64_t began_at, ends_at;       /* of the line being said */
    int64_t rest_at;                 /* when the sound card is let go; 0: it is not held */
    const struct speech_word *words; /* of the line, borrowed from the speech */
    size_t word_count, word;         /* `word`: the next */
    struct spoken_word shown;
    struct voice_log log;
};

/* What lines are made with. Borrowed. */
struct voice_maker {
    struct pack *pack; /* its recorded clips; NULL: none */
    const char *lang;  /* the visitor's: numbers are said in it */
    const char *local;
    struct tongue_choice languages;
    struct spoken_shorts shorts;
};

/* A text to say: in its language, by its clip if the pack has one. */
struct voice_text {
    struct str shown;
    const char *lang;
    size_t text;      /* of the screen; VOICE_NO_TEXT */
    const char *said; /* in place of what is shown; NULL */
};

/* `is_script`: no sound card, and a log is kept. */
void voice_init(struct voice *voice, bool is_silent, bool is_script);
void voice_close(struct voice *voice);

/* Stops, and forgets the lines. */
void voice_begin(struct voice *voice);
void voice_add(struct voice *voice, const struct voice_maker *maker, const struct voice_text *text);

/* True if something was added that a voice or a clip can say. */
bool voice_can_start(const struct voice *voice);
void voice_start(struct voice *voice, enum voice_job job, struct speech_choice choice, int64_t now);

/* Says the lines of before once more. */
void voice_repeat(struct voice *voice, struct speech_choice choice, int64_t now);

/* Goes on with another speed or volume, from the beginning of the line. */
void voice_change(struct voice *voice, struct speech_choice choice, int64_t now);

/* Silence at once. The lines stay, to be repeated; voice_forget overwrites them too. */
void voice_stop(struct voice *voice);
void voice_forget(struct voice *voice);

/* A touch or a key: what it puts an end to is remembered until the next. */
void voice_interrupt(struct voice *voice);

/* Does what is due by now; true when `job` or `shown` have changed. */
bool voice_tick(struct voice *voice, int64_t now);
int64_t voice_deadline(const struct voice *voice); /* INT64_MAX for never */

#endif
