/* All that a screen may know: who stands here, where they are in the kiosk, and what the pack answered for that place.
 * Screens are functions of it; only update.h changes it. Nothing of a visit outlives model_wipe. */
#ifndef MAISON_SCREENS_MODEL_H
#define MAISON_SCREENS_MODEL_H

#include "content/search.h"
#include "text/locale.h"
#include "ui/keyboard.h"
#include "ui/theme.h"

/* The page that is being printed, as the visitor is told. */
enum print_state { PRINT_NONE, PRINT_BUSY, PRINT_DONE, PRINT_NO_PAPER, PRINT_JAMMED, PRINT_FAILED, PRINT_STATE_COUNT };

struct staff;

enum screen_id {
    SCREEN_LANGUAGES, /* 0: where every visit begins */
    SCREEN_HOME,
    SCREEN_TOPIC,
    SCREEN_PAGE,
    SCREEN_SERVICE,
    SCREEN_EMERGENCY,
    SCREEN_STILL_THERE,
    SCREEN_HIDDEN,
    SCREEN_PROBLEM,
    SCREEN_ABOUT,
    SCREEN_SEARCH,
    SCREEN_FIRST_DAYS,
    SCREEN_PHRASES,
    SCREEN_PHRASE,
    SCREEN_WRONG,
    SCREEN_DISPLAY,
    SCREEN_TAKE_AWAY, /* of a service by its id, of the first days without one */
    SCREEN_SHOW,
    SCREEN_STAFF, /* `id`: which of its parts (screens/staff.h), "" for the first */
    SCREEN_COUNT
};

#define MODEL_ID_MAX 96     /* bytes of an id or language tag with its end; longer ones are refused as missing */
#define MODEL_WORDS_MAX 160 /* bytes of what is typed, with its end */
#define MODEL_TICKS 64      /* steps that can be ticked */
#define MODEL_DEPTH 32      /* places that back can return to; the oldest are forgotten */

/* How the kiosk speaks, as the visitor wants it. The first is how each visit begins: Listen reads the screen when it is
 * tapped. */
enum speech_mode { SPEECH_ON_TAP, SPEECH_EVERYTHING, SPEECH_OFF, SPEECH_MODE_COUNT };

#define SPEECH_RATE_MOST 2 /* from -2, the slowest, over 0 to 2, the fastest */
#define SPEECH_VOLUME_LEAST 1
#define SPEECH_VOLUME_MOST 10

struct speech_choice {
    enum speech_mode mode;
    int rate;
    int volume; /* SPEECH_VOLUME_LEAST to the kiosk's limit */
};

/* What is being said is shown: the letters of a text of the screen, the texts counted as they are painted. */
struct spoken_word {
    bool shown;
    size_t text;
    struct str_range letters;
};

/* What stands above the content until the visitor goes on. */
enum model_hint {
    HINT_NONE,
    HINT_NO_VOICE, /* there is no voice for the visitor's language */
    HINT_KEYS,     /* what the keys do */
};

/* A place in the kiosk, with what the visitor set there. */
struct place {
    enum screen_id screen;
    char id[MODEL_ID_MAX];     /* of the topic, page, service or phrase; of SCREEN_WRONG: TABLE/ID of what is wrong */
    char answer[MODEL_ID_MAX]; /* of a phrase: what the desk has tapped; of SCREEN_WRONG: the kind; "" for nothing */
    bool is_kept;              /* of SCREEN_WRONG: the note has been written down */
    int scroll;                /* pixels */
    bool wanted[FACET_COUNT];
    int more; /* how often more of a topic's services were asked for */
};

/* How the visitor wants things shown; all zero is the usual way. */
struct display {
    struct look look;
    bool low_reach; /* everything to tap stands in the lower part */
    bool calm;      /* nothing moves by itself */
    bool slow;      /* more time before the kiosk asks, and to answer */
};

/* What is fixed while a pack is shown. Borrowed from whoever opened it. */
struct kiosk {
    const struct locale *languages; /* in the pack's order */
    size_t language_count;
    const char *source_lang; /* the local language, in which names and addresses are */
    struct kiosk_detail here;
    const char *emergency_number; /* the pack's first; NULL when it has none */
    const char *expires;          /* the pack's last day, YYYY-MM-DD; NULL: none */
    bool sample;                  /* not checked by the city */
    bool preview;                 /* opened without a signature */
    const char *notice;           /* for the staff, in English: why not the newest pack is shown; NULL: it is */
    bool prints;                  /* there is a printer */
    bool takes_notes;             /* there is a folder for what visitors say is wrong */
    const bool *has_voice;        /* by language; NULL: there are no voices */
    const bool *has_greeting;     /* by language: the kiosk can say welcome, by a voice or a clip; NULL: none */
    int volume;                   /* with which each visit begins */
    int volume_limit;             /* the most that a visitor can choose */
    const struct staff *staff;    /* what the staff screen shows (screens/staff.h); NULL: there is none */
};

/* What the pack answered for the current place; the member of its screen is set. In the view's arena. */
struct view {
    struct topic_row topic;     /* of SCREEN_TOPIC; of a page or service: the topic it belongs to */
    struct notice_list notices; /* of home and of a topic */
    union {
        struct {
            struct topic_list topics;
            bool has_steps;
            bool has_phrases;
        } home;
        struct {
            struct page_list pages;
            struct service_list services;
        } topic_lists;
        struct {
            struct search_list found;
            struct topic_list topics;
            struct keyboard keyboard;
        } search;
        struct localized wrong; /* the name of what is wrong */
        struct step_list steps;
        struct phrase_list phrases;
        struct phrase_detail phrase;
        struct page_detail page;
        struct service_detail service;
        struct {
            struct emergency_list numbers;
            bool has_phrase;
            struct phrase_detail phrase;
        } emergency;
    };
};

struct model {
    const struct kiosk *kiosk; /* NULL: only SCREEN_PROBLEM shows */
    struct civil now;          /* wall clock of the pack's zone */
    int greeting;              /* which of the languages greets on the resting screen */

    char lang[MODEL_ID_MAX]; /* the visitor's; "" until one is chosen */
    struct place places[MODEL_DEPTH];
    size_t depth;                          /* at least 1 */
    char ticks[MODEL_TICKS][MODEL_ID_MAX]; /* ids of the steps that are ticked; "" is a free place */
    char words[MODEL_WORDS_MAX];           /* typed into the search */
    bool latin_keys;                       /* the keyboard shows Latin letters in a language of another script */
    bool digit_keys;                       /* it shows digits, whatever its letters are */
    struct display display;
    bool knows_hide; /* what Hide does has been said: a sensitive screen was left again */
    enum print_state printing;
    bool still_there;    /* the visitor is being asked, over a covered screen */
    int countdown;       /* seconds left to answer */
    int question_scroll; /* pixels; the place beneath keeps its own */

    char pressed[MODEL_ID_MAX]; /* the region under the finger */
    char focus[MODEL_ID_MAX];   /* the region with the keyboard's focus, or a text of the screen: "text/N" */

    struct speech_choice speech;
    bool has_listened;         /* they take longer who listen */
    bool is_reading;           /* the screen is being read aloud: Listen stops it */
    struct spoken_word spoken; /* the word that is being said */
    enum model_hint hint;

    enum err_code problem;              /* why SCREEN_PROBLEM shows, or the staff screen in its stead */
    const struct locale *problem_langs; /* the languages in which it says so; borrowed */
    size_t problem_lang_count;
    struct view view;
};

struct place *model_place(struct model *model);
const struct place *model_place_const(const struct model *model);

/* What is on the screen now. */
enum screen_id model_screen(const struct model *model);

/* How far the screen is scrolled, pixels. */
int model_scroll(const struct model *model);

/* The visitor's language, or the local one before they chose. */
const char *model_lang(const struct model *model);

/* The locale of a language of the pack; the first one for a tag that the pack does not have. */
const struct locale *model_locale(const struct model *model, const char *tag);

bool display_is_usual(const struct display *display);

/* True where Hide is offered. */
bool model_is_sensitive(const struct model *model);

/* False while there is no pack to show: then there are only SCREEN_PROBLEM and, for staff, what they can mend it with.
 */
bool model_has_pack(const struct model *model);

/* True if each place that opens and each thing that has the focus is said. */
bool model_says_everything(const struct model *model);

/* True if the staff screen is one of the places that back leads through, or the present one. */
bool model_is_with_staff(const struct model *model);

/* True where the staff screen can be opened, if there is one: on the resting screen before anybody has chosen a
 * language, and on SCREEN_PROBLEM. */
bool model_leads_to_staff(const struct model *model);

/* True if a visitor has done something that Finish would wipe. */
bool model_is_visited(const struct model *model);

/* The letter typed last, "" for none; in the arena. */
const char *model_last_letter(const struct model *model, struct arena *arena);

bool model_is_ticked(const struct model *model, const char *step);

/* True if the kiosk has a voice for the language. */
bool model_has_voice(const struct model *model, const char *tag);

/* How each visit begins. */
struct speech_choice model_usual_speech(const struct model *model);

/* Ends the visit: language, history, choices and view are overwritten; the resting screen shows. */
void model_wipe(struct model *model);

#endif
